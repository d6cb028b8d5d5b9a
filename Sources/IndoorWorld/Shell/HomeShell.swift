import Assets
package import Geometry
package import RandomStreams
package import RoomGeometry
import VectorMath
package import WorldModel

/// The shell of a home as entities: floors, ceilings, walls, mouldings, doors, windows and what hangs before them, and
/// the outer walls with a roof, all closed, so that light comes in through openings alone.
///
/// World frame as the plan's; metres.
package struct HomeShell: Sendable {
  /// What a home is made of, and where light gets in.
  package struct Built: Sendable {
    /// Ids ascend from the first one given.
    package var entities: [Entity] = []
    /// One a glazed opening, just inside its panes.
    package var portals: [SkyPortal] = []
    /// Boxes that together hold the insides of all rooms.
    package var interiors: [Box3] = []
  }

  package var plan: HomePlan
  package var finishes: HomeFinishes
  /// How far below the floor the ground lies, metres.
  package var groundBelow: Double
  /// Whether all doors indoors stand wide open; else as chance will have it.
  package var doorsStandOpen = false
  /// Boxes around what stands in the rooms: no sash is opened onto it.
  package var obstacles: [Box3] = []
  /// The floor under what is built in, room by room; none where there are fewer entries.
  package var builtIns: [[FloorRectangle]] = []
  /// What hangs below the flat ceilings, room by room; nothing where there are fewer entries.
  package var ceilings: [RoomCeiling] = []

  /// - Parameter finishes: with one entry a room of the plan.
  package init(plan: HomePlan, finishes: HomeFinishes, groundBelow: Double = 0.35) {
    precondition(finishes.rooms.count == plan.rooms.count)
    self.plan = plan
    self.finishes = finishes
    self.groundBelow = groundBelow
  }

  /// Thickness of what lies on the ceilings, metres.
  static let roofThickness = 0.35

  /// Makes the entities. `draws` decides which doors stand open and how cloth falls.
  package func build(firstID: UInt32, _ draws: inout Draws) -> Built {
    var list = ShellEntities(nextID: firstID)
    var chance = draws.stream("shell")
    var thresholds = [[(wall: Int, opening: HomePlan.Opening)]](repeating: [], count: plan.rooms.count)
    for (i, wall) in plan.walls.enumerated() {
      // Of a stairwell and the storey that it leads to, the storey has the threshold.
      let own = [wall.left, wall.right].compactMap { $0 }
      guard let room = own.first(where: { plan.rooms[$0].floor == wall.floor }) ?? own.first else { continue }
      for opening in wall.openings where opening.sill == 0 && opening.kind != .window {
        thresholds[room].append((i, opening))
      }
    }
    for room in plan.rooms.indices {
      list.lift = plan.rooms[room].floor
      let shell = RoomShell(
        plan: plan, room: room, finishes: finishes,
        builtIns: builtIns.indices.contains(room) ? builtIns[room] : [],
        below: below(room))
      let name = "\(plan.rooms[room].kind.rawValue)_\(room)"
      let about = [("room", name)]
      list.add(shell.floor(thresholds: thresholds[room]), "\(name)_floor", about)
      list.add(shell.ceiling(), "\(name)_ceiling", about)
      if let hanging = shell.hanging() { list.add(hanging, "\(name)_\(hanging.name)", about) }
      for (k, wall) in shell.walls().enumerated() { list.add(wall, "\(name)_wall_\(k)", about) }
      if let skirting = shell.skirting() { list.add(skirting, "\(name)_skirting", about) }
      for (k, side) in shell.sides.enumerated() {
        for (m, hole) in side.holes.enumerated() where hole.opening.isGlazed {
          window(hole, at: m, of: side, room: room, name: "\(name)_window_\(k)_\(m)", &list, &chance)
        }
      }
    }
    for (i, wall) in plan.walls.enumerated() {
      list.lift = wall.floor
      for (k, opening) in wall.openings.enumerated() where !opening.isGlazed && opening.kind != .passage {
        door(opening, in: wall, name: "door_\(i)_\(k)", &list, &chance)
      }
    }
    list.lift = 0
    for (k, stair) in plan.stairs.enumerated() {
      let about = [("room", "\(plan.rooms[stair.room].kind.rawValue)_\(stair.room)"), ("part_of", "stairs")]
      let slab =
        stair.top
        - (plan.rooms.filter { $0.floor < stair.top && $0.kind != .stairwell }.map(\.ceiling).max() ?? 0)
      let unit = StairUnit(stair: stair, slab: slab, finishes: finishes)
      list.add(unit.steps(), "stairs_\(k)", about)
      list.add(unit.railing(), "stairs_railing_\(k)", about)
    }
    let height = plan.rooms.map(\.ceiling).max() ?? 2.6
    list.add(
      Facade(
        plan: plan, finish: finishes.facade, bottom: -groundBelow - 0.2,
        top: height + Self.roofThickness + (groundBelow > 2 ? 5.8 : 0)
      ).asset(), "facade", [])
    var built = Built(entities: list.entities, portals: list.portals)
    for room in plan.rooms {
      for (low, high) in InteriorBoxes.covering(room.outline) {
        built.interiors.append(
          Box3(min: Vector3(low.x, low.y, room.floor), max: Vector3(high.x, high.y, room.ceiling)))
      }
    }
    return built
  }

  private func below(_ room: Int) -> RoomCeiling {
    ceilings.indices.contains(room) ? ceilings[room] : .plain
  }

  // MARK: Openings

  private func door(
    _ opening: HomePlan.Opening, in wall: HomePlan.Wall, name: String, _ list: inout ShellEntities,
    _ chance: inout RandomStream
  ) {
    let x = wall.normal * (opening.opensToLeft ? 1 : -1)
    let y = Vector2(-x.y, x.x)
    let middle = wall.start + wall.direction * ((opening.offset + opening.end) / 2)
    // Hinges at greater y when that is where they are along the wall.
    let startIsLeft = dot(y, wall.direction) < 0
    let rooms = [wall.left, wall.right].compactMap { $0.map { plan.rooms[$0].kind } }
    let isPublic =
      rooms.allSatisfy { [.livingRoom, .kitchen, .diningRoom, .hallway].contains($0) } && rooms.count == 2
    let unit = DoorUnit(
      opening: opening, thickness: wall.thickness, finishes: finishes,
      variation: AssetVariation(seed: 7),
      isGlazed: isPublic && (opening.kind != .hingedDoor || rooms.contains(.livingRoom)),
      hingeSide: opening.hingeAtStart == startIsLeft ? 1 : -1, isEntrance: wall.isExterior)
    let asset = unit.asset()
    // Most doors indoors stand open or ajar; that of the home is shut.
    let mood = chance.uniform()
    let wide = chance.uniform(0.55, 1)
    let slight = chance.uniform(0.05, 0.5)
    let open =
      wall.isExterior ? 0 : doorsStandOpen ? 0.96 + 0.04 * wide : mood < 0.45 ? wide : mood < 0.6 ? slight : 0
    list.add(
      asset, name, [("opening", opening.kind.rawValue)], x: x, at: Vector3(middle.x, middle.y, 0),
      articulation: open > 0 && !asset.fittings.joints.isEmpty ? OpenJoints(all: asset, open: open) : nil)
  }

  private func window(
    _ hole: RoomSide.Hole, at index: Int, of side: RoomSide, room: Int, name: String,
    _ list: inout ShellEntities,
    _ chance: inout RandomStream
  ) {
    let opening = hole.opening
    let about = [("room", "\(plan.rooms[room].kind.rawValue)_\(room)")]
    let middle = (hole.u0 + hole.u1) / 2
    let n = side.normal
    let unit = WindowUnit(
      opening: opening, finishes: finishes, outerDepth: plan.walls[hole.wall].thickness - hole.depth)
    let at = side.point(middle, opening.sill, depth: hole.depth)
    let asset = unit.asset()
    let isTilted = chance.bool(probability: 0.06)
    let tilt = chance.uniform(0.05, 0.4)
    let sashes = asset.fittings.joints.map(\.name)
    list.add(
      asset, name, about, x: n, at: at,
      // Cloth hangs, or something stands, where a sash would open to.
      articulation: isTilted && finishes.rooms[room].blind == nil && finishes.rooms[room].curtains == nil
        && isFree(before: hole, of: side, floor: list.lift)
        ? sashes.first.map { OpenJoints([($0, tilt)]) } : nil)
    let inward = Vector3(n.x, n.y, 0)
    let half = unit.glassHalf
    list.portals.append(
      SkyPortal(
        center: at + inward * WindowUnit.portalDepth + Vector3(0, 0, list.lift + opening.height / 2),
        halfU: Vector3(-n.y, n.x, 0) * half.x, halfV: Vector3(0, 0, half.y)))
    if opening.sill > 0.3 {
      let board = WindowBoard(width: opening.width, depth: hole.depth, finishes: finishes)
      list.add(board.asset(), "\(name)_sill", about, x: n, at: at)
    }
    if opening.kind == .balconyDoor {
      let out = side.point(middle, 0, depth: plan.walls[hole.wall].thickness)
      if groundBelow + list.lift > 1 {
        list.add(BalconyRailing(width: opening.width).asset(), "\(name)_railing", about, x: n, at: out)
      } else {
        list.add(
          Terrace(width: opening.width, groundBelow: groundBelow).asset(), "\(name)_terrace", [], x: n,
          at: out)
      }
    }
    let finish = finishes.rooms[room]
    let foot = side.point(middle, 0)
    func reach(_ outwards: Double) -> Double {
      // To the next corner or opening on that side.
      let edge = outwards < 0 ? hole.u0 : hole.u1
      let next =
        outwards < 0
        ? (index > 0 ? side.holes[index - 1].u1 : nil)
        : (index + 1 < side.holes.count ? side.holes[index + 1].u0 : nil)
      let corner = outwards < 0 ? 0 : side.length
      let room = next.map { ($0 - edge).magnitude / 2 - 0.05 } ?? (corner - edge).magnitude - 0.07
      return opening.width / 2 + min(0.3, room)
    }
    let dressing = WindowDressing(
      opening: opening, finishes: finishes, roomHeight: plan.rooms[room].height - below(room).drop,
      reach: (left: reach(-1), right: reach(1)),
      variation: AssetVariation(seed: UInt64(chance.integer(in: 1...1_000_000))))
    if let share = finish.curtains, min(dressing.reach.left, dressing.reach.right) > opening.width / 2 + 0.06
    {
      list.add(dressing.rail(), "\(name)_rail", about, x: n, at: foot)
      for (k, curtain) in dressing.curtains(finish.curtainColour, share: share).enumerated() {
        list.add(curtain, "\(name)_curtain_\(k)", about, x: n, at: foot)
      }
    } else if let share = finish.blind {
      list.add(
        dressing.blind(finish.curtainColour, share: share, depth: hole.depth), "\(name)_blind", about, x: n,
        at: foot)
    }
  }

  /// Whether nothing stands in a window's reveal and 0.35 m before it.
  private func isFree(before hole: RoomSide.Hole, of side: RoomSide, floor: Double) -> Bool {
    let box = Box3([
      side.point(hole.u0, floor + hole.opening.sill, depth: hole.depth),
      side.point(hole.u1, floor + hole.opening.head, depth: -0.35),
    ])
    return !obstacles.contains { other in
      let (low, high) = (maximum(box.min, other.min), minimum(box.max, other.max))
      return low.x < high.x && low.y < high.y && low.z < high.z
    }
  }
}

/// Entities under construction, with ids in order.
struct ShellEntities {
  var nextID: UInt32
  var entities: [Entity] = []
  var portals: [SkyPortal] = []
  /// Height of the storey's floor: what is added is placed above it.
  var lift = 0.0

  init(nextID: UInt32) { self.nextID = nextID }

  /// Adds an asset whose x axis points along `x` in the plan, its origin at `place` above the storey's floor; by default
  /// in world coordinates.
  mutating func add(
    _ asset: Asset, _ name: String, _ attributes: [(String, String)], x: Vector2 = Vector2(1, 0),
    at place: Vector3 = .zero,
    articulation: (any Articulating)? = nil, scale: Double = 1
  ) {
    guard !asset.pieces.isEmpty else { return }
    let turn = Quaternion(Matrix3(columns: Vector3(x.x, x.y, 0), Vector3(-x.y, x.x, 0), Vector3(0, 0, 1)))
    entities.append(
      Entity(
        id: nextID, name: name, asset: asset,
        track: Track(still: RigidTransform(rotation: turn, translation: place + Vector3(0, 0, lift))),
        scale: scale, articulation: articulation, attributes: attributes.map { (name: $0.0, value: $0.1) }))
    nextID += 1
  }
}
