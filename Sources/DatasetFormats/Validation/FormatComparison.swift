import Annotations
package import Checks
import Geometry
import Imaging

/// Compares what was read back with what the native samples say.
package struct FormatComparison: Sendable {
  private let reading: FormatReading
  private let sharesPictures: Bool
  private var met: Set<String> = []
  package private(set) var finding = CheckFinding()

  /// - Parameter sharesPictures: what `FormatValidator` says of its format.
  package init(_ reading: FormatReading, sharesPictures: Bool = false) {
    self.reading = reading
    self.sharesPictures = sharesPictures
  }

  /// One sample's pictures; samples come in ascending order. Boxes and masks are exact: both are whole pixels.
  /// - Parameter slack: of `numbers`, half a unit of the last decimal written.
  package mutating func compare(
    _ expected: [String: FormatReading.Picture], sample: Int, slack: Double
  ) {
    finding.applied += 1
    for path in expected.keys.sorted() {
      guard let wanted = expected[path], !(sharesPictures && met.contains(path)) else { continue }
      guard let found = reading.pictures[path] else {
        fail(sample, path, found: "no such picture", expected: "\(wanted.objects.count) objects")
        continue
      }
      met.insert(path)
      finding.expect(
        found.width == wanted.width && found.height == wanted.height,
        Violation(
          sample: sample, item: path, found: "\(found.width) × \(found.height)",
          expected: "\(wanted.width) × \(wanted.height)"))
      guard found.objects.count == wanted.objects.count else {
        fail(
          sample, path, found: "\(found.objects.count) objects", expected: "\(wanted.objects.count) objects")
        continue
      }
      for (a, b) in zip(found.objects, wanted.objects) {
        let fault = difference(a, b, wanted, slack)
        finding.expect(
          fault == nil,
          Violation(
            sample: sample, item: a.place, found: fault?.found ?? "", expected: fault?.expected ?? ""))
      }
    }
  }

  /// Pictures that no sample has.
  package mutating func close() {
    for path in reading.pictures.keys.sorted() where !met.contains(path) {
      finding.expect(
        false, Violation(item: path, found: "a picture", expected: "none: no native sample has it"))
    }
  }

  private mutating func fail(_ sample: Int, _ path: String, found: String, expected: String) {
    finding.expect(false, Violation(sample: sample, item: path, found: found, expected: expected))
  }

  private func difference(
    _ a: FormatReading.Object, _ b: FormatReading.Object, _ picture: FormatReading.Picture, _ slack: Double
  ) -> (found: String, expected: String)? {
    if a.category != b.category { return (a.category, b.category) }
    // Whole pixels on both sides, but for the last decimal of fractions.
    guard Self.agree(a.box, b.box, 1e-3) else { return ("box \(a.box)", "\(b.box)") }
    guard Self.agree(a.numbers, b.numbers, slack) else { return ("\(a.numbers)", "\(b.numbers)") }
    switch (a.shape, b.shape) {
    case (nil, nil): return nil
    case (.runs(let x)?, .runs(let y)?): return x == y ? nil : ("other run lengths", "the native mask's")
    case (.rings(let rings)?, .runs(let y)?):
      guard y.width == picture.width, y.height == picture.height else {
        return ("a polygon", "none: the native mask is not the picture's size")
      }
      var wrong = 0
      var bitmap = y.bitmap
      PolygonFill.spans(of: rings, width: picture.width, height: picture.height) { row, columns in
        for u in columns { bitmap.values[row * picture.width + u] ^= 1 }
      }
      for value in bitmap.values where value != 0 { wrong += 1 }
      return wrong == 0 ? nil : ("a polygon with \(wrong) other pixels", "the native mask")
    default: return ("a shape of another kind", "the native mask")
    }
  }

  /// Numbers that are NaN on either side are not said there.
  private static func agree(_ a: [Double], _ b: [Double], _ slack: Double) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { $0.isNaN || $1.isNaN || abs($0 - $1) <= slack }
  }
}
