import Assets
import Diagnostics
import Geometry
import Imaging
import Testing
import VectorMath
import WorldModel

@Suite struct ImportGLTFTests {
  private func importAsset(
    _ builder: GLBBuilder, options: ImportOptions = ImportOptions(), resources: [String: [UInt8]] = [:]
  ) throws -> Imported<Asset> {
    try GLTFImporter(options: options, decode: stubDecoder).importAsset(
      ImportSource(name: "test.glb", bytes: try builder.file()) { resources[$0] })
  }

  /// One triangle in the file's plane z = 0, seen from +z (the front).
  private static let corner: [Float] = [0, 0, 0, 2, 0, 0, 0, 3, 0]

  private func triangle(_ change: (inout GLBBuilder, inout [String: Any]) -> Void = { _, _ in }) -> GLBBuilder
  {
    var b = GLBBuilder()
    let p = b.floats(Self.corner, type: "VEC3")
    var primitive: [String: Any] = ["attributes": ["POSITION": p]]
    b.json["nodes"] = [["mesh": 0, "name": "thing"]]
    change(&b, &primitive)
    if b.json["meshes"] == nil { b.json["meshes"] = [["primitives": [primitive]]] }
    return b
  }

  @Test func frameAndFlatNormals() throws {
    let asset = try importAsset(triangle()).product
    let mesh = try #require(asset.pieces.first?.mesh)
    // The file's x is our y, its y our z, its z (front) our x.
    #expect(mesh.positions == [Vector3f(0, 0, 0), Vector3f(0, 2, 0), Vector3f(0, 0, 3)])
    #expect(mesh.normals == [Vector3f](repeating: Vector3f(1, 0, 0), count: 3))
    #expect(asset.name == "test" && asset.parts == ["body"] && asset.nativeClass.name == "object")
    #expect(asset.materials.map(\.name) == ["default"])
  }

  @Test func scaleYawAndOrigin() throws {
    let asset = try importAsset(
      triangle(), options: ImportOptions(scale: 2, yaw: .pi / 2, origin: .groundCenter)
    ).product
    // Front (+x) turned to +y; the y extent 0...4 becomes x −4...0, then centred.
    let box = asset.restBounds
    #expect(length(box.min - Vector3(-2, 0, 0)) < 1e-9)
    #expect(length(box.max - Vector3(2, 0, 6)) < 1e-9)
  }

  @Test func stripsAndFans() throws {
    for (mode, expected) in [
      (5, [[0, 1, 2], [2, 1, 3], [2, 3, 4]]), (6, [[0, 1, 2], [0, 2, 3], [0, 3, 4]]),
    ] {
      var b = GLBBuilder()
      let p = b.floats((0..<5).flatMap { [Float($0), Float($0 * $0), 0] }, type: "VEC3")
      let n = b.floats((0..<5).flatMap { _ in [Float(0), 0, 2] }, type: "VEC3")
      b.json["nodes"] = [["mesh": 0]]
      b.json["meshes"] = [["primitives": [["attributes": ["POSITION": p, "NORMAL": n], "mode": mode]]]]
      let mesh = try #require(try importAsset(b).product.pieces.first?.mesh)
      #expect(mesh.triangles.map { [Int($0.x), Int($0.y), Int($0.z)] } == expected)
      #expect(mesh.normals.allSatisfy { $0 == Vector3f(1, 0, 0) })
    }
  }

  @Test func stitchesAndPointsAreDropped() throws {
    var b = GLBBuilder()
    let p = b.floats((0..<4).flatMap { [Float($0), Float($0 * $0), 0] }, type: "VEC3")
    let i = b.shorts([0, 1, 2, 2, 3, 3])
    b.json["nodes"] = [["mesh": 0]]
    b.json["meshes"] = [
      [
        "primitives": [
          ["attributes": ["POSITION": p], "indices": i, "mode": 5],
          ["attributes": ["POSITION": p], "mode": 0],
        ]
      ]
    ]
    let imported = try importAsset(b)
    #expect(imported.product.pieces.count == 1)
    #expect(imported.product.pieces[0].mesh.triangles.count == 1)
    #expect(imported.warnings.contains { $0.message.contains("/meshes/0/primitives/1") })
  }

  @Test func sparseStridedAndNormalised() throws {
    let b = triangle { b, primitive in
      // Positions of zero but for what the sparse part sets.
      let places = b.view([1, 2])
      let values = b.view(GLBBuilder.bytes([5, 0, 0, 0, 7, 0] as [Float]))
      let p = b.accessor([
        "componentType": 5126, "count": 3, "type": "VEC3",
        "sparse": [
          "count": 2, "indices": ["bufferView": places, "componentType": 5121],
          "values": ["bufferView": values],
        ],
      ])
      // Bytes in steps of 8, of which each takes two: coordinates of 16 bits, normalised.
      let uv = b.view([255, 255, 0, 0, 9, 9, 9, 9, 0, 0, 255, 255, 9, 9, 9, 9, 0, 128, 0, 0], stride: 8)
      let t = b.accessor([
        "bufferView": uv, "componentType": 5123, "normalized": true, "count": 3, "type": "VEC2",
      ])
      let color = b.view([255, 0, 51, 0, 255, 0, 255, 0, 0, 0, 255, 0])
      let c = b.accessor([
        "bufferView": color, "componentType": 5121, "normalized": true, "count": 3, "type": "VEC3",
        "byteOffset": 1,
      ])
      primitive["attributes"] = ["POSITION": p, "TEXCOORD_0": t, "COLOR_0": c]
    }
    let mesh = try #require(try importAsset(b).product.pieces.first?.mesh)
    #expect(mesh.positions == [Vector3f(0, 0, 0), Vector3f(0, 5, 0), Vector3f(0, 0, 7)])
    #expect(mesh.uvs == [Vector2f(1, 0), Vector2f(0, 1), Vector2f(32768 / 65535, 0)])
    #expect(mesh.colors == [[0, 0.2, 0, 1], [1, 0, 1, 1], [0, 0, 0, 1]])
  }

  @Test func quantisedPositions() throws {
    let b = triangle { b, primitive in
      b.json["extensionsRequired"] = ["KHR_mesh_quantization"]
      b.json["extensionsUsed"] = ["KHR_mesh_quantization"]
      let v = b.view([0, 0, 0, 0, 127, 0, 0, 0, 0, 129, 0, 0], stride: 4)
      let p = b.accessor(["bufferView": v, "componentType": 5120, "count": 3, "type": "VEC3"])
      primitive["attributes"] = ["POSITION": p]
    }
    let mesh = try #require(try importAsset(b).product.pieces.first?.mesh)
    #expect(mesh.positions[1] == Vector3f(0, 127, 0) && mesh.positions[2] == Vector3f(0, 0, -127))
  }

  @Test func unusedVerticesAreLeftOutAndMeshesShared() throws {
    var b = GLBBuilder()
    let p = b.floats((0..<100).flatMap { [Float($0), Float($0 * $0), 0] }, type: "VEC3")
    let n = b.floats((0..<100).flatMap { _ in [Float(0), 0, 1] }, type: "VEC3")
    let i = b.shorts([50, 7, 99])
    b.json["meshes"] = [["primitives": [["attributes": ["POSITION": p, "NORMAL": n], "indices": i]]]]
    b.json["nodes"] = [["mesh": 0, "name": "a"], ["mesh": 0, "name": "b", "translation": [1, 2, 3]]]
    let asset = try importAsset(b).product
    #expect(asset.pieces.count == 2 && asset.pieces[0].mesh === asset.pieces[1].mesh)
    #expect(asset.parts == ["body", "a", "b"])
    #expect(asset.pieces.map(\.part) == [1, 2])
    #expect(asset.pieces[0].mesh.positions.map(\.y) == [50, 7, 99])
    #expect(asset.nodes[1].rest.translation == Vector3(3, 1, 2))
  }

  @Test func materials() throws {
    let b = triangle { b, primitive in
      let image = b.view([1, 2, 3])
      b.json["images"] = [["bufferView": image, "mimeType": "image/png"], ["uri": "a%20b.png"]]
      b.json["samplers"] = [["wrapS": 33071, "wrapT": 33648, "magFilter": 9728]]
      b.json["textures"] = [["source": 0, "sampler": 0], ["source": 1]]
      b.json["materials"] = [
        [
          "name": "paint", "doubleSided": true, "alphaMode": "MASK", "alphaCutoff": 0.25,
          "emissiveFactor": [1, 0.5, 0],
          "normalTexture": ["index": 1, "scale": 0.5],
          "pbrMetallicRoughness": [
            "baseColorFactor": [0.1, 0.2, 0.3, 0.4], "baseColorTexture": ["index": 0], "metallicFactor": 0.75,
            "roughnessFactor": 0.5,
          ],
          "extensions": [
            "KHR_materials_unlit": [String: Int](),
            "KHR_materials_emissive_strength": ["emissiveStrength": 4],
          ],
        ]
      ]
      primitive["material"] = 0
    }
    let asset = try importAsset(b, resources: ["a b.png": [1, 2, 3, 4]]).product
    let m = try #require(asset.materials.first)
    #expect(m.name == "paint" && m.isDoubleSided && m.isUnlit && m.alpha == .mask(cutoff: 0.25))
    #expect(m.baseColor == [0.1, 0.2, 0.3, 0.4] && m.metallic == 0.75 && m.roughness == 0.5)
    #expect(m.emissive == Vector3f(4, 2, 0) && m.normalScale == 0.5)
    let base = try #require(m.baseColorTexture)
    #expect(base.wrap == (.clamp, .mirror) && base.isNearest && base.levels[0].texels[0] == 0x0303_0303)
    #expect(m.normalTexture?.levels[0].texels[0] == 0x0404_0404)
  }

  @Test func specularGlossinessIsApproximated() throws {
    func imported(_ specular: [Double], _ diffuse: [Double]) throws -> Material {
      let b = triangle { b, primitive in
        b.json["materials"] = [
          [
            "extensions": [
              "KHR_materials_pbrSpecularGlossiness": [
                "diffuseFactor": diffuse, "specularFactor": specular, "glossinessFactor": 0.75,
              ]
            ]
          ]
        ]
        primitive["material"] = 0
      }
      return try #require(try importAsset(b).product.materials.first)
    }
    let plastic = try imported([0.04, 0.04, 0.04], [0.5, 0.25, 0, 1])
    #expect(plastic.metallic == 0 && plastic.roughness == 0.25 && plastic.baseColor == [0.5, 0.25, 0, 1])
    let gold = try imported([1, 0.75, 0.25], [0, 0, 0, 1])
    #expect(gold.metallic == 1 && gold.baseColor == [1, 0.75, 0.25, 1])
  }

  @Test func textureTransformsAreBaked() throws {
    let b = triangle { b, primitive in
      let t = b.floats([0, 0, 1, 0, 0, 1], type: "VEC2")
      b.json["images"] = [["bufferView": b.view([1]), "mimeType": "image/png"]]
      b.json["textures"] = [["source": 0]]
      b.json["materials"] = [
        [
          "pbrMetallicRoughness": [
            "baseColorTexture": [
              "index": 0,
              "extensions": [
                "KHR_texture_transform": [
                  "offset": [0.5, 0.25], "rotation": Double.pi / 2, "scale": [2, 4], "texCoord": 1,
                ]
              ],
            ]
          ]
        ]
      ]
      primitive["material"] = 0
      primitive["attributes"] = ["POSITION": 0, "TEXCOORD_1": t]
    }
    let mesh = try #require(try importAsset(b).product.pieces.first?.mesh)
    // Scaled to (2, 0) and (0, 4); a quarter turn counter-clockwise as seen takes +u to up (−v) and +v to +u.
    for (found, expected) in zip(mesh.uvs, [Vector2f(0.5, 0.25), Vector2f(0.5, -1.75), Vector2f(4.5, 0.25)]) {
      #expect(length(found - expected) < 1e-6)
    }
  }

  // MARK: Nodes

  @Test func matricesShearsAndMirrors() throws {
    var seed: UInt64 = 77
    func unit() -> Double {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(seed >> 40) / 0x1p23 - 1
    }
    for round in 0..<60 {
      var m = (0..<16).map { _ in unit() * 3 }
      (m[3], m[7], m[11], m[15]) = (0, 0, 0, 1)
      // A row of zeros, two equal columns: maps that flatten.
      if round % 5 == 1 { (m[0], m[4], m[8]) = (0, 0, 0) }
      if round % 5 == 2 { (m[4], m[5], m[6]) = (m[0], m[1], m[2]) }
      if round % 5 == 3 {
        for k in 0..<12 { m[k] = [0, 5, 10].contains(k) ? Double(1 + k) * (k == 5 ? -1 : 1) : 0 }
      }
      if round == 59 { for k in 0..<12 { m[k] = 0 } }
      let b = triangle { b, _ in
        b.json["nodes"] = [["children": [1], "matrix": m], ["mesh": 0, "translation": [0.5, 0, 1]]]
      }
      let asset = try importAsset(b).product
      if round % 5 == 3 { #expect(asset.nodes.count == 2) }
      let transform = asset.objectFromNodes(asset.restPoses)[asset.pieces[0].node]
      for i in 0..<3 {
        let p = [
          Double(Self.corner[3 * i]) + 0.5, Double(Self.corner[3 * i + 1]),
          Double(Self.corner[3 * i + 2]) + 1,
        ]
        let q = (0..<3).map { r in m[r] * p[0] + m[4 + r] * p[1] + m[8 + r] * p[2] + m[12 + r] }
        let found = transform * Vector3(asset.pieces[0].mesh.positions[i])
        #expect(length(found - Vector3(q[2], q[0], q[1])) < 1e-9)
      }
    }
  }

  @Test func onlyTheShownSceneIsDrawn() throws {
    let b = triangle { b, _ in
      b.json["nodes"] = [
        ["mesh": 0, "name": "a"], ["mesh": 0, "name": "b"], ["name": "c", "children": [1]],
      ]
      b.json["scenes"] = [["nodes": [0]], ["nodes": [2]]]
      b.json["scene"] = 1
    }
    let asset = try importAsset(b).product
    #expect(asset.pieces.map { asset.nodes[$0.node].name } == ["b"])
  }

  // MARK: Skins, morphs and animations

  @Test func skinsDeformAndAnimate() throws {
    let b = triangle { b, primitive in
      let j = b.accessor([
        "bufferView": b.view([0, 1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0]), "componentType": 5121, "count": 3,
        "type": "VEC4",
      ])
      let w = b.floats([1, 1, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0], type: "VEC4")
      let morph = b.floats([0, 0, 1, 0, 0, 1, 0, 0, 1], type: "VEC3")
      primitive["attributes"] = ["POSITION": 0, "JOINTS_0": j, "WEIGHTS_0": w]
      primitive["targets"] = [["POSITION": morph]]
      var bind = [Float](repeating: 0, count: 32)
      for k in [0, 5, 10, 15, 16, 21, 26, 31] { bind[k] = 1 }
      bind[16 + 13] = -1  // The second joint's bind pose sits at the file's y = 1.
      let ibm = b.floats(bind, type: "MAT4")
      b.json["skins"] = [["joints": [1, 2], "inverseBindMatrices": ibm]]
      b.json["nodes"] = [
        ["mesh": 0, "skin": 0, "translation": [99, 0, 0]], ["name": "hip", "children": [2]],
        ["name": "knee", "translation": [0, 1, 0]],
      ]
      let times = b.floats([0, 2], type: "SCALAR")
      let h = Float(0.5.squareRoot())
      // A quarter turn about the file's x axis: its y goes to its z.
      let turns = b.floats([0, 0, 0, 1, h, 0, 0, h], type: "VEC4")
      let weights = b.floats([0, 1], type: "SCALAR")
      b.json["animations"] = [
        [
          "name": "bend",
          "samplers": [["input": times, "output": turns], ["input": times, "output": weights]],
          "channels": [
            ["sampler": 0, "target": ["node": 2, "path": "rotation"]],
            ["sampler": 1, "target": ["node": 0, "path": "weights"]],
          ],
        ]
      ]
    }
    let imported = try importAsset(b)
    let asset = imported.product
    #expect(imported.warnings.contains { $0.message.contains("without weight") })
    #expect(asset.animations.map(\.name) == ["bend"] && asset.animations[0].duration == 2)
    #expect(asset.nodes[0].morphWeights == [0])
    let piece = asset.pieces[0]
    #expect(piece.mesh.deformation?.weights == [[0.5, 0.5, 0, 0], [1, 0, 0, 0], [1, 0, 0, 0]])
    let rest = try #require(
      asset.deformed(piece, articulation: nil, objectFromNodes: asset.objectFromNodes(asset.restPoses)))
    #expect(rest.positions == piece.mesh.positions)
    let clip = AnimationClip(animation: 0, ending: .hold)
    let posed = clip.articulation(of: asset, at: 2)
    let shape = try #require(
      asset.deformed(piece, articulation: posed, objectFromNodes: asset.objectFromNodes(posed.poses)))
    // Vertex 2, (0, 3, 0) in the file, morphed to (0, 3, 1); about (0, 1, 0): (0, 2, 1) → (0, −1, 2) → (0, 0, 2).
    #expect(length(shape.positions[2] - Vector3f(2, 0, 0)) < 1e-6)
    // Vertex 1, (2, 0, 0) → (2, 0, 1): (2, −1, 1) → (2, −1, −1) → (2, 0, −1).
    #expect(length(shape.positions[1] - Vector3f(-1, 2, 0)) < 1e-6)
    // Vertex 0, (0, 0, 1): half stays, half goes (0, −1, 1) → (0, −1, −1) → (0, 0, −1).
    #expect(length(shape.positions[0] - Vector3f(0, 0, 0)) < 1e-6)
  }

  // MARK: Refusals

  @Test func refusalsNameTheirPlace() throws {
    func refusal(_ b: GLBBuilder) -> String {
      guard let error = dioramaError({ _ = try importAsset(b) }) else { return "no error" }
      #expect(error.reason == .badInput && error.remedy != nil)
      return error.message
    }
    #expect(refusal(triangle { b, _ in b.json["asset"] = ["version": "1.0"] }).contains("version 1.0"))
    #expect(
      refusal(triangle { b, _ in b.json["extensionsRequired"] = ["KHR_draco_mesh_compression"] })
        .contains("KHR_draco_mesh_compression"))
    #expect(
      refusal(triangle { b, _ in b.json["nodes"] = [["children": [1]], ["children": [0], "mesh": 0]] })
        .contains("cycle"))
    #expect(
      refusal(triangle { b, _ in b.json["nodes"] = [["children": [2]], ["children": [2]], ["mesh": 0]] })
        .contains("/nodes/1"))
    #expect(refusal(triangle { b, _ in b.json["nodes"] = [["mesh": 4]] }).contains("/nodes/0/mesh"))
    #expect(
      refusal(triangle { b, p in p["indices"] = b.shorts([0, 1, 3]) }).contains(
        "/meshes/0/primitives/0/indices"))
    #expect(
      refusal(
        triangle { b, p in
          p["attributes"] = [
            "POSITION": b.accessor(["bufferView": 0, "componentType": 5126, "count": 4, "type": "VEC3"])
          ]
        }
      ).contains("/accessors/1"))
    #expect(
      refusal(
        triangle { b, p in
          p["attributes"] = [
            "POSITION": b.accessor(["componentType": 5126, "count": 4_000_000_000_000_000, "type": "VEC3"])
          ]
        }
      ).contains("/accessors/1"))
    #expect(
      refusal(triangle { b, _ in b.json["buffers"] = [["byteLength": 1 << 40]] }).contains("/buffers/0"))
    #expect(
      refusal(
        triangle { b, p in
          p["attributes"] = ["POSITION": b.floats([.nan, 0, 0, 1, 0, 0, 0, 1, 0], type: "VEC3")]
        }
      )
      .contains("not finite"))
    let image = triangle { b, p in
      b.json["images"] = [["uri": "../secret.png"]]
      b.json["textures"] = [["source": 0]]
      b.json["materials"] = [["emissiveTexture": ["index": 0]]]
      p["material"] = 0
    }
    #expect(refusal(image).contains("/images/0"))
  }

  @Test func damagedContainers() {
    for bytes in [
      [], Array("glTF".utf8), Array("{".utf8), Array("[]".utf8), Array("{\"asset\":{}}".utf8),
      Array("glTF".utf8) + [2, 0, 0, 0, 255, 255, 255, 255] + [UInt8](repeating: 0, count: 20),
      [UInt8](repeating: UInt8(ascii: "["), count: 100_000),
    ] as [[UInt8]] {
      let error = dioramaError {
        _ = try GLTFImporter(decode: stubDecoder).importAsset(ImportSource(name: "x", bytes: bytes))
      }
      #expect(error?.reason == .badInput)
    }
  }
}
