package import Checks
package import Diagnostics
import Encodings
import Imaging
import VectorMath
package import WorldModel

/// visual-54 for ScanNet: unpacked scans of any maker, beside their list of categories.
package struct ScanNetValidator: FormatValidator {
  package static let formed = CheckRule(
    id: "visual-54-scannet", name: "scannet-is-well-formed",
    summary:
      "ScanNet: every colour picture has depth, pose, labels and instances of one size; poses are rigid or lost; labels are listed categories; an instance has one category, segments cover the mesh and belong to listed groups.",
    unit: "files and groups")
  package static let matched = CheckRule(
    id: "visual-54-scannet-native", name: "scannet-matches-native",
    summary:
      "ScanNet read back has the native samples' frames, intrinsics and poses to the last decimal, and their depth in millimetres, classes and instances exactly.",
    unit: "pictures and objects")

  package static let slack = 1e-6

  package init() {}

  package func read(_ folder: FormatFolder, into finding: inout CheckFinding) throws(DioramaError)
    -> FormatReading
  {
    let list = "scannetv2-labels.combined.tsv"
    let base = folder.isFolder("scans") ? "scans/" : ""
    let scans = folder.names(in: base.isEmpty ? "" : "scans").filter { folder.isFolder("\(base)\($0)/color") }
    guard !scans.isEmpty || folder.isFile(list) else {
      throw DioramaError(
        .noInput, "\(folder.root) holds no unpacked ScanNet scan",
        remedy: "Name the folder with scans/ in it.")
    }
    finding.applied += 1
    var categories: [Int: String]?
    if folder.isFile(list) { categories = try self.categories(folder, list, &finding) }
    var reading = FormatReading()
    for scan in scans {
      try ScanNetScan(folder: folder, path: base + scan, name: scan, categories: categories)
        .read(into: &reading, &finding)
    }
    return reading
  }

  /// Raw categories by id; reports what leads nowhere.
  private func categories(
    _ folder: FormatFolder, _ path: String, _ finding: inout CheckFinding
  ) throws(DioramaError) -> [Int: String] {
    let lines = try folder.lines(path)
    let head = lines.first?.text.split(separator: "\t", omittingEmptySubsequences: false) ?? []
    let columns = ["id", "raw_category", "nyu40id"].map { name in head.firstIndex { $0 == name } }
    finding.expect(
      columns.allSatisfy { $0 != nil },
      Violation(item: "\(path):1", found: "\(head)", expected: "columns id, raw_category, nyu40id"))
    guard let id = columns[0], let name = columns[1], let target = columns[2] else { return [:] }
    var out: [Int: String] = [:]
    for line in lines.dropFirst() {
      let fields = line.text.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count > max(id, name, target), let number = Int(fields[id]), out[number] == nil,
        (0...40).contains(Int(fields[target]) ?? 0)
      else {
        finding.expect(
          false,
          Violation(
            item: "\(path):\(line.number)", found: String(line.text.prefix(80)),
            expected: "an id of its own and a class from 0 to 40"))
        continue
      }
      out[number] = String(fields[name])
    }
    return out
  }

  package func expected(of sample: Sample, _ options: FormatOptions) throws -> [String: FormatReading.Picture]
  {
    let format = ScanNetFormat(options: options)
    var out: [String: FormatReading.Picture] = [:]
    for view in sample.views {
      let c = view.camera
      var picture = FormatReading.Picture(width: c.width, height: c.height)
      let depth = try ScanNetFormat.depth(of: view, sample).values
      let instances = try ScanNetFormat.instances(of: view, sample).values
      picture.objects = [
        .init(category: "camera", numbers: [c.fx, c.fy, c.cx, c.cy] + ScanNetFormat.pose(view)),
        .init(category: "depth", numbers: PictureDigest.numbers(depth)),
        .init(
          category: "label-filt",
          numbers: PictureDigest.numbers(view.labels.shorts("semantic")?.values ?? [])),
        .init(category: "instance-filt", numbers: PictureDigest.numbers(instances)),
      ]
      out["scans/\(try format.scene(sample, view))/color/\(sample.frame).jpg"] = picture
    }
    return out
  }
}
