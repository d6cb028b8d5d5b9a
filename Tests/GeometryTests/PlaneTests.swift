import Geometry
import Testing
import VectorMath

@Suite struct PlaneTests {
  @Test func throughThreePoints() throws {
    let (a, b, c) = (Vector3(1, 0, 2), Vector3(4, 1, 2), Vector3(2, 5, 3))
    let plane = try #require(Plane(a, b, c))
    for p in [a, b, c, (a + b + c) / 3] { #expect(abs(plane.distance(to: p)) < 1e-12) }
    #expect(abs(length(plane.normal) - 1) < 1e-15)
    // Counter-clockwise seen from the front.
    #expect(plane.normal.z > 0)
    #expect(Plane(a, c, b)?.normal == -plane.normal)
    #expect(Plane(a, b, a + (b - a) * 3) == nil)
    #expect(Plane(a, a, c) == nil)
  }

  @Test func distancesAndProjections() {
    let plane = Plane(normal: Vector3(0, 3, 4), offset: 10)
    #expect(plane.offset == 2)
    #expect(abs(plane.distance(to: .zero) + 2) < 1e-15)
    let p = Vector3(7, -3, 9)
    let foot = plane.project(p)
    #expect(abs(plane.distance(to: foot)) < 1e-12)
    #expect(abs(length(p - foot) - abs(plane.distance(to: p))) < 1e-12)
    #expect(plane.flipped.distance(to: p) == -plane.distance(to: p))
  }

  @Test func rays() throws {
    let plane = Plane(normal: Vector3(0, 0, 1), through: Vector3(5, 5, 2))
    let t = try #require(plane.intersection(origin: Vector3(0, 0, 6), direction: Vector3(1, 0, -2)))
    #expect(t == 2)
    #expect(plane.intersection(origin: .zero, direction: Vector3(1, 1, 0)) == nil)
  }

  @Test func movesWithItsPoints() {
    let motion = RigidTransform<WorldSpace, ObjectSpace>(
      rotation: Quaternion(yaw: 0.4, pitch: -1, roll: 2), translation: Vector3(3, -8, 1))
    let plane = Plane(normal: Vector3(1, 2, -3), offset: 4)
    let moved = plane.moved(by: motion)
    for p in [Vector3(1, 2, 3), Vector3(-9, 0, 4), .zero] {
      #expect(abs(moved.distance(to: motion * p) - plane.distance(to: p)) < 1e-12)
    }
  }
}
