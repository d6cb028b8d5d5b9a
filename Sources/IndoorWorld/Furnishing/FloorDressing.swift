import Furniture
import Geometry
import InteriorSurfaces
import RandomStreams
import RoomGeometry
import VectorMath
import WorldModel

/// Leaves things on the floor, the more the untidier a home is: shoes, bags, toys, papers.
///
/// Things of some height lie beside furniture or at a wall and leave the way from door to door; flat ones lie anywhere.
/// Nothing lies where a door swings, on a rug's edge or under furniture.
struct FloorDressing {
  let space: RoomSpace
  let library: ThingLibrary
  let palette: Palette
  let kind: RoomKind
  /// 0 = nothing lies about, 1 = chaotic.
  let clutter: Double
  var isForChildren = false
  var stream: RandomStream

  /// Metres from a wall or from furniture within which things are put down.
  private static let near = 0.3
  /// What is lower is stepped over, metres.
  private static let step = 0.03
  /// Half the narrowest passage, metres.
  private static let radius = 0.32

  mutating func dress(_ things: inout [PlacedThing]) {
    let menu = self.menu
    let wanted = clutter * clutter * (space.area / 2.2) * (isForChildren ? 1.6 : 1) + stream.uniform() - 0.35
    guard wanted >= 1, !menu.isEmpty else { return }
    var taken = things.filter { $0.hold != .ceiling && $0.solid.heights.lowerBound < 1 }.map(\.solid)
    var grid = WalkingGrid(space: space, solids: taken, cell: 0.1, radius: Self.radius)
    guard grid.reaches([]) else { return }
    for _ in 0..<min(24, Int(wanted)) {
      guard let name = stream.choose(menu),
        let thing = library.thing(
          name, look: stream.integer(in: 0..<SmallThings.looks(name)), palette: palette),
        thing.asset.fittings.mount == .floor
      else { continue }
      for _ in 0..<30 {
        guard let placed = place(thing, besides: taken) else { continue }
        let solid = placed.solid
        if solid.heights.upperBound > Self.step {
          var narrowed = grid
          narrowed.close([solid], radius: Self.radius)
          guard narrowed.reaches([]) else { continue }
          grid = narrowed
        }
        taken.append(solid)
        things.append(placed)
        break
      }
    }
  }

  /// At a place by chance; `nil` where it cannot lie.
  private mutating func place(_ thing: Thing, besides taken: [RoomSpace.Solid]) -> PlacedThing? {
    let (low, high) = space.bounds
    let at = Vector2(stream.uniform(low.x, high.x), stream.uniform(low.y, high.y))
    let (s, c) = DeterministicMath.sincos(stream.uniform(0, 2 * .pi))
    let forward = Vector2(c, s)
    let middle = Vector2(thing.bounds.center.x, thing.bounds.center.y)
    let pose = FloorPose(position: at, forward: forward)
    let placed = PlacedThing(
      thing: thing, at: FloorPose(position: pose * (middle * -1), forward: forward),
      elevation: -thing.bounds.min.z, room: space.index, hold: .floor, group: "floor")
    // Skirtings stand out from walls.
    let area = placed.solid.area.grown(0.02)
    guard space.admits(RoomSpace.Solid(area: area, heights: placed.solid.heights)) else { return nil }
    // Rugs, too: what lies half on one would tilt.
    guard !taken.contains(where: { $0.area.overlaps(area) }) else { return nil }
    if thing.height > Self.step, space.distanceToWall(at) > Self.near + area.half.max() {
      let around = area.grown(Self.near)
      guard taken.contains(where: { $0.heights.upperBound > 0.2 && $0.area.overlaps(around) }) else {
        return nil
      }
    }
    return placed
  }

  private var menu: [String] {
    if isForChildren {
      return [
        "toy_car", "toy_car", "toy_blocks", "ball", "teddy_bear", "book", "slipper", "toy_blocks", "paper",
      ]
    }
    return switch kind {
    case .livingRoom:
      [
        "magazine", "book_stack", "slipper", "toy_car", "ball", "newspaper", "book", "basket",
        "mug",
      ]
    case .bedroom, .hotelRoom:
      [
        "shoe", "slipper", "folded_clothes", "backpack", "book", "handbag", "book_stack", "suitcase",
        "magazine",
        "dumbbell",
      ]
    case .study, .office:
      ["paper", "paper", "book_stack", "backpack", "storage_box", "newspaper", "notebook"]
    case .hallway: ["shoe", "shoe", "slipper", "backpack", "handbag", "storage_box", "ball"]
    case .kitchen, .diningRoom: ["storage_box", "pet_bowl", "bottle", "bucket", "newspaper", "basket"]
    case .bathroom: ["slipper", "towel_stack", "basket", "bucket", "shampoo_bottle", "toilet_paper"]
    case .laundry, .storage: ["basket", "storage_box", "bucket", "folded_clothes", "shoe", "ball", "bottle"]
    case .classroom: ["backpack", "backpack", "paper", "ball", "notebook", "book"]
    case .shop: ["storage_box", "basket"]
    case .warehouse: ["storage_box", "storage_box", "bucket"]
    case .meetingRoom: ["paper", "backpack", "handbag"]
    case .clinic: ["slipper", "handbag", "storage_box"]
    case .balcony, .stairwell: []
    }
  }
}
