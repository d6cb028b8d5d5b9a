import Checks
import Diagnostics
import Encodings
import LocatedYAML

/// Where an Ultralytics dataset keeps what, by its `data.yaml`; without one, `images` and `labels` stand side by side.
struct YOLOLayout {
  /// A folder of pictures and the one with their labels.
  struct Set: Hashable {
    var images: String
    var labels: String
  }

  private(set) var sets: [Set] = []
  /// By index; empty when nothing says.
  private(set) var names: [Int: String] = [:]
  /// How many numbers the key points of a row are, where `kpt_shape` says.
  private(set) var keypointNumbers: Int?
  /// How many numbers a key point is: 2, or 3 with its visibility.
  private(set) var faults: [Violation] = []

  /// - Throws: `.noInput` when there are no pictures, `.badInput` when `data.yaml` is no YAML.
  init(_ folder: FormatFolder) throws(DioramaError) {
    let yaml = ["data.yaml", "data.yml", "dataset.yaml"].first { folder.isFile($0) }
    var images: [String] = []
    if let yaml {
      let document = try YAMLDocument(bytes: try folder.bytes(yaml, limit: 4 << 20), file: folder.full(yaml))
      images = read(document.root, yaml, folder)
    }
    if images.isEmpty {
      images = [
        "images/train", "images/val", "images/test", "train/images", "valid/images", "test/images", "images",
      ]
      .filter { folder.isFolder($0) }
    }
    for path in images {
      let set = Set(images: path, labels: Self.labels(of: path))
      if !sets.contains(set), !folder.names(in: path).filter(Self.isPicture).isEmpty { sets.append(set) }
    }
    guard !sets.isEmpty else {
      throw DioramaError(
        .noInput, "\(folder.root) holds no YOLO dataset", remedy: "Name the folder with data.yaml in it.")
    }
  }

  /// Reads names and the folders of pictures.
  private mutating func read(_ root: LocatedNode, _ file: String, _ folder: FormatFolder) -> [String] {
    func value(_ key: String) -> LocatedNode? { root.entries?.first { $0.key == key }?.value }
    func fail(_ node: LocatedNode?, _ found: String, _ expected: String) {
      faults.append(
        Violation(item: "\(file):\((node ?? root).location.line)", found: found, expected: expected))
    }
    let list = value("names")
    if let items = list?.items {
      for (i, item) in items.enumerated() { names[i] = item.text ?? item.location.text ?? "" }
    } else if let entries = list?.entries {
      for entry in entries {
        if let index = Int(entry.key), index >= 0 {
          names[index] = entry.value.text ?? entry.key
        } else {
          fail(entry.value, "the class index \(entry.key)", "a whole number from 0")
        }
      }
    } else {
      fail(list, "no names", "a list of class names")
    }
    if let count = value("nc"), count.number != Double(names.count) {
      fail(count, "nc \(count.number.map { "\($0)" } ?? "that is no number")", "\(names.count), the names")
    }
    if let shape = value("kpt_shape") {
      let numbers = shape.items?.compactMap { FieldNumber.whole($0.number) } ?? []
      if numbers.count == 2, (1...1000).contains(numbers[0]), numbers[1] == 2 || numbers[1] == 3 {
        keypointNumbers = numbers[0] * numbers[1]
      } else {
        fail(shape, "another kpt_shape", "[points, 2 or 3]")
      }
    }
    var out: [String] = []
    for key in ["train", "val", "test"] {
      guard let node = value(key) else { continue }
      for item in node.items ?? [node] {
        guard let text = item.text else { continue }
        var path = text.hasPrefix("./") ? String(text.dropFirst(2)) : text
        while path.hasSuffix("/") { path.removeLast() }
        // Roboflow writes ../train/images for what lies beside the file.
        if path.hasPrefix("../") { path.removeFirst(3) }
        if FormatFolder.isInside(path), folder.isFolder(path) {
          out.append(path)
        } else if key != "test" {
          fail(item, "\(key): \(text)", "a folder of pictures inside the dataset")
        }
      }
    }
    return out
  }

  /// The last `images` of a path becomes `labels`, as Ultralytics does.
  private static func labels(of images: String) -> String {
    var parts = images.split(separator: "/").map(String.init)
    if let i = parts.lastIndex(of: "images") { parts[i] = "labels" }
    return parts.joined(separator: "/")
  }

  static func isPicture(_ name: String) -> Bool {
    let lower = name.lowercased()
    return [".png", ".jpg", ".jpeg"].contains { lower.hasSuffix($0) }
  }

  static func stem(_ name: String) -> String {
    name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
  }
}
