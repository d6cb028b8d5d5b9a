package import Diagnostics
import JSON
import VectorMath
import WorldModel

/// glTF 2.0, binary (Khronos, §4.4): one file with meshes, metal-rough materials, textures as PNG, and cameras.
///
/// A root node turns the world (z up) into the file's frame: (x, y, z) becomes (y, z, x), +y up. Below it a node a
/// thing, whose `extras` hold `instance_id` and `id` (the value of instance maps), `class`, `class_id` (native),
/// `room`, `supported_by` and `attributes`, and below that a node a part with `part` and `part_id`; a thing of one part
/// is one node. Cameras look along −z; what glTF cannot say of them is in their `extras`: `fx`, `fy`, `cx`, `cy` in
/// pixels with integers at pixel centres, `width`, `height`, and of lenses that are no pinholes the `projection`. The sun
/// and lamps are lights of `KHR_lights_punctual` (`GLTFLights`).
package struct GLBFormat: SceneFormat {
  package static let name = "gltf"
  package static let summary =
    "glTF 2.0 binary: things, parts, PBR materials with textures, lights, cameras; y up"
  package static let fileExtension = "glb"

  package init() {}

  package func write(_ scene: SceneModel, to files: StagedScene) throws(DioramaError) {
    let body = try files.scratchFile("body")
    var buffers = GLTFBuffers(body)
    var materials = GLTFMaterials()
    for material in scene.materials { try materials.add(material, &buffers) }
    var meshes = GLTFMeshes()
    var nodes: [JSONValue] = []
    var top: [JSONValue] = []
    for thing in scene.things {
      var members = Self.placed(thing.worldFromObject.translation, thing.worldFromObject.rotation)
      members.append(.init("name", .string(thing.name)))
      var extras = Self.extras(thing)
      if let part = thing.parts.first, thing.parts.count == 1 {
        members.append(.init("mesh", .integer(try meshes.index(of: part, scene, &buffers))))
        extras += Self.extras(thing, part)
      } else if !thing.parts.isEmpty {
        var children: [JSONValue] = []
        for part in thing.parts {
          children.append(.integer(1 + nodes.count))
          nodes.append(
            .object([
              .init("name", .string(part.name)),
              .init("mesh", .integer(try meshes.index(of: part, scene, &buffers))),
              .init("extras", .object(Self.extras(thing, part))),
            ]))
        }
        members.append(.init("children", .array(children)))
      }
      members.append(.init("extras", .object(extras)))
      top.append(.integer(1 + nodes.count))
      nodes.append(.object(members))
    }
    var cameras: [JSONValue] = []
    for view in scene.views {
      // A camera's y and z point down and forward here, up and backward there.
      let flip = Quaternion(w: 0, x: 1, y: 0, z: 0)
      var members = Self.placed(view.worldFromCamera.translation, view.worldFromCamera.rotation * flip)
      members.append(.init("name", .string(view.name)))
      if view.camera.projection.isPerspective {
        members.append(.init("camera", .integer(cameras.count)))
        cameras.append(Self.camera(view))
      } else {
        members.append(.init("extras", Self.lens(view.camera)))
      }
      top.append(.integer(1 + nodes.count))
      nodes.append(.object(members))
    }
    if !scene.lights.isEmpty { materials.use(GLTFLights.name) }
    for (i, light) in scene.lights.enumerated() {
      var members = Self.placed(light.place, light.worldFromLight)
      members += [.init("name", .string(light.name)), GLTFLights.node(i)]
      top.append(.integer(1 + nodes.count))
      nodes.append(.object(members))
    }
    var root: [JSONValue.Member] = [
      .init("name", .string(scene.name)), .init("rotation", [-0.5, -0.5, -0.5, 0.5]),
    ]
    if !top.isEmpty { root.append(.init("children", .array(top))) }
    var document: [JSONValue.Member] = [
      .init("asset", ["version": "2.0", "generator": "Diorama"]), .init("scene", 0),
      .init(
        "scenes",
        [["name": .string(scene.name), "nodes": [0], "extras": ["time": .number(scene.time)]]]),
      .init("nodes", .array([.object(root)] + nodes)),
    ]
    let lists: [(String, [JSONValue])] =
      [("cameras", cameras), ("meshes", meshes.list)] + materials.lists + buffers.lists
    document += GLTFLights(lights: scene.lights).members
    // Empty lists are not allowed.
    document += lists.filter { !$0.1.isEmpty }.map { .init($0.0, .array($0.1)) }
    try Self.write(JSONValue.object(document).canonicalText, body, to: try files.mainFile())
  }

  private static func write(
    _ text: String, _ body: ByteStream, to file: ByteStream
  ) throws(DioramaError) {
    try body.align(4)
    let json = (text.utf8.count + 3) / 4 * 4
    let total = 12 + 8 + json + (body.count > 0 ? 8 + body.count : 0)
    guard let total = UInt32(exactly: total), let length = UInt32(exactly: json) else {
      throw DioramaError(
        .badInput, "the scene needs \(total) bytes, binary glTF holds at most 4 GiB",
        remedy: "Write it as ply, obj or usda.")
    }
    for word in [0x4654_6C67, 2, total, length, 0x4E4F_534A] { try file.write(word) }
    try file.write(text)
    try file.align(4, with: 0x20)
    if body.count > 0 {
      for word in [UInt32(body.count), 0x004E_4942] { try file.write(word) }
      try file.write(all: body)
    }
    try file.close()
  }

  private static func placed(_ t: Vector3, _ q: Quaternion) -> [JSONValue.Member] {
    let q = q.normalized
    return [
      .init("translation", .numbers([t.x, t.y, t.z])), .init("rotation", .numbers([q.x, q.y, q.z, q.w])),
    ]
  }

  private static func extras(_ thing: SceneModel.Thing) -> [JSONValue.Member] {
    var out: [JSONValue.Member] = [
      .init("instance_id", .integer(Int(thing.id))), .init("id", .integer(Int(thing.id))),
      .init("class", .string(thing.nativeClass.name)), .init("class_id", .integer(Int(thing.nativeClass.id))),
    ]
    if let room = thing.room { out.append(.init("room", .string(room))) }
    if let support = thing.supportedBy { out.append(.init("supported_by", .string(support))) }
    // The last of equal names counts, as everywhere.
    var attributes: [JSONValue.Member] = []
    for (name, value) in thing.attributes {
      attributes.removeAll { $0.key == name }
      attributes.append(.init(name, .string(value)))
    }
    if !attributes.isEmpty { out.append(.init("attributes", .object(attributes))) }
    return out
  }

  private static func extras(_ thing: SceneModel.Thing, _ part: SceneModel.Part) -> [JSONValue.Member] {
    [
      .init("part", .string(part.name)), .init("part_id", .integer(SceneModel.partID(thing, part))),
    ]
  }

  /// A perspective camera; what a lens bends lines by is told beside it. glTF has no camera for other lenses: those are
  /// nodes with their lens alone, since a perspective they are not would be a wrong picture.
  private static func camera(_ view: SceneModel.Viewpoint) -> JSONValue {
    let c = view.camera
    let (width, height) = (Double(c.width) / c.fx, Double(c.height) / c.fy)
    return [
      "name": .string(view.name), "type": "perspective",
      "perspective": [
        "yfov": .number(2 * DeterministicMath.atan(height / 2)), "aspectRatio": .number(width / height),
        "znear": .number(c.near),
      ],
      "extras": lens(c),
    ]
  }

  private static func lens(_ c: Camera) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("fx", .number(c.fx)), .init("fy", .number(c.fy)), .init("cx", .number(c.cx)),
      .init("cy", .number(c.cy)), .init("width", .integer(c.width)), .init("height", .integer(c.height)),
    ]
    if c.projection != .pinhole { members.append(.init("projection", .string(c.projection.rawValue))) }
    if c.projection == .brownConrady {
      members.append(.init("distortion", .numbers(c.distortion.coefficients)))
    }
    return .object(members)
  }
}

extension JSONValue {
  static func numbers(_ values: [Double]) -> JSONValue { .array(values.map { .number($0) }) }
  /// With the fewest digits that give the same single-precision value.
  static func number(_ value: Float) -> JSONValue { .number(Double("\(value)") ?? Double(value)) }
  static func numbers(_ values: [Float]) -> JSONValue { .array(values.map { .number($0) }) }
}
