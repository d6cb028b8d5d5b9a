import JSON

/// The range and unit of a number, as words and as schema.
struct Limits {
  let range: ClosedRange<Double>
  let unit: String?

  /// `a number from 0 to 60 m/s`.
  func text(_ what: String) -> String {
    let suffix = unit.map { " \($0)" } ?? ""
    let (low, high) = (Self.text(range.lowerBound), Self.text(range.upperBound))
    switch (range.lowerBound.isFinite, range.upperBound.isFinite) {
    case (true, true): return "\(what) from \(low) to \(high)\(suffix)"
    case (true, false): return "\(what) of at least \(low)\(suffix)"
    case (false, true): return "\(what) of at most \(high)\(suffix)"
    case (false, false): return unit.map { "\(what) in \($0)" } ?? what
    }
  }

  func schema(_ type: String) -> JSONValue {
    var members: [JSONValue.Member] = [.init("type", .string(type))]
    if range.lowerBound.isFinite { members.append(.init("minimum", .number(range.lowerBound))) }
    if range.upperBound.isFinite { members.append(.init("maximum", .number(range.upperBound))) }
    return .object(members)
  }

  static func text(_ number: Double) -> String { JSONValue.number(number).canonicalText }
}
