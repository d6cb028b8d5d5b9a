import Geometry
import Testing
import VectorMath
import WorldModel

@Suite struct LevelTests {
  /// A square of so many triangles, one metre wide, upright and facing −x.
  private static func asset(_ triangles: Int) -> Asset {
    let mesh = Mesh(
      positions: [Vector3f(0, -0.5, 0), Vector3f(0, 0.5, 0), Vector3f(0, 0.5, 1), Vector3f(0, -0.5, 1)],
      normals: [Vector3f](repeating: Vector3f(-1, 0, 0), count: 4), uvs: [],
      triangles: (0..<triangles).map { $0 % 2 == 0 ? SIMD3(0, 1, 2) : SIMD3(0, 2, 3) })
    return Asset(
      name: "square", nativeClass: Ontology.classes[0], pieces: [Asset.Piece(mesh: mesh, material: 0)],
      materials: [Material(name: "m", roughness: Float(triangles))])
  }
  private static let fine = asset(100).with(levels: [
    .init(asset(50), error: 0.004), .init(asset(10), error: 0.02),
  ])

  /// 100 pixels a unit slope, so 1 m at 10 m is 10 pixels.
  private static let camera = Camera(width: 101, height: 101, fx: 100, fy: 100, cx: 50, cy: 50)

  private func triangles(
    at positions: [Vector3], times: [Double] = [0], by camera: Camera = LevelTests.camera
  ) -> Int {
    var world = World(
      entities: [
        Entity(
          id: 1, name: "a", asset: Self.fine,
          track: positions.count == 1
            ? Track(still: RigidTransform(translation: positions[0]))
            : Track(
              keys: positions.enumerated().map {
                Track.Key(time: Double($0), worldFromObject: RigidTransform(translation: $1))
              }))
      ],
      rig: Rig(cameras: [
        Rig.MountedCamera(name: "c", camera: camera, rigFromCamera: Rig.mount(at: Vector3(0, 0, 0.5)))
      ]))
    world.chooseLevels(at: times)
    return world.snapshot(at: 0).pieces.reduce(0) { $0 + $1.mesh.triangles.count }
  }

  /// Nearer is never coarser, and no error is ever larger than half a pixel.
  @Test func theNearerTheFiner() {
    var last = Int.max
    var seen: Set<Int> = []
    for x in stride(from: 0.5, through: 40, by: 0.1) {
      let count = triangles(at: [Vector3(x, 0, 0)])
      #expect(count <= last, "at \(x)")
      let errors: [Int: Double] = [100: 0, 50: 0.004, 10: 0.02]
      let error = errors[count] ?? 9
      #expect(error * 100 / x <= 0.5, "at \(x)")
      last = count
      seen.insert(count)
    }
    #expect(seen == [100, 50, 10])
  }

  /// Parallel rays see as much of what is far away.
  @Test(arguments: [(10.0, 10), (20, 50), (100, 100)])
  func distanceIsNothingToParallelRays(pixelsAMetre: Double, expected: Int) {
    let camera = Camera(width: 101, height: 101, metresAcross: 101 / pixelsAMetre)
    for x in [2.0, 40, 400] { #expect(triangles(at: [Vector3(x, 0, 0)], by: camera) == expected) }
    let aside = Vector3(2, 51 / pixelsAMetre + 1.5, 0)
    #expect(triangles(at: [aside], by: camera) == 10)
  }

  /// A thing keeps the level of its nearest approach, at whatever time that is.
  @Test func aSequenceHasOneLevel() {
    let way = [Vector3(40, 0, 0), Vector3(1, 0, 0), Vector3(40, 0, 0)]
    #expect(triangles(at: way, times: [0]) == 10)
    #expect(triangles(at: way, times: [0, 1, 2]) == 100)
  }

  /// What no camera has in view is as coarse as can be; at the edge of the picture it counts as seen.
  @Test func whatIsNotSeenIsCoarse() {
    #expect(triangles(at: [Vector3(-2, 0, 0)]) == 10)
    #expect(triangles(at: [Vector3(3, 40, 0)]) == 10)
    #expect(triangles(at: [Vector3(3, 2.4, 0)]) == 50)
  }

  /// Levels look like the finest: they have its very materials.
  @Test func levelsShareMaterials() {
    for level in Self.fine.levels { #expect(level.asset.materials[0].roughness == 100) }
  }
}
