import Annotations
package import Checks
package import Diagnostics
import Encodings
package import WorldModel

/// What the four Ultralytics tasks differ in.
package protocol YOLOTask: Sendable {
  static var format: String { get }
  /// What a row has after the class, in words.
  static var row: String { get }
  /// Whether a row may have so many numbers after the class.
  static func takes(_ count: Int, keypoints: Int?) -> Bool
  /// Indices (after the class) of numbers that are no fractions: visibilities.
  static func isVisibility(_ index: Int, keypoints: Int?) -> Bool
  /// The object that a row of fractions means in a picture.
  static func object(_ numbers: [Double], width: Double, height: Double) -> FormatReading.Object
  /// What the native labels say of an object; `nil` when the task leaves it out.
  static func expected(_ object: ViewObject, width: Int, height: Int) -> FormatReading.Object?
}

/// visual-54 for Ultralytics: pictures, label rows and `data.yaml` of any maker.
package struct YOLOValidator<Task: YOLOTask>: FormatValidator {
  package static var formed: CheckRule {
    CheckRule(
      id: "visual-54-\(Task.format)", name: "\(Task.format)-is-well-formed",
      summary:
        "\(Task.format): every picture can be read, every label file has its picture, rows are a known class and \(Task.row), fractions finite and in [0, 1].",
      unit: "pictures and rows")
  }
  package static var matched: CheckRule {
    CheckRule(
      id: "visual-54-\(Task.format)-native", name: "\(Task.format)-matches-native",
      summary:
        "\(Task.format) read back has the native samples' pictures, objects, classes and shapes, to the last decimal.",
      unit: "pictures and objects")
  }

  package static var slack: Double { 1e-3 }

  package init() {}

  package func read(_ folder: FormatFolder, into finding: inout CheckFinding) throws(DioramaError)
    -> FormatReading
  {
    let layout = try YOLOLayout(folder)
    finding.applied += 1
    for fault in layout.faults { finding.expect(false, fault) }
    var reading = FormatReading()
    for set in layout.sets {
      var stems: Set<String> = []
      for name in folder.names(in: set.images) where YOLOLayout.isPicture(name) {
        let path = set.images + "/" + name
        let size = folder.pictureSize(path)
        finding.expect(
          size.map { $0.width > 0 && $0.height > 0 } ?? false,
          Violation(item: path, found: "no PNG or JPEG", expected: "a picture"))
        let stem = YOLOLayout.stem(name)
        finding.expect(
          stems.insert(stem).inserted,
          Violation(item: path, found: "a second picture of that name", expected: "one"))
        guard let size, size.width > 0, size.height > 0 else { continue }
        var picture = FormatReading.Picture(width: size.width, height: size.height)
        let label = set.labels + "/" + stem + ".txt"
        // No file means no object.
        if folder.isFile(label) {
          for line in try folder.lines(label) {
            if let object = row(line.text, layout, picture, place: "\(label):\(line.number)", &finding) {
              picture.objects.append(object)
            }
          }
        }
        reading.pictures[path] = picture
      }
      for name in folder.names(in: set.labels) where name.hasSuffix(".txt") {
        finding.expect(
          stems.contains(String(name.dropLast(4))),
          Violation(
            item: set.labels + "/" + name, found: "no picture of that name", expected: "one in \(set.images)")
        )
      }
    }
    return reading
  }

  private func row(
    _ text: Substring, _ layout: YOLOLayout, _ picture: FormatReading.Picture, place: String,
    _ finding: inout CheckFinding
  ) -> FormatReading.Object? {
    let fields = text.split(whereSeparator: \.isWhitespace)
    let numbers = fields.dropFirst().compactMap { FieldNumber.finite($0) }
    let index = FieldNumber.whole(fields.first.flatMap { FieldNumber.finite($0) })
    guard numbers.count + 1 == fields.count, Task.takes(numbers.count, keypoints: layout.keypointNumbers)
    else {
      finding.expect(
        false,
        Violation(
          item: place, found: "\(fields.count) fields, \(numbers.count) numbers after the class",
          expected: "a class and \(Task.row)"))
      return nil
    }
    guard let index, index >= 0, layout.names.isEmpty || layout.names[index] != nil else {
      finding.expect(
        false,
        Violation(item: place, found: "class \(fields.first ?? "")", expected: "a class of data.yaml"))
      return nil
    }
    let stray = numbers.indices.first { i in
      Task.isVisibility(i, keypoints: layout.keypointNumbers)
        ? ![0, 1, 2].contains(numbers[i]) : !(numbers[i] >= 0 && numbers[i] <= 1)
    }
    finding.expect(
      stray == nil,
      Violation(
        item: place, found: stray.map { "field \($0 + 2) = \(numbers[$0])" } ?? "",
        expected: "a fraction in [0, 1], or a visibility 0, 1, 2"))
    var object = Task.object(numbers, width: Double(picture.width), height: Double(picture.height))
    let box = object.box
    if box.count == 4 {
      finding.expect(
        box[2] > 0 && box[3] > 0 && box[0] >= -1e-3 && box[1] >= -1e-3
          && box[0] + box[2] <= Double(picture.width) + 1e-3
          && box[1] + box[3] <= Double(picture.height) + 1e-3,
        Violation(
          item: place, found: "box \(box)", expected: "a box inside \(picture.width) × \(picture.height)"))
    }
    object.place = place
    object.category = layout.names[index] ?? String(index)
    return object
  }

  package func expected(of sample: Sample, _ options: FormatOptions) throws -> [String: FormatReading.Picture]
  {
    let side = options.split.side(ofSequence: sample.sequence).rawValue
    var out: [String: FormatReading.Picture] = [:]
    for view in sample.views {
      let stem = FileNames.stem(sample: sample.index, sensor: view.sensor, of: options)
      let (w, h) = (view.camera.width, view.camera.height)
      let objects = try ViewObject.all(
        in: view, sample: sample.index, minimumPixels: options.minimumPixels)
      out["images/\(side)/\(stem).png"] = .init(
        width: w, height: h, objects: objects.compactMap { Task.expected($0, width: w, height: h) })
    }
    return out
  }
}
