import Geometry
import RoomGeometry
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
