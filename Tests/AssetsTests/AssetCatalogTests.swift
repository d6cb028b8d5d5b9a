import Assets
import Geometry
import Imaging
import Testing
import VectorMath
import WorldModel

/// What holds for every asset in the catalog, whoever adds one.
struct AssetCatalogTests {
  static let names = AssetCatalog.names

  @Test func namesAreUnique() {
    #expect(Set(Self.names).count == Self.names.count)
    #expect(AssetCatalog.make("no such asset") == nil)
  }

  @Test(arguments: names)
  func meshesAreSound(_ name: String) throws {
    let asset = try #require(AssetCatalog.make(name))
    #expect(!asset.pieces.isEmpty)
    for piece in asset.pieces {
      let mesh = piece.mesh
      #expect(!mesh.triangles.isEmpty)
      #expect(mesh.uvs.count == mesh.positions.count)
      for p in mesh.positions { #expect(p.x.isFinite && p.y.isFinite && p.z.isFinite) }
      for n in mesh.normals { #expect((length(Vector3(n)) - 1).magnitude < 1e-4) }
      for uv in mesh.uvs { #expect(uv.x.isFinite && uv.y.isFinite) }
    }
  }

  @Test(arguments: names)
  func everythingDeclaredIsUsed(_ name: String) throws {
    let asset = try #require(AssetCatalog.make(name))
    #expect(Set(asset.pieces.map(\.material)) == Set(asset.materials.indices))
    #expect(Set(asset.pieces.map(\.part)) == Set(asset.parts.indices))
    #expect(Set(asset.materials.map(\.name)).count == asset.materials.count)
    #expect(asset.nativeClass != Ontology.named("object"))
  }

  /// Solids are closed and face outward: over all pieces of a node, each directed edge has its opposite.
  /// Leaves are the one exception: sheets, seen from both sides.
  @Test(arguments: names)
  func solidsAreClosedAndOutward(_ name: String) throws {
    let asset = try #require(AssetCatalog.make(name))
    for node in asset.nodes.indices {
      let meshes = asset.pieces.filter { $0.node == node && !asset.materials[$0.material].isDoubleSided }.map(
        \.mesh)
      guard !meshes.isEmpty else { continue }
      let soup = WeldedSoup(meshes)
      #expect(soup.openEdges == 0, "node \(asset.nodes[node].name)")
      #expect(soup.signedVolume > 0, "node \(asset.nodes[node].name)")
    }
  }

  @Test(arguments: names)
  func standsOnTheGround(_ name: String) throws {
    let asset = try #require(AssetCatalog.make(name))
    let bounds = asset.restBounds
    #expect(bounds.min.z.magnitude < 0.005)
    #expect(bounds.center.x.magnitude < 0.35 * max(1, bounds.size.x / 3))
    #expect(bounds.center.y.magnitude < 0.25 * max(1, bounds.size.y / 3))
  }

  @Test(arguments: names)
  func equalParametersGiveEqualBytes(_ name: String) throws {
    let a = try #require(AssetCatalog.make(name))
    let b = try #require(AssetCatalog.make(name))
    #expect(a.pieces.count == b.pieces.count)
    for (p, q) in zip(a.pieces, b.pieces) {
      #expect(p.mesh.positions == q.mesh.positions)
      #expect(p.mesh.normals == q.mesh.normals)
      #expect(p.mesh.uvs == q.mesh.uvs)
      #expect(p.mesh.triangles == q.mesh.triangles)
    }
    for (m, n) in zip(a.materials, b.materials) {
      #expect(m.baseColor == n.baseColor)
      #expect(m.baseColorTexture?.levels.first?.texels == n.baseColorTexture?.levels.first?.texels)
    }
  }

  @Test(arguments: names)
  func staysWithinItsTriangleBudget(_ name: String) throws {
    let asset = try #require(AssetCatalog.make(name))
    let budget: [String: Int] = ["tree": 6000, "bush": 3000, "building": 24000, "car": 16000, "person": 8000]
    let triangles = asset.pieces.reduce(0) { $0 + $1.mesh.triangles.count }
    #expect(triangles <= budget[asset.nativeClass.name] ?? 18000)
  }
}
