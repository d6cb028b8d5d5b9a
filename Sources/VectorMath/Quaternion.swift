/// A rotation as a unit quaternion, named components (w, x, y, z).
package struct Quaternion: Sendable, Hashable {
  package var w: Double
  package var x: Double
  package var y: Double
  package var z: Double

  @inlinable package init(w: Double, x: Double, y: Double, z: Double) {
    self.w = w
    self.x = x
    self.y = y
    self.z = z
  }

  package static let identity = Quaternion(w: 1, x: 0, y: 0, z: 0)

  /// A right-handed turn of `angle` radians about `axis` (need not be unit).
  package init(axis: Vector3, angle: Double) {
    let u = axis / Swift.max(length(axis), .leastNormalMagnitude)
    let (s, c) = DeterministicMath.sincos(angle / 2)
    self.init(w: c, x: u.x * s, y: u.y * s, z: u.z * s)
  }

  /// Yaw about z, then pitch about the new y, then roll about the new x, in radians
  /// (OpenDRIVE's and OpenSCENARIO's order).
  package init(yaw: Double, pitch: Double = 0, roll: Double = 0) {
    self =
      Quaternion(axis: Vector3(0, 0, 1), angle: yaw)
      * Quaternion(axis: Vector3(0, 1, 0), angle: pitch)
      * Quaternion(axis: Vector3(1, 0, 0), angle: roll)
  }

  @inlinable package static func * (a: Quaternion, b: Quaternion) -> Quaternion {
    Quaternion(
      w: a.w * b.w - a.x * b.x - a.y * b.y - a.z * b.z,
      x: a.w * b.x + a.x * b.w + a.y * b.z - a.z * b.y,
      y: a.w * b.y - a.x * b.z + a.y * b.w + a.z * b.x,
      z: a.w * b.z + a.x * b.y - a.y * b.x + a.z * b.w)
  }

  @inlinable package var conjugate: Quaternion { Quaternion(w: w, x: -x, y: -y, z: -z) }

  /// Unit length; the zero quaternion becomes the identity.
  @inlinable package var normalized: Quaternion {
    let n = (w * w + x * x + y * y + z * z).squareRoot()
    return n > 0 ? Quaternion(w: w / n, x: x / n, y: y / n, z: z / n) : .identity
  }

  @inlinable package var matrix: Matrix3 {
    Matrix3(
      rows: Vector3(1 - 2 * (y * y + z * z), 2 * (x * y - w * z), 2 * (x * z + w * y)),
      Vector3(2 * (x * y + w * z), 1 - 2 * (x * x + z * z), 2 * (y * z - w * x)),
      Vector3(2 * (x * z - w * y), 2 * (y * z + w * x), 1 - 2 * (x * x + y * y)))
  }

  @inlinable package static func * (q: Quaternion, v: Vector3) -> Vector3 { q.matrix * v }

  /// From a rotation matrix (Shepperd's method: the largest component first, so no cancellation).
  package init(_ m: Matrix3) {
    let t = m.x.x + m.y.y + m.z.z
    if t > 0 {
      let s = (t + 1).squareRoot() * 2
      self.init(w: s / 4, x: (m.y.z - m.z.y) / s, y: (m.z.x - m.x.z) / s, z: (m.x.y - m.y.x) / s)
    } else if m.x.x >= m.y.y && m.x.x >= m.z.z {
      let s = (1 + m.x.x - m.y.y - m.z.z).squareRoot() * 2
      self.init(w: (m.y.z - m.z.y) / s, x: s / 4, y: (m.y.x + m.x.y) / s, z: (m.z.x + m.x.z) / s)
    } else if m.y.y >= m.z.z {
      let s = (1 + m.y.y - m.x.x - m.z.z).squareRoot() * 2
      self.init(w: (m.z.x - m.x.z) / s, x: (m.y.x + m.x.y) / s, y: s / 4, z: (m.z.y + m.y.z) / s)
    } else {
      let s = (1 + m.z.z - m.x.x - m.y.y).squareRoot() * 2
      self.init(w: (m.x.y - m.y.x) / s, x: (m.z.x + m.x.z) / s, y: (m.z.y + m.y.z) / s, z: s / 4)
    }
    self = self.normalized
  }

  /// The shortest way from `a` to `b`, `t` in 0...1, by normalised linear interpolation of the arc's
  /// sine weights (spherical); nearly equal rotations fall back to linear.
  package static func interpolate(_ a: Quaternion, _ b: Quaternion, _ t: Double) -> Quaternion {
    var d = a.w * b.w + a.x * b.x + a.y * b.y + a.z * b.z
    let sign: Double = d < 0 ? -1 : 1
    d = d.magnitude
    var wa = 1 - t
    var wb = t
    if d < 0.9995 {
      let theta = DeterministicMath.acos(d)
      let s = DeterministicMath.sin(theta)
      wa = DeterministicMath.sin((1 - t) * theta) / s
      wb = DeterministicMath.sin(t * theta) / s
    }
    wb *= sign
    return Quaternion(
      w: wa * a.w + wb * b.w, x: wa * a.x + wb * b.x, y: wa * a.y + wb * b.y, z: wa * a.z + wb * b.z
    ).normalized
  }

  /// The heading about world z of the rotated x axis, in (−π, π].
  package var yaw: Double {
    let forward = self * Vector3(1, 0, 0)
    return DeterministicMath.atan2(forward.y, forward.x)
  }
}
