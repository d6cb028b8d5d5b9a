package import VectorMath

/// A box turned freely in space, metres: what 3D box labels are.
package struct OrientedBox: Sendable, Hashable {
  package var center: Vector3
  /// Half extents along the box's own x, y, z; none negative.
  package var halfSize: Vector3
  /// Target-from-box rotation.
  package var rotation: Quaternion

  package init(center: Vector3, halfSize: Vector3, rotation: Quaternion = .identity) {
    self.center = center
    self.halfSize = halfSize
    self.rotation = rotation
  }

  /// An axis-aligned box of `Source` carried into `Target`; an empty box becomes a point.
  package init<Target, Source>(_ box: Box3, in targetFromSource: RigidTransform<Target, Source>) {
    self.init(
      center: targetFromSource * (box.isEmpty ? .zero : box.center), halfSize: box.size / 2,
      rotation: targetFromSource.rotation)
  }

  package var size: Vector3 { halfSize * 2 }
  package var volume: Double { 8 * halfSize.x * halfSize.y * halfSize.z }

  /// The eight corners: x varies fastest, then y, then z, from the low corner of the box's own axes
  /// (as `Box3.corners`).
  package var corners: [Vector3] {
    let m = rotation.matrix
    let (x, y, z) = (m.x * halfSize.x, m.y * halfSize.y, m.z * halfSize.z)
    return (0..<8).map { i -> Vector3 in
      var p = center
      p += i & 1 == 0 ? -x : x
      p += i & 2 == 0 ? -y : y
      p += i & 4 == 0 ? -z : z
      return p
    }
  }

  /// The twelve edges as pairs of corner numbers: four along x, four along y, four along z.
  package static let edges: [(Int, Int)] = [
    (0, 1), (2, 3), (4, 5), (6, 7), (0, 2), (1, 3), (4, 6), (5, 7), (0, 4), (1, 5), (2, 6), (3, 7),
  ]

  /// The smallest axis-aligned box around it.
  package var bounds: Box3 { Box3(corners) }

  /// A point in the box's own axes, from its centre.
  package func local(_ p: Vector3) -> Vector3 { rotation.conjugate * (p - center) }

  /// Whether a point lies inside or within `slack` metres of each face.
  package func contains(_ p: Vector3, slack: Double = 0) -> Bool {
    let q = local(p)
    return abs(q.x) <= halfSize.x + slack && abs(q.y) <= halfSize.y + slack && abs(q.z) <= halfSize.z + slack
  }

  /// The nearest point of the box (the point itself when inside).
  package func nearest(to p: Vector3) -> Vector3 {
    center + rotation * minimum(maximum(local(p), -halfSize), halfSize)
  }

  /// Metres to the nearest point; 0 inside.
  package func distance(to p: Vector3) -> Double { length(nearest(to: p) - p) }

  /// Where `origin + t · direction` enters and leaves, t ≥ 0 (enter = 0 from inside); `nil` for a miss.
  package func intersection(origin: Vector3, direction: Vector3) -> ClosedRange<Double>? {
    let boxFromWorld = rotation.conjugate.matrix
    let o = boxFromWorld * (origin - center)
    let d = boxFromWorld * direction
    var (enter, leave) = (0.0, Double.infinity)
    for axis in 0..<3 {
      if d[axis] == 0 {
        if abs(o[axis]) > halfSize[axis] { return nil }
        continue
      }
      let a = (-halfSize[axis] - o[axis]) / d[axis]
      let b = (halfSize[axis] - o[axis]) / d[axis]
      enter = max(enter, min(a, b))
      leave = min(leave, max(a, b))
    }
    guard enter <= leave, leave.isFinite else { return nil }
    return enter...leave
  }

  /// How far the box reaches to both sides of its centre along a unit direction, metres.
  package func reach(along direction: Vector3) -> Double {
    let q = rotation.conjugate * direction
    return abs(q.x) * halfSize.x + abs(q.y) * halfSize.y + abs(q.z) * halfSize.z
  }

  /// Whether two boxes share a point: separating axes (Gottschalk 1996), the three of each and their nine
  /// products.
  package func intersects(_ other: OrientedBox) -> Bool {
    let (a, b) = (rotation.matrix, other.rotation.matrix)
    let offset = other.center - center
    func separates(_ axis: Vector3) -> Bool {
      let l = length(axis)
      // Parallel edges have no product to speak of; the face axes decide then.
      guard l > 1e-9 else { return false }
      return abs(dot(offset, axis)) > (reach(along: axis / l) + other.reach(along: axis / l)) * l
    }
    for x in [a.x, a.y, a.z, b.x, b.y, b.z] where separates(x) { return false }
    for x in [a.x, a.y, a.z] {
      for y in [b.x, b.y, b.z] where separates(cross(x, y)) { return false }
    }
    return true
  }

  /// The box carried by a rigid motion.
  package func moved<Target, Source>(by t: RigidTransform<Target, Source>) -> OrientedBox {
    OrientedBox(center: t * center, halfSize: halfSize, rotation: (t.rotation * rotation).normalized)
  }
}
