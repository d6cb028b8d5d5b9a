import Checks
import Imaging

/// One picture of a panoptic file under examination.
struct COCOPanopticAnnotation {
  let file: COCOFile
  let image: COCOFile.Image
  let imageID: Int

  private func wrong(_ item: String, _ found: String, _ expected: String) -> Violation {
    file.violation("image \(imageID)" + item, found: found, expected: expected)
  }

  /// - Returns: one object a segment, ascending by id.
  func examine(_ item: JSONTree, into finding: inout CheckFinding) -> [FormatReading.Object] {
    guard let name = item["file_name"]?.text, let path = file.panopticPath(name),
      let bytes = try? file.folder.bytes(path), let picture = try? ImageFile.decode8(bytes, name: path),
      picture.channels >= 3, picture.width == image.width, picture.height == image.height
    else {
      finding.expect(
        false,
        wrong(
          "", "no picture \(item["file_name"]?.text ?? "")",
          "an RGB picture of segment ids of \(image.width) × \(image.height)"))
      return []
    }
    var seen = Self.segments(picture)
    var out: [FormatReading.Object] = []
    for segment in item["segments_info"]?.items ?? [] {
      let id = segment["id"]?.whole
      let place = ", segment \(id.map(String.init) ?? "without id")"
      let category = segment["category_id"]?.whole.flatMap { file.categories[$0] }
      finding.expect(
        category != nil,
        wrong(
          place, "category_id \(segment["category_id"]?.number.map { "\($0)" } ?? "missing")",
          "the id of a listed category"))
      guard let id, let found = seen.removeValue(forKey: id) else {
        finding.expect(false, wrong(place, "no pixel, or listed twice", "pixels of R + 256 G + 65536 B"))
        continue
      }
      let box = [found.u0, found.v0, found.u1 - found.u0 + 1, found.v1 - found.v0 + 1].map(Double.init)
      finding.expect(
        segment["area"]?.number == Double(found.pixels),
        wrong(place, "area \(segment["area"]?.number.map { "\($0)" } ?? "missing")", "\(found.pixels)"))
      finding.expect(
        segment["bbox"]?.numbers == box,
        wrong(place, "bbox \(segment["bbox"]?.numbers.map { "\($0)" } ?? "missing")", "\(box)"))
      out.append(
        .init(
          place: "\(file.path), image \(imageID)\(place)", category: category?.name ?? "", box: box,
          numbers: [Double(id), Double(found.pixels)]))
    }
    for id in seen.keys.sorted() {
      finding.expect(
        false, wrong(", segment \(id)", "\(seen[id]?.pixels ?? 0) pixels", "an entry in segments_info"))
    }
    return out.sorted { $0.numbers[0] < $1.numbers[0] }
  }

  private typealias Extent = (pixels: Int, u0: Int, v0: Int, u1: Int, v1: Int)

  /// Pixels and box of every id but 0.
  private static func segments(_ r: Raster<UInt8>) -> [Int: Extent] {
    var out: [Int: Extent] = [:]
    for v in 0..<r.height {
      var u = 0
      func id(_ u: Int) -> Int {
        let i = (v * r.width + u) * r.channels
        return Int(r.values[i]) | Int(r.values[i + 1]) << 8 | Int(r.values[i + 2]) << 16
      }
      while u < r.width {
        let here = id(u)
        let start = u
        while u < r.width, id(u) == here { u += 1 }
        if here == 0 { continue }
        let known = out[here] ?? (0, start, v, u - 1, v)
        out[here] = (
          known.pixels + u - start, min(known.u0, start), known.v0, max(known.u1, u - 1), v
        )
      }
    }
    return out
  }
}
