import Geometry
import VectorMath
import WorldModel

/// An entity as the audit sees it: its surfaces in their place, and what is known of it as data.
struct AuditedBody {
  enum Role {
    /// Furniture, lamps, small things.
    case thing
    /// Mouldings, doors, windows, curtains: what belongs to the building and can be run into.
    case fitting
    /// Floors, ceilings, walls, facades: sheets that the plan describes.
    case shell
    /// Outside.
    case outdoors
  }

  var name: String
  var className: String
  var role: Role
  var mount: Asset.Mount
  /// Index of the room that it says it is in.
  var room: Int?
  /// The id of the entity that it says it stands on.
  var supporter: UInt32?
  var id: UInt32
  /// Whether it is in the middle of a stride, between one foothold and the next.
  var isWalking: Bool
  var parts: [SolidPart]
  var box: Box3
  /// Of leaves on upright hinges that reach down to where one walks.
  var swings: [LeafSwing] = []

  /// Classes of what the generator builds as the shell of homes.
  private static let roles: [String: Role] = [
    "floor": .shell, "ceiling": .shell, "interior_wall": .shell, "building": .outdoors,
    "skirting": .fitting, "door": .fitting, "window": .fitting, "window_sill": .fitting,
    "curtain": .fitting, "blind": .fitting, "railing": .outdoors, "sidewalk": .outdoors,
    "terrain": .outdoors, "stairs": .fitting,
  ]

  /// - Parameters:
  ///   - footprint: what lies beside it is outdoors.
  ///   - floors: heights of the storeys' floors, ascending.
  init(
    _ entity: Entity, worldFromNodes: [AffineTransform], parts cache: inout SolidPartCache, footprint: Box3,
    floors: [Double]
  ) {
    func attribute(_ name: String) -> String? { entity.attributes.first { $0.name == name }?.value }
    name = entity.name
    id = entity.id
    className = entity.nativeClass.name
    mount = entity.asset.fittings.mount
    room = attribute("room").flatMap { Int($0) }
    supporter = attribute("supported_by").flatMap { UInt32($0) }
    isWalking = attribute("posture") == "walking"
    let moving = Set(entity.asset.fittings.joints.map(\.node))
    parts = cache.parts(of: entity.asset).map { part in
      SolidPart(
        points: part.points.map { worldFromNodes[part.node] * $0 }, triangles: part.triangles,
        isMoving: moving.contains(part.node))
    }
    box = parts.reduce(into: Box3()) { $0.insert($1.box) }
    let middle = box.center
    role = attribute("part_of") == "stairs" ? .fitting : Self.roles[className] ?? .thing
    if !footprint.contains(Vector3(middle.x, middle.y, 0)) { role = .outdoors }
    if role == .fitting { swings = LeafSwing.all(of: entity, floors: floors) }
  }
}

/// Connected surfaces of assets, each asset looked at once.
struct SolidPartCache {
  /// One connected surface in the frame of its node.
  struct Part {
    var node: Int
    var points: [Vector3]
    var triangles: [SIMD3<Int32>]
  }

  private var known: [ObjectIdentifier: [Part]] = [:]

  mutating func parts(of asset: Asset) -> [Part] {
    if let parts = known[ObjectIdentifier(asset)] { return parts }
    var parts: [Part] = []
    for node in asset.nodes.indices {
      let pieces = asset.pieces.filter { $0.node == node }
      if !pieces.isEmpty { parts += Self.connected(pieces.map(\.mesh), node) }
    }
    known[ObjectIdentifier(asset)] = parts
    return parts
  }

  /// Points nearer to each other than about 0.1 mm are one.
  private static func connected(_ meshes: [Mesh], _ node: Int) -> [Part] {
    var points: [Vector3] = []
    var triangles: [SIMD3<Int32>] = []
    for mesh in meshes {
      let base = Int32(points.count)
      points += mesh.positions.map { Vector3($0) }
      triangles += mesh.triangles.map {
        SIMD3(Int32($0.x), Int32($0.y), Int32($0.z)) &+ SIMD3(repeating: base)
      }
    }
    var parent = Array(0..<Int32(points.count))
    func root(_ i: Int32) -> Int32 {
      var i = i
      while parent[Int(i)] != i {
        parent[Int(i)] = parent[Int(parent[Int(i)])]
        i = parent[Int(i)]
      }
      return i
    }
    func join(_ a: Int32, _ b: Int32) {
      let (a, b) = (root(a), root(b))
      if a != b { parent[Int(max(a, b))] = min(a, b) }
    }
    // Two lattices, shifted, so that equal points which rounding has parted meet in at least one of them.
    for shift in [0.31, 0.81] {
      var first: [SIMD3<Int32>: Int32] = [:]
      first.reserveCapacity(points.count)
      for (i, p) in points.enumerated() {
        let q = p / 1e-4 + shift
        let key = SIMD3(
          Int32(q.x.rounded(.down)), Int32(q.y.rounded(.down)), Int32(q.z.rounded(.down)))
        if let other = first[key] { join(Int32(i), other) } else { first[key] = Int32(i) }
      }
    }
    for t in triangles {
      join(t.x, t.y)
      join(t.y, t.z)
    }
    var number: [Int32: Int] = [:]
    var parts: [Part] = []
    var place = [Int32](repeating: -1, count: points.count)
    for t in triangles {
      let key = root(t.x)
      let k = number[key] ?? parts.count
      if k == parts.count {
        number[key] = k
        parts.append(Part(node: node, points: [], triangles: []))
      }
      var moved = SIMD3<Int32>.zero
      for axis in 0..<3 {
        let i = Int(t[axis])
        if place[i] < 0 {
          place[i] = Int32(parts[k].points.count)
          parts[k].points.append(points[i])
        }
        moved[axis] = place[i]
      }
      parts[k].triangles.append(moved)
    }
    return parts
  }
}
