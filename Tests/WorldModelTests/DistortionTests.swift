import Foundation
import RandomStreams
import Testing
import VectorMath
import WorldModel

/// Brown and Conrady's distortion: published cases, its inverse, and where it folds.
struct DistortionTests {
  static let cases: [Distortion] = [
    .none, Distortion(k1: -0.28340811, k2: 0.07395907, p1: 0.00019359, p2: 1.76187114e-05),  // EuRoC, cam0
    Distortion(k1: 0.2624, k2: -0.9531, p1: -0.0054, p2: 0.0026, k3: 1.1633),  // TUM, freiburg1
    Distortion(k1: 0.4), Distortion(k1: -0.9, k2: 0.8, p1: 0.05, p2: -0.04), Distortion(p1: 0.01),
  ]

  /// By the long way: complex numbers for the tangential part, powers for the radial one.
  private static func reference(_ d: Distortion, _ x: Double, _ y: Double) -> Vector2 {
    let r = Foundation.hypot(x, y)
    let radial = 1 + d.k1 * pow(r, 2) + d.k2 * pow(r, 4) + d.k3 * pow(r, 6)
    // The tangential part is 2 (x, y) (p · (x, y)) + r² p, with p = (p2, p1).
    let along = d.p2 * x + d.p1 * y
    return Vector2(
      x * radial + 2 * x * along + d.p2 * r * r, y * radial + 2 * y * along + d.p1 * r * r)
  }

  @Test(arguments: cases) func placesAreThoseOfTheFormula(_ d: Distortion) {
    for i in -8...8 {
      for j in -8...8 {
        let (x, y) = (Double(i) / 10, Double(j) / 11)
        #expect(length(d.distort(Vector2(x, y)) - Self.reference(d, x, y)) < 1e-14)
      }
    }
  }

  @Test(arguments: cases) func theInverseIsOneWhereNothingFolds(_ d: Distortion) throws {
    var draws = RandomStream(seed: 3)
    let reach = min(d.limit * 0.999, 3)
    for _ in 0..<4000 {
      let angle = draws.uniform(0, (2 * .pi))
      let p = Vector2(cos(angle), sin(angle)) * (reach * draws.uniform(0, 1).squareRoot())
      let back = try #require(d.undistort(d.distort(p)), "\(p)")
      #expect(length(back - p) < 1e-9 * (1 + length(p)), "\(p)")
    }
  }

  /// The fold of a radial polynomial is a root of its derivative.
  @Test func theLimitIsWhereTheRadiusStopsGrowing() {
    #expect(abs(Distortion(k1: -0.3).limit - (1 / 0.9).squareRoot()) < 1e-9)
    // 1 + 3 k1 s + 5 k2 s² = 0 for s = 0.5.
    let k2 = (3 * 0.8 * 0.5 - 1) / (5 * 0.25)
    #expect(abs(Distortion(k1: -0.8, k2: k2).limit - 0.5.squareRoot()) < 1e-9)
    #expect(Distortion.none.limit == 50 && Distortion(k1: 0.2, k2: 0.1).limit == 50)
    // Tangential parts fold nearer than the radial one alone.
    let both = Distortion(k1: -0.3, p1: 0.03).limit
    #expect(both < Distortion(k1: -0.3).limit && both > 0.8)
  }

  /// Beyond the fold a point would come back into the picture: it must not.
  @Test func whatIsBeyondTheFoldIsNotSeen() {
    let d = Distortion(k1: -0.3)
    let camera = Camera(
      width: 200, height: 200, fx: 100, fy: 100, cx: 99.5, cy: 99.5, projection: .brownConrady, distortion: d)
    let slope = 1.5
    let place = d.distort(Vector2(slope, 0)).x
    #expect(place < d.distort(Vector2(d.limit, 0)).x)
    #expect(!camera.canProject(Vector3(slope, 0, 1)) && camera.place(of: Vector3(slope, 0, 1)) == nil)
    #expect(camera.canProject(Vector3(1, 0, 1)) && !camera.canProject(Vector3(0, 0, -1)))
    // No slopes are seen beyond the largest place.
    let most = d.distort(Vector2(d.limit, 0)).x
    #expect(d.undistort(Vector2(most + 1e-6, 0)) == nil && d.undistort(Vector2(most - 1e-6, 0)) != nil)
    #expect(!camera.hasRay(99.5 + 100 * (most + 1e-6), 99.5) && camera.hasRay(99.5 + 70, 99.5))
    #expect(d.undistort(Vector2(.nan, 0)) == nil && d.undistort(Vector2(.infinity, 1)) == nil)
  }

  /// By differences, not by the derivatives that Newton's method uses.
  @Test(arguments: cases) func stretchIsTheLargestDerivative(_ d: Distortion) {
    for p in [Vector2(0.2, 0.1), Vector2(-0.3, 0.25), Vector2(0, -0.4)] {
      var most = 0.0
      for k in 0..<720 {
        let (s, c) = (sin(Double(k) * .pi / 360), cos(Double(k) * .pi / 360))
        let step = Vector2(c, s) * 1e-6
        most = max(most, length(d.distort(p + step) - d.distort(p - step)) / 2e-6)
      }
      #expect(abs(d.stretch(p) - most) < 1e-4)
    }
  }
}
