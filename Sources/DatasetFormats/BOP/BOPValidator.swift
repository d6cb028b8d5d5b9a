import Annotations
package import Checks
package import Diagnostics
import Encodings
import Imaging
package import WorldModel

/// visual-54 for BOP: scenes of any maker, in splits or alone.
package struct BOPValidator: FormatValidator {
  package static let formed = CheckRule(
    id: "visual-54-bop", name: "bop-is-well-formed",
    summary:
      "BOP: every picture has a camera, depth of its size and objects with rotations that do not mirror, listed models and masks of its size; models have the boxes and diameters that are listed; counts, fractions and boxes are the masks'.",
    unit: "files and objects")
  package static let matched = CheckRule(
    id: "visual-54-bop-native", name: "bop-matches-native",
    summary:
      "BOP read back has the native samples' pictures, cameras, poses, sizes, pixel counts and visible masks.",
    unit: "pictures and objects")

  package static let slack = 1e-6

  package init() {}

  package func read(_ folder: FormatFolder, into finding: inout CheckFinding) throws(DioramaError)
    -> FormatReading
  {
    func scenes(_ prefix: String) -> [String] {
      folder.names(in: prefix).map { prefix.isEmpty ? $0 : "\(prefix)/\($0)" }
        .filter { folder.isFile("\($0)/scene_camera.json") }
    }
    let found = scenes("") + folder.names(in: "").flatMap { scenes($0) }
    let models = "models/models_info.json"
    guard !found.isEmpty || folder.isFile(models) else {
      throw DioramaError(
        .noInput, "\(folder.root) holds no BOP scene",
        remedy: "Name the folder with the splits, or with scenes, in it.")
    }
    finding.applied += 1
    // Scenes alone may come without models.
    let listed = folder.isFile(models) ? try JSONTree(try folder.bytes(models), name: models) : nil
    if let listed { BOPModelFiles(folder: folder).examine(listed, in: "models", into: &finding) }
    let plain = "models_eval/models_info.json"
    if folder.isFile(plain) {
      BOPModelFiles(folder: folder).examine(
        try JSONTree(try folder.bytes(plain), name: plain), in: "models_eval", into: &finding)
    }
    var reading = FormatReading()
    for scene in found {
      try BOPScene(folder: folder, path: scene, models: listed).read(into: &reading, &finding)
    }
    return reading
  }

  package func expected(of sample: Sample, _ options: FormatOptions) throws -> [String: FormatReading.Picture]
  {
    let format = BOPFormat(options: options)
    var out: [String: FormatReading.Picture] = [:]
    for view in sample.views {
      let (c, pose) = (view.camera, BOPFormat.pose(view))
      let depth = try TUMRGBDFormat.depth(of: view, sample: sample.index)
      var picture = FormatReading.Picture(width: c.width, height: c.height)
      picture.objects.append(
        .init(
          category: "camera",
          numbers: [c.fx, 0, c.cx, 0, c.fy, c.cy, 0, 0, 1] + pose.rotation + pose.translation))
      picture.objects.append(
        .init(category: "depth", numbers: [BOPFormat.depthScale] + PictureDigest.numbers(depth.values)))
      for object in try BOPObject.all(
        in: view, depth: depth, sample: sample.index, minimumPixels: options.minimumPixels)
      {
        let b = object.visibleBox
        let counts = [object.canvasPixels, object.validPixels, object.modal.area].map(Double.init)
        picture.objects.append(
          .init(
            category: object.native.name, box: [b.x, b.y, b.width, b.height].map(Double.init),
            shape: .runs(object.modal),
            numbers: object.rotation + object.translation + counts + object.size))
      }
      out["\(try format.folder(sample, view))/rgb/\(FileNames.number(sample.index)).png"] = picture
    }
    return out
  }
}
