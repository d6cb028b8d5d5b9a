import LocatedYAML

extension TemplateReader {
  static let rangeLimit = 100_000

  /// `range: 16..30 step 0.5`: numbers as values, exact decimals.
  mutating func range(_ node: LocatedNode) -> [SlotValue] {
    let shape = "expected a range such as 16..30 or 16..30 step 0.5"
    guard let text = node.text else {
      fault(node, "\(shape), found \(node.found)")
      return []
    }
    var words = text.split(separator: " ")
    var step = Decimal(whole: 1, digits: 0)
    if words.count == 3, words[1] == "step", let given = Decimal(words[2]) {
      step = given
      words.removeLast(2)
    }
    let ends = words.count == 1 ? words[0].split(separator: "..").map { Decimal($0) } : []
    guard ends.count == 2, let from = ends[0], let to = ends[1], step.whole > 0 else {
      fault(node, "\(shape), found \(node.found)")
      return []
    }
    let digits = max(from.digits, to.digits, step.digits)
    let (low, high, by) = (from.scaled(to: digits), to.scaled(to: digits), step.scaled(to: digits))
    guard low <= high, (high - low) / by < Self.rangeLimit else {
      fault(node, "a range runs upwards and has at most \(Self.rangeLimit) numbers")
      return []
    }
    return stride(from: low, through: high, by: by).map {
      SlotValue(canonical: Decimal(whole: $0, digits: digits).description, forms: Wordings())
    }
  }
}

/// A decimal number of few digits, exact.
struct Decimal: CustomStringConvertible {
  /// The number times 10^`digits`.
  var whole: Int
  /// Digits behind the point.
  var digits: Int

  init(whole: Int, digits: Int) {
    self.whole = whole
    self.digits = digits
  }

  init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, text.utf8.count <= 9, let first = parts.first, Int(first) != nil else {
      return nil
    }
    let fraction = parts.count == 2 ? parts[1] : ""
    guard parts.count == 1 || !fraction.isEmpty && fraction.allSatisfy({ ("0"..."9").contains($0) }),
      let whole = Int(String(first) + fraction)
    else { return nil }
    self.init(whole: whole, digits: fraction.count)
  }

  func scaled(to more: Int) -> Int { (digits..<max(digits, more)).reduce(whole) { value, _ in value * 10 } }

  /// Without needless zeros.
  var description: String {
    var (value, places) = (whole, digits)
    while places > 0, value % 10 == 0 { (value, places) = (value / 10, places - 1) }
    guard places > 0 else { return String(value) }
    let text = String(abs(value))
    let padded = String(repeating: "0", count: max(0, places + 1 - text.count)) + text
    return (value < 0 ? "-" : "") + padded.dropLast(places) + "." + padded.suffix(places)
  }
}
