import Encodings
import VectorMath

/// A model's files: `models/obj_NNNNNN.ply` with normals and colours, `models_eval/` with each place once.
struct BOPModel {
  let id: Int
  /// The native class's.
  let name: String
  let model: ObjectModel

  func write(to sink: any FormatSink) throws {
    let file = "obj_\(FileNames.number(id)).ply"
    try sink.write("models/\(file)") { put in
      try put(header(model.positions.count, model.triangles.count, isPlain: false))
      for ((p, n), c) in zip(zip(model.positions, model.normals), model.colours) {
        try put(PLYText.vertex(p * 1000, PLYText.numbers(Vector3(n)) + " " + PLYText.colour(c)))
      }
      for t in model.triangles { try put(PLYText.face(t)) }
    }
    try sink.write("models_eval/\(file)") { put in
      let welded = model.welded
      try put(header(welded.positions.count, welded.triangles.count, isPlain: true))
      for p in welded.positions { try put(PLYText.vertex(p * 1000)) }
      for t in welded.triangles { try put(PLYText.face(t)) }
    }
  }

  private func header(_ vertices: Int, _ faces: Int, isPlain: Bool) -> String {
    let places = ["x", "y", "z"]
    let floats = isPlain ? places : places + ["nx", "ny", "nz"]
    let bytes = isPlain ? [] : ["red", "green", "blue", "alpha"]
    return "ply\nformat ascii 1.0\ncomment millimetres\nelement vertex \(vertices)\n"
      + floats.map { "property float \($0)\n" }.joined() + bytes.map { "property uchar \($0)\n" }.joined()
      + "element face \(faces)\nproperty list uchar int vertex_indices\nend_header\n"
  }

  /// Its entry in `models_info.json`.
  var info: JSONText {
    let size = model.size * 1000
    let sizes = [size.x, size.y, size.z]
    var members: [(String, JSONText)] =
      [("diameter", .number(model.diameter * 1000, decimals: 6))]
      + zip(["min_x", "min_y", "min_z"], sizes).map { ($0, .number(-$1 / 2, decimals: 6)) }
      + zip(["size_x", "size_y", "size_z"], sizes).map { ($0, .number($1, decimals: 6)) }
    let symmetries = ModelSymmetry(model).rotations.map { m -> JSONText in
      let rows = m.transpose
      var numbers: [Double] = []
      for row in [rows.x, rows.y, rows.z] { numbers += [row.x, row.y, row.z, 0] }
      numbers += [0, 0, 0, 1]
      return .array(numbers.map { .number($0, decimals: 9) })
    }
    if !symmetries.isEmpty { members.append(("symmetries_discrete", .array(symmetries))) }
    members.append(("name", .string(name)))
    return .object(members)
  }
}
