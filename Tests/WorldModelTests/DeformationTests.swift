import Geometry
import Testing
import VectorMath
import WorldModel

@Suite struct DeformationTests {
  private let plain = Material(name: "m")

  private func asset(_ mesh: Mesh, skin: Asset.Skin? = nil, nodes: [Asset.Node], node: Int = 0) throws
    -> Asset
  {
    Asset(
      name: "a", nativeClass: try #require(Ontology.named("object")),
      pieces: [Asset.Piece(mesh: mesh, node: node, material: 0, skin: skin == nil ? nil : 0)],
      materials: [plain],
      nodes: nodes, skins: skin.map { [$0] } ?? [])
  }

  /// Two triangles in the plane z = 0.
  private func sheet(_ deformation: MeshDeformation?) -> Mesh {
    Mesh(
      positions: [Vector3f(0, 0, 0), Vector3f(1, 0, 0), Vector3f(1, 1, 0), Vector3f(0, 1, 0)],
      normals: [Vector3f](repeating: Vector3f(0, 0, 1), count: 4),
      triangles: [SIMD3(0, 1, 2), SIMD3(0, 2, 3)], deformation: deformation)
  }

  @Test func rigidPiecesStayRigid() throws {
    let a = try asset(sheet(nil), nodes: [Asset.Node(name: "root")])
    #expect(a.deformed(a.pieces[0], articulation: nil, objectFromNodes: [.identity]) == nil)
  }

  @Test func morphTargetsAddUp() throws {
    let up = [Vector3f](repeating: Vector3f(0, 0, 2), count: 4)
    let aside = [Vector3f(1, 0, 0), .zero, .zero, .zero]
    let tilt = [Vector3f](repeating: Vector3f(1, 0, 0), count: 4)
    let mesh = sheet(
      MeshDeformation(morphPositions: [up, aside], morphNormals: [tilt, aside.map { _ in .zero }]))
    let a = try asset(mesh, nodes: [Asset.Node(name: "root", morphWeights: [0.25, 0])])
    let rest = try #require(a.deformed(a.pieces[0], articulation: nil, objectFromNodes: [.identity]))
    #expect(
      rest.positions == [Vector3f(0, 0, 0.5), Vector3f(1, 0, 0.5), Vector3f(1, 1, 0.5), Vector3f(0, 1, 0.5)])
    #expect(length(Vector3(rest.normals[0]) - normalized(Vector3(0.25, 0, 1))) < 1e-7)
    let posed = try #require(
      a.deformed(
        a.pieces[0], articulation: Articulation(poses: a.restPoses, morphWeights: [0: [1, -0.5]]),
        objectFromNodes: [.identity]))
    #expect(posed.positions[0] == Vector3f(-0.5, 0, 2))
    #expect(posed.positions[1] == Vector3f(1, 0, 2))
    #expect(length(Vector3(posed.normals[2]) - Vector3(0.5.squareRoot(), 0, 0.5.squareRoot())) < 1e-7)
    // More weights than targets, or fewer, are no reason to fall.
    let odd = Articulation(poses: a.restPoses, morphWeights: [0: [1, 0, 7, 7]])
    #expect(
      a.deformed(a.pieces[0], articulation: odd, objectFromNodes: [.identity])?.positions[1]
        == Vector3f(1, 0, 2))
  }

  @Test func jointsBlendLinearly() throws {
    // Vertex 1 follows joint 0, vertex 2 joint 1, vertex 3 half each, vertex 0 stays with joint 0.
    let mesh = sheet(
      MeshDeformation(
        joints: [[0, 0, 0, 0], [0, 1, 0, 0], [1, 0, 0, 0], [0, 1, 0, 0]],
        weights: [[1, 0, 0, 0], [1, 0, 0, 0], [1, 0, 0, 0], [0.5, 0.5, 0, 0]]))
    let skin = Asset.Skin(
      joints: [1, 2],
      inverseBind: [.identity, AffineTransform(translation: Vector3(-1, 0, 0))])
    let a = try asset(
      mesh, skin: skin,
      nodes: [
        // The mesh's own node is far away, and has no say.
        Asset.Node(name: "mesh", rest: NodePose(translation: Vector3(100, 0, 0))),
        Asset.Node(name: "hip"),
        Asset.Node(name: "knee", parent: 1, rest: NodePose(translation: Vector3(1, 0, 0))),
      ])
    let rest = try #require(
      a.deformed(a.pieces[0], articulation: nil, objectFromNodes: a.objectFromNodes(a.restPoses)))
    #expect(rest.positions == mesh.positions)
    #expect(rest.normals == mesh.normals)

    var poses = a.restPoses
    poses[1].translation = Vector3(0, 0, 5)
    poses[2].rotation = Quaternion(axis: Vector3(1, 0, 0), angle: .pi / 2)
    let posed = try #require(
      a.deformed(a.pieces[0], articulation: nil, objectFromNodes: a.objectFromNodes(poses)))
    func near(_ a: Vector3f, _ b: Vector3) -> Bool { length(Vector3(a) - b) < 1e-6 }
    #expect(near(posed.positions[0], Vector3(0, 0, 5)))
    #expect(near(posed.positions[1], Vector3(1, 0, 5)))
    // (1, 1, 0) in the knee's bind frame is (0, 1, 0), turned to (0, 0, 1), and at (1, 0, 5).
    #expect(near(posed.positions[2], Vector3(1, 0, 6)))
    #expect(near(posed.normals[2], Vector3(0, -1, 0)))
    // Half of (0, 1, 5) and half of (0, 0, 6).
    #expect(near(posed.positions[3], Vector3(0, 0.5, 5.5)))
    #expect(near(posed.normals[3], normalized(Vector3(0, -1, 1))))
  }

  @Test func resultsLieOnAGridOf24Bits() throws {
    var seed: UInt64 = 9
    func unit() -> Float {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Float(seed >> 40) / 0x1p24
    }
    let positions = (0..<99).map { _ in Vector3f(unit(), unit(), unit()) }
    let mesh = Mesh(
      positions: positions, triangles: (0..<33).map { SIMD3(3 * $0, 3 * $0 + 1, 3 * $0 + 2) },
      deformation: MeshDeformation(
        joints: positions.map { _ in [0, 1, 0, 0] },
        weights: positions.map { _ in
          let w = unit(); return [w, 1 - w, 0, 0]
        }))
    let a = try asset(
      mesh, skin: Asset.Skin(joints: [0, 1], inverseBind: [.identity, .identity]),
      nodes: [
        Asset.Node(name: "a", rest: NodePose(rotation: Quaternion(yaw: 0.3), scale: Vector3(40, 7, 1))),
        Asset.Node(name: "b", rest: NodePose(rotation: Quaternion(yaw: 1, pitch: 2))),
      ])
    let shape = try #require(
      a.deformed(a.pieces[0], articulation: nil, objectFromNodes: a.objectFromNodes(a.restPoses)))
    let top = shape.positions.reduce(Float(0)) { max($0, $1.x.magnitude, $1.y.magnitude, $1.z.magnitude) }
    let step = Double(sign: .plus, exponent: Int(top.exponent) + 1 - 24, significand: 1)
    for p in shape.positions {
      for k in 0..<3 { #expect((Double(p[k]) / step).truncatingRemainder(dividingBy: 1) == 0) }
    }
    for n in shape.normals { #expect((length(n) - 1).magnitude < 1e-6) }
  }

  @Test func restBoundsFollowTheSkin() throws {
    let mesh = sheet(
      MeshDeformation(
        joints: [SIMD4<UInt16>](repeating: .zero, count: 4),
        weights: [SIMD4<Float>](repeating: [1, 0, 0, 0], count: 4)))
    let a = try asset(
      mesh, skin: Asset.Skin(joints: [1], inverseBind: [.identity]),
      nodes: [
        Asset.Node(name: "mesh", rest: NodePose(translation: Vector3(50, 0, 0))),
        Asset.Node(name: "joint", rest: NodePose(scale: Vector3(2, 3, 4))),
      ])
    #expect(a.restBounds == Box3(min: .zero, max: Vector3(2, 3, 0)))
  }

  @Test func brokenSkinsDoNotTrap() throws {
    let mesh = sheet(
      MeshDeformation(
        joints: [SIMD4<UInt16>](repeating: [9, 900, 65535, 0], count: 4),
        weights: [SIMD4<Float>](repeating: [0.25, 0.25, 0.25, 0.25], count: 4)))
    let a = try asset(
      mesh, skin: Asset.Skin(joints: [77], inverseBind: [.identity]), nodes: [Asset.Node(name: "n")])
    let shape = a.deformed(a.pieces[0], articulation: nil, objectFromNodes: [.identity])
    #expect(shape?.positions.count == 4)
  }
}
