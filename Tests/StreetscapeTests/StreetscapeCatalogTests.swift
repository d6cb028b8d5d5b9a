import Assets
import Geometry
import Streetscape
import TestSupport
import Testing
import VectorMath
import WorldModel

/// What holds for everything in the catalog, whoever adds to it.
@Suite struct StreetscapeCatalogTests {
  static let names = StreetscapeCatalog.names

  @Test func namesAreUnique() {
    #expect(Set(Self.names).count == Self.names.count)
    #expect(Set(Self.names).isDisjoint(with: AssetCatalog.names))
    #expect(StreetscapeCatalog.make("no such thing") == nil)
  }

  @Test(arguments: names) func meshesAreSound(_ name: String) throws {
    let asset = try #require(StreetscapeCatalog.make(name))
    #expect(!asset.pieces.isEmpty)
    for piece in asset.pieces {
      #expect(!piece.mesh.triangles.isEmpty)
      for p in piece.mesh.positions { #expect(p.x.isFinite && p.y.isFinite && p.z.isFinite) }
      for n in piece.mesh.normals { #expect((length(Vector3(n)) - 1).magnitude < 1e-4) }
      for uv in piece.mesh.uvs { #expect(uv.x.isFinite && uv.y.isFinite) }
    }
    #expect(Set(asset.pieces.map(\.part)) == Set(asset.parts.indices))
    #expect(Set(asset.materials.map(\.name)).count == asset.materials.count)
    #expect(asset.restBounds.min.z.magnitude < 0.005 || name.hasPrefix("shop_sign"))
  }

  /// Solids are closed and face outward: each directed edge has its opposite. Sheets that are seen from both sides are
  /// the one exception.
  @Test(arguments: names) func solidsAreClosedAndOutward(_ name: String) throws {
    let asset = try #require(StreetscapeCatalog.make(name))
    let meshes = asset.pieces.filter { !asset.materials[$0.material].isDoubleSided }.map(\.mesh)
    guard !meshes.isEmpty else { return }
    let soup = WeldedSoup(meshes)
    #expect(soup.openEdges == 0)
    #expect(soup.signedVolume > 0)
  }

  @Test(arguments: names) func equalParametersGiveEqualBytes(_ name: String) throws {
    let a = try #require(StreetscapeCatalog.make(name))
    let b = try #require(StreetscapeCatalog.make(name))
    #expect(a.pieces.map(\.mesh.positions) == b.pieces.map(\.mesh.positions))
    #expect(a.pieces.map(\.mesh.uvs) == b.pieces.map(\.mesh.uvs))
    #expect(a.pieces.map(\.mesh.triangles) == b.pieces.map(\.mesh.triangles))
    #expect(a.materials.map(\.baseColor) == b.materials.map(\.baseColor))
  }

  @Test(arguments: names) func staysWithinItsTriangleBudget(_ name: String) throws {
    let asset = try #require(StreetscapeCatalog.make(name))
    let triangles = asset.pieces.reduce(0) { $0 + $1.mesh.triangles.count }
    let limit =
      switch name {
      case "building_chinese_tower": 18_000
      case "building_chinese_street": 12_000
      case _ where name.hasPrefix("building"): 9000
      case _ where name.hasPrefix("tree"): 5500
      default: 1500
      }
    #expect(triangles <= limit)
  }
}
