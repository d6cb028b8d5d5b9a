package import Checks
package import Diagnostics
package import WorldModel

/// visual-54 for COLMAP text models with pinhole cameras, distorted or not, of any maker.
package struct COLMAPValidator: FormatValidator {
  package static let formed = CheckRule(
    id: "visual-54-colmap", name: "colmap-is-well-formed",
    summary:
      "COLMAP: cameras are PINHOLE, OPENCV or FULL_OPENCV with positive focal lengths; images have unit quaternions, listed cameras and pictures of their size; 2D points and tracks name each other.",
    unit: "files and rows")
  package static let matched = CheckRule(
    id: "visual-54-colmap-native", name: "colmap-matches-native",
    summary:
      "COLMAP models read back have the native samples' pictures, cameras, poses and seen points to the last decimal.",
    unit: "pictures and objects")

  package static let slack = 1e-6

  package init() {}

  package func read(_ folder: FormatFolder, into finding: inout CheckFinding) throws(DioramaError)
    -> FormatReading
  {
    let model = "sparse/0/"
    var reading = FormatReading()
    for prefix in try folder.sequences(with: model + "cameras.txt", of: "COLMAP text model", &finding) {
      try COLMAPModelReading(folder: folder, prefix: prefix, model: prefix + model)
        .read(into: &reading, &finding)
    }
    return reading
  }

  package func expected(of sample: Sample, _ options: FormatOptions) throws -> [String: FormatReading.Picture]
  {
    let format = COLMAPFormat(options: options)
    var out: [String: FormatReading.Picture] = [:]
    for view in sample.views {
      let path = "\(FileNames.number(sample.sequence))/images/\(format.picture(sample, view))"
      out[path] = FormatReading.Picture(
        width: view.camera.width, height: view.camera.height,
        objects: [
          .init(category: "camera", numbers: COLMAPFormat.pose(view) + COLMAPFormat.lens(view.camera)),
          .init(category: "points", numbers: COLMAPFormat.seen(view).flatMap { [$0.u, $0.v] }),
        ])
    }
    return out
  }
}
