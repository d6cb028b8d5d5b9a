import Assets
import Diagnostics
import Foundation
import Geometry
import Imaging
import SceneFormats
import Testing
import VectorMath
import WorldModel

/// What is written, read back by the importers.
@Suite struct SceneReadBackTests {
  private let folder = SmallWorld.folder()

  private func triangles(of entity: Entity, _ keep: (Asset.Piece) -> Bool = { _ in true }) -> [(
    Vector3, Vector3, Vector3
  )] {
    let places = entity.asset.objectFromNodes(entity.asset.restPoses)
    let pose = entity.track.pose(at: 0)
    return entity.asset.pieces.filter(keep).flatMap { piece in
      let points = piece.mesh.positions.map { pose * (places[piece.node] * Vector3($0)) }
      return piece.mesh.triangles.map { (points[Int($0.x)], points[Int($0.y)], points[Int($0.z)]) }
    }
  }

  @Test func binaryGLTFHoldsTheWorld() throws {
    let path = try SmallWorld.write(GLBFormat.self, in: folder)
    let imported = try GLTFImporter().importScene(path)
    // Lights are no part of assets.
    #expect(imported.warnings.count == 1 && imported.warnings[0].message.contains("KHR_lights_punctual"))
    let entities = imported.product
    #expect(entities.map(\.id) == [3, 7, 300, 301])
    #expect(entities.map(\.nativeClass.name) == ["box", "box", "box", "chair"])
    #expect(entities.map(\.name) == ["crate a", "crate \"b\"", "lidded", "mirrored"])
    for entity in entities {
      #expect(SmallWorld.differences(entity.id, triangles(of: entity)) == nil)
      for piece in entity.asset.pieces {
        for t in piece.mesh.triangles {
          let p = [t.x, t.y, t.z].map { Vector3(piece.mesh.positions[Int($0)]) }
          #expect(dot(cross(p[1] - p[0], p[2] - p[0]), Vector3(piece.mesh.normals[Int(t.x)])) > 0)
        }
      }
    }
    let lidded = entities[2].asset
    #expect(lidded.parts == ["body", "body", "the lid"])
    #expect(lidded.pieces.map { lidded.parts[$0.part] } == ["body", "the lid", "the lid"])
    let painted = lidded.materials[lidded.pieces[1].material]
    #expect(painted.baseColorTexture?.levels[0].texels == SmallWorld.texture.levels[0].texels)
    #expect(painted.baseColorTexture?.wrap.u == .clamp && painted.baseColorTexture?.wrap.v == .mirror)
    #expect(painted.alpha == .mask(cutoff: 0.25) && painted.metallic == 0.25 && painted.roughness == 0.8)
    #expect(painted.normalTexture != nil)
    #expect(lidded.pieces[1].mesh.uvs == SmallWorld.cuboid(.zero, .one).uvs)
    let glow = lidded.materials[lidded.pieces[2].material]
    #expect(glow.emissive == Vector3f(4, 2, 1) && glow.alpha == .blend && glow.isDoubleSided)
    #expect(lidded.pieces[2].mesh.colors.first == [1, 0.5, 0.25, 1])
    #expect(entities[0].asset.materials[0].baseColor == [0.5, 0.25, 0.125, 1])
  }

  @Test func extrasAndCamerasAreWhatTheWorldSays() throws {
    let data = Data(try SmallWorld.bytes(SmallWorld.write(GLBFormat.self, in: folder)))
    let end = 20 + (Int(data[12]) | Int(data[13]) << 8 | Int(data[14]) << 16)
    let json = try #require(
      try JSONSerialization.jsonObject(with: data.subdata(in: 20..<end)) as? [String: Any])
    let nodes = try #require(json["nodes"] as? [[String: Any]])
    func extras(_ name: String) throws -> [String: Any] {
      try #require(nodes.first { $0["name"] as? String == name }?["extras"] as? [String: Any], "\(name)")
    }
    let crate = try extras("crate \"b\"")
    #expect(
      crate["id"] as? Int == 7 && crate["class"] as? String == "box" && crate["class_id"] as? Int == 116)
    #expect(crate["room"] as? String == "kitchen_2" && crate["supported_by"] as? String == "3")
    #expect(crate["part"] as? String == "body" && crate["part_id"] as? Int == 7 * 256 + 1)
    #expect(try extras("lidded")["room"] as? String == "bedroom_0")
    #expect(try extras("the lid")["part_id"] as? Int == 300 * 256 + 2)
    // Crates share their mesh up to scale; equal materials are one.
    #expect((json["meshes"] as? [Any])?.count == 5 && (json["materials"] as? [Any])?.count == 3)
    #expect((json["images"] as? [Any])?.count == 1 && (json["textures"] as? [Any])?.count == 1)
    let camera = try #require((json["cameras"] as? [[String: Any]])?.first)
    let lens = try #require(camera["perspective"] as? [String: Double])
    let angle = try #require(lens["yfov"])
    let ratio = try #require(lens["aspectRatio"])
    #expect(abs(angle - 1.0808390005411684) < 1e-12)
    #expect(abs(ratio - 64 / 60) < 1e-12)
    #expect((camera["extras"] as? [String: Double])?["cx"] == 30)
    // It looks along world x, which is the file's z; its up is the world's z.
    let node = try #require(nodes.first { $0["camera"] != nil })
    let q = try #require(node["rotation"] as? [Double])
    let turn = Quaternion(w: q[3], x: q[0], y: q[1], z: q[2])
    #expect(length(turn * Vector3(0, 0, -1) - Vector3(1, 0, 0)) < 1e-12)
    #expect(length(turn * Vector3(0, 1, 0) - Vector3(0, 0, 1)) < 1e-12)
    #expect(node["translation"] as? [Double] == [1, 2, 3])
    // No perspective stands for a lens that is none.
    #expect((json["cameras"] as? [Any])?.count == 1 && nodes.filter { $0["camera"] != nil }.count == 1)
    let fish = try #require(nodes.first { $0["name"] as? String == "fish eye" })
    #expect((fish["extras"] as? [String: Any])?["projection"] as? String == "fisheye")
    #expect(fish["translation"] as? [Double] == [1, 2, 4])
  }

  @Test func objectsAndGroupsOfOBJ() throws {
    let path = try SmallWorld.write(OBJFormat.self, in: folder)
    let imported = try OBJImporter().importAsset(path)
    #expect(imported.warnings.allSatisfy { $0.message.contains("map_P") }, "\(imported.warnings)")
    let asset = imported.product
    let groups: [(UInt32, [String])] = [
      (3, ["3_crate_a box body"]), (7, ["7_crate_\"b\" box body"]),
      (300, ["300_lidded box body", "300_lidded box the_lid"]), (301, ["301_mirrored chair body"]),
    ]
    let entity = Entity(id: 1, name: "all", asset: asset, track: Track(still: .identity))
    for (id, names) in groups {
      let found = triangles(of: entity) { names.contains(asset.parts[$0.part]) }
      #expect(SmallWorld.differences(id, found) == nil)
    }
    #expect(asset.pieces.reduce(0) { $0 + $1.mesh.triangles.count } == SmallWorld.scene.triangleCount)
    let lid = try #require(asset.pieces.first { asset.parts[$0.part] == "300_lidded box the_lid" })
    let painted = asset.materials[lid.material]
    #expect(painted.baseColorTexture?.levels[0].texels == SmallWorld.texture.levels[0].texels)
    #expect(painted.alpha == .mask(cutoff: 0.5) && painted.metallic == 0.25)
    // Every corner finds the coordinates that it had: v = ¼ is below the top row of texels.
    let uvs = Set(lid.mesh.uvs.map { [$0.x, $0.y] })
    #expect(uvs == [[0, 0], [1, 0], [1, 0.25], [0, 0.25]])
    let plain = try #require(asset.materials.first { $0.name.hasSuffix("plain_wood") })
    #expect(plain.baseColor == [0.5, 0.25, 0.125, 1] && plain.roughness == 0.75)
    let glow = try #require(asset.materials.first { $0.name.hasSuffix("glow") })
    #expect(glow.emissive == Vector3f(4, 2, 1))
  }

  @Test func idsOfPLY() throws {
    let ply = try SmallPLY(try SmallWorld.bytes(SmallWorld.write(PLYFormat.self, in: folder)))
    #expect(ply.vertices.count == 24 * 6 && ply.faces.count == SmallWorld.scene.triangleCount)
    for id in SmallWorld.truth.keys {
      let faces = ply.faces.filter { $0.instance == id }
      let found = faces.map { f in
        (
          Vector3(ply.vertices[f.corners[0]].place), Vector3(ply.vertices[f.corners[1]].place),
          Vector3(ply.vertices[f.corners[2]].place)
        )
      }
      #expect(SmallWorld.differences(id, found) == nil)
      for (face, points) in zip(faces, found) {
        let corner = ply.vertices[face.corners[0]]
        #expect(corner.instance == id && corner.semantic == face.semantic && corner.part == face.part)
        #expect(
          dot(cross(points.1 - points.0, points.2 - points.0), Vector3(corner.normal)) > 0)
      }
    }
    let parts = Set(ply.faces.filter { $0.instance == 300 }.map(\.part))
    let classes = Set(ply.faces.filter { $0.instance == 301 }.map(\.semantic))
    #expect(parts == [76_801, 76_802] && classes == [101])
    // Linear ½, ¼, ⅛ as sRGB.
    #expect(ply.vertices[0].colour == [188, 137, 99, 255])
    // Each lid face spans the whole width, so its vertices have the mean of the picture.
    let lid = try #require(ply.vertices.first { $0.part == 76_802 })
    #expect(lid.colour == [128, 128, 128, 223])
    #expect(ply.header.contains("comment thing 301 101 chair mirrored\n"))
  }
}

/// A reader of the one layout of PLY that is written, by its header's words.
private struct SmallPLY {
  struct Vertex {
    var place: Vector3f
    var normal: Vector3f
    var colour: [UInt8]
    var instance: UInt32
    var semantic: UInt16
    var part: UInt32
  }
  struct Face {
    var corners: [Int]
    var instance: UInt32
    var semantic: UInt16
    var part: UInt32
  }
  var header: String
  var vertices: [Vertex] = []
  var faces: [Face] = []

  init(_ bytes: [UInt8]) throws {
    let end = Array("end_header\n".utf8)
    let start = try #require(bytes.indices.first { bytes[$0...].starts(with: end) }) + end.count
    header = String(decoding: bytes[..<start], as: UTF8.self)
    func count(_ element: String) throws -> Int {
      let line = try #require(header.split(separator: "\n").first { $0.hasPrefix("element \(element) ") })
      return try #require(Int(line.split(separator: " ")[2]))
    }
    var at = start
    func number(_ size: Int) -> UInt32 {
      defer { at += size }
      return (0..<size).reduce(0) { $0 | UInt32(bytes[at + $1]) << (8 * UInt32($1)) }
    }
    func float() -> Float { Float(bitPattern: number(4)) }
    for _ in 0..<(try count("vertex")) {
      vertices.append(
        Vertex(
          place: Vector3f(float(), float(), float()), normal: Vector3f(float(), float(), float()),
          colour: (0..<4).map { _ in UInt8(number(1)) }, instance: number(4), semantic: UInt16(number(2)),
          part: number(4)))
    }
    for _ in 0..<(try count("face")) {
      try #require(number(1) == 3)
      faces.append(
        Face(
          corners: (0..<3).map { _ in Int(number(4)) }, instance: number(4), semantic: UInt16(number(2)),
          part: number(4)))
    }
    try #require(at == bytes.count)
  }
}
