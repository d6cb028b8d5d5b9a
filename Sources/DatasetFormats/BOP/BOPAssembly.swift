/// Writes BOP's files that span samples.
struct BOPAssembly {
  let records: any FormatRecordSource
  let sink: any FormatSink

  private struct Model {
    var id: Int
    var name: String
    /// Largest extents, millimetres.
    var size: [Double]
  }

  func write() throws {
    let models = try models()
    try sink.write("models/models_info.json") { put in
      try put("{")
      for (i, model) in models.enumerated() {
        let size = model.size
        let members: [(String, JSONText)] =
          [("diameter", .number(size.reduce(0) { $0 + $1 * $1 }.squareRoot(), decimals: 6))]
          + zip(["min_x", "min_y", "min_z"], size).map { ($0, .number(-$1 / 2, decimals: 6)) }
          + zip(["size_x", "size_y", "size_z"], size).map { ($0, .number($1, decimals: 6)) }
          + [("name", .string(model.name))]
        try put("\(i > 0 ? "," : "")\n\"\(model.id)\":\(JSONText.object(members).text)")
      }
      try put("\n}\n")
    }
    for file in ["scene_camera", "scene_gt", "scene_gt_info"] {
      for scene in try scenes(file) {
        try sink.write("\(scene.folder)/\(file).json") { put in
          try put("{")
          for (i, item) in scene.items.enumerated() {
            try put("\(i > 0 ? "," : "")\n\"\(item.image)\":\(item.text)")
          }
          try put("\n}\n")
        }
      }
    }
    try writeCOCO(models)
  }

  private func writeCOCO(_ models: [Model]) throws {
    let annotations = Dictionary(
      try scenes("annotations").map { ($0.folder, $0.items) }, uniquingKeysWith: { first, _ in first })
    let categories = models.map {
      JSONText.object([("id", .int($0.id)), ("name", .string($0.name)), ("supercategory", .string("object"))])
        .text
    }
    for scene in try scenes("images") {
      let images = scene.items.map { item in
        let size = item.text.split(separator: " ").compactMap { Int($0) }
        return JSONText.object([
          ("id", .int(item.image)), ("file_name", .string("rgb/\(FileNames.number(item.image)).png")),
          ("width", .int(size.first ?? 0)), ("height", .int(size.last ?? 0)),
        ]).text
      }
      try sink.write("\(scene.folder)/scene_gt_coco.json") { put in
        try put("{\"images\":[\(images.joined(separator: ",\n"))],\n")
        try put("\"categories\":[\(categories.joined(separator: ",\n"))],\n\"annotations\":[")
        for (i, item) in (annotations[scene.folder] ?? []).enumerated() {
          try put("\(i > 0 ? "," : "")\n\(item.text),\"id\":\(i + 1)}")
        }
        try put("\n]}\n")
      }
    }
  }

  /// Ascending by id.
  private func models() throws -> [Model] {
    var out: [Int: Model] = [:]
    try records.forEach("models") { text in
      let fields = text.split(separator: "|")
      guard fields.count == 5, let id = Int(fields[0]) else { return }
      let size = fields[2...].map { Double($0) ?? 0 }
      let old = out[id]?.size ?? [0, 0, 0]
      out[id] = Model(id: id, name: String(fields[1]), size: zip(old, size).map { max($0, $1) })
    }
    return out.values.sorted { $0.id < $1.id }
  }

  private typealias Scene = (folder: String, items: [(image: Int, text: Substring)])

  /// The records of a stream by scene, in the order of their first samples.
  private func scenes(_ stream: String) throws -> [Scene] {
    var order: [String: Int] = [:]
    var out: [Scene] = []
    try records.forEach(stream) { text in
      let fields = text.split(separator: "|", maxSplits: 2)
      guard fields.count == 3, let image = Int(fields[1]) else { return }
      let folder = String(fields[0])
      let at = order[folder] ?? out.count
      if at == out.count {
        order[folder] = at
        out.append((folder, []))
      }
      out[at].items.append((image, fields[2]))
    }
    return out
  }
}
