import Annotations
import Geometry
import VectorMath

/// A home as Structured3D's `annotation_3d.json` has it: junctions, the lines between them, the planes that they lie on,
/// and what the planes are. World frame, metres.
///
/// A room of n corners has n junctions on the floor and n above them, 3 n lines, its floor, its ceiling and n walls, all
/// facing into the room. An opening is a hole through a wall: four junctions on each face, twelve lines, and the four
/// planes of its reveal; its lines on a face lie on the plane of that face too. The outer walls face outwards.
struct Structured3DStructure {
  struct Plane {
    /// `floor`, `ceiling` or `wall`.
    var kind: String
    var plane: Geometry.Plane
    var lines: [Int]
  }

  struct Semantic {
    var id: Int
    var kind: String
    var planes: [Int]
  }

  /// Where a room's parts begin in the lists.
  struct Room {
    var id: Int
    /// Counter-clockwise, without corners in a straight line.
    var corners: [Vector2]
    var height: Double
    /// Junctions: floor corners, then the ceiling corners above them.
    var firstJunction: Int
    /// Planes: floor, ceiling, then the wall from each corner to the next.
    var firstPlane: Int

    /// A plane's outline by its junctions, plane 0 the floor, 1 the ceiling.
    func ring(of plane: Int) -> [Int] {
      let n = corners.count
      switch plane {
      case 0: return (0..<n).map { firstJunction + $0 }
      case 1: return (n..<2 * n).map { firstJunction + $0 }
      default:
        let (a, b) = (plane - 2, (plane - 1) % n)
        return [a, b, n + b, n + a].map { firstJunction + $0 }
      }
    }
  }

  private(set) var junctions: [Vector3] = []
  /// Each from one junction to another.
  private(set) var lines: [(Int, Int)] = []
  private(set) var planes: [Plane] = []
  private(set) var semantics: [Semantic] = []
  private(set) var rooms: [Room] = []
  /// Planes of rooms with four walls at right angles.
  private(set) var cuboids: [[Int]] = []
  /// Planes of rooms whose walls are all at right angles, by the directions of their walls.
  private(set) var manhattan: [[Int]] = []
  /// Openings of which a face lies on no known wall.
  private(set) var looseOpenings: [Int] = []

  init(_ plan: FloorPlanLabel) {
    for room in plan.rooms { add(room) }
    let outside = Self.bends(Self.points(plan.footprint))
    let height = rooms.map(\.height).max() ?? 0
    var outer = 0..<0
    if !outside.isEmpty, height > 0 {
      let first = planes.count
      addWalls(outside, height, isInside: false)
      outer = first..<planes.count
    }
    let numbers = plan.rooms.map(\.room).max() ?? 0
    let thickness = Dictionary(plan.walls.map { ($0.wall, $0.thickness) }, uniquingKeysWith: { a, _ in a })
    for opening in plan.openings {
      add(opening, thickness[opening.wall] ?? 0, id: numbers + opening.opening, outer)
    }
    if !outer.isEmpty {
      semantics.append(
        Semantic(id: (semantics.map(\.id).max() ?? 0) + 1, kind: "outwall", planes: Array(outer)))
    }
    findManhattan()
  }

  /// The name that Structured3D has for a kind of room.
  static func name(ofRoom kind: String) -> String {
    switch kind {
    case "living_room": "living room"
    case "dining_room": "dining room"
    case "hallway": "corridor"
    case "storage": "store room"
    case "laundry": "laundry room"
    case "kitchen", "bedroom", "bathroom", "balcony", "study", "office": kind
    default: "undefined"
    }
  }

  /// Pairs of numbers as points; none where one is no pair.
  static func points(_ ring: [[Double]]) -> [Vector2] {
    guard ring.allSatisfy({ $0.count == 2 && $0.allSatisfy { $0.isFinite && $0.magnitude < 1e6 } }) else {
      return []
    }
    return ring.map { Vector2($0[0], $0[1]) }
  }

  /// A ring without corners in a straight line; empty unless it encloses something counter-clockwise.
  static func bends(_ ring: [Vector2]) -> [Vector2] {
    let out = ring.indices.filter { i in
      let (d, e) = (
        ring[i] - ring[(i + ring.count - 1) % ring.count], ring[(i + 1) % ring.count] - ring[i]
      )
      return cross(d, e).magnitude > 1e-9 * length(d) * length(e)
    }.map { ring[$0] }
    return out.count >= 3 && Polygon(out).signedArea > 0 ? out : []
  }

  private mutating func add(_ room: FloorPlanLabel.Room) {
    let corners = Self.bends(Self.points(room.outline))
    guard !corners.isEmpty, room.height > 0, room.height.isFinite else { return }
    let (n, line, junction, first) = (corners.count, lines.count, junctions.count, planes.count)
    planes += [
      Plane(
        kind: "floor", plane: Geometry.Plane(normal: Vector3(0, 0, 1), offset: 0),
        lines: Array(line..<line + n)),
      Plane(
        kind: "ceiling", plane: Geometry.Plane(normal: Vector3(0, 0, -1), offset: -room.height),
        lines: Array(line + n..<line + 2 * n)),
    ]
    addWalls(corners, room.height, isInside: true)
    rooms.append(
      Room(
        id: room.room, corners: corners, height: room.height, firstJunction: junction, firstPlane: first))
    semantics.append(
      Semantic(id: room.room, kind: Self.name(ofRoom: room.kind), planes: Array(first..<planes.count)))
  }

  /// Junctions, lines and planes of upright walls on a ring: lines below, above and upright, each in its order.
  private mutating func addWalls(_ ring: [Vector2], _ height: Double, isInside: Bool) {
    let (n, line, junction) = (ring.count, lines.count, junctions.count)
    for z in [0, height] { junctions += ring.map { Vector3($0.x, $0.y, z) } }
    for level in [0, n] {
      lines += (0..<n).map { (junction + level + $0, junction + level + ($0 + 1) % n) }
    }
    lines += (0..<n).map { (junction + $0, junction + n + $0) }
    for i in 0..<n {
      let d = normalized(ring[(i + 1) % n] - ring[i])
      let inwards = Vector3(-d.y, d.x, 0)
      planes.append(
        Plane(
          kind: "wall",
          plane: Geometry.Plane(normal: isInside ? inwards : -inwards, through: junctions[junction + i]),
          lines: [line + i, line + 2 * n + (i + 1) % n, line + n + i, line + 2 * n + i]))
    }
  }

  /// A hole from the wall's left face to its right one.
  private mutating func add(
    _ opening: FloorPlanLabel.Opening, _ thickness: Double, id: Int, _ outer: Range<Int>
  ) {
    let ends = Self.points([opening.start, opening.end])
    guard ends.count == 2, ends[0] != ends[1], opening.sill.isFinite, opening.head.isFinite,
      opening.sill < opening.head, thickness > 0
    else {
      looseOpenings.append(opening.opening)
      return
    }
    let along = normalized(ends[1] - ends[0])
    let left = Vector2(-along.y, along.x) * (thickness / 2)
    let (line, junction) = (lines.count, junctions.count)
    // Four junctions a face: start and end below, then end and start above.
    for across in [left, -left] {
      for (end, z) in [(0, opening.sill), (1, opening.sill), (1, opening.head), (0, opening.head)] {
        junctions.append(Vector3(ends[end].x + across.x, ends[end].y + across.y, z))
      }
    }
    for face in [0, 4] { lines += (0..<4).map { (junction + face + $0, junction + face + ($0 + 1) % 4) } }
    lines += (0..<4).map { (junction + $0, junction + 4 + $0) }
    let normals = [
      Vector3(0, 0, 1), Vector3(-along.x, -along.y, 0), Vector3(0, 0, -1), Vector3(along.x, along.y, 0),
    ]
    let first = planes.count
    for (i, kind) in ["floor", "wall", "ceiling", "wall"].enumerated() {
      planes.append(
        Plane(
          kind: kind, plane: Geometry.Plane(normal: normals[i], through: junctions[junction + i]),
          lines: [line + i, line + 8 + (i + 1) % 4, line + 4 + i, line + 8 + i]))
    }
    semantics.append(
      Semantic(id: id, kind: opening.kind == "window" ? "window" : "door", planes: Array(first..<first + 4)))
    for (face, room) in [(0, opening.left), (1, opening.right)] {
      let corners = (0..<4).map { junctions[junction + 4 * face + $0] }
      let facing = Vector3(left.x, left.y, 0) * (face == 0 ? 1 : -1)
      let walls = room == 0 ? Array(outer) : self.walls(of: room)
      if let wall = walls.first(where: { holds($0, corners, facing) }) {
        planes[wall].lines += (0..<4).map { line + 4 * face + $0 }
      } else if looseOpenings.last != opening.opening {
        looseOpenings.append(opening.opening)
      }
    }
  }

  private func walls(of room: Int) -> [Int] {
    semantics.first { $0.id == room }?.planes.filter { planes[$0].kind == "wall" } ?? []
  }

  /// Whether corners lie on a wall that faces a direction.
  private func holds(_ wall: Int, _ corners: [Vector3], _ facing: Vector3) -> Bool {
    let plane = planes[wall].plane
    guard dot(plane.normal, facing) > 0.999 * length(facing),
      corners.allSatisfy({ plane.distance(to: $0).magnitude < 1e-6 })
    else { return false }
    // Of walls in one plane, the one between whose ends they are.
    let (a, b) = lines[planes[wall].lines[0]]
    let (from, to) = (junctions[a], junctions[b])
    return corners.allSatisfy { p in
      let t = dot(p - from, to - from) / dot(to - from, to - from)
      return t > -1e-9 && t < 1 + 1e-9
    }
  }

  private mutating func findManhattan() {
    var frames: [(direction: Vector2, planes: [Int])] = []
    for room in rooms {
      let n = room.corners.count
      let ways = (0..<n).map { normalized(room.corners[($0 + 1) % n] - room.corners[$0]) }
      func fits(_ way: Vector2, _ other: Vector2) -> Bool {
        min(dot(way, other).magnitude, cross(way, other).magnitude) < 1e-9
      }
      guard ways.allSatisfy({ fits($0, ways[0]) }) else { continue }
      let own = Array(room.firstPlane..<room.firstPlane + n + 2)
      if n == 4 { cuboids.append(own) }
      if let k = frames.firstIndex(where: { fits($0.direction, ways[0]) }) {
        frames[k].planes += own
      } else {
        frames.append((ways[0], own))
      }
    }
    manhattan = frames.map(\.planes)
  }
}
