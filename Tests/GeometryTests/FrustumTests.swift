import Geometry
import Testing
import VectorMath

@Suite struct FrustumTests {
  // A camera of 90° by 60°, off its axis to the right.
  let frustum = Frustum(low: Vector2(-0.8, -0.5), high: Vector2(1.2, 0.6), near: 0.5, far: 20)

  /// Inside, told by projecting.
  private func isSeen(_ p: Vector3) -> Bool {
    guard p.z >= 0.5, p.z <= 20 else { return false }
    let (x, y) = (p.x / p.z, p.y / p.z)
    return x >= -0.8 && x <= 1.2 && y >= -0.5 && y <= 0.6
  }

  private func points(_ count: Int) -> [Vector3] {
    var x: UInt64 = 88_172_645_463_325_252
    func next() -> Double {
      x ^= x << 13
      x ^= x >> 7
      x ^= x << 17
      return Double(x >> 11) * 0x1p-53
    }
    return (0..<count).map { _ in Vector3(next() * 60 - 30, next() * 40 - 20, next() * 30 - 5) }
  }

  @Test func containsWhatProjects() {
    for p in points(2000) { #expect(frustum.contains(p) == isSeen(p)) }
    #expect(frustum.contains(Vector3(0, 0, 1)))
    #expect(!frustum.contains(Vector3(0, 0, 0.4)))
  }

  @Test func moves() {
    let worldFromCamera = RigidTransform<WorldSpace, CameraSpace>(
      rotation: Quaternion(yaw: 2, pitch: 0.4, roll: 0.1), translation: Vector3(7, 8, 9))
    let moved = frustum.moved(by: worldFromCamera)
    #expect(moved.apex == Vector3(7, 8, 9))
    for p in points(500) { #expect(moved.contains(worldFromCamera * p) == isSeen(p)) }
  }

  @Test func neverRejectsABoxThatIsSeen() {
    for (i, p) in points(300).enumerated() {
      let box = OrientedBox(
        center: p, halfSize: Vector3(1, 2, 0.5), rotation: Quaternion(yaw: Double(i), pitch: Double(i) * 0.3))
      let grid = (0..<125).map { k -> Vector3 in
        let step = Vector3(Double(k % 5), Double(k / 5 % 5), Double(k / 25)) / 2 - Vector3(1, 1, 1)
        return box.center + box.rotation * (box.halfSize * step)
      }
      if grid.contains(where: isSeen) { #expect(frustum.mayIntersect(box)) }
      #expect(frustum.contains(box) == box.corners.allSatisfy(isSeen))
    }
    #expect(!frustum.mayIntersect(OrientedBox(center: Vector3(0, 0, -5), halfSize: Vector3(1, 1, 1))))
    #expect(!frustum.mayIntersect(Box3()))
    #expect(frustum.mayIntersect(Box3(min: Vector3(-100, -100, -100), max: Vector3(100, 100, 100))))
  }

  @Test func clipsPolygons() {
    let square = [Vector3(-50, -50, 10), Vector3(50, -50, 10), Vector3(50, 50, 10), Vector3(-50, 50, 10)]
    let clipped = frustum.clip(square)
    #expect(clipped.count == 4)
    #expect(clipped.allSatisfy { frustum.contains($0, slack: 1e-9) })
    var area = Vector3.zero
    for i in clipped.indices { area += cross(clipped[i], clipped[(i + 1) % clipped.count]) }
    // 20 by 11 metres at depth 10.
    #expect(abs(abs(area.z) / 2 - 220) < 1e-9)
    #expect(frustum.clip(square.map { $0 - Vector3(0, 0, 20) }).isEmpty)
  }

  @Test func clipsSegmentsAtTheNearPlane() throws {
    let (a, b) = try #require(frustum.clip(segment: (Vector3(0, 0, -1), Vector3(0, 0, 3))))
    #expect(length(a - Vector3(0, 0, 0.5)) < 1e-12)
    #expect(b == Vector3(0, 0, 3))
    #expect(frustum.clip(segment: (Vector3(-10, 0, 1), Vector3(-8, 0, 1))) == nil)
    // Crosses a corner outside.
    #expect(frustum.clip(segment: (Vector3(-9, -4.5, 10), Vector3(-7, -6, 10))) == nil)
    let behind = OrientedBox(center: Vector3(0, 0, 0.5), halfSize: Vector3(0.2, 0.2, 1))
    // The four long edges are cut at the near plane; the four far ones stay.
    let edges = frustum.edges(of: behind)
    #expect(edges.count == 8)
    #expect(edges.allSatisfy { $0.0.z >= 0.5 - 1e-12 && $0.1.z >= 0.5 - 1e-12 })
  }
}
