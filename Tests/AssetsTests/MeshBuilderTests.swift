import Assets
import Geometry
import TestSupport
import Testing
import VectorMath

struct MeshBuilderTests {
  /// Name, solid, its exact volume or the range a faceted one must lie in.
  static let solids: [(String, MeshBuilder, ClosedRange<Double>)] = [
    ("box", .box(size: Vector3(2, 3, 4)), 23.999...24.001),
    ("bevelled box", .box(size: Vector3(2, 2, 2), bevel: 0.1), 7.8...7.95),
    ("cylinder", .cylinder(from: .zero, to: Vector3(0, 0, 2), radius: 1, sides: 64), 6.25...6.284),
    ("cone", .cylinder(from: .zero, to: Vector3(3, 0, 0), radius: 1, endRadius: 0, sides: 64), 3.12...3.142),
    ("sphere", .sphere(radius: 1, sides: 48), 4.1...4.189),
    (
      "capsule", .capsule(from: .zero, to: Vector3(0, 2, 0), radius: 0.5, sides: 32, capRings: 8),
      2.03...2.095
    ),
    ("torus", .torus(radius: 2, tube: 0.5, sides: 64, rings: 32), 9.7...9.87),
    ("tube", .tube([.zero, Vector3(1, 0, 0), Vector3(1, 1, 0)], radius: 0.1, sides: 16), 0.04...0.07),
    (
      "extrusion",
      .extrusion(
        [Vector2(0, 0), Vector2(2, 0), Vector2(2, 1), Vector2(1, 1), Vector2(1, 2), Vector2(0, 2)], bottom: 0,
        top: 1), 2.999...3.001
    ),
    ("lathe", .lathe([Vector2(0, 0), Vector2(1, 0), Vector2(1, 1), Vector2(0, 1)], sides: 96), 3.13...3.142),
    (
      "loft", .loft([0.0, 1, 2].map { z in superellipse(1, 0.5, count: 64).map { Vector3($0.x, $0.y, z) } }),
      3.1...3.142
    ),
    (
      "slab",
      .slab(columns: 3, rows: 2, front: { Vector3($0, 1 - $1, 0.1) }, back: { Vector3($0, 1 - $1, 0) }),
      0.0999...0.1001
    ),
  ]

  @Test(arguments: solids.indices)
  func solidsAreClosedOutwardAndOfTheRightVolume(_ index: Int) {
    let (name, solid, volume) = Self.solids[index]
    let soup = WeldedSoup([solid.mesh()])
    #expect(soup.openEdges == 0, "\(name)")
    #expect(volume.contains(soup.signedVolume), "\(name) \(soup.signedVolume)")
    #expect((soup.signedVolume - solid.signedVolume).magnitude < 1e-4)
  }

  @Test func mirroringKeepsSolidsOutward() {
    let wedge = MeshBuilder.extrusion([Vector2(0, 0), Vector2(2, 0), Vector2(0, 1)], bottom: 0, top: 1)
      .translated(0, 3, 0)
    #expect((wedge.mirrored.signedVolume - wedge.signedVolume).magnitude < 1e-12)
    #expect(wedge.mirrored.points.allSatisfy { $0.y < 0 })
  }

  @Test func creasesStaySharpAndRoundsSmooth() {
    let box = MeshBuilder.box(size: Vector3(1, 1, 1)).mesh()
    #expect(box.positions.count == 24)
    for n in box.normals { #expect([n.x.magnitude, n.y.magnitude, n.z.magnitude].max() ?? 0 > 0.999) }
    let ball = MeshBuilder.sphere(radius: 1, sides: 32).mesh(crease: 1)
    for (p, n) in zip(ball.positions, ball.normals) { #expect(dot(normalized(p), n) > 0.99) }
  }

  @Test func degenerateTrianglesVanish() {
    var b = MeshBuilder()
    let i = b.point(.zero)
    let j = b.point(Vector3(1, 0, 0))
    let k = b.point(Vector3(0, 1, 0))
    b.triangle(i, j, k)
    b.triangle(i, i, k)
    #expect(b.mesh().triangles.count == 1)
  }

  @Test func concavePolygonsKeepTheirArea() {
    let ring = [
      Vector2(0, 0), Vector2(4, 0), Vector2(4, 3), Vector2(3, 3), Vector2(3, 1), Vector2(1, 1), Vector2(1, 3),
      Vector2(0, 3),
    ]
    var b = MeshBuilder()
    b.polygon(ring.map { b.point(Vector3($0, 0)) })
    let mesh = b.mesh()
    #expect(mesh.triangles.count == 6)
    let areas = mesh.triangles.map { t in
      let (p, q, r) = (mesh.positions[Int(t.x)], mesh.positions[Int(t.y)], mesh.positions[Int(t.z)])
      return Double(cross(q - p, r - p).z) / 2
    }
    #expect(areas.allSatisfy { $0 > 0 })
    #expect((areas.reduce(0, +) - 8).magnitude < 1e-6)
  }

  @Test func profileCurvesPassThroughTheirPointsWithoutOvershoot() {
    let curve = ProfileCurve([Vector2(0, 1), Vector2(1, 3), Vector2(2, 3), Vector2(4, -1)])
    #expect(curve(0) == 1 && curve(1) == 3 && curve(4) == -1 && curve(9) == -1)
    for i in 0...400 { #expect((-1.000001...3.000001).contains(curve(Double(i) / 100))) }
  }
}
