import Furniture
import Geometry
import InteriorSurfaces
import RandomStreams
import RoomGeometry
import VectorMath
import WorldModel

/// Puts small things on the level places of furniture: each stands exactly on its support, keeps off its neighbours and
/// the edge, and fits under what is above.
struct SurfaceDressing {
  let library: ThingLibrary
  let palette: Palette
  let kind: RoomKind
  /// 0 = tidy and square, 1 = chaotic.
  let clutter: Double
  /// 0 = only what is needed, 1 = all that fits.
  var fullness = 1.0
  /// Whether a child lives in the room.
  var isForChildren = false
  /// Of the room, metres above the floor.
  let ceiling: Double
  var stream: RandomStream
  /// What reaches over surfaces and is no thing: the boards of windows.
  var boards: [RoomSpace.Solid] = []

  /// Kinds of which a room has one, and has it.
  private var present: Set<String> = []

  init(
    library: ThingLibrary, palette: Palette, kind: RoomKind, clutter: Double, ceiling: Double,
    stream: RandomStream
  ) {
    self.library = library
    self.palette = palette
    self.kind = kind
    self.clutter = clutter
    self.ceiling = ceiling
    self.stream = stream
  }

  /// A place that is being filled.
  struct Shelf {
    var support: Asset.Support
    /// World pose of the parent.
    var parent: PlacedThing
    var index: Int
    /// Rectangles taken, in the parent's frame.
    var taken: [FloorRectangle]
    /// What hangs on walls and from ceilings.
    var hung: [RoomSpace.Solid]
  }

  /// Things for everything in `things` that has supports, appended to it.
  mutating func dress(_ things: inout [PlacedThing]) {
    for index in things.indices {
      let parent = things[index]
      let supports = parent.thing.asset.fittings.supports
      guard !supports.isEmpty else { continue }
      for (number, support) in supports.enumerated() where isUsable(support, of: parent) {
        let low = parent.position.z + center(support, parent).z
        // What stands on other shelves of the same case is not in the way.
        let taken = things.indices.filter {
          guard things[$0].hold == .thing(index) else { return false }
          let heights = things[$0].solid.heights
          return heights.upperBound > low + 1e-3 && heights.lowerBound < low + support.headroom - 1e-3
        }.map { footprint(things[$0], in: parent) }
        let hung = things.filter {
          ($0.hold == .wall || $0.hold == .ceiling) && $0.position != parent.position
        }
        var shelf = Shelf(
          support: support, parent: parent, index: index, taken: taken, hung: hung.map(\.solid) + boards)
        let placed = fill(&shelf, number: number, of: supports.count, things)
        things.append(contentsOf: placed)
      }
    }
  }

  /// Only what is at rest at the root of the asset, and level.
  private func isUsable(_ support: Asset.Support, of parent: PlacedThing) -> Bool {
    parent.thing.asset.nodes.indices.contains(support.node)
      && !parent.thing.asset.fittings.joints.contains { $0.node == support.node }
  }

  private func center(_ support: Asset.Support, _ parent: PlacedThing) -> Vector3 {
    let asset = parent.thing.asset
    return asset.objectFromNodes(asset.restPoses)[support.node] * support.center
  }

  private func footprint(_ child: PlacedThing, in parent: PlacedThing) -> FloorRectangle {
    let back = parent.rotation.conjugate
    let c = back * (child.box.center - parent.position)
    let f = back * (child.rotation * Vector3(1, 0, 0))
    return FloorRectangle(
      center: Vector2(c.x, c.y), forward: normalized(Vector2(f.x, f.y)),
      half: Vector2(child.thing.bounds.size.x / 2, child.thing.bounds.size.y / 2))
  }

  private mutating func fill(
    _ shelf: inout Shelf, number: Int, of count: Int, _ things: [PlacedThing]
  ) -> [PlacedThing] {
    let parent = shelf.parent.thing
    if kind == .shop, Self.displays.contains(parent.asset.nativeClass.name) { return display(&shelf) }
    switch parent.asset.nativeClass.name {
    case "bookshelf", "wall_shelf", "display_cabinet":
      return shelf.support.headroom.isFinite || parent.height < 1.2 ? compartment(&shelf) : top(&shelf)
    case "kitchen_wall_cabinet", "kitchen_base_cabinet":
      // What is behind doors is nobody's business.
      return parent.asset.fittings.joints.isEmpty || parent.asset.parts.contains("glass")
        ? compartment(&shelf) : []
    case "dining_table": return table(&shelf, things)
    case "desk": return desk(&shelf)
    default:
      guard let menu = SmallThings.menu(parent.asset.nativeClass.name, in: kind) else { return [] }
      return scatter(&shelf, menu)
    }
  }

  /// Furniture on which shops show what they sell.
  private static let displays: Set<String> = ["console_table", "dining_table", "coffee_table", "side_table"]

  // MARK: ways of filling

  /// A few things of a menu, each where it likes to be.
  mutating func scatter(_ shelf: inout Shelf, _ menu: [SmallThings.Choice]) -> [PlacedThing] {
    var out: [PlacedThing] = []
    for choice in menu {
      // Where nobody tidies up there is more of everything that one uses and puts down.
      let most = choice.most + (SmallThings.isPutDown(choice.name) ? Int(2.4 * clutter) : 0)
      for _ in 0..<most where stream.uniform() < choice.chance * (0.55 + 0.7 * clutter) {
        let isSingle = SmallThings.isSingle(choice.name)
        guard !isSingle || !present.contains(choice.name), let thing = thing(choice.name) else { continue }
        if let placed = put(thing, &shelf, zone: choice.zone) {
          out.append(placed)
          if isSingle { present.insert(choice.name) }
        }
      }
    }
    return out
  }

  // MARK: putting

  mutating func thing(_ name: String, look: Int? = nil) -> Thing? {
    let look = look ?? stream.integer(in: 0..<SmallThings.looks(name))
    // What is made to hang does not stand.
    return library.thing(name, look: look, palette: palette).flatMap {
      $0.asset.fittings.mount == .floor ? $0 : nil
    }
  }

  func fits(_ thing: Thing, _ shelf: Shelf) -> Bool {
    thing.height < shelf.support.headroom - 0.01 && thing.depth < shelf.support.size.x
      && thing.width < shelf.support.size.y
  }

  /// Somewhere in a zone; several tries.
  mutating func put(_ thing: Thing, _ shelf: inout Shelf, zone: SmallThings.Zone) -> PlacedThing? {
    let half = shelf.support.size / 2
    for attempt in 0..<12 {
      let loose = 0.25 + 0.75 * clutter + Double(attempt) * 0.06
      let (x, y) = zone.place
      // From the preferred place outwards.
      let at = Vector2(
        (x + stream.uniform(-1, 1) * zone.spread.0 * loose) * (half.x - thing.depth / 2),
        (y + stream.uniform(-1, 1) * zone.spread.1 * loose) * (half.y - thing.width / 2))
      let yaw =
        SmallThings.isRound(thing.name)
        ? stream.uniform(0, 2 * .pi)
        : stream.normal(sd: 0.03 + 0.35 * clutter)
          + (SmallThings.lies(thing.name) && stream.bool() ? .pi / 2 : 0)
      if let placed = put(thing, &shelf, at: at, yaw: yaw) { return placed }
    }
    return nil
  }

  /// At a place of the support's own frame, if it is free and does not reach over the edge.
  func put(_ thing: Thing, _ shelf: inout Shelf, at: Vector2, yaw: Double) -> PlacedThing? {
    guard thing.height < shelf.support.headroom - 0.005 else { return nil }
    let (s, c) = DeterministicMath.sincos(yaw)
    let forward = Vector2(c, s)
    let middle = center(shelf.support, shelf.parent)
    guard shelf.parent.position.z + middle.z + thing.height < ceiling - 0.02 else { return nil }
    let local = FloorRectangle(
      center: at, forward: forward, half: Vector2(thing.depth / 2, thing.width / 2))
    let half = shelf.support.size / 2
    guard local.center.x.magnitude + local.reach(Vector2(1, 0)) <= half.x,
      local.center.y.magnitude + local.reach(Vector2(0, 1)) <= half.y
    else { return nil }
    let area = FloorRectangle(
      center: at + Vector2(middle.x, middle.y), forward: forward, half: local.half)
    guard !shelf.taken.contains(where: { $0.overlaps(area.grown(0.004), slack: 0) }) else { return nil }
    // The box's middle at `at`, its lowest point exactly on the support.
    let turn = Quaternion(yaw: yaw)
    let c2 = turn * Vector3(thing.bounds.center.x, thing.bounds.center.y, 0)
    let origin = Vector3(
      middle.x + at.x - c2.x, middle.y + at.y - c2.y, middle.z - thing.bounds.min.z)
    let placed = PlacedThing(
      thing: thing, position: shelf.parent.position + shelf.parent.rotation * origin,
      rotation: shelf.parent.rotation * turn, room: shelf.parent.room, hold: .thing(shelf.index),
      group: shelf.parent.group)
    guard !shelf.hung.contains(where: { $0.meets(placed.solid) }) else { return nil }
    shelf.taken.append(area)
    return placed
  }
}
