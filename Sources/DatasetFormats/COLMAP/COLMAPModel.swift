import VectorMath

/// One sequence's model, gathered from the records of its images.
struct COLMAPModel {
  private struct Image {
    var camera: Int
    var name: Substring
    var pose: Substring
    /// Id of the 3D point to be, and the pixel as text.
    var points: [(id: Int, pixel: String)] = []
  }

  private struct Point {
    var place: Vector3
    /// Place and colour, as the first image that sees it says them.
    var text: String
    var stands = true
    /// Image id, and the place in its list.
    var track: [(image: Int, point: Int)] = []
  }

  /// Metres within which the places of one point agree.
  private static let still = 1e-5

  private var cameras: [(key: String, line: Substring)] = []
  private var images: [Image] = []
  private var points: [Int: Point] = [:]

  /// Takes the six fields of a record of `COLMAPFormat`.
  mutating func add(_ fields: [Substring]) {
    let key = "\(fields[1])|\(fields[2])"
    let camera: Int
    if let known = cameras.firstIndex(where: { $0.key == key }) {
      camera = known + 1
    } else {
      cameras.append((key, fields[2]))
      camera = cameras.count
    }
    var image = Image(camera: camera, name: fields[3], pose: fields[4])
    for item in fields[5].split(separator: ";") {
      let words = item.split(separator: " ")
      let numbers = words.compactMap { Double($0) }
      guard words.count == 9, numbers.count == 9, let id = Int(words[0]) else { continue }
      let place = Vector3(numbers[1], numbers[2], numbers[3])
      var point =
        points[id]
        ?? Point(place: place, text: (words[1...3] + words[6...8]).joined(separator: " "))
      if length(point.place - place) > Self.still { point.stands = false }
      point.track.append((images.count + 1, image.points.count))
      points[id] = point
      image.points.append((id, "\(words[4]) \(words[5])"))
    }
    images.append(image)
  }

  /// Whether a point has one place that two images see.
  private func isTriangulated(_ id: Int) -> Bool {
    points[id].map { $0.stands && $0.track.count >= 2 } ?? false
  }

  func write(_ folder: String, into sink: any FormatSink) throws {
    try sink.write(folder + "cameras.txt") { put in
      try put("# CAMERA_ID MODEL WIDTH HEIGHT PARAMS\n")
      for (i, camera) in cameras.enumerated() { try put("\(i + 1) \(camera.line)\n") }
    }
    try sink.write(folder + "images.txt") { put in
      try put("# IMAGE_ID QW QX QY QZ TX TY TZ CAMERA_ID NAME\n# POINTS2D as X Y POINT3D_ID\n")
      for (i, image) in images.enumerated() {
        try put("\(i + 1) \(image.pose) \(image.camera) \(image.name)\n")
        let words = image.points.map { "\($0.pixel) \(isTriangulated($0.id) ? $0.id : -1)" }
        try put(words.joined(separator: " ") + "\n")
      }
    }
    try sink.write(folder + "points3D.txt") { put in
      try put("# POINT3D_ID X Y Z R G B ERROR TRACK as IMAGE_ID POINT2D_IDX\n")
      for id in points.keys.sorted() where isTriangulated(id) {
        guard let point = points[id] else { continue }
        let track = point.track.map { "\($0.image) \($0.point)" }.joined(separator: " ")
        try put("\(id) \(point.text) 0 \(track)\n")
      }
    }
  }
}
