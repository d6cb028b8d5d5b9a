package import JSON
import Language
import RandomStreams
import TextModel

/// A sheet for people who accept a dataset by looking at a sample: texts drawn at random with their labels, and room for a
/// verdict. Sample sizes and acceptance numbers after ISO 2859-1, single sampling, general level II, an acceptable quality of
/// 1 defective in 100.
package struct AcceptanceSheet: Sendable {
  /// Least lot of each size of sample, and how many defective texts are still accepted.
  private static let plan: [(lot: Int, sample: Int, accept: Int)] = [
    (0, 2, 0), (9, 3, 0), (16, 5, 0), (26, 8, 0), (51, 13, 0), (91, 20, 0), (151, 32, 0), (281, 50, 1),
    (501, 80, 2), (1201, 125, 3), (3201, 200, 5), (10_001, 315, 7), (35_001, 500, 10), (150_001, 800, 14),
    (500_001, 1250, 21),
  ]

  /// Texts in the lot, in the sample; how many may be defective.
  package let lot: Int
  package let size: Int
  package let accept: Int
  private let chosen: Set<Int>
  private var rows: [[String]] = []
  private var next = 0

  /// - Parameter lot: all texts, of all languages.
  package init(lot: Int, seed: UInt64) {
    self.lot = lot
    let row = Self.plan.last { $0.lot <= lot } ?? Self.plan[0]
    (size, accept) = (min(row.sample, lot), row.accept)
    let permutation = KeyedPermutation(size: UInt128(max(1, lot)), seed: seed)
    chosen = Set((0..<size).map { Int(permutation[UInt64($0)]) })
  }

  /// Takes the next text of the lot.
  package mutating func add(_ placed: PlacedText) {
    defer { next += 1 }
    guard chosen.contains(next), let text = placed.labelled else { return }
    let entities = text.spans.map { span in
      "\(span.label)\(span.role.map { ">" + $0 } ?? "")=\(text.surface(of: span))"
        + (span.value.map { " (\($0))" } ?? "")
    }
    rows.append([
      String(placed.text.index), placed.text.language, placed.part.rawValue, text.string,
      text.labels.map { $0.task + "=" + $0.value }.joined(separator: "\n"), entities.joined(separator: "\n"),
      "", "",
    ])
  }

  /// The sheet as comma-separated values.
  package var text: String {
    ([["sample", "language", "part", "text", "labels", "entities", "verdict", "remark"]] + rows)
      .map { SeparatedValues.line($0) }.joined()
  }

  /// What to do with it, in words.
  package var summary: String {
    "\(rows.count) of \(lot) texts: accept the dataset when at most \(accept) of them "
      + (accept == 1 ? "is" : "are") + " defective"
  }
}
