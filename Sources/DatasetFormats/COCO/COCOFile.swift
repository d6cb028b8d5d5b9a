import Annotations
import Checks
import Diagnostics
import Geometry
import Imaging

/// One annotation file under examination.
struct COCOFile {
  struct Image {
    /// Relative to the dataset's folder; the declared name when there is no such picture.
    var path: String
    var width: Int
    var height: Int
  }
  struct Category {
    var name: String
    /// How many key points its objects have, where it says so.
    var points: Int?
  }
  /// Larger pictures are reported and left alone.
  static let largestSide = 1 << 15

  let path: String
  let folder: FormatFolder
  let tree: JSONTree
  private(set) var images: [Int: Image] = [:]
  private(set) var categories: [Int: Category] = [:]

  /// - Throws: `.badInput` when it is no JSON object.
  init(_ path: String, _ folder: FormatFolder) throws(DioramaError) {
    self.path = path
    self.folder = folder
    tree = try JSONTree(try folder.bytes(path), name: folder.full(path))
    guard tree.isObject else {
      throw DioramaError(
        .badInput, "\(folder.full(path)): expected a JSON object with images and annotations")
    }
  }

  /// `train` of `annotations/instances_train.json`.
  private var side: String {
    let stem = path.split(separator: "/").last.map { String($0.dropLast(5)) } ?? ""
    return stem.split(separator: "_").last.map(String.init) ?? stem
  }

  private var ownFolder: String { path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "" }

  func violation(_ item: String, found: String, expected: String) -> Violation {
    Violation(item: "\(path), \(item)", found: found, expected: expected)
  }

  /// Whether it has the two lists that make a COCO file.
  var isCOCO: Bool { tree["images"]?.items != nil && tree["annotations"]?.items != nil }

  /// Reports what is wrong, and adds what is there to `reading`.
  mutating func examine(into finding: inout CheckFinding, _ reading: inout FormatReading) {
    let items = tree["annotations"]?.items ?? []
    for (number, item) in (tree["categories"]?.items ?? []).enumerated() { category(item, number, &finding) }
    examineImages(into: &finding)
    let isPanoptic = items.contains { $0["segments_info"] != nil }
    let prefix = isPanoptic ? "segments of " : tree.hasKeypoints(items) ? "key points of " : ""
    if prefix.isEmpty {
      for image in images.values {
        if reading.pictures[image.path] == nil {
          reading.pictures[image.path] = .init(width: image.width, height: image.height)
        }
      }
    }
    var ids: Set<Int> = []
    for (number, item) in items.enumerated() {
      guard let imageID = item["image_id"]?.whole, let image = images[imageID] else {
        finding.expect(
          false,
          violation(
            "annotation \(item["id"]?.whole.map(String.init) ?? "number \(number)")",
            found: "image_id \(item["image_id"]?.number.map { "\($0)" } ?? "missing")",
            expected: "the id of a listed image"))
        continue
      }
      var objects: [FormatReading.Object] = []
      if isPanoptic {
        let annotation = COCOPanopticAnnotation(file: self, image: image, imageID: imageID)
        objects = annotation.examine(item, into: &finding)
      } else {
        let id = item["id"]?.whole
        let place = "annotation \(id.map(String.init) ?? "number \(number)")"
        finding.expect(
          id.map { ids.insert($0).inserted } ?? false,
          violation(
            place, found: id == nil ? "no whole id" : "its id a second time", expected: "an id of its own"))
        let annotation = COCOAnnotation(file: self, image: image, place: place)
        if let object = annotation.examine(item, into: &finding) { objects = [object] }
      }
      guard !objects.isEmpty else { continue }
      let key = prefix + image.path
      reading.pictures[key, default: .init(width: image.width, height: image.height)].objects += objects
    }
  }

  /// Reports what is wrong with the list of images alone.
  mutating func examineImages(into finding: inout CheckFinding) {
    for (number, item) in (tree["images"]?.items ?? []).enumerated() { image(item, number, &finding) }
  }

  private mutating func category(_ item: JSONTree, _ number: Int, _ finding: inout CheckFinding) {
    let (id, name) = (item["id"]?.whole, item["name"]?.text)
    finding.expect(
      id.map { $0 >= 0 && categories[$0] == nil } ?? false && !(name ?? "").isEmpty,
      violation(
        "category number \(number)", found: "id \(id.map(String.init) ?? "none"), name \(name ?? "none")",
        expected: "a name, and an id from 0 that no other has"))
    if let id, let name { categories[id] = Category(name: name, points: item["keypoints"]?.items?.count) }
  }

  private mutating func image(_ item: JSONTree, _ number: Int, _ finding: inout CheckFinding) {
    let id = item["id"]?.whole
    let place = "image \(id.map(String.init) ?? "number \(number)")"
    finding.expect(
      id.map { images[$0] == nil } ?? false,
      violation(
        place, found: id == nil ? "no whole id" : "its id a second time", expected: "an id of its own"))
    let sides = (1...Self.largestSide)
    guard let id, let name = item["file_name"]?.text, FormatFolder.isInside(name),
      let width = item["width"]?.whole, let height = item["height"]?.whole, sides.contains(width),
      sides.contains(height)
    else {
      finding.expect(
        false,
        violation(
          place,
          found:
            "file_name \(item["file_name"]?.text ?? "missing"), width \(item["width"]?.number.map { "\($0)" } ?? "missing"), height \(item["height"]?.number.map { "\($0)" } ?? "missing")",
          expected: "a name inside the folder, and a size of 1…\(Self.largestSide) pixels a side"))
      return
    }
    let found = picturePath(name)
    images[id] = Image(path: found ?? name, width: width, height: height)
    guard let found else {
      finding.expect(
        false,
        violation(
          place, found: "no file \(name)", expected: "a picture in \(picturePlaces.joined(separator: ", "))"))
      return
    }
    let size = folder.pictureSize(found)
    finding.expect(
      size.map { $0.width == width && $0.height == height } ?? false,
      violation(
        place, found: size.map { "\(found) of \($0.width) × \($0.height)" } ?? "\(found), no PNG or JPEG",
        expected: "a picture of \(width) × \(height)"))
  }

  private var picturePlaces: [String] {
    ["images/\(side)", "images", side, ownFolder.isEmpty ? "." : ownFolder]
  }

  private func picturePath(_ name: String) -> String? {
    for place in picturePlaces where place != "." {
      if folder.isFile(place + "/" + name) { return place + "/" + name }
    }
    return folder.isFile(name) ? name : nil
  }

  /// The path of a panoptic picture.
  func panopticPath(_ name: String) -> String? {
    guard FormatFolder.isInside(name) else { return nil }
    let places = ["annotations/panoptic_\(side)", "panoptic_\(side)", String(path.dropLast(5))]
    return places.map { $0 + "/" + name }.first { folder.isFile($0) }
  }
}

extension JSONTree {
  fileprivate func hasKeypoints(_ annotations: [JSONTree]) -> Bool {
    annotations.contains { $0["keypoints"] != nil }
  }
}
