import Annotations
package import Checks
package import Diagnostics
package import WorldModel

/// visual-54 for COCO: instances, key points and panoptics of any maker.
///
/// Reads `annotations/*.json`, else `*.json` of the folder or of its folders. Pictures are looked for beside the JSON
/// and where COCO, Ultralytics and Roboflow put them.
package struct COCOValidator: FormatValidator {
  package static let formed = CheckRule(
    id: "visual-54-coco", name: "coco-is-well-formed",
    summary:
      "COCO: ids are unique, categories and pictures exist (of the size declared), boxes lie inside, masks decode to the declared area, key points and panoptic segments add up.",
    unit: "images, categories and annotations")
  package static let matched = CheckRule(
    id: "visual-54-coco-native", name: "coco-matches-native",
    summary:
      "COCO read back has the native samples' pictures, objects, classes, boxes, run lengths, key points and segments, exactly.",
    unit: "pictures and objects")

  package static let slack = 6e-4

  package init() {}

  package func read(_ folder: FormatFolder, into finding: inout CheckFinding) throws(DioramaError)
    -> FormatReading
  {
    let files = Self.files(in: folder)
    guard !files.isEmpty else {
      throw DioramaError(
        .noInput, "\(folder.root) holds no COCO dataset",
        remedy: "Name the folder with annotations/*.json in it.")
    }
    var reading = FormatReading()
    for path in files {
      var file = try COCOFile(path, folder)
      // Folders of others hold other JSON too.
      guard file.isCOCO else { continue }
      finding.applied = 1
      file.examine(into: &finding, &reading)
    }
    guard finding.applied > 0 else {
      throw DioramaError(
        .badInput, "\(folder.root): no JSON file has lists of images and annotations",
        remedy: "Name the folder with annotations/*.json in it.")
    }
    return reading
  }

  /// Paths of the annotation files.
  private static func files(in folder: FormatFolder) -> [String] {
    func json(_ path: String) -> [String] {
      folder.names(in: path).filter { $0.hasSuffix(".json") }.map { path.isEmpty ? $0 : path + "/" + $0 }
    }
    let usual = json("annotations")
    if !usual.isEmpty { return usual }
    let top = json("")
    return top.isEmpty
      ? folder.names(in: "").filter { folder.isFolder($0) }.flatMap(json) : top
  }

  package func expected(of sample: Sample, _ options: FormatOptions) throws -> [String: FormatReading.Picture]
  {
    let classes = COCOClasses(choice: options.classes)
    let side = options.split.side(ofSequence: sample.sequence).rawValue
    var out: [String: FormatReading.Picture] = [:]
    for view in sample.views {
      let stem = FileNames.stem(sample: sample.index, sensor: view.sensor, of: options)
      let blank = FormatReading.Picture(width: view.camera.width, height: view.camera.height)
      var (instances, people, panoptic) = (blank, blank, blank)
      for object in try ViewObject.all(in: view, sample: sample.index, minimumPixels: options.minimumPixels) {
        guard let category = classes.detection(object.native), let mask = object.mask else { continue }
        let b = object.visibleBox
        let box = [b.x, b.y, b.width, b.height].map(Double.init)
        instances.objects.append(
          .init(category: category.name, box: box, shape: .runs(mask), numbers: [Double(mask.area)]))
        guard view.labels[KeypointsLabel.self] != nil,
          ClassSchema.coco.counterpart(of: object.native)?.name == "person"
        else { continue }
        let points = COCOSkeleton.points(of: object.keypoints)
        people.objects.append(
          .init(
            category: "person", box: box, shape: .runs(mask),
            numbers: [Double(mask.area)]
              + COCOSkeleton.points.indices.flatMap { i -> [Double] in
                guard let p = points?[i], p.visibility > 0 else { return [0, 0, 0] }
                return [
                  min(max(p.u, 0), Double(blank.width - 1)), min(max(p.v, 0), Double(blank.height - 1)),
                  Double(p.visibility),
                ]
              }))
      }
      out["images/\(side)/\(stem).png"] = instances
      if !people.objects.isEmpty { out["key points of images/\(side)/\(stem).png"] = people }
      guard let label = view.labels[PanopticLabel.self], !label.segments.isEmpty,
        options.classes == .native
      else { continue }
      panoptic.objects = label.segments.sorted { $0.id < $1.id }.map { s in
        .init(
          category: s.category, box: [s.box.x, s.box.y, s.box.width, s.box.height].map(Double.init),
          numbers: [Double(s.id), Double(s.area)])
      }
      out["segments of images/\(side)/\(stem).png"] = panoptic
    }
    return out
  }
}
