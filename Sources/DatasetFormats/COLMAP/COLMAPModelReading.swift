import Checks
import Diagnostics
import Encodings

/// One text model under examination.
struct COLMAPModelReading {
  let folder: FormatFolder
  /// Of the pictures' folder and of the model's.
  let prefix: String
  let model: String

  private struct Camera {
    var width: Double
    var height: Double
    var lens: [Double]
  }

  /// How many parameters a model has.
  private static let parameters = ["PINHOLE": 4, "OPENCV": 8, "FULL_OPENCV": 12]

  private typealias Line = (place: String, words: [Substring])

  func read(into reading: inout FormatReading, _ finding: inout CheckFinding) throws(DioramaError) {
    let cameras = try cameras(&finding)
    // 3D point ids by image id and place in the image's list.
    var sights: [Int: [Int]] = [:]
    let lines = try lines("images.txt", &finding)
    var at = 0
    while at < lines.count {
      let head = lines[at]
      // An empty line is an image without points; elsewhere it means nothing.
      if head.words.isEmpty {
        at += 1
        continue
      }
      let tail: Line = at + 1 < lines.count ? lines[at + 1] : (head.place, [])
      at += 2
      let numbers = head.words.prefix(9).compactMap { FieldNumber.finite($0) }
      let norm = numbers.prefix(5).dropFirst().reduce(0) { $0 + $1 * $1 }
      let name = head.words.dropFirst(9).joined(separator: " ")
      guard numbers.count == 9, !name.isEmpty, abs(norm - 1) < 1e-3, let id = FieldNumber.whole(numbers[0]),
        let camera = FieldNumber.whole(numbers[8]).flatMap({ cameras[$0] }), sights[id] == nil
      else {
        wrong(
          head.place, head.words, "a new id, a unit quaternion, a place, a listed camera, a name", &finding)
        continue
      }
      let path = prefix + "images/" + name
      let size = FormatFolder.isInside(path) ? folder.pictureSize(path) : nil
      finding.expect(
        size.map { Double($0.width) == camera.width && Double($0.height) == camera.height } ?? false,
        Violation(
          item: head.place, found: size.map { "\($0.width) × \($0.height)" } ?? "no picture",
          expected: "a picture of the camera's size"))
      let values = tail.words.compactMap { FieldNumber.finite($0) }
      let isWhole = values.count == tail.words.count && values.count % 3 == 0
      finding.expect(
        isWhole,
        Violation(item: tail.place, found: "\(tail.words.count) words", expected: "x, y, id for every point"))
      let count = isWhole ? values.count / 3 : 0
      sights[id] = (0..<count).map { FieldNumber.whole(values[3 * $0 + 2]) ?? -2 }
      guard FormatFolder.isInside(path) else { continue }
      var places: [Double] = []
      for i in 0..<count { places += values[3 * i...3 * i + 1] }
      let pose: [Double] = Array(numbers[1..<8]) + camera.lens
      reading.pictures[path] = FormatReading.Picture(
        width: size?.width ?? 0, height: size?.height ?? 0,
        objects: [
          .init(place: head.place, category: "camera", numbers: pose),
          .init(place: tail.place, category: "points", numbers: places),
        ])
    }
    try points(sights, &finding)
  }

  private func cameras(_ finding: inout CheckFinding) throws(DioramaError) -> [Int: Camera] {
    var out: [Int: Camera] = [:]
    for line in try lines("cameras.txt", &finding) where !line.words.isEmpty {
      let numbers = line.words.enumerated().filter { $0.offset != 1 }
        .compactMap { FieldNumber.finite($0.element) }
      let count = line.words.dropFirst().first.flatMap { Self.parameters[String($0)] }
      guard let count, numbers.count == 3 + count, line.words.count == 4 + count,
        let id = FieldNumber.whole(numbers[0]), out[id] == nil, numbers[1...4].allSatisfy({ $0 > 0 })
      else {
        wrong(
          line.place, line.words,
          "a new id, PINHOLE, OPENCV or FULL_OPENCV, width, height, fx, fy > 0, cx, cy and the distortion",
          &finding)
        continue
      }
      finding.expect(true, Violation(item: line.place, found: "", expected: ""))
      out[id] = Camera(width: numbers[1], height: numbers[2], lens: Array(numbers[3...]))
    }
    return out
  }

  /// Every track names 2D points that name it, and every 2D point's id is in some track.
  private func points(_ sights: [Int: [Int]], _ finding: inout CheckFinding) throws(DioramaError) {
    var tracked = 0
    var ids: Set<Int> = []
    for line in try lines("points3D.txt", &finding) where !line.words.isEmpty {
      let numbers = line.words.compactMap { FieldNumber.finite($0) }
      guard numbers.count == line.words.count, numbers.count >= 8, numbers.count % 2 == 0,
        let id = FieldNumber.whole(numbers[0]), id >= 0, ids.insert(id).inserted,
        numbers[4...6].allSatisfy({ (0...255).contains($0) && $0 == $0.rounded() })
      else {
        wrong(line.place, line.words, "a new id, a place, a colour of bytes, an error, a track", &finding)
        continue
      }
      for i in stride(from: 8, to: numbers.count, by: 2) {
        let list = FieldNumber.whole(numbers[i]).flatMap { sights[$0] } ?? []
        let index = FieldNumber.whole(numbers[i + 1]) ?? -1
        let isMutual = list.indices.contains(index) && list[index] == id
        if isMutual { tracked += 1 }
        finding.expect(
          isMutual,
          Violation(
            item: line.place, found: "image \(numbers[i]), point \(numbers[i + 1])",
            expected: "a 2D point of id \(id)"))
      }
    }
    let named = sights.values.reduce(0) { $0 + $1.count { $0 != -1 } }
    finding.expect(
      named == tracked,
      Violation(
        item: model + "points3D.txt", found: "\(tracked) sights in tracks",
        expected: "\(named), as the images name"))
  }

  /// Without remarks; empty ones stay, as images without points have one.
  private func lines(_ name: String, _ finding: inout CheckFinding) throws(DioramaError) -> [Line] {
    let path = model + name
    guard folder.isFile(path) else {
      finding.expect(false, Violation(item: path, found: "no such file", expected: "a list"))
      return []
    }
    let text = String(decoding: try folder.bytes(path), as: UTF8.self)
    return text.split(omittingEmptySubsequences: false) { $0.isNewline }.enumerated()
      .filter { !$0.element.hasPrefix("#") }
      .map { ("\(path):\($0.offset + 1)", $0.element.split(whereSeparator: \.isWhitespace)) }
  }

  private func wrong(
    _ place: String, _ words: [Substring], _ expected: String, _ finding: inout CheckFinding
  ) {
    finding.expect(
      false,
      Violation(item: place, found: String(words.joined(separator: " ").prefix(80)), expected: expected))
  }
}
