import Assets
import Geometry
import Imaging
import TestSupport
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
    // Riders and whoever sits in a wheelchair sit; everything else touches the ground.
    let isSeated = asset.nativeClass.name == "rider" || asset.name == WheelchairUser.assetName
    if !isSeated { #expect(bounds.min.z.magnitude < 0.005) }
    if asset.nativeClass.name == "person", !isSeated {
      #expect(bounds.center.x.magnitude < 0.12)
      #expect(bounds.center.y.magnitude < 0.02)
    }
  }

  /// Length, width, height in metres, mirrors and open arms apart: what such things measure in the street.
  static let sizes: [(String, ClosedRange<Double>, ClosedRange<Double>, ClosedRange<Double>)] = [
    ("pedestrian", 0.25...0.5, 0.4...0.62, 1.70...1.82),
    ("pedestrian_child", 0.2...0.5, 0.28...0.5, 1.2...1.32),
    ("traffic_cone", 0.3...0.5, 0.3...0.5, 0.7...0.8), ("bench", 0.5...0.8, 1.5...2.1, 0.75...0.95),
    ("bollard", 0.1...0.3, 0.1...0.3, 0.8...1.1), ("barrier", 0.5...0.7, 1.9...2.1, 0.75...0.9),
    ("traffic_light", 0.3...0.8, 0.4...0.7, 3...4), ("street_lamp", 1.5...2.6, 0.2...0.5, 7.5...8.5),
    ("traffic_sign", 0.1...0.3, 0.55...0.65, 2.5...3), ("tree", 5...9, 5...9, 8.5...10.5),
    ("conifer", 3...7, 3...7, 10.5...11.5), ("house", 8...10.5, 9...11.5, 8...11),
  ]

  @Test(arguments: sizes.indices)
  func hasItsRealSize(_ index: Int) throws {
    let (name, length, width, height) = Self.sizes[index]
    let asset = try #require(AssetCatalog.make(name))
    let transforms = asset.objectFromNodes(asset.restPoses)
    var bounds = Box3()
    for piece in asset.pieces where asset.parts[piece.part] != "mirror" {
      for p in piece.mesh.positions { bounds.insert(transforms[piece.node] * Vector3(p)) }
    }
    #expect(length.contains(bounds.size.x), "length \(bounds.size.x)")
    #expect(width.contains(bounds.size.y), "width \(bounds.size.y)")
    #expect(height.contains(bounds.size.z), "height \(bounds.size.z)")
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
    let budget: [String: Int] = [
      "tree": 6000, "bush": 4200, "building": 24000, "person": 8000, "rider": 9000,
    ]
    let triangles = asset.pieces.reduce(0) { $0 + $1.mesh.triangles.count }
    if name.hasPrefix("resident") {
      // Seen from nearer, with fingers, in one skin.
      #expect(triangles <= 40_000)
      return
    }
    #expect(triangles <= budget[asset.nativeClass.name] ?? 18000)
  }
}
