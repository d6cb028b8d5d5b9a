import Geometry
import Testing
import VectorMath

@Suite struct RayTriangleTests {
  @Test func unusableRaysAreRefused() {
    #expect(PreparedRay(origin: .zero, direction: .zero) == nil)
    #expect(PreparedRay(origin: .zero, direction: Vector3(.nan, 0, 1)) == nil)
    #expect(PreparedRay(origin: .zero, direction: Vector3(.infinity, 0, 1)) == nil)
    #expect(PreparedRay(origin: Vector3(.nan, 0, 0), direction: Vector3(0, 0, 1)) == nil)
    #expect(PreparedRay(origin: Vector3(1e31, 0, 0), direction: Vector3(0, 0, 1)) == nil)
    #expect(PreparedRay(origin: .zero, direction: Vector3(0, 0, 1e-320)) == nil)
    #expect(PreparedRay(origin: .zero, direction: Vector3(0, 0, 1e-300)) != nil)
  }

  /// Against the point that the ray was aimed at, for all six main directions.
  @Test func distanceWeightsAndSideAgreeWithPlaneGeometry() throws {
    var chance = SoupChance(state: 41)
    var fronts = 0
    var tests = 0
    for _ in 0..<20_000 {
      let (a, b, c) = (chance.point(1), chance.point(1), chance.point(1))
      let (w1, w2) = (chance.unit(), chance.unit())
      guard w1 + w2 < 0.99, w1 > 0.01, w2 > 0.01 else { continue }
      let normal = cross(b - a, c - a)
      let target = a + (b - a) * w1 + (c - a) * w2
      let origin = target + chance.point(3)
      let direction = (target - origin) * 0.25
      // Nearly grazing rays and thin triangles amplify the rounding of the target itself.
      guard dot(normal, direction).magnitude > 0.05 * length(normal) * length(direction),
        length(normal) > 0.05
      else { continue }
      let ray = try #require(PreparedRay(origin: origin, direction: direction))
      let hit = try #require(ray.meets(a, b, c))
      #expect((hit.t * ray.callerScale - 4).magnitude < 1e-11)
      #expect((hit.b1 - w1).magnitude < 1e-11 && (hit.b2 - w2).magnitude < 1e-11)
      #expect(hit.isFront == (dot(normal, direction) < 0))
      tests += 1
      if hit.isFront { fronts += 1 }
      // A target outside the triangle is missed.
      let beyond = a + (b - a) * (1.01 - w2) + (c - a) * w2
      #expect(PreparedRay(origin: origin, direction: beyond - origin)?.meets(a, b, c) == nil)
    }
    #expect(tests > 2000 && fronts > tests / 3 && fronts < tests * 2 / 3)
  }

  @Test func tIsExactInPowersOfTwo() throws {
    for d in [1.0, 0.5, 4, 0x1p-200, 0x1p+200] {
      let ray = try #require(PreparedRay(origin: Vector3(0.1, 0.1, 0), direction: Vector3(0, 0, d)))
      let hit = try #require(ray.meets(Vector3(0, 0, 8), Vector3(0, 1, 8), Vector3(1, 0, 8)))
      #expect((hit.t * ray.callerScale * d - 8).magnitude < 1e-14)
      #expect(hit.isFront)
    }
  }

  @Test func raysWithinThePlaneMiss() throws {
    let ray = try #require(PreparedRay(origin: Vector3(-1, 0.25, 0), direction: Vector3(1, 0, 0)))
    #expect(ray.meets(Vector3(0, 0, 0), Vector3(1, 0, 0), Vector3(0, 1, 0)) == nil)
  }

  struct Ball: Sendable {
    var radius = 1.0
    var center = Vector3.zero
    var roughness = 0.0
  }

  /// From inside, straight at shared vertices, edges and what lies an ulp beside them: nothing escapes.
  @Test(arguments: [
    Ball(), Ball(roughness: 0.2), Ball(radius: 3, center: Vector3(1e6, 1e6, -1e6), roughness: 0.1),
    Ball(radius: 1e6, roughness: 0.05), Ball(radius: 1e-6, center: Vector3(12, 7, 3), roughness: 0.05),
  ])
  func closedMeshesHoldEveryRay(_ setting: Ball) throws {
    var chance = SoupChance(state: 9)
    let ball = ClosedBall(
      rings: 24, sectors: 40, radius: setting.radius, center: setting.center, roughness: setting.roughness,
      chance: &chance)
    let tree = BoundingVolumeHierarchy(positions: ball.positions, triangles: ball.triangles)
    var escaped = 0
    for i in 0..<100_000 {
      let t = ball.triangles[chance.index(ball.triangles.count)]
      let (a, b) = (ball.positions[Int(t.x)], ball.positions[Int(t.y)])
      var target = i % 3 == 0 ? a : a + (b - a) * (i % 3 == 1 ? chance.unit() : 0.5)
      if i % 5 == 0 {
        let axis = chance.index(3)
        target[axis] = target[axis].nextUp
      }
      let origin = i % 7 == 0 ? setting.center : setting.center + chance.point(setting.radius * 0.3)
      let ray = try #require(PreparedRay(origin: origin, direction: target - origin))
      if !tree.isBlocked(ray) || tree.nearest(ray) == nil { escaped += 1 }
    }
    #expect(escaped == 0)
  }

  /// A closed mesh of slivers: a ball squeezed to a billionth of its height along a slanted axis.
  @Test func squeezedMeshesHoldEveryRay() throws {
    var chance = SoupChance(state: 10)
    let ball = ClosedBall(rings: 16, sectors: 24, radius: 1, center: .zero, roughness: 0, chance: &chance)
    let axis = normalized(Vector3(1, 2, 3))
    let flat = ball.positions.map { $0 - axis * (dot($0, axis) * (1 - 1e-9)) }
    let tree = BoundingVolumeHierarchy(positions: flat, triangles: ball.triangles)
    var escaped = 0
    for i in 0..<50_000 {
      let target = flat[chance.index(flat.count)]
      let inside = flat[chance.index(flat.count)] * 0.5
      let direction = i % 2 == 0 && target != inside ? target - inside : chance.point(1)
      let ray = try #require(PreparedRay(origin: inside, direction: direction))
      if tree.nearest(ray, from: -.infinity) == nil { escaped += 1 }
    }
    #expect(escaped == 0)
  }

  @Test func differencesOfProductsKeepTheirSign() {
    var chance = SoupChance(state: 12)
    for _ in 0..<10_000 {
      let (a, b) = (chance.within(-1...1), chance.within(-1...1))
      #expect(differenceOfProducts(a, b, b, a) == 0)
      // (a + ulp)·b − a·b is ulp·b, below the rounding of either product.
      let step = a.nextUp - a
      #expect(differenceOfProducts(a.nextUp, b, a, b) == step * b)
      // (1 + e)(1 − e) − 1 = −e².
      let e = (1 + chance.unit() * 0x1p-30) - 1
      #expect(differenceOfProducts(1 + e, 1 - e, 1, 1) == -(e * e))
    }
  }

  /// The direction is scaled by a power of two to a largest component of 1 to 2, whatever its axis, sign and size.
  @Test func directionsAreScaledExactly() throws {
    for exponent in stride(from: -1018, through: 1023, by: 13) {
      for (k, axis) in [(0, 0), (1, 1), (2, 2)] {
        var direction = Vector3(0.5, -0.25, 0.125)
        direction[axis] = k % 2 == exponent & 1 ? 1.75 : -1.75
        let size = Double(sign: .plus, exponent: exponent, significand: 1)
        // The sum of the components must not overflow.
        if exponent == 1023 {
          let along = direction[axis]
          direction = .zero
          direction[axis] = along
        }
        let ray = try #require(PreparedRay(origin: Vector3(1, 2, 3), direction: direction * size))
        #expect(ray.direction == direction)
        #expect(ray.callerScale == Double(sign: .plus, exponent: -exponent, significand: 1))
        // A triangle across the ray, one length of the caller's direction ahead.
        let tip = Vector3(1, 2, 3) + direction
        var (a, b, c) = (tip, tip, tip)
        let (u, v) = ((axis + 1) % 3, (axis + 2) % 3)
        a[u] -= 0.25
        b[u] += 0.5
        b[v] -= 0.25
        c[u] += 0.25
        c[v] += 0.5
        let hit = try #require(ray.meets(a, b, c))
        #expect((hit.t - 1).magnitude < 1e-12)
        #expect(hit.isFront == (direction[axis] < 0))
      }
    }
  }
}
