import Encodings
import VectorMath

/// Writes BOP's files that span samples.
struct BOPAssembly {
  let records: any FormatRecordSource
  let sink: any FormatSink
  /// `nil` = models are boxes of classes.
  let source: (any ObjectModelSource)?

  /// An object of an image with its model's number.
  private struct Object {
    var image: Int
    var model: Int
    var pose: Substring
    var annotation: Substring
  }

  func write() throws {
    let (objects, infos) = try numbered()
    for folder in ["models", "models_eval"] {
      try sink.write("\(folder)/models_info.json") { put in
        try put("{")
        for (i, info) in infos.enumerated() {
          try put("\(i > 0 ? "," : "")\n\"\(info.id)\":\(info.text)")
        }
        try put("\n}\n")
      }
    }
    for file in ["scene_camera", "scene_gt_info"] {
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
    for scene in try scenes("images") {
      let found = objects[scene.folder] ?? []
      try writePoses(scene, found)
      try writeCOCO(scene, found, infos)
    }
  }

  private func writePoses(_ scene: Scene, _ objects: [Object]) throws {
    try sink.write("\(scene.folder)/scene_gt.json") { put in
      try put("{")
      var next = objects.startIndex
      for (i, item) in scene.items.enumerated() {
        try put("\(i > 0 ? "," : "")\n\"\(item.image)\":[")
        let first = next
        while next < objects.endIndex, objects[next].image == item.image {
          try put("\(next > first ? "," : "")\(objects[next].pose),\"obj_id\":\(objects[next].model)}")
          next += 1
        }
        try put("]")
      }
      try put("\n}\n")
    }
  }

  private func writeCOCO(_ scene: Scene, _ objects: [Object], _ infos: [Info]) throws {
    let categories = infos.map {
      JSONText.object([("id", .int($0.id)), ("name", .string($0.name)), ("supercategory", .string("object"))])
        .text
    }
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
      for (i, item) in objects.enumerated() {
        try put("\(i > 0 ? "," : "")\n\(item.annotation),\"category_id\":\(item.model),\"id\":\(i + 1)}")
      }
      try put("\n]}\n")
    }
  }

  private typealias Info = (id: Int, name: String, text: String)

  /// All objects by scene, in the order of the images, and the models, whose files are written on the way.
  private func numbered() throws -> (objects: [String: [Object]], infos: [Info]) {
    var objects: [String: [Object]] = [:]
    var infos: [Info] = []
    var known: [String: Int] = [:]
    var boxes: [Int: (name: String, size: Vector3)] = [:]
    try records.forEach("objects") { text in
      let fields = text.split(separator: "|", maxSplits: 7, omittingEmptySubsequences: false)
      guard fields.count == 8, let image = Int(fields[1]), let instance = UInt32(fields[2]),
        let native = Int(fields[3])
      else { return }
      let name = String(fields[4])
      let sizes = fields[5].split(separator: " ").map { (Double($0) ?? 0) / 1000 }
      let size = sizes.count == 3 ? Vector3(sizes[0], sizes[1], sizes[2]) : .zero
      var number = native
      if let source {
        let model = try source.model(of: instance, in: image) ?? ObjectModel(cuboid: size)
        let key = name + " " + model.digest
        number = known[key] ?? known.count + 1
        if known.updateValue(number, forKey: key) == nil {
          let made = BOPModel(id: number, name: name, model: model)
          try made.write(to: sink)
          infos.append((number, name, made.info.text))
        }
      } else {
        boxes[native] = (name, maximum(boxes[native]?.size ?? .zero, size))
      }
      objects[String(fields[0]), default: []].append(
        Object(image: image, model: number, pose: fields[6], annotation: fields[7]))
    }
    for (id, box) in boxes.sorted(by: { $0.key < $1.key }) {
      let made = BOPModel(id: id, name: box.name, model: ObjectModel(cuboid: box.size))
      try made.write(to: sink)
      infos.append((id, box.name, made.info.text))
    }
    return (objects, infos)
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
