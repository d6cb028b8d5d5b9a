import Assets
import Diagnostics
import Foundation
import Geometry
import Imaging
import Testing
import VectorMath
import WorldModel

/// Files that other programs wrote.
@Suite struct ImportFilesTests {
  /// Triangles of a file's default scene, counted from its JSON alone.
  private func triangleCount(_ json: [String: Any]) -> Int {
    let meshes = json["meshes"] as? [[String: Any]] ?? []
    let accessors = json["accessors"] as? [[String: Any]] ?? []
    func count(_ i: Any?) -> Int { (i as? Int).flatMap { accessors[$0]["count"] as? Int } ?? 0 }
    let perMesh = meshes.map { mesh in
      (mesh["primitives"] as? [[String: Any]] ?? []).reduce(0) { sum, p in
        let attributes = p["attributes"] as? [String: Any] ?? [:]
        return sum + (p["indices"] != nil ? count(p["indices"]) : count(attributes["POSITION"])) / 3
      }
    }
    let nodes = json["nodes"] as? [[String: Any]] ?? []
    func total(_ i: Int) -> Int {
      let own = (nodes[i]["mesh"] as? Int).map { perMesh[$0] } ?? 0
      return (nodes[i]["children"] as? [Int] ?? []).reduce(own) { $0 + total($1) }
    }
    let scenes = json["scenes"] as? [[String: Any]] ?? []
    return (scenes[json["scene"] as? Int ?? 0]["nodes"] as? [Int] ?? []).reduce(0) { $0 + total($1) }
  }

  private func isFinite(_ v: Vector3f) -> Bool { v.x.isFinite && v.y.isFinite && v.z.isFinite }

  @Test(.enabled(if: sharedData != nil), arguments: sharedFiles("assets", ["glb", "gltf"]))
  func gltfFiles(path: String) throws {
    let json = try independentJSON(path)
    let asset = try GLTFImporter(decode: stubDecoder).importAsset(path).product
    let triangles = asset.pieces.reduce(0) { $0 + $1.mesh.triangles.count }
    #expect(triangles == triangleCount(json))
    #expect(triangles > 0)
    let size = asset.restBounds.size
    #expect(least(size) >= 0 && greatest(size) > 0.05 && greatest(size) < 500)
    for piece in asset.pieces {
      #expect(piece.mesh.normals.allSatisfy { (length($0) - 1).magnitude < 1e-4 })
    }
    let hasTextures = !(json["textures"] as? [Any] ?? []).isEmpty
    #expect(asset.materials.contains { $0.baseColorTexture != nil } == hasTextures)
    #expect(asset.animations.count == (json["animations"] as? [Any] ?? []).count)
    for (i, animation) in asset.animations.enumerated() {
      #expect(animation.duration > 0)
      for step in 0...3 {
        let posed = AnimationClip(animation: i, ending: .hold)
          .articulation(of: asset, at: animation.duration * Double(step) / 3)
        let transforms = asset.objectFromNodes(posed.poses)
        var box = Box3()
        for piece in asset.pieces {
          let shape = asset.deformed(piece, articulation: posed, objectFromNodes: transforms)
          let t = shape != nil && piece.skin != nil ? .identity : transforms[piece.node]
          for p in shape?.positions ?? piece.mesh.positions { box.insert(t * Vector3(p)) }
          #expect(shape?.positions.allSatisfy(isFinite) ?? true)
          #expect(shape?.normals.allSatisfy { (length($0) - 1).magnitude < 1e-4 } ?? true)
        }
        // A pose reaches further than the rest, but stays of its size.
        #expect(greatest(box.size) < 4 * greatest(size) && greatest(box.size) > 0.2 * greatest(size))
      }
    }
  }

  /// A file at a moment of one of its animations: its bounds and the mean of its triangles' corners, in the
  /// asset's frame, worked out with NumPy from the file's own matrices.
  struct Moment: Sendable {
    var file: String
    var animation: Int
    var time: Double
    var low: Vector3
    var high: Vector3
    var mean: Vector3
  }

  static let moments = [
    Moment(
      file: "fox/Fox.glb", animation: 2, time: 0.37, low: Vector3(-91.715983, -12.999569, 3.673951),
      high: Vector3(73.885892, 13.702164, 70.824366), mean: Vector3(3.277847, -0.102988, 37.928385)),
    Moment(
      file: "fox/Fox.glb", animation: 1, time: 0.5, low: Vector3(-96.045119, -12.488872, 0.435436),
      high: Vector3(70.181212, 12.689927, 72.201417), mean: Vector3(-3.841987, -0.406022, 34.978376)),
    Moment(
      file: "robot.glb", animation: 3, time: 0.21, low: Vector3(-1.153463, -1.498612, 0.131758),
      high: Vector3(1.654889, 1.622441, 5.351643), mean: Vector3(0.237418, -0.005474, 2.762706)),
    Moment(
      file: "robot.glb", animation: 10, time: 0.3, low: Vector3(-1.315124, -1.558954, -0.000467),
      high: Vector3(1.458126, 1.598373, 4.528289), mean: Vector3(0.153539, -0.020934, 2.009402)),
    Moment(
      file: "MorphStressTest.gltf", animation: 1, time: 1.3, low: Vector3(-0.5, -2, -0.1),
      high: Vector3(0.5, 2, 1.5), mean: Vector3(0, 0, 0.469252)),
    Moment(
      file: "MorphStressTest.gltf", animation: 2, time: 0.9, low: Vector3(-0.5, -2, -0.1),
      high: Vector3(0.5, 2, 1.480326), mean: Vector3(0, 0, 0.481480)),
  ]

  @Test(.enabled(if: sharedData != nil), arguments: moments)
  func posesAgreeWithNumPy(moment: Moment) throws {
    guard let path = sharedData?.appendingPathComponent("assets/\(moment.file)").path else { return }
    let asset = try GLTFImporter(decode: stubDecoder).importAsset(path).product
    let posed = AnimationClip(animation: moment.animation, ending: .hold).articulation(
      of: asset, at: moment.time)
    let transforms = asset.objectFromNodes(posed.poses)
    var box = Box3()
    var sum = Vector3.zero
    var count = 0.0
    for piece in asset.pieces {
      let shape = asset.deformed(piece, articulation: posed, objectFromNodes: transforms)
      let t = shape != nil && piece.skin != nil ? .identity : transforms[piece.node]
      let points = (shape?.positions ?? piece.mesh.positions).map { t * Vector3($0) }
      for triangle in piece.mesh.triangles {
        for k in 0..<3 {
          box.insert(points[Int(triangle[k])])
          sum += points[Int(triangle[k])]
          count += 1
        }
      }
    }
    let slack = 3e-6 * greatest(box.size)
    #expect(length(box.min - moment.low) < slack)
    #expect(length(box.max - moment.high) < slack)
    #expect(length(sum / count - moment.mean) < slack)
  }

  @Test(.enabled(if: sharedData != nil)) func foxStandsUprightAndLooksForward() throws {
    guard let path = sharedFiles("assets/fox", ["glb"]).first else { return }
    let asset = try GLTFImporter(decode: stubDecoder).importAsset(path).product
    let size = asset.restBounds.size
    // A fox is longer than high and higher than wide; its head is at the front.
    #expect(size.x > size.z && size.z > size.y)
    #expect(asset.animations.map(\.name) == ["Survey", "Walk", "Run"])
    let transforms = asset.objectFromNodes(asset.restPoses)
    let head = try #require(asset.nodes.firstIndex { $0.name.contains("Head") })
    let tail = try #require(asset.nodes.firstIndex { $0.name.contains("Tail03") })
    #expect(transforms[head].translation.x > transforms[tail].translation.x)
  }

  @Test(.enabled(if: sharedData != nil), arguments: sharedFiles("assets", ["obj"]))
  func objFiles(path: String) throws {
    let text = try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8)
    // A face of n corners makes n − 2 triangles.
    var expected = 0
    for line in text.split(whereSeparator: \.isNewline) where line.hasPrefix("f ") {
      expected += line.split(whereSeparator: { $0 == " " || $0 == "\t" }).count - 3
    }
    let imported = try OBJImporter(decode: stubDecoder).importAsset(path)
    let asset = imported.product
    let triangles = asset.pieces.reduce(0) { $0 + $1.mesh.triangles.count }
    #expect(triangles == expected && triangles > 0)
    let size = asset.restBounds.size
    #expect(greatest(size) > 0.5 && greatest(size) < 1000)
    for piece in asset.pieces {
      #expect(piece.mesh.normals.allSatisfy { (length($0) - 1).magnitude < 1e-4 })
    }
  }

  @Test(.enabled(if: sharedData != nil)) func cornellBox() throws {
    guard let path = sharedFiles("assets/cornell", ["obj"]).first else { return }
    let asset = try OBJImporter(options: ImportOptions(scale: 0.01), decode: stubDecoder).importAsset(path)
      .product
    #expect(asset.parts.contains("short_block") && asset.parts[0] == "body")
    let red = try #require(asset.materials.first { $0.name == "red" })
    #expect(red.baseColor == [1, 0, 0, 1] && red.roughness == 1)
    let size = asset.restBounds.size
    #expect((size.z - 5.488).magnitude < 1e-5 && (size.y - 5.56).magnitude < 1e-5)
  }

  @Test(.enabled(if: sharedData != nil)) func boxWithEveryMap() throws {
    guard let path = sharedFiles("assets/box-complex-material", ["obj"]).first else { return }
    let imported = try OBJImporter(decode: stubDecoder).importAsset(path)
    let m = try #require(imported.product.materials.first)
    #expect(m.name == "Material" && (m.baseColor.w - 0.9).magnitude < 1e-6 && m.alpha == .blend)
    #expect(m.baseColorTexture?.name == "diffuse.png" && m.emissiveTexture?.name == "emission.jpg")
    #expect(m.normalTexture?.name == "bump.png")
  }

  /// Width and height as the first bytes of a PNG say.
  private func pngSize(_ bytes: some Collection<UInt8>) -> [Int] {
    let b = Array(bytes.prefix(24))
    return [16, 20].map { b[$0..<($0 + 4)].reduce(0) { $0 << 8 | Int($1) } }
  }

  /// All images are decoded, each to the size that its own header states.
  @Test(.enabled(if: sharedData != nil), arguments: sharedFiles("assets", ["glb", "gltf"]))
  func texturesAreRead(path: String) throws {
    let json = try independentJSON(path)
    let asset = try GLTFImporter().importAsset(path).product
    let images = json["images"] as? [[String: Any]] ?? []
    let textures = json["textures"] as? [[String: Any]] ?? []
    let materials = json["materials"] as? [[String: Any]] ?? []
    for material in asset.materials {
      let node = materials.first { $0["name"] as? String == material.name }
      let info = (node?["pbrMetallicRoughness"] as? [String: Any])?["baseColorTexture"] as? [String: Any]
      guard let source = (info?["index"] as? Int).flatMap({ textures[$0]["source"] as? Int }) else {
        #expect(material.baseColorTexture == nil)
        continue
      }
      let level = try #require(material.baseColorTexture?.levels.first)
      #expect(Set(level.texels).count > 1)
      if let uri = images[source]["uri"] as? String, !uri.hasPrefix("data:") {
        let file = URL(fileURLWithPath: path).deletingLastPathComponent().appendingPathComponent(uri)
        #expect([level.width, level.height] == pngSize(try Data(contentsOf: file)))
      } else if let view = images[source]["bufferView"] as? Int, path.hasSuffix("glb") {
        let data = try Data(contentsOf: URL(fileURLWithPath: path))
        let jsonLength = data[12..<16].reversed().reduce(0) { $0 << 8 | Int($1) }
        let offset = (json["bufferViews"] as? [[String: Any]])?[view]["byteOffset"] as? Int ?? 0
        #expect([level.width, level.height] == pngSize(data[(28 + jsonLength + offset)...]))
      }
    }
  }

  @Test(.enabled(if: sharedData != nil)) func objTexturesAreRead() throws {
    guard let path = sharedFiles("assets/box-complex-material", ["obj"]).first else { return }
    let imported = try OBJImporter().importAsset(path)
    let m = try #require(imported.product.materials.first)
    #expect(imported.warnings.allSatisfy { !$0.message.contains("image") })
    #expect(m.baseColorTexture?.levels.first?.width == m.baseColorTexture?.levels.first?.height)
    #expect(m.normalTexture != nil && m.emissiveTexture != nil)
  }

  // MARK: Benchmark scenes

  @Test(.enabled(if: sharedData != nil), arguments: [("street", 101, 239_696), ("room", 40, 60_508)])
  func benchmarkScenes(name: String, nodes: Int, triangles: Int) throws {
    guard let root = sharedData?.appendingPathComponent("bench") else { return }
    let path = root.appendingPathComponent("\(name).glb").path
    let imported = try GLTFImporter(decode: stubDecoder).importScene(path)
    let entities = imported.product
    #expect(imported.warnings.isEmpty)
    #expect(entities.count == nodes)
    #expect(
      entities.reduce(0) { $0 + $1.asset.pieces.reduce(0) { $0 + $1.mesh.triangles.count } } == triangles)
    #expect(entities.map(\.id) == (1...UInt32(nodes)).map { $0 })
    let list = try independentJSON(path)["nodes"] as? [[String: Any]] ?? []
    for (entity, node) in zip(entities, list) {
      let extras = node["extras"] as? [String: Any] ?? [:]
      #expect(entity.name == node["name"] as? String)
      #expect(entity.attributes.first { $0.name == "class" }?.value == extras["class"] as? String)
      #expect(
        entity.attributes.first { $0.name == "class_id" }?.value
          == (extras["class_id"] as? Int).map(String.init))
      let t = node["translation"] as? [Double] ?? [0, 0, 0]
      let pose = entity.track.pose(at: 0)
      #expect(length(pose.translation - Vector3(t[2], t[0], t[1])) < 1e-13)
      let q = node["rotation"] as? [Double] ?? [0, 0, 0, 1]
      #expect((pose.rotation.w - q[3]).magnitude < 1e-12 && (pose.rotation.z - q[1]).magnitude < 1e-12)
    }
    if name == "street" {
      let cars = entities.filter { $0.nativeClass.name == "car" }
      #expect(cars.count == 40)
      // One geometry in several paints: one mesh, and one asset a paint.
      #expect(cars.allSatisfy { $0.asset.pieces[0].mesh === cars[0].asset.pieces[0].mesh })
      let meshes = Set(
        list.filter { ($0["name"] as? String ?? "").hasPrefix("car") }.compactMap { $0["mesh"] as? Int })
      #expect(Set(cars.map { ObjectIdentifier($0.asset) }).count == meshes.count)
      #expect(entities[0].nativeClass.name == "ground")
    }
    let world = World(entities: entities)
    #expect(world.snapshot(at: 0).pieces.count == nodes)
  }

  @Test(.enabled(if: sharedData != nil), arguments: ["street", "room"])
  func benchmarkCameras(name: String) throws {
    guard let root = sharedData?.appendingPathComponent("bench") else { return }
    let path = root.appendingPathComponent("\(name).cameras.json").path
    let bench = try BenchCameras.file(path)
    let json = try independentJSON(path)
    #expect(bench.worldFromCameras.count == 60)
    #expect(bench.camera.cx == (json["cx"] as? Double ?? 0) - 0.5)
    #expect((length(bench.lightDirection) - 1).magnitude < 1e-12 && bench.lightDirection.z > 0.5)
    let frames = json["frames"] as? [[String: Any]] ?? []
    for (pose, frame) in zip(bench.worldFromCameras, frames) {
      let m = frame["camera_to_world"] as? [[Double]] ?? []
      // Project a point by the file's convention: divide by −z, v downwards, pixels from the corner.
      let file: [Double] = [-0.3, 0.4, -5]
      let world = (0..<3).map { r in m[r][0] * file[0] + m[r][1] * file[1] + m[r][2] * file[2] + m[r][3] }
      let u = (json["fx"] as? Double ?? 0) * file[0] / -file[2] + (json["cx"] as? Double ?? 0)
      let v = (json["cy"] as? Double ?? 0) - (json["fy"] as? Double ?? 0) * file[1] / -file[2]
      let seen = pose.inverse * Vector3(world[2], world[0], world[1])
      #expect((seen.z - 5).magnitude < 1e-5)
      #expect(length(bench.camera.project(seen) + Vector2(0.5, 0.5) - Vector2(u, v)) < 1e-3)
    }
  }
}
