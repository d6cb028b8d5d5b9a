import Diagnostics
import JSON

/// Meshes of glTF: one a part, equal parts once.
struct GLTFMeshes {
  private(set) var list: [JSONValue] = []
  private var known: [[SceneModel.Surface]: Int] = [:]
  private var shapes: [Int: JSONValue.Member] = [:]
  private var indices: [Int: Int] = [:]

  /// - Precondition: the part has a surface; surfaces have triangles.
  mutating func index(
    of part: SceneModel.Part, _ scene: SceneModel, _ buffers: inout GLTFBuffers
  ) throws(DioramaError) -> Int {
    if let found = known[part.surfaces] { return found }
    var primitives: [JSONValue] = []
    for surface in part.surfaces {
      let (attributes, index) = try shape(surface.shape, scene, &buffers)
      primitives.append(
        .object([
          attributes, .init("indices", .integer(index)), .init("material", .integer(surface.material)),
        ]))
    }
    list.append(["name": .string(part.name), "primitives": .array(primitives)])
    known[part.surfaces] = list.count - 1
    return list.count - 1
  }

  private mutating func shape(
    _ number: Int, _ scene: SceneModel, _ buffers: inout GLTFBuffers
  ) throws(DioramaError) -> (attributes: JSONValue.Member, indices: Int) {
    if let attributes = shapes[number], let index = indices[number] { return (attributes, index) }
    let shape = scene.shapes[number]
    var members: [JSONValue.Member] = [
      .init("POSITION", .integer(try buffers.add(positions: shape.positions()))),
      .init("NORMAL", .integer(try buffers.add(normals: shape.normals()))),
    ]
    if !shape.uvs.isEmpty { members.append(.init("TEXCOORD_0", .integer(try buffers.add(uvs: shape.uvs)))) }
    if !shape.colors.isEmpty {
      members.append(.init("COLOR_0", .integer(try buffers.add(colors: shape.colors))))
    }
    let attributes = JSONValue.Member("attributes", .object(members))
    let index = try buffers.add(triangles: shape.triangles, vertexCount: shape.vertexCount)
    shapes[number] = attributes
    indices[number] = index
    return (attributes, index)
  }
}
