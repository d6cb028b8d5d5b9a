import Foundation
import Testing
import VectorMath

extension Inputs {
  mutating func vector(_ scale: Double = 1) -> Vector3 {
    Vector3(uniform(-scale, scale), uniform(-scale, scale), uniform(-scale, scale))
  }
  mutating func rotation() -> Quaternion {
    Quaternion(w: uniform(-1, 1), x: uniform(-1, 1), y: uniform(-1, 1), z: uniform(-1, 1)).normalized
  }
  mutating func matrix() -> Matrix3 { Matrix3(columns: vector(), vector(), vector()) }
}

func isNear(_ a: Vector3, _ b: Vector3, _ tolerance: Double = 1e-13) -> Bool { length(a - b) <= tolerance }
func isNear(_ a: Matrix3, _ b: Matrix3, _ tolerance: Double = 1e-13) -> Bool {
  isNear(a.x, b.x, tolerance) && isNear(a.y, b.y, tolerance) && isNear(a.z, b.z, tolerance)
}

@Suite struct QuaternionTests {
  /// Rodrigues' formula, a second way to turn a vector.
  func turned(_ v: Vector3, _ axis: Vector3, _ angle: Double) -> Vector3 {
    let k = normalized(axis)
    return v * cos(angle) + cross(k, v) * sin(angle) + k * dot(k, v) * (1 - cos(angle))
  }

  @Test func turnsAsRodriguesSays() {
    var inputs = Inputs(state: 10)
    for _ in 0..<2000 {
      let (axis, angle, v) = (inputs.vector(3), inputs.uniform(-7, 7), inputs.vector(5))
      #expect(isNear(Quaternion(axis: axis, angle: angle) * v, turned(v, axis, angle), 1e-13 * 10))
    }
    #expect(isNear(Quaternion(axis: Vector3(0, 0, 1), angle: .pi / 2) * Vector3(1, 0, 0), Vector3(0, 1, 0)))
    #expect(Quaternion(axis: .zero, angle: 1).normalized.w > 0)
  }

  @Test func productsAreTurnsInTurn() {
    var inputs = Inputs(state: 11)
    for _ in 0..<2000 {
      let (a, b, v) = (inputs.rotation(), inputs.rotation(), inputs.vector())
      #expect(isNear((a * b) * v, a * (b * v)))
      #expect(isNear((a * b).matrix, a.matrix * b.matrix))
      #expect(isNear(a.conjugate * (a * v), v))
      #expect(isNear(a.matrix.transpose, a.matrix.inverse ?? .identity))
      #expect(abs(a.matrix.determinant - 1) < 1e-13)
    }
  }

  @Test func matricesAndBack() {
    var inputs = Inputs(state: 12)
    var all = (0..<2000).map { _ in inputs.rotation() }
    // Half turns, where the trace is −1 and the naive formula divides by zero.
    for axis in [
      Vector3(1, 0, 0), Vector3(0, 1, 0), Vector3(0, 0, 1), Vector3(1, 1, 0), Vector3(0, 1, 1),
      Vector3(1, 1, 1),
    ] {
      all += [Quaternion(axis: axis, angle: .pi), Quaternion(axis: axis, angle: .pi - 1e-9)]
    }
    all.append(.identity)
    for q in all {
      let back = Quaternion(q.matrix)
      let same = abs(back.w * q.w + back.x * q.x + back.y * q.y + back.z * q.z)
      #expect(abs(same - 1) < 1e-14, "\(q) became \(back)")
    }
  }

  @Test func yawPitchRoll() {
    var inputs = Inputs(state: 13)
    for _ in 0..<1000 {
      let (yaw, pitch, roll) = (
        inputs.uniform(-3.1, 3.1), inputs.uniform(-1.5, 1.5), inputs.uniform(-3.1, 3.1)
      )
      let q = Quaternion(yaw: yaw, pitch: pitch, roll: roll)
      // OpenDRIVE 1.8 §8.2: the matrix written out.
      let (sy, cy, sp, cp, sr, cr) = (sin(yaw), cos(yaw), sin(pitch), cos(pitch), sin(roll), cos(roll))
      let m = Matrix3(
        rows: Vector3(cp * cy, sr * sp * cy - cr * sy, cr * sp * cy + sr * sy),
        Vector3(cp * sy, sr * sp * sy + cr * cy, cr * sp * sy - sr * cy), Vector3(-sp, sr * cp, cr * cp))
      #expect(isNear(q.matrix, m))
      #expect(abs(q.yaw - yaw) < 1e-12)
    }
    #expect((Quaternion(yaw: 0, pitch: 0.2) * Vector3(1, 0, 0)).z < 0, "positive pitch looks down")
  }

  @Test func interpolationTurnsEvenly() {
    var inputs = Inputs(state: 14)
    for _ in 0..<500 {
      let (a, axis, angle) = (inputs.rotation(), inputs.vector(), inputs.uniform(0.001, 3.1))
      let b = Quaternion(axis: axis, angle: angle) * a
      let negative = Quaternion(w: -b.w, x: -b.x, y: -b.y, z: -b.z)
      for t in [0, 0.25, 0.5, 0.9, 1] {
        let expected = (Quaternion(axis: axis, angle: angle * t) * a).matrix
        // Nearly equal rotations are interpolated linearly: an error below a millionth of a radian.
        #expect(isNear(Quaternion.interpolate(a, b, t).matrix, expected, 1e-6))
        #expect(isNear(Quaternion.interpolate(a, negative, t).matrix, expected, 1e-6), "the short way round")
      }
    }
    let a = inputs.rotation()
    #expect(isNear(Quaternion.interpolate(a, a, 0.3).matrix, a.matrix))
    #expect(Quaternion(w: 0, x: 0, y: 0, z: 0).normalized == .identity)
  }
}

@Suite struct Matrix3Tests {
  @Test func inverseDeterminantTranspose() {
    var inputs = Inputs(state: 20)
    for _ in 0..<2000 {
      let (a, b, v) = (inputs.matrix(), inputs.matrix(), inputs.vector())
      #expect(isNear((a * b) * v, a * (b * v), 1e-14 * 8))
      #expect(abs((a * b).determinant - a.determinant * b.determinant) < 1e-14 * 16)
      #expect(isNear((a * b).transpose, b.transpose * a.transpose, 1e-14))
      if abs(a.determinant) > 0.01, let inverse = a.inverse { #expect(isNear(a * inverse, .identity, 1e-11)) }
    }
    #expect(Matrix3(columns: Vector3(1, 2, 3), Vector3(2, 4, 6), Vector3(0, 0, 1)).inverse == nil)
    #expect(Matrix3(diagonal: Vector3(.nan, 1, 1)).inverse == nil)
    #expect(Matrix3(rows: Vector3(1, 2, 3), Vector3(4, 5, 6), Vector3(7, 8, 10)).determinant == -3)
    var m = Matrix3.identity
    m.columns.y = Vector3(7, 8, 9)
    #expect(m * Vector3(0, 1, 0) == Vector3(7, 8, 9))
  }

  /// Normals stay at right angles to what they were normal to, and outward through mirrors.
  @Test func normalMatrix() {
    var inputs = Inputs(state: 21)
    for _ in 0..<1000 {
      let m = inputs.matrix()
      let (a, b) = (inputs.vector(), inputs.vector())
      let n = cross(a, b)
      let moved = m.normalMatrix * n
      #expect(abs(dot(moved, m * a)) < 1e-13 && abs(dot(moved, m * b)) < 1e-13)
      // A point on the normal's side stays there.
      #expect(dot(moved, m * n) > -1e-13)
    }
  }
}

@Suite struct VectorTests {
  @Test func products() {
    #expect(cross(Vector3(1, 0, 0), Vector3(0, 1, 0)) == Vector3(0, 0, 1))
    #expect(cross(Vector2(1, 0), Vector2(0, 1)) == 1)
    #expect(dot(Vector3(1, 2, 3), Vector3(4, 5, 6)) == 32 && dot(Vector2(1, 2), Vector2(3, 4)) == 11)
    #expect(length(Vector3(2, 3, 6)) == 7 && length(Vector2(3, 4)) == 5)
    #expect(normalized(Vector3(0, 0, 5)) == Vector3(0, 0, 1) && normalized(Vector2(0, 0)) == .zero)
    #expect(normalized(Vector3.zero) == .zero && normalized(Vector2(0, -2)) == Vector2(0, -1))
    #expect(least(Vector3(3, 1, 2)) == 1 && greatest(Vector3(3, 1, 2)) == 3)
    #expect(minimum(Vector3(1, 5, 3), Vector3(2, 4, 3)) == Vector3(1, 4, 3))
    #expect(maximum(Vector3(1, 5, 3), Vector3(2, 4, 3)) == Vector3(2, 5, 3))
  }
}
