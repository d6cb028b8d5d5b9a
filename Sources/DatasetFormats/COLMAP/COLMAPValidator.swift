package import Checks
package import Diagnostics
package import WorldModel

/// visual-54 for COLMAP text models with undistorted pinhole cameras, of any maker.
package struct COLMAPValidator: FormatValidator {
  package static let formed = CheckRule(
    id: "visual-54-colmap", name: "colmap-is-well-formed",
    summary:
      "COLMAP: cameras are PINHOLE with positive focal lengths; images have unit quaternions, listed cameras and pictures of their size; 2D points and tracks name each other.",
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
    let prefixes =
      folder.isFile(model + "cameras.txt")
      ? [""] : folder.names(in: "").filter { folder.isFile("\($0)/\(model)cameras.txt") }.map { $0 + "/" }
    guard !prefixes.isEmpty || folder.isFile("sequences.txt") else {
      throw DioramaError(
        .noInput, "\(folder.root) holds no COLMAP text model",
        remedy: "Name the folder with sparse/0/cameras.txt in it.")
    }
    finding.applied += 1
    if folder.isFile("sequences.txt") {
      for line in try folder.lines("sequences.txt") {
        finding.expect(
          FormatFolder.isInside(String(line.text)) && folder.isFile("\(line.text)/\(model)cameras.txt"),
          Violation(
            item: "sequences.txt:\(line.number)", found: String(line.text.prefix(80)),
            expected: "a folder with \(model)cameras.txt"))
      }
    }
    var reading = FormatReading()
    for prefix in prefixes {
      try COLMAPModelReading(folder: folder, prefix: prefix, model: prefix + model)
        .read(into: &reading, &finding)
    }
    return reading
  }

  package func expected(of sample: Sample, _ options: FormatOptions) throws -> [String: FormatReading.Picture]
  {
    let format = try COLMAPFormat(options: options)
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
