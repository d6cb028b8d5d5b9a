import Checks
import Encodings
import VectorMath

/// One row of a KITTI label file: type, truncation, occlusion, alpha, four of the 2D box, three sizes, three of the
/// place, the turn, and a score where it is a result.
struct KITTIRow {
  let type: String
  let numbers: [Double]
  let place: String

  /// - Returns: `nil` when the row cannot be read; less is reported and kept.
  init?(
    _ text: Substring, _ place: String, _ picture: FormatReading.Picture, into finding: inout CheckFinding
  ) {
    let fields = text.split(whereSeparator: \.isWhitespace)
    let numbers = fields.dropFirst().compactMap { FieldNumber.finite($0) }
    guard fields.count == 15 || fields.count == 16, numbers.count + 1 == fields.count, let type = fields.first
    else {
      finding.expect(
        false,
        Violation(
          item: place, found: "\(fields.count) fields, \(numbers.count) finite numbers after the type",
          expected: "a type and 14 or 15 finite numbers"))
      return nil
    }
    self.type = String(type)
    self.numbers = numbers
    self.place = place
    let fault = fault(picture)
    finding.expect(
      fault == nil, Violation(item: place, found: fault?.found ?? "", expected: fault?.expected ?? ""))
  }

  private func fault(_ picture: FormatReading.Picture) -> (found: String, expected: String)? {
    let (left, top, right, bottom) = (numbers[3], numbers[4], numbers[5], numbers[6])
    let (w, h) = (Double(picture.width), Double(picture.height))
    // Boxes are of pixel indices, so that one pixel has left = right.
    if !(left >= 0 && top >= 0 && left <= right && top <= bottom && right <= w && bottom <= h) {
      return ("box \(left) \(top) \(right) \(bottom)", "left ≤ right, top ≤ bottom, inside \(w) × \(h)")
    }
    if type == "DontCare" { return nil }
    if !(numbers[0] >= 0 && numbers[0] <= 1) && numbers[0] != -1 {
      return ("truncation \(numbers[0])", "0…1")
    }
    if ![-1, 0, 1, 2, 3].contains(numbers[1]) { return ("occlusion \(numbers[1])", "0, 1, 2 or 3") }
    // Published files carry angles with two decimals, which may round beyond π.
    let pi = Double.pi + 0.005
    if numbers[2].magnitude > pi && numbers[2] != -10 {
      return ("alpha \(numbers[2])", "an angle in [−π, π]")
    }
    if numbers[13].magnitude > pi && numbers[13] != -10 {
      return ("rotation_y \(numbers[13])", "an angle in [−π, π]")
    }
    let size = numbers[7...9]
    if !size.allSatisfy({ $0 > 0 }) && !size.allSatisfy({ $0 == -1 }) {
      return ("height, width, length \(Array(size))", "positive metres")
    }
    return nil
  }

  /// The row's object: the sizes, and where a calibration projects the corners of its 3D box.
  func object(_ p2: [Double]?) -> FormatReading.Object {
    let n = numbers
    var out = FormatReading.Object(
      place: place, category: type, box: [n[3], n[4], n[5] - n[3] + 1, n[6] - n[4] + 1])
    guard type != "DontCare" else { return out }
    out.numbers = [n[7], n[8], n[9]]
    for i in 0..<8 {
      // x along the object's front, y to its left, z up, from the middle of its foot.
      let (x, y, z) = (
        i & 1 == 0 ? -n[9] / 2 : n[9] / 2, i & 2 == 0 ? -n[8] / 2 : n[8] / 2, i & 4 == 0 ? 0 : n[7]
      )
      let (s, c) = DeterministicMath.sincos(n[13])
      let p = Vector3(n[10] + x * c + y * s, n[11] - z, n[12] - x * s + y * c)
      guard let p2, p2.count == 12 else {
        out.numbers += [.nan, .nan]
        continue
      }
      func row(_ r: Int) -> Double {
        p2[4 * r] * p.x + p2[4 * r + 1] * p.y + p2[4 * r + 2] * p.z + p2[4 * r + 3]
      }
      let depth = row(2)
      out.numbers += depth > 0.5 ? [row(0) / depth, row(1) / depth] : [.nan, .nan]
    }
    return out
  }
}
