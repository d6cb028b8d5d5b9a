import RandomStreams
import Testing
import VectorMath
import WorldModel

/// Against closed forms, and by integrating what is read.
@Suite struct InertialUnitTests {
  private static func unit(_ noise: Double = 0.01) -> InertialUnit {
    InertialUnit(
      rate: 200, step: 0.1, accelerometer: InertialUnit.Noise(density: noise, walk: noise / 10),
      gyroscope: InertialUnit.Noise(density: noise, walk: noise / 10), stream: RandomStream(seed: 3))
  }

  private static func pose(_ p: Vector3, _ q: Quaternion) -> RigidTransform<WorldSpace, ObjectSpace> {
    RigidTransform(rotation: q, translation: p)
  }

  @Test func atRestThereIsGravityAlone() {
    let still = Track(still: Self.pose(Vector3(1, 2, 3), Quaternion(yaw: 1)))
    let reading = InertialUnit.ideal(still, at: 0.3)
    #expect(length(reading.force - Vector3(0, 0, 9.80665)) < 1e-12)
    #expect(reading.turn == .zero)
    let tilted = Track(still: Self.pose(.zero, Quaternion(yaw: 0, pitch: .pi / 2)))
    #expect(length(InertialUnit.ideal(tilted, at: 0).force - Vector3(-9.80665, 0, 0)) < 1e-9)
  }

  @Test func onACircleItPullsInwards() {
    let (radius, rate) = (2.0, 0.7)
    let track = Track(
      smooth: (0...300).map {
        let a = rate * Double($0) / 30
        let (s, c) = DeterministicMath.sincos(a)
        return Self.pose(Vector3(radius * c, radius * s, 1), Quaternion(yaw: a + .pi / 2))
      }, from: 0, spacing: 1.0 / 30)
    for t in [1.0, 2.345, 7.1] {
      let reading = InertialUnit.ideal(track, at: t)
      #expect(length(reading.force - Vector3(0, radius * rate * rate, 9.80665)) < 2e-3)
      #expect(length(reading.turn - Vector3(0, 0, rate)) < 1e-9)
    }
  }

  @Test func integrationGivesThePosesBack() {
    let track = Track(
      smooth: (0...360).map {
        let t = Double($0) / 30
        return Self.pose(
          Vector3(t, DeterministicMath.sin(0.8 * t), 1.5 + 0.012 * DeterministicMath.sin(11 * t)),
          Quaternion(
            yaw: 0.9 * DeterministicMath.sin(0.5 * t), pitch: 0.1 + 0.02 * DeterministicMath.sin(3 * t),
            roll: 0.02 * DeterministicMath.sin(2 * t)))
      }, from: -1, spacing: 1.0 / 30)
    let h = 1.0 / 200
    let start = track.motion(at: 0)
    var (p, v, q) = (
      start.worldFromObject.translation, start.velocity, start.worldFromObject.rotation
    )
    let gravity = Vector3(0, 0, -InertialUnit.gravity)
    for k in 0..<2000 {
      let a = InertialUnit.ideal(track, at: Double(k) * h)
      let b = InertialUnit.ideal(track, at: Double(k + 1) * h)
      let next = (q * Quaternion(rotationVector: (a.turn + b.turn) * (h / 2))).normalized
      let (from, to) = (q * a.force + gravity, next * b.force + gravity)
      let push: Vector3 = from * 2 + to
      p += v * h
      p += push * (h * h / 6)
      v += (from + to) * (h / 2)
      q = next
    }
    let end = track.pose(at: 10)
    #expect(length(p - end.translation) < 0.01)
    #expect(length((q.conjugate * end.rotation).rotationVector) < 1e-3)
  }

  @Test func framesShareOutTheReadings() {
    let unit = Self.unit()
    var next = unit.readings(before: 0).lowerBound
    for frame in 0..<40 {
      let range = unit.readings(before: frame)
      #expect(range.lowerBound == next && range.count == 20)
      next = range.upperBound
    }
  }

  @Test func noiseHasItsDensityAndRepeats() {
    let unit = Self.unit()
    let still = Track(still: .identity)
    let all = (0..<50).flatMap { unit.readings(of: still, before: $0) }
    let squares = all.reduce(0.0) {
      let d = $1.noisy.force - $1.ideal.force
      return $0 + dot(d, d) / 3
    }
    let deviation = (squares / Double(all.count)).squareRoot()
    #expect((deviation / (0.01 * 200.0.squareRoot()) - 1).magnitude < 0.08)
    #expect(
      unit.readings(of: still, before: 7).map(\.noisy) == unit.readings(of: still, before: 7).map(\.noisy))
  }
}
