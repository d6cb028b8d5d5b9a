/// A 3×3 matrix of doubles in columns; `m * v` maps column vectors.
package struct Matrix3: Sendable, Hashable {
  package var columns: (x: Vector3, y: Vector3, z: Vector3) {
    get { (x, y, z) }
    set { (x, y, z) = newValue }
  }
  package var x: Vector3
  package var y: Vector3
  package var z: Vector3

  @inlinable package init(columns x: Vector3, _ y: Vector3, _ z: Vector3) {
    self.x = x
    self.y = y
    self.z = z
  }

  @inlinable package init(rows r0: Vector3, _ r1: Vector3, _ r2: Vector3) {
    self.init(
      columns: Vector3(r0.x, r1.x, r2.x), Vector3(r0.y, r1.y, r2.y), Vector3(r0.z, r1.z, r2.z))
  }

  @inlinable package init(diagonal d: Vector3) {
    self.init(columns: Vector3(d.x, 0, 0), Vector3(0, d.y, 0), Vector3(0, 0, d.z))
  }

  package static let identity = Matrix3(diagonal: Vector3(1, 1, 1))

  @inlinable @inline(__always) package static func * (m: Matrix3, v: Vector3) -> Vector3 {
    m.x * v.x + m.y * v.y + m.z * v.z
  }
  @inlinable package static func * (a: Matrix3, b: Matrix3) -> Matrix3 {
    Matrix3(columns: a * b.x, a * b.y, a * b.z)
  }

  @inlinable package var transpose: Matrix3 { Matrix3(rows: x, y, z) }
  @inlinable package var determinant: Double { dot(x, cross(y, z)) }

  /// The inverse; `nil` where the determinant is zero or not finite.
  package var inverse: Matrix3? {
    let d = determinant
    guard d != 0, d.isFinite else { return nil }
    return Matrix3(rows: cross(y, z) / d, cross(z, x) / d, cross(x, y) / d)
  }

  /// The matrix that carries normals: cofactors, so that mirrored transforms keep normals outward
  /// after normalisation and no division is needed.
  package var normalMatrix: Matrix3 {
    let c = Matrix3(columns: cross(y, z), cross(z, x), cross(x, y))
    return determinant < 0 ? Matrix3(columns: -c.x, -c.y, -c.z) : c
  }
}
