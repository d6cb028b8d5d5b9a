import Assets
import Geometry
import Imaging
import TestSupport
import Testing
import VectorMath
import Vehicles
import WorldModel

/// What holds for every vehicle in the catalog, whoever adds one.
struct VehicleCatalogTests {
  static let names = VehicleCatalog.names
  /// Made once: the tests share them.
  static let assets: [String: Asset] = Dictionary(
    uniqueKeysWithValues: names.compactMap { name in VehicleCatalog.make(name).map { (name, $0) } })

  private func asset(_ name: String) throws -> Asset { try #require(Self.assets[name]) }

  /// Over the pieces of some parts, in the asset's frame.
  private func bounds(
    _ asset: Asset, of materials: Set<String>? = nil, where include: (String) -> Bool
  ) -> Box3 {
    let transforms = asset.objectFromNodes(asset.restPoses)
    var box = Box3()
    for piece in asset.pieces where include(asset.parts[piece.part]) {
      if let materials, !materials.contains(asset.materials[piece.material].name) { continue }
      for p in piece.mesh.positions { box.insert(transforms[piece.node] * Vector3(p)) }
    }
    return box
  }

  @Test func namesAreUnique() {
    #expect(Set(Self.names).count == Self.names.count)
    #expect(VehicleCatalog.make("no such vehicle") == nil)
    #expect(Self.assets.count == Self.names.count)
  }

  @Test(arguments: names)
  func meshesAreSound(_ name: String) throws {
    let asset = try asset(name)
    #expect(asset.nativeClass != Ontology.named("object"))
    #expect(Set(asset.pieces.map(\.material)) == Set(asset.materials.indices))
    #expect(Set(asset.pieces.map(\.part)) == Set(asset.parts.indices))
    #expect(Set(asset.materials.map(\.name)).count == asset.materials.count)
    for piece in asset.pieces {
      let mesh = piece.mesh
      #expect(!mesh.triangles.isEmpty)
      for p in mesh.positions { #expect(p.x.isFinite && p.y.isFinite && p.z.isFinite) }
      for n in mesh.normals { #expect((length(Vector3(n)) - 1).magnitude < 1e-4) }
    }
  }

  /// Every body is closed, and faces outward: each directed edge has its opposite over all pieces of a node.
  @Test(arguments: names)
  func solidsAreClosedAndOutward(_ name: String) throws {
    let asset = try asset(name)
    for node in asset.nodes.indices {
      let meshes = asset.pieces.filter { $0.node == node }.map(\.mesh)
      guard !meshes.isEmpty else { continue }
      let soup = WeldedSoup(meshes)
      #expect(soup.openEdges == 0, "node \(asset.nodes[node].name)")
      #expect(soup.signedVolume > 0, "node \(asset.nodes[node].name)")
    }
  }

  /// No faces without an area, which have no normal and no place in a picture.
  @Test(arguments: names)
  func facesHaveAnArea(_ name: String) throws {
    let asset = try asset(name)
    for piece in asset.pieces {
      for t in piece.mesh.triangles {
        let p = [t.x, t.y, t.z].map { Vector3(piece.mesh.positions[Int($0)]) }
        #expect(
          length(cross(p[1] - p[0], p[2] - p[0])) > 1e-12, "\(asset.materials[piece.material].name) \(p)")
      }
    }
  }

  /// Tyres touch the ground within a millimetre, and nothing lies below it.
  @Test(arguments: names)
  func standsOnTheGround(_ name: String) throws {
    let asset = try asset(name)
    #expect(asset.restBounds.min.z.magnitude < 0.001)
    let transforms = asset.objectFromNodes(asset.restPoses)
    for (i, node) in asset.nodes.enumerated() where node.name.hasPrefix("wheel_") {
      var wheel = Box3()
      for piece in asset.pieces where piece.node == i {
        for p in piece.mesh.positions { wheel.insert(transforms[i] * Vector3(p)) }
      }
      #expect(wheel.min.z.magnitude < 0.001, "\(node.name)")
      // The node is the wheel's middle: it rolls round it.
      #expect((transforms[i].translation.z - wheel.size.z / 2).magnitude < 0.001, "\(node.name)")
      #expect((transforms[i].translation.x - wheel.center.x).magnitude < 0.001, "\(node.name)")
      #expect((wheel.size.x - wheel.size.z).magnitude < 0.004, "\(node.name)")
    }
  }

  /// Length, width, height without mirrors and what stands on the roof: what such vehicles measure.
  static let sizes: [(String, ClosedRange<Double>, ClosedRange<Double>, ClosedRange<Double>)] = [
    ("car", 3.98...4.58, 1.7...1.9, 1.37...1.57), ("car_city", 3.36...3.88, 1.58...1.74, 1.4...1.6),
    ("car_saloon", 4.4...5.05, 1.75...1.95, 1.35...1.55),
    ("car_estate", 4.43...5.1, 1.75...1.95, 1.38...1.58),
    ("car_suv", 4.24...4.88, 1.8...1.97, 1.56...1.8), ("car_minivan", 4.6...5.3, 1.83...2.02, 1.66...1.91),
    ("car_sports", 4.15...4.78, 1.8...1.97, 1.2...1.4), ("pickup", 4.97...5.72, 1.82...2.0, 1.69...1.95),
    ("van", 5.5...6.4, 1.93...2.12, 2.37...2.75), ("truck", 7.5...10, 2.45...2.56, 3.3...4.0),
    ("articulated_lorry", 16.4...16.53, 2.45...2.56, 3.9...4.01), ("tipper", 7.5...9, 2.45...2.6, 2.6...3.4),
    ("fire_engine", 7.5...9, 2.4...2.56, 2.9...3.4), ("bus", 11.9...12.2, 2.5...2.58, 2.9...3.3),
    ("coach", 12...13.2, 2.5...2.58, 3.4...3.8), ("tram", 25...40, 2.3...2.65, 3.2...3.7),
    ("motorcycle", 1.9...2.3, 0.6...0.9, 1.0...1.3), ("scooter", 1.6...2.0, 0.6...0.85, 1.0...1.35),
    ("bicycle", 1.6...1.9, 0.5...0.7, 0.95...1.2),
  ]

  @Test(arguments: sizes.indices)
  func hasItsRealSize(_ index: Int) throws {
    let (name, length, width, height) = Self.sizes[index]
    let apart: Set = ["mirror", "aerial", "rail", "beacon", "sign", "pantograph", "ladder", "handle"]
    let box = bounds(try asset(name)) { !apart.contains($0) }
    #expect(length.contains(box.size.x), "length \(box.size.x)")
    #expect(width.contains(box.size.y), "width \(box.size.y)")
    #expect(height.contains(box.size.z), "height \(box.size.z)")
  }

  @Test(arguments: CarStyle.allCases)
  func carsHaveTheSizeThatIsAskedFor(_ style: CarStyle) {
    let size = CarSize(length: 4.4, width: 1.81, height: 1.55)
    let asset = Car(style: style, size: size, variant: 3).makeAsset()
    // The painted body from tyre to roof; gaps and mouldings stand off it by millimetres.
    let skin: Set = ["paint", "glass", "gloss_black", "number_plate_european", "rubber"]
    let box = bounds(asset, of: skin) { ["body", "door", "window", "plate", "tyre"].contains($0) }
    #expect((box.size.x - size.length).magnitude < 0.001, "length \(box.size.x)")
    #expect((box.size.y - size.width).magnitude < 0.001, "width \(box.size.y)")
    #expect((box.size.z - size.height).magnitude < 0.001, "height \(box.size.z)")
    #expect(box.center.x.magnitude < 0.001 && box.center.y.magnitude < 0.001)
  }

  /// Left and right are alike but for what drivers and doors decide: the body's own skin is.
  @Test(arguments: ["car", "car_saloon", "car_suv", "pickup", "van", "truck"])
  func bodiesAreSymmetric(_ name: String) throws {
    let asset = try asset(name)
    for piece in asset.pieces
    where ["paint", "glass", "gloss_black"].contains(asset.materials[piece.material].name) {
      let parts: Set = ["body", "door", "window"]
      guard parts.contains(asset.parts[piece.part]) else { continue }
      var points: [SIMD3<Int>: Int] = [:]
      for p in piece.mesh.positions {
        let key = SIMD3(
          Int((p.x * 2000).rounded()), Int((p.y.magnitude * 2000).rounded()), Int((p.z * 2000).rounded()))
        points[key, default: 0] += p.y.magnitude < 1e-4 ? 0 : p.y > 0 ? 1 : -1
      }
      let odd = points.values.filter { $0 != 0 }.count
      #expect(Double(odd) < 0.06 * Double(points.count), "\(odd) of \(points.count) points")
    }
  }

  static let needed: [String: [String]] = [
    "car": [
      "body", "door", "window", "wheel", "tyre", "headlight", "taillight", "mirror", "plate", "interior",
    ],
    "van": ["body", "door", "window", "wheel", "tyre", "headlight", "taillight", "mirror", "plate"],
    "truck": ["body", "window", "wheel", "tyre", "headlight", "taillight", "mirror", "plate"],
    "bus": [
      "body", "door", "window", "wheel", "tyre", "headlight", "taillight", "mirror", "plate", "interior",
    ],
    "tram": ["body", "door", "window", "wheel", "headlight", "taillight"],
    "motorcycle": ["wheel", "tyre", "headlight", "taillight", "mirror", "plate", "handlebar", "saddle"],
    "bicycle": ["frame", "wheel", "tyre", "saddle", "handlebar", "crank", "pedal"],
  ]

  @Test(arguments: names)
  func hasItsParts(_ name: String) throws {
    let asset = try asset(name)
    for part in Self.needed[asset.nativeClass.name] ?? [] {
      #expect(asset.parts.contains(part), "\(part)")
    }
  }

  @Test(arguments: ["car_saloon", "ambulance", "articulated_lorry", "bus", "scooter"])
  func equalParametersGiveEqualBytes(_ name: String) throws {
    let a = try #require(VehicleCatalog.make(name, variant: 5))
    let b = try #require(VehicleCatalog.make(name, variant: 5))
    #expect(a.pieces.count == b.pieces.count)
    for (p, q) in zip(a.pieces, b.pieces) {
      #expect(p.mesh.positions == q.mesh.positions && p.mesh.normals == q.mesh.normals)
      #expect(p.mesh.uvs == q.mesh.uvs && p.mesh.triangles == q.mesh.triangles)
    }
    for (m, n) in zip(a.materials, b.materials) {
      #expect(m.baseColor == n.baseColor)
      #expect(m.baseColorTexture?.levels.first?.texels == n.baseColorTexture?.levels.first?.texels)
    }
  }

  @Test(arguments: names)
  func staysWithinItsTriangleBudget(_ name: String) throws {
    let asset = try asset(name)
    let budget = ["car": 27_000, "van": 30_000, "motorcycle": 9_000, "bicycle": 9_000]
    let triangles = asset.pieces.reduce(0) { $0 + $1.mesh.triangles.count }
    #expect(triangles <= budget[asset.nativeClass.name] ?? 40_000, "\(triangles)")
  }
}
