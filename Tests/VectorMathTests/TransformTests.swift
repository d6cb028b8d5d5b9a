import Testing
import VectorMath

@Suite struct RigidTransformTests {
  func pose<A, B>(_ inputs: inout Inputs) -> RigidTransform<A, B> {
    RigidTransform(rotation: inputs.rotation(), translation: inputs.vector(100))
  }

  @Test func composesAndInverts() {
    var inputs = Inputs(state: 30)
    for _ in 0..<1000 {
      let worldFromRig: RigidTransform<WorldSpace, RigSpace> = pose(&inputs)
      let rigFromCamera: RigidTransform<RigSpace, CameraSpace> = pose(&inputs)
      let p = inputs.vector(10)
      #expect(isNear((worldFromRig * rigFromCamera) * p, worldFromRig * (rigFromCamera * p), 1e-11))
      #expect(isNear(worldFromRig.inverse * (worldFromRig * p), p, 1e-11))
      #expect(isNear(worldFromRig.affine * p, worldFromRig * p, 1e-12))
      #expect(isNear((worldFromRig.inverse * worldFromRig) * p, p, 1e-11))
    }
    #expect(RigidTransform<WorldSpace, WorldSpace>.identity * Vector3(1, 2, 3) == Vector3(1, 2, 3))
  }

  @Test func interpolatesBothParts() {
    let a = RigidTransform<WorldSpace, RigSpace>(
      rotation: Quaternion(yaw: 0.2), translation: Vector3(0, 0, 0))
    let b = RigidTransform<WorldSpace, RigSpace>(
      rotation: Quaternion(yaw: 1.0), translation: Vector3(8, 4, 0))
    let c = RigidTransform.interpolate(a, b, 0.25)
    #expect(isNear(c.translation, Vector3(2, 1, 0)))
    #expect(abs(c.rotation.yaw - 0.4) < 1e-12)
  }
}

@Suite struct AffineTransformTests {
  @Test func composesAndInverts() {
    var inputs = Inputs(state: 31)
    for _ in 0..<1000 {
      let a = AffineTransform(linear: inputs.matrix(), translation: inputs.vector(10))
      let b = AffineTransform(linear: inputs.matrix(), translation: inputs.vector(10))
      let p = inputs.vector()
      #expect(isNear((a * b) * p, a * (b * p), 1e-12))
      if abs(a.linear.determinant) > 0.01, let inverse = a.inverse {
        #expect(isNear(inverse * (a * p), p, 1e-10))
      }
    }
    #expect(AffineTransform(linear: Matrix3(diagonal: Vector3(1, 0, 1))).inverse == nil)
    #expect(AffineTransform.identity * Vector3(1, 2, 3) == Vector3(1, 2, 3))
  }
}
