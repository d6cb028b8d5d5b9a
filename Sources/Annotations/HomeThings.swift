import Geometry
import VectorMath
import WorldModel

/// The things of a home at an instant with the boxes around them, as labels of whole rooms need them: also those that no
/// camera sees.
struct HomeThings {
  /// What stands, lies or hangs in a room.
  struct Thing {
    /// Index into `snapshot.subjects` and `world.entities`.
    var subject: Int
    var id: UInt32
    /// Index into the plan's rooms.
    var room: Int
    /// As in `Entity.supportedBy`.
    var support: String
    /// Around its mesh as it stands, doors and drawers shut, along its own axes; world frame, metres.
    var box: OrientedBox
    /// Heights of its lowest and highest vertex, metres.
    var low: Double
    var high: Double
  }

  let plan: HomePlan
  /// In the order of the world's entities.
  let things: [Thing]

  /// - Returns: `nil` for worlds without a plan.
  init?(_ view: CapturedView) {
    let (world, snapshot) = (view.capture.world, view.capture.snapshot)
    guard let plan = world.plan, !plan.rooms.isEmpty else { return nil }
    self.plan = plan
    // Things of one asset at rest share its box.
    var known: [ObjectIdentifier: Box3] = [:]
    var things: [Thing] = []
    for (i, entity) in world.entities.enumerated() {
      guard let support = entity.supportedBy, let room = entity.room, plan.rooms.indices.contains(room)
      else { continue }
      let subject = snapshot.subjects[i]
      let key = ObjectIdentifier(entity.asset)
      let isAtRest = entity.articulation == nil && entity.scale == 1
      // What stands open is told with its doors and drawers shut: they are no part of the place that it takes.
      let bounds =
        (isAtRest ? known[key] : nil)
        ?? (entity.articulation is OpenJoints && entity.scale == 1
          ? entity.asset.restBounds : snapshot.objectBounds(of: subject))
      if isAtRest { known[key] = bounds }
      let box = OrientedBox(bounds, in: subject.worldFromObject)
      let up = subject.worldFromObject.rotation * Vector3(0, 0, 1)
      var (low, high) = (box.center.z - box.halfSize.z, box.center.z + box.halfSize.z)
      if up.z < 1 - 1e-12 { (low, high) = snapshot.heights(of: subject) }
      things.append(
        Thing(subject: i, id: entity.id, room: room, support: support, box: box, low: low, high: high))
    }
    self.things = things
  }
}

extension HomeThings.Thing {
  /// The direction in the plan in which it looks, unit: its own x axis, or where that stands upright its y axis.
  var heading: Vector2 {
    let m = box.rotation.matrix
    let x = Vector2(m.x.x, m.x.y)
    return normalized(length(x) > 0.5 ? x : Vector2(m.y.x, m.y.y))
  }

  /// The smallest rectangle of the plan along `heading` that holds the box's shadow: middle, and half lengths along
  /// `heading` and to the left of it.
  var footprint: (center: Vector2, half: Vector2) {
    let ahead = heading
    let left = Vector2(-ahead.y, ahead.x)
    func reach(_ d: Vector2) -> Double { box.reach(along: Vector3(d.x, d.y, 0)) }
    return (Vector2(box.center.x, box.center.y), Vector2(reach(ahead), reach(left)))
  }
}

extension Snapshot {
  /// The box around all vertices of a subject in its object frame, metres.
  func objectBounds(of subject: Subject) -> Box3 {
    let objectFromWorld = subject.worldFromObject.inverse.affine
    var box = Box3()
    for piece in pieces[subject.pieces] {
      let map = objectFromWorld * piece.worldFromMesh
      // Vertices, not the mesh's own box: turned, that would be too large.
      for p in piece.positions { box.insert(map * Vector3(p)) }
    }
    return box
  }

  /// Heights of the lowest and the highest vertex of a subject in the world, metres.
  func heights(of subject: Subject) -> (low: Double, high: Double) {
    var out = (low: Double.infinity, high: -Double.infinity)
    for piece in pieces[subject.pieces] {
      for p in piece.positions {
        let z = (piece.worldFromMesh * Vector3(p)).z
        out = (min(out.low, z), max(out.high, z))
      }
    }
    return out
  }
}
