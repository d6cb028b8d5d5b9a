import Geometry
import RoomGeometry
import VectorMath
import WorldModel

/// The part of a room that a leaf on upright hinges sweeps: a sector of a cylinder, from shut to a right angle (or as
/// far as the joint goes).
struct LeafSwing {
  var name: String
  var pin: Vector2
  /// Unit, from the pin along the shut and along the open leaf.
  var shut: Vector2
  var open: Vector2
  var radius: Double
  var heights: ClosedRange<Double>

  /// The swings of an entity's joints at rest, where they are hinges about the vertical and begin less than 0.3 m above
  /// one of the floors.
  static func all(of entity: Entity, floors: [Double]) -> [LeafSwing] {
    let asset = entity.asset
    let place =
      entity.track.pose(at: 0).affine
      * AffineTransform(linear: Matrix3(diagonal: Vector3(repeating: entity.scale)))
    let nodes = asset.objectFromNodes(asset.restPoses)
    return asset.fittings.joints.compactMap { joint in
      guard case .hinge(let axis, let angle) = joint.motion else { return nil }
      let worldFromNode = place * nodes[joint.node]
      let upright = worldFromNode.linear * axis
      guard upright.z.magnitude > 0.99 else { return nil }
      let points = asset.pieces.filter { $0.node == joint.node }.flatMap { piece in
        piece.mesh.positions.map { worldFromNode * Vector3($0) }
      }
      let pin = Vector2(worldFromNode.translation.x, worldFromNode.translation.y)
      let box = Box3(points)
      func arm(_ p: Vector3) -> Vector2 { Vector2(p.x, p.y) - pin }
      let radius = points.map { length(arm($0)) }.max() ?? 0
      let turn = upright.z * angle > 0 ? 1.0 : -1.0
      // Of the far edge the side that goes first.
      let edge = points.map(arm).filter { length($0) > radius - 0.02 }
      let floor = floors.last { $0 <= box.min.z + 0.05 } ?? 0
      guard box.min.z < floor + 0.3, radius > 0.1,
        let first = edge.max(by: { cross($0, $1) * turn > 0 })
      else { return nil }
      let (s, c) = DeterministicMath.sincos(min(angle.magnitude, .pi / 2) * turn)
      let shut = normalized(first)
      return LeafSwing(
        name: entity.name, pin: pin, shut: shut,
        open: Vector2(c * shut.x - s * shut.y, s * shut.x + c * shut.y), radius: radius,
        heights: box.min.z...box.max.z)
    }
  }

  /// Where parts reach deepest into the sector.
  func deepest(of parts: [SolidPart], beyond limit: Double) -> (depth: Double, place: Vector3)? {
    let turn = cross(shut, open) > 0 ? 1.0 : -1.0
    let reach = Box3(
      min: Vector3(pin.x - radius, pin.y - radius, heights.lowerBound),
      max: Vector3(pin.x + radius, pin.y + radius, heights.upperBound))
    var best: (depth: Double, place: Vector3)?
    for part in parts where part.box.meets(reach) {
      for t in part.triangles {
        let (a, b, c) = part.corners(t)
        var polygon = reach.clipped([a, b, c])
        // Inside of the two planes that bound the sector, by more than the limit.
        polygon = Box3.clipped(polygon) { cross(self.shut, Vector2($0.x, $0.y) - self.pin) * turn - limit }
        polygon = Box3.clipped(polygon) { -cross(self.open, Vector2($0.x, $0.y) - self.pin) * turn - limit }
        for (i, p) in polygon.enumerated() {
          let q = polygon[(i + 1) % polygon.count]
          let (u, v) = (Vector2(p.x, p.y) - pin, Vector2(q.x, q.y) - pin)
          let e = v - u
          let s = dot(e, e) > 0 ? max(0, min(1, -dot(u, e) / dot(e, e))) : 0
          let depth = radius - length(u + e * s)
          if depth > best?.depth ?? limit { best = (depth, p + (q - p) * s) }
        }
      }
    }
    return best
  }
}
