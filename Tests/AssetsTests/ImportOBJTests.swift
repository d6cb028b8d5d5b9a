import Assets
import Diagnostics
import Geometry
import Imaging
import Testing
import VectorMath
import WorldModel

@Suite struct ImportOBJTests {
  private func load(
    _ text: String, options: ImportOptions = ImportOptions(), files: [String: String] = [:]
  ) throws -> Imported<Asset> {
    try OBJImporter(options: options, decode: stubDecoder).importAsset(
      ImportSource(name: "test.obj", bytes: Array(text.utf8)) { files[$0].map { Array($0.utf8) } })
  }

  private func area(_ mesh: Mesh) -> Double {
    mesh.triangles.reduce(0) {
      let (a, b, c) = (mesh.positions[Int($1.x)], mesh.positions[Int($1.y)], mesh.positions[Int($1.z)])
      return $0 + length(cross(Vector3(b - a), Vector3(c - a))) / 2
    }
  }

  @Test func indicesLinesAndEndings() throws {
    let text =
      "# a comment\r\nv 0 0 0\r\nv 1 0 0 \\\r\n\r\n  v 1 1 \\\n 0 # a remark\nv 0 1 0\nvt 0 0\nvt 1 0\nvt 1 1\n"
      + "f -4/1 -3/2 -2/3\rf 1// 3// 4//\n"
    let asset = try load(text).product
    let mesh = try #require(asset.pieces.first?.mesh)
    #expect(mesh.triangles.count == 2)
    #expect(mesh.positions[0] == Vector3f(0, 0, 0) && mesh.positions[1] == Vector3f(0, 1, 0))
    #expect(mesh.positions[2] == Vector3f(0, 1, 1))
    // v counts upwards in the file and downwards here.
    #expect(mesh.uvs[0] == Vector2f(0, 1) && mesh.uvs[2] == Vector2f(1, 0))
    #expect(mesh.normals.allSatisfy { $0 == Vector3f(1, 0, 0) })
  }

  @Test func upAxes() throws {
    let text = "v 0 0 0\nv 1 0 0\nv 0 0 3\nf 1 2 3\n"
    #expect(try load(text).product.restBounds == Box3(min: .zero, max: Vector3(3, 1, 0)))
    #expect(
      try load(text, options: ImportOptions(upAxis: .z)).product.restBounds
        == Box3(min: .zero, max: Vector3(0, 1, 3)))
    let grounded = try load(text, options: ImportOptions(scale: 2, origin: .groundCenter)).product.restBounds
    #expect(grounded == Box3(min: Vector3(-3, -1, 0), max: Vector3(3, 1, 0)))
  }

  @Test func concavePolygons() throws {
    // A U of area 23, standing in the plane x + y + z = 0.
    let u = PolygonSamples.letterU
    let (a, b) = (normalized(Vector3(1, -1, 0)), normalized(Vector3(1, 1, -2)))
    let lines = u.map { p -> String in
      let q = a * p.x + b * p.y
      return "v \(q.x) \(q.y) \(q.z)\n"
    }
    let mesh = try #require(try load(lines.joined() + "f 1 2 3 4 5 6 7 8\n").product.pieces.first?.mesh)
    #expect(mesh.triangles.count == 6)
    #expect((area(mesh) - 23).magnitude < 1e-4)
    // A concave quad, where the fan from the first corner would fold.
    let dart = try load("v 0 0 0\nv 4 0 0\nv 1 1 0\nv 0 4 0\nf 2 3 4 1\nf 1 2 3 4\n").product
    #expect((area(dart.pieces[0].mesh) - 8).magnitude < 1e-6)
  }

  @Test func degenerateFaces() throws {
    let imported = try load(
      "v 0 0 0\nv 1 0 0\nv 2 0 0\nv 3 0 0\nv 0 1 0\nf 1 2 3 4\nf 1 2 3\nf 1 1 1 1 1\nf 1 2\nf 1 2 5\n")
    #expect(imported.product.pieces.first?.mesh.triangles.count == 1)
    #expect(imported.warnings.count == 2)
    #expect(try load("v 0 0 0\n").product.pieces.isEmpty)
    #expect(try load("").product.pieces.isEmpty)
  }

  @Test func smoothingGroupsAndCreases() throws {
    // A roof of two slopes and, at a shallow angle, a third.
    let roof = "v 0 0 0\nv 0 0 1\nv 1 1 0\nv 1 1 1\nv 2 0 0\nv 2 0 1\n"
    func normals(_ faces: String, _ options: ImportOptions = ImportOptions()) throws -> Set<SIMD3<Float>> {
      Set(try #require(try load(roof + faces, options: options).product.pieces.first?.mesh).normals)
    }
    // Right angles are creases unless asked otherwise.
    #expect(try normals("f 1 2 4 3\nf 3 4 6 5\n").count == 2)
    #expect(try normals("f 1 2 4 3\nf 3 4 6 5\n", ImportOptions(creaseAngle: 1.7)).count == 3)
    #expect(try normals("s 1\nf 1 2 4 3\nf 3 4 6 5\n").count == 3)
    #expect(try normals("s 1\nf 1 2 4 3\ns 2\nf 3 4 6 5\n").count == 2)
    #expect(try normals("s off\nf 1 2 4 3\nf 3 4 6 5\n", ImportOptions(creaseAngle: 3)).count == 2)
    let ridge = try normals("s 1\nf 1 2 4 3\nf 3 4 6 5\n")
    #expect(ridge.contains { length($0 - Vector3f(0, 0, 1)) < 1e-6 })
  }

  @Test func partsAndMaterials() throws {
    let text = """
      mtllib my looks.mtl
      mtllib a.mtl b.mtl gone.mtl
      v 0 0 0
      v 1 0 0
      v 0 1 0
      o chair
      usemtl red paint
      f 1 2 3
      g leg
      f 1 3 2
      usemtl blue
      f 1 2 3
      usemtl nowhere
      f 1 2 3
      """
    let imported = try load(
      text,
      files: [
        "my looks.mtl": "newmtl red paint\nKd 1 0.5 0\nd 0.25\nTr 0.9\n", "a.mtl": "newmtl other\n",
        "b.mtl": "newmtl blue\nKd 0 0 1\nPr 0.3\nPm 1\nKe 0 0 2\nNs 7\n",
      ])
    let asset = imported.product
    #expect(asset.parts == ["body", "chair", "leg"])
    #expect(asset.pieces.map(\.part) == [1, 2, 2, 2])
    #expect(
      asset.pieces.map { asset.materials[$0.material].name } == ["red paint", "red paint", "blue", "nowhere"])
    let red = asset.materials[0]
    #expect(red.baseColor == [1, 0.5, 0, 0.25] && red.alpha == .blend && red.isDoubleSided)
    let blue = asset.materials[1]
    #expect(blue.roughness == 0.3 && blue.metallic == 1 && blue.emissive == Vector3f(0, 0, 2))
    #expect(imported.warnings.map(\.message).contains { $0.contains("gone.mtl") })
    #expect(imported.warnings.map(\.message).contains { $0.contains("nowhere") })
  }

  @Test func mapsAndTheirOptions() throws {
    let text =
      "mtllib mats/m.mtl\nv 0 0 0\nv 1 0 0\nv 0 1 0\nvt 0 0\nvt 1 0\nvt 0 1\nusemtl m\nf 1/1 2/2 3/3\n"
    let files = [
      "mats/m.mtl": """
      newmtl m
      map_Kd -clamp on -s 2 3 1 -o 0.5 0.25 -mm 0 1 C:\\My Textures\\old wood.png
      map_Bump -bm 0.5 bumps.png
      map_Ke -blendu off -imfchan r glow.png
      map_Ks -texres 5 gone.png
      """, "mats/old wood.png": "abc", "bumps.png": "x", "mats/glow.png": "xy",
    ]
    let imported = try load(text, files: files)
    let m = try #require(imported.product.materials.first)
    let base = try #require(m.baseColorTexture)
    // Three bytes make the stub's grey 3; the alpha of a colour map means nothing.
    #expect(base.wrap == (.clamp, .clamp) && base.levels[0].texels[0] == 0xFF03_0303)
    // Flat heights are normals straight up.
    #expect(m.normalTexture?.levels[0].texels[0] == 0xFFFF_8080)
    #expect(m.emissiveTexture != nil && m.emissive == Vector3f(1, 1, 1))
    let mesh = try #require(imported.product.pieces.first?.mesh)
    #expect(mesh.uvs == [Vector2f(0.5, 0.75), Vector2f(2.5, 0.75), Vector2f(0.5, -2.25)])
    #expect(imported.warnings.contains { $0.message.contains("map_Ks") })
  }

  @Test func alphaMapsMakeMasks() throws {
    let text = "mtllib m.mtl\nv 0 0 0\nv 1 0 0\nv 0 1 0\nusemtl leaf\nf 1 2 3\n"
    let asset = try load(
      text, files: ["m.mtl": "newmtl leaf\nmap_Kd leaf.png\nmap_d leaf.png\n", "leaf.png": "12345"]
    ).product
    #expect(asset.materials[0].alpha == .mask(cutoff: 0.5))
    #expect(asset.materials[0].baseColorTexture?.levels[0].texels[0] == 0x0505_0505)
  }

  @Test func vertexColours() throws {
    let asset = try load("v 0 0 0\nv 1 0 0 1 0.5 0\nv 0 1 0 1 0 0 1\nf 1 2 3\n").product
    let mesh = try #require(asset.pieces.first?.mesh)
    #expect(mesh.colors[0] == [1, 1, 1, 1])
    // sRGB 0.5 is linear 0.2140.
    #expect((mesh.colors[1].y - 0.21404).magnitude < 1e-4 && mesh.colors[1].x == 1 && mesh.colors[1].z == 0)
    #expect(mesh.colors[2] == [0, 0, 1, 1])
  }

  @Test func refusalsNameTheirLine() {
    let head = "v 0 0 0\nv 1 0 0\nv 0 1 0\nvt 0 0\nvn 0 0 1\n"
    for (line, word) in [
      ("f 1 2 4", "vertex 4"), ("f 1 2 0", "count from 1"), ("f 1 2 -4", "counts back"),
      ("f 1/2 2/1 3/1", "vt 2"),
      ("f 1//1 2//1 3//7", "vn 7"), ("f 1 2 x", "not a corner"), ("f 1 2 3/1/1/1", "not a corner"),
      ("v 0 nan 0", "nan"),
      ("v 0 0", "needs 3"), ("v 0 1e99 0", "1e99"), ("f 1 2 /1", "no vertex"),
      ("f 1 2 99999999999", "not a corner"),
      ("f 1 2 -9223372036854775808", "not a corner"),
      ("f " + [String](repeating: "1", count: 4097).joined(separator: " "), "most"),
    ] {
      let error = dioramaError { _ = try load(head + line + "\n") }
      #expect(error?.reason == .badInput && error?.location?.line == 6 && error?.location?.file == "test.obj")
      #expect(error?.message.contains(word) == true)
    }
    #expect(
      dioramaError { _ = try OBJImporter(decode: stubDecoder).importAsset("/nowhere/x.obj") }?.reason
        == .noInput)
  }

  @Test func aFanAroundOneVertexTakesNoTimeToSpeakOf() throws {
    var text = "v 0 0 0\n"
    for i in 0...20_000 {
      text += "v \(DeterministicMath.cos(Double(i) / 4e3)) \(DeterministicMath.sin(Double(i) / 4e3)) 0\n"
    }
    for i in 2...20_001 { text += "f 1 \(i) \(i + 1)\n" }
    let mesh = try #require(try load(text).product.pieces.first?.mesh)
    #expect(mesh.triangles.count == 20_000)
  }
}

enum PolygonSamples {
  /// A U, counter-clockwise, area 23.
  static let letterU = [
    Vector2(0, 0), Vector2(7, 0), Vector2(7, 5), Vector2(5, 5), Vector2(5, 1), Vector2(2, 1), Vector2(2, 5),
    Vector2(0, 5),
  ]
}
