import Diagnostics
import Geometry

/// Typed attributes of elements, with errors and warnings that name the line.
struct AttributeReader {
  let file: String
  private(set) var warnings: [Warning] = []
  private var suppressed = 0
  /// Warnings beyond this many are only counted: a damaged file must not flood a terminal.
  static let warningLimit = 200

  init(file: String) { self.file = file }

  func location(_ element: MarkupElement) -> SourceLocation {
    SourceLocation(file: file, line: element.line, column: element.column)
  }

  func failure(_ message: String, at element: MarkupElement, remedy: String) -> DioramaError {
    DioramaError(.badInput, message, at: location(element), remedy: remedy)
  }

  mutating func warn(_ message: String, at element: MarkupElement) {
    warn(message, line: element.line, column: element.column)
  }

  mutating func warn(_ message: String, line: Int, column: Int = 1) {
    if warnings.count < Self.warningLimit {
      warnings.append(Warning(message, at: SourceLocation(file: file, line: max(1, line), column: column)))
    } else {
      suppressed += 1
    }
  }

  /// All warnings, with the number of those left out.
  var finished: [Warning] {
    suppressed == 0
      ? warnings : warnings + [Warning("\(suppressed) more warnings of this kind are not shown")]
  }

  /// A finite number of magnitude up to `limit`; an error when missing and there is no default.
  func number(
    _ element: MarkupElement, _ name: String, default fallback: Double? = nil, limit: Double = 1e9
  ) throws(DioramaError) -> Double {
    guard let text = element[name], !text.isEmpty else {
      if let fallback { return fallback }
      throw failure("<\(element.name)> has no attribute \(name)", at: element, remedy: "add \(name)=\"…\"")
    }
    guard let value = Double(Self.trimmed(text)) else {
      throw failure(
        "\(name)=\"\(text.prefix(40))\" of <\(element.name)> is no number", at: element,
        remedy: "write a number such as 12.5, with a dot")
    }
    guard value.isFinite else {
      throw failure(
        "\(name) of <\(element.name)> is not finite", at: element, remedy: "write a finite number")
    }
    guard value.magnitude <= limit else {
      throw failure(
        "\(name)=\"\(text.prefix(40))\" of <\(element.name)> is beyond ±\(limit)", at: element,
        remedy: "check units and place")
    }
    return value
  }

  func integer(_ element: MarkupElement, _ name: String) throws(DioramaError) -> Int {
    let value = try number(element, name, limit: 1e6)
    guard let whole = Int(exactly: value) else {
      throw failure(
        "\(name) of <\(element.name)> is no whole number", at: element, remedy: "write an integer")
    }
    return whole
  }

  /// Nil where the attribute is missing or empty.
  func optionalNumber(_ element: MarkupElement, _ name: String) throws(DioramaError) -> Double? {
    guard let text = element[name], !text.isEmpty else { return nil }
    return try number(element, name)
  }

  /// Nil where the attribute is missing or empty.
  func optionalInteger(_ element: MarkupElement, _ name: String) throws(DioramaError) -> Int? {
    guard let text = element[name], !text.isEmpty else { return nil }
    return try integer(element, name)
  }

  func text(_ element: MarkupElement, _ name: String) throws(DioramaError) -> String {
    guard let text = element[name] else {
      throw failure("<\(element.name)> has no attribute \(name)", at: element, remedy: "add \(name)=\"…\"")
    }
    return text
  }

  /// The cubic a, b, c, d.
  func cubic(_ element: MarkupElement) throws(DioramaError) -> CubicPolynomial {
    CubicPolynomial(
      try number(element, "a", default: 0), try number(element, "b", default: 0),
      try number(element, "c", default: 0), try number(element, "d", default: 0))
  }

  /// Records `start a b c d` in document order, as one function.
  func piecewise(_ elements: [MarkupElement], start: String) throws(DioramaError) -> PiecewiseCubic {
    var records: [PiecewiseCubic.Record] = []
    for e in elements {
      records.append(.init(start: try number(e, start, default: 0), cubic: try cubic(e)))
    }
    return PiecewiseCubic(records)
  }

  /// A speed in m/s; nil for "no limit" and "undefined".
  func speed(_ element: MarkupElement) throws(DioramaError) -> Double? {
    guard let text = element["max"], Double(Self.trimmed(text)) != nil else { return nil }
    let value = try number(element, "max", limit: 1e4)
    guard value > 0 else { return nil }
    switch element["unit"] {
    case "km/h": return value / 3.6
    case "mph": return value * 0.44704
    default: return value
    }
  }

  private static func trimmed(_ text: String) -> Substring {
    var s = Substring(text)
    while let c = s.first, c.isWhitespace { s.removeFirst() }
    while let c = s.last, c.isWhitespace { s.removeLast() }
    return s
  }
}
