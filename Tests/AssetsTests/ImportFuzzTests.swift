import Assets
import Diagnostics
import Foundation
import Geometry
import Imaging
import Testing
import VectorMath
import WorldModel

/// Damaged files give one `DioramaError` or an asset that holds together; never a trap.
@Suite struct ImportFuzzTests {
  struct Dice {
    var state: UInt64
    mutating func next(below n: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(max(1, n)))
    }
  }

  /// How many times the usual number of rounds to run, from DIORAMA_FUZZ_EFFORT: 1 in everyday suites.
  private static let effort = max(
    1, ProcessInfo.processInfo.environment["DIORAMA_FUZZ_EFFORT"].flatMap { Int($0) } ?? 1)

  /// Flips, replaces, removes, repeats and swaps a few bytes; numbers in text often grow or turn negative.
  private static func mutated(_ bytes: [UInt8], _ dice: inout Dice) -> [UInt8] {
    var out = bytes
    for _ in 0...dice.next(below: 4) {
      guard !out.isEmpty else { return out }
      let at = dice.next(below: out.count)
      switch dice.next(below: 8) {
      case 0: out[at] ^= 1 << UInt8(dice.next(below: 8))
      case 1: out[at] = UInt8(dice.next(below: 256))
      case 2: out.removeSubrange(at..<min(out.count, at + 1 + dice.next(below: 20)))
      case 3: out.insert(contentsOf: out[at..<min(out.count, at + 1 + dice.next(below: 40))], at: at)
      case 4:
        out.replaceSubrange(
          at..<at,
          with: ["-", "9999999999", "1e308", "0", "\"", "[", "{}", "/", "\\"][dice.next(below: 9)].utf8)
      case 5: out.removeLast(dice.next(below: out.count))
      default:
        // A digit elsewhere in the text: most of the structure stays, and means something else.
        if let digit = out[at...].firstIndex(where: { $0 >= 0x30 && $0 <= 0x39 }) {
          out[digit] = 0x30 + UInt8(dice.next(below: 10))
        }
      }
    }
    return out
  }

  /// Walks through everything that the asset offers.
  private static func exercise(_ asset: Asset) {
    let posed = AnimationClip(animation: 0).articulation(of: asset, at: 0.7)
    let transforms = asset.objectFromNodes(posed.poses)
    for piece in asset.pieces { _ = asset.deformed(piece, articulation: posed, objectFromNodes: transforms) }
    _ = asset.restBounds
  }

  private func attack(_ bytes: [UInt8], rounds: Int, seed: UInt64, _ load: ([UInt8]) throws -> Void) {
    var dice = Dice(state: seed)
    var refused = 0
    for _ in 0..<(rounds * Self.effort) {
      do {
        try load(Self.mutated(bytes, &dice))
      } catch let error as DioramaError {
        #expect(error.reason == .badInput)
        #expect(error.remedy != nil)
        refused += 1
      } catch {
        Issue.record("not a DioramaError: \(error)")
      }
    }
    // A fuzz that refuses all or nothing tests little.
    #expect(refused > 0 && refused < rounds * Self.effort)
  }

  private static let importer = GLTFImporter(
    options: ImportOptions(yaw: 1, origin: .groundCenter), decode: stubDecoder)

  private static func load(_ bytes: [UInt8]) throws {
    let source = ImportSource(name: "fuzz.glb", bytes: bytes) { _ in [1, 2, 3] }
    exercise(try importer.importAsset(source).product)
    _ = World(entities: try importer.importScene(source).product).snapshot(at: 0.5)
  }

  /// A small file with everything in it.
  private func everything() throws -> [UInt8] {
    var b = GLBBuilder()
    let p = b.floats([0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 1, 1], type: "VEC3")
    let n = b.floats([0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1], type: "VEC3")
    let t = b.floats([0, 0, 1, 0, 0, 1, 1, 1], type: "VEC2")
    let i = b.shorts([0, 1, 2, 1, 3, 2])
    let j = b.shorts([0, 1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0], type: "VEC4")
    let w = b.floats([1, 1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0], type: "VEC4")
    let sparse = b.accessor([
      "componentType": 5126, "count": 4, "type": "VEC3",
      "sparse": [
        "count": 1, "indices": ["bufferView": b.view([2]), "componentType": 5121],
        "values": ["bufferView": 0],
      ],
    ])
    let times = b.floats([0, 1, 2], type: "SCALAR")
    let turns = b.floats([Float](repeating: 0.5, count: 12), type: "VEC4")
    let cubic = b.floats([Float](repeating: 0.25, count: 9), type: "SCALAR")
    let image = b.view([9, 9, 9])
    b.json["images"] = [["bufferView": image], ["uri": "x.png"], ["uri": "data:image/png;base64,AAAA"]]
    b.json["samplers"] = [["wrapS": 33071]]
    b.json["textures"] = [["source": 0, "sampler": 0], ["source": 1], ["source": 2]]
    b.json["materials"] = [
      [
        "pbrMetallicRoughness": [
          "baseColorTexture": ["index": 0, "extensions": ["KHR_texture_transform": ["scale": [2, 2]]]],
          "metallicRoughnessTexture": ["index": 1],
        ], "normalTexture": ["index": 2], "alphaMode": "BLEND",
      ]
    ]
    b.json["meshes"] = [
      [
        "weights": [0.5],
        "primitives": [
          [
            "attributes": ["POSITION": p, "NORMAL": n, "TEXCOORD_0": t, "JOINTS_0": j, "WEIGHTS_0": w],
            "indices": i,
            "material": 0, "targets": [["POSITION": sparse]],
          ], ["attributes": ["POSITION": p], "indices": i, "mode": 5],
        ],
      ]
    ]
    b.json["skins"] = [["joints": [1, 2]]]
    b.json["nodes"] = [
      ["mesh": 0, "skin": 0, "extras": ["instance_id": 3, "class": "car"]], ["children": [2]],
      ["matrix": [1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 1, 0, 4, 5, 6, 1], "children": [3]],
      ["mesh": 0, "scale": [1, 2, 3]],
    ]
    b.json["scenes"] = [["nodes": [0, 1]]]
    b.json["animations"] = [
      [
        "samplers": [
          ["input": times, "output": turns],
          ["input": times, "output": cubic, "interpolation": "CUBICSPLINE"],
        ],
        "channels": [
          ["sampler": 0, "target": ["node": 1, "path": "rotation"]],
          ["sampler": 1, "target": ["node": 0, "path": "weights"]],
        ],
      ]
    ]
    return try b.file()
  }

  @Test func everythingIsReadWhole() throws {
    let asset = try Self.importer.importAsset(
      ImportSource(name: "x.glb", bytes: try everything()) { _ in [1] }
    ).product
    #expect(asset.pieces.count == 4 && asset.animations.first?.channels.count == 2)
  }

  @Test func syntheticGLTF() throws { attack(try everything(), rounds: 6000, seed: 1, Self.load) }

  @Test func syntheticOBJ() {
    let text = """
      mtllib m.mtl
      o thing
      v 0 0 0
      v 1 0 0 0.5 0.5 1
      v 1 1 0
      v 0 1 0
      v 0.3 0.4 0.2
      vt 0 0
      vt 1 1
      vn 0 0 1
      s 1
      usemtl a
      f 1/1/1 2/2/1 3/1/1 4/2/1 5/1/1
      g other
      s off
      f -1 -2 -3
      f 1//1 2//1 5//1

      """
    let library =
      "newmtl a\nKd 1 0 0\nNs 20\nd 0.5\nmap_Kd -s 2 2 2 -o 1 x y.png\nmap_Bump -bm 3 b.png\nmap_d d.png\n"
    attack(Array(text.utf8), rounds: 6000, seed: 2) {
      let source = ImportSource(name: "fuzz.obj", bytes: $0) {
        $0.hasSuffix("mtl") ? Array(library.utf8) : [1]
      }
      Self.exercise(try OBJImporter(decode: stubDecoder).importAsset(source).product)
    }
    var dice = Dice(state: 3)
    for _ in 0..<3000 {
      let damaged = Self.mutated(Array(library.utf8), &dice)
      let source = ImportSource(name: "fuzz.obj", bytes: Array(text.utf8)) {
        $0.hasSuffix("mtl") ? damaged : [1]
      }
      #expect(throws: Never.self) { try OBJImporter(decode: stubDecoder).importAsset(source) }
    }
  }

  @Test func syntheticCameras() throws {
    let text = """
      {"width": 4, "height": 3, "fx": 2, "fy": 2, "cx": 2, "cy": 1.5, "near": 0.1, "far": 9, "light_direction_to": [0, 1, 0],
       "frames": [{"camera_to_world": [[1, 0, 0, 1], [0, 1, 0, 2], [0, 0, 1, 3], [0, 0, 0, 1]]}]}
      """
    let bench = try BenchCameras(ImportSource(name: "c.json", bytes: Array(text.utf8)))
    // Looking along the file's −z: our −x, from (3, 1, 2).
    #expect(bench.worldFromCameras[0] * Vector3(0, 0, 2) == Vector3(1, 1, 2))
    #expect(bench.lightDirection == Vector3(0, 0, 1))
    attack(Array(text.utf8), rounds: 4000, seed: 4) {
      _ = try BenchCameras(ImportSource(name: "c.json", bytes: $0))
    }
  }

  @Test(
    .enabled(if: sharedData != nil),
    arguments: [
      "cube/cube.obj", "cornell/cornell_box.obj", "kenney_city/road-intersection.glb", "simple_room.glb",
      "box-textured-embedded.gltf", "fox/Fox.glb",
    ])
  func realFiles(name: String) throws {
    guard let root = sharedData?.appendingPathComponent("assets") else { return }
    let bytes = [UInt8](try Data(contentsOf: root.appendingPathComponent(name)))
    let rounds = bytes.count > 50_000 ? 60 : 250
    var dice = Dice(state: UInt64(bytes.count))
    // Damage where the structure is: at the front of the file.
    let front = min(bytes.count, name.hasSuffix("glb") ? 6000 : bytes.count)
    for _ in 0..<(rounds * Self.effort) {
      let damaged = Self.mutated(Array(bytes[..<front]), &dice) + bytes[front...]
      do {
        if name.hasSuffix("obj") {
          let source = ImportSource(name: name, bytes: damaged) { _ in nil }
          Self.exercise(try OBJImporter(decode: stubDecoder).importAsset(source).product)
        } else {
          try Self.load(damaged)
        }
      } catch let error as DioramaError {
        #expect(error.reason == .badInput)
      }
    }
  }

  // MARK: Small files that ask for much

  /// `count` nodes of one mesh with `primitives` primitives, each node given `extra`.
  private func crowd(_ count: Int, primitives: Int, _ change: (inout GLBBuilder) -> Void = { _ in }) throws
    -> [UInt8]
  {
    var b = GLBBuilder()
    let p = b.floats([0, 0, 0, 1, 0, 0, 0, 1, 0], type: "VEC3")
    let j = b.shorts([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], type: "VEC4")
    let w = b.floats([1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0], type: "VEC4")
    let primitive: [String: Any] = ["attributes": ["POSITION": p, "JOINTS_0": j, "WEIGHTS_0": w]]
    b.json["meshes"] = [["primitives": [[String: Any]](repeating: primitive, count: primitives)]]
    b.json["nodes"] = [[String: Any]](repeating: ["mesh": 0], count: count)
    change(&b)
    return try b.file()
  }

  @Test func crowdsOfPiecesAreRefused() throws {
    let many = try crowd(3000, primitives: 3000)
    #expect(
      dioramaError { _ = try Self.importer.importAsset(ImportSource(name: "x", bytes: many)) }?.reason
        == .badInput)
  }

  /// Each skinned entity of a scene keeps all nodes.
  @Test func crowdsOfSkinnedEntitiesAreRefused() throws {
    let skinned = try crowd(4000, primitives: 1) { b in
      b.json["skins"] = [["joints": [0]]]
      b.json["nodes"] = [[String: Any]](repeating: ["mesh": 0, "skin": 0], count: 4000)
    }
    #expect(
      dioramaError { _ = try Self.importer.importScene(ImportSource(name: "x", bytes: skinned)) }?.reason
        == .badInput)
  }

  /// A long chain of nodes is no reason to fall.
  @Test func longChainsAreRead() throws {
    let chain = try crowd(1, primitives: 1) { b in
      b.json["nodes"] = (0..<6000).map {
        $0 < 5999 ? ["children": [$0 + 1], "scale": [1, 1, 1]] : ["mesh": 0]
      }
    }
    #expect(
      try Self.importer.importAsset(ImportSource(name: "x", bytes: chain)).product.nodes.count == 6001)
    #expect(try Self.importer.importScene(ImportSource(name: "x", bytes: chain)).product.count == 1)
  }

  @Test func crowdsOfPixelsAreRefused() throws {
    let images = try crowd(1, primitives: 1) { b in
      b.json["images"] = [[String: Any]](repeating: ["uri": "a.png"], count: 64)
      b.json["textures"] = (0..<64).map { ["source": $0] }
      b.json["materials"] = (0..<64).map { ["pbrMetallicRoughness": ["baseColorTexture": ["index": $0]]] }
      b.json["meshes"] = [
        ["primitives": (0..<64).map { ["attributes": ["POSITION": 0], "material": $0] as [String: Any] }]
      ]
    }
    // More than half of what is allowed, and both the image and its texture count.
    let flat = Raster(width: 16_000, height: 8400, channels: 1, fill: UInt8(7))
    let large = GLTFImporter { _, _ in flat }
    let error = dioramaError {
      _ = try large.importAsset(ImportSource(name: "x", bytes: images) { _ in [1] })
    }
    #expect(error?.message.contains("pixels") == true)
  }
}
