import Annotations
import Imaging

/// visual-01: run lengths are well formed and survive every one of their codings.
package struct MaskEncoding: ViewCheck {
  package static let rule = CheckRule(
    id: "visual-01", name: "mask-encoding",
    summary: "Run lengths fill the image, decode to a bitmap and back, and equal their compressed string.",
    unit: "masks", labels: [MasksLabel.name])

  package init() {}

  package func examine(_ view: ViewLabels, into finding: inout CheckFinding) {
    for entry in view[MasksLabel.self]?.entries ?? [] {
      for (item, mask) in [("modal", entry.modal), ("amodal", entry.amodal)] {
        guard let runs = MaskRuns(mask, width: view.width, height: view.height) else {
          finding.expect(
            false,
            view.about(
              entry.instance, item: item, found: "size \(mask.size) with \(mask.counts.count) counts",
              expected: "counts that fill [\(view.height), \(view.width)] exactly, none empty but the first"))
          continue
        }
        let bitmap = mask.bitmap
        var inside = 0
        for value in bitmap.values where value != 0 { inside += 1 }
        finding.expect(
          inside == runs.area && mask.area == runs.area && RunLengthMask(bitmap: bitmap) == mask,
          view.about(
            entry.instance, item: item, found: "\(inside) pixels in the bitmap, area \(mask.area)",
            expected: "\(runs.area) pixels, and the same counts again"))
        finding.expect(
          Self.decompressed(mask.compressed) == mask.counts,
          view.about(entry.instance, item: item, found: mask.compressed, expected: "the string of the counts")
        )
      }
    }
  }

  /// The counts of a COCO string, read the way maskApi's `rleFrString` does; `nil` where it is malformed.
  static func decompressed(_ string: String) -> [Int]? {
    var counts: [Int] = []
    var value = 0
    var shift = 0
    for byte in string.utf8 {
      guard byte >= 48, byte < 112, shift <= 55 else { return nil }
      let group = Int(byte) - 48
      value |= (group & 0x1f) << shift
      shift += 5
      if group & 0x20 == 0 {
        if group & 0x10 != 0 { value |= -1 << shift }
        if counts.count > 2 { value += counts[counts.count - 2] }
        counts.append(value)
        (value, shift) = (0, 0)
      }
    }
    return shift == 0 ? counts : nil
  }
}
