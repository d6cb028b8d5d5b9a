import Geometry
import Testing
import VectorMath

@Suite struct OrientedBoxTests {
  let box = OrientedBox(
    center: Vector3(4, -2, 1), halfSize: Vector3(2, 1, 0.5),
    rotation: Quaternion(yaw: 0.7, pitch: 0.2, roll: -0.4))

  @Test func cornersRunXFastest() {
    let plain = OrientedBox(center: .zero, halfSize: Vector3(1, 2, 3))
    #expect(
      plain.corners == [
        Vector3(-1, -2, -3), Vector3(1, -2, -3), Vector3(-1, 2, -3), Vector3(1, 2, -3), Vector3(-1, -2, 3),
        Vector3(1, -2, 3), Vector3(-1, 2, 3), Vector3(1, 2, 3),
      ])
    #expect(plain.corners == Box3(min: Vector3(-1, -2, -3), max: Vector3(1, 2, 3)).corners)
    // Turned by a quarter about z, x goes to y.
    let turned = OrientedBox(center: .zero, halfSize: Vector3(1, 2, 3), rotation: Quaternion(yaw: .pi / 2))
    #expect(length(turned.corners[1] - turned.corners[0] - Vector3(0, 2, 0)) < 1e-12)
  }

  @Test func edgesJoinCornersThatDifferInOneAxis() {
    let corners = box.corners
    let lengths = OrientedBox.edges.map { length(corners[$0.0] - corners[$0.1]) }
    #expect(lengths.count == 12)
    for (i, expected) in [4.0, 2, 1].enumerated() {
      #expect(lengths[(i * 4)..<(i * 4 + 4)].allSatisfy { abs($0 - expected) < 1e-12 })
    }
    #expect(Set(OrientedBox.edges.map { $0.0 * 8 + $0.1 }).count == 12)
  }

  @Test func containsItsCornersAndNotBeyond() {
    for corner in box.corners {
      #expect(box.contains(corner, slack: 1e-12))
      #expect(!box.contains(box.center + (corner - box.center) * 1.001))
      #expect(box.bounds.contains(corner))
    }
    #expect(box.contains(box.center))
    #expect(abs(box.volume - 8) < 1e-12)
  }

  @Test func nearestPoint() {
    let outside = box.center + box.rotation * Vector3(5, 0.3, 0)
    #expect(abs(box.distance(to: outside) - 3) < 1e-12)
    #expect(length(box.nearest(to: outside) - (box.center + box.rotation * Vector3(2, 0.3, 0))) < 1e-12)
    #expect(box.distance(to: box.center) == 0)
  }

  @Test func raysAgreeWithSteps() {
    // Marching along the ray is the second opinion.
    for (i, target) in [Vector3(4, -2, 1), Vector3(5, -1, 1), Vector3(4, 2, 1), Vector3(3, -2, 1.4)]
      .enumerated()
    {
      let origin = Vector3(-3, Double(i), 2)
      let direction = target - origin
      let inside = (0...4000).map { Double($0) / 1000 }.filter { box.contains(origin + direction * $0) }
      let range = box.intersection(origin: origin, direction: direction)
      #expect((range == nil) == inside.isEmpty)
      if let range, let first = inside.first, let last = inside.last {
        #expect(abs(range.lowerBound - first) <= 1.001e-3)
        #expect(abs(range.upperBound - last) <= 1.001e-3)
      }
    }
    let within = box.intersection(origin: box.center, direction: Vector3(1, 0, 0))
    #expect(within?.lowerBound == 0)
    #expect(box.intersection(origin: Vector3(100, 0, 0), direction: Vector3(1, 0, 0)) == nil)
  }

  @Test func separation() {
    let a = OrientedBox(center: .zero, halfSize: Vector3(1, 1, 1))
    let diagonal = OrientedBox(
      center: Vector3(2.3, 0, 0), halfSize: Vector3(1, 1, 1), rotation: Quaternion(yaw: .pi / 4))
    // Its edge reaches to 2.3 − √2 < 1.
    #expect(a.intersects(diagonal))
    #expect(diagonal.intersects(a))
    var far = diagonal
    far.center.x = 2.42
    #expect(!a.intersects(far))
    #expect(!far.intersects(a))
    #expect(a.intersects(OrientedBox(center: Vector3(0.1, 0, 0), halfSize: Vector3(0.2, 0.2, 0.2))))
    // Two crossed bars that only the product of their edges keeps apart.
    let bar = OrientedBox(
      center: Vector3(0, 0, 1.9), halfSize: Vector3(5, 0.1, 0.1), rotation: Quaternion(yaw: 0.8, pitch: 0.5))
    let other = OrientedBox(
      center: Vector3(0, 0, 1.5), halfSize: Vector3(5, 0.1, 0.1), rotation: Quaternion(yaw: -0.8, pitch: 0.5))
    #expect(!bar.intersects(other))
  }

  @Test func movesWithItsCorners() {
    let motion = RigidTransform<WorldSpace, ObjectSpace>(
      rotation: Quaternion(yaw: 1, pitch: 0.3), translation: Vector3(1, 2, 3))
    for (a, b) in zip(box.moved(by: motion).corners, box.corners) { #expect(length(a - motion * b) < 1e-12) }
    let carried = OrientedBox(Box3(min: Vector3(0, 0, 0), max: Vector3(2, 4, 6)), in: motion)
    #expect(length(carried.corners[7] - motion * Vector3(2, 4, 6)) < 1e-12)
    #expect(carried.size == Vector3(2, 4, 6))
  }
}
