/// Expressions of whole numbers with `+`, `-`, `*` and brackets.
enum Expression {
  /// - Returns: `nil` for what is no expression, and for values too large.
  static func value(of text: String) -> Int? {
    var rest = Array(text.unicodeScalars.filter { $0 != " " })[...]
    guard let value = sum(&rest, 0), rest.isEmpty else { return nil }
    return value
  }

  private typealias Input = ArraySlice<Unicode.Scalar>

  private static func sum(_ rest: inout Input, _ depth: Int) -> Int? {
    guard var value = product(&rest, depth) else { return nil }
    while let sign = rest.first, sign == "+" || sign == "-" {
      rest = rest.dropFirst()
      guard let next = product(&rest, depth) else { return nil }
      let (total, overflow) =
        sign == "+" ? value.addingReportingOverflow(next) : value.subtractingReportingOverflow(next)
      guard !overflow else { return nil }
      value = total
    }
    return value
  }

  private static func product(_ rest: inout Input, _ depth: Int) -> Int? {
    guard var value = factor(&rest, depth) else { return nil }
    while rest.first == "*" {
      rest = rest.dropFirst()
      guard let next = factor(&rest, depth) else { return nil }
      let (total, overflow) = value.multipliedReportingOverflow(by: next)
      guard !overflow else { return nil }
      value = total
    }
    return value
  }

  private static func factor(_ rest: inout Input, _ depth: Int) -> Int? {
    if rest.first == "(", depth < 50 {
      rest = rest.dropFirst()
      guard let value = sum(&rest, depth + 1), rest.popFirst() == ")" else { return nil }
      return value
    }
    let digits = rest.prefix { ("0"..."9").contains($0) }
    rest = rest.dropFirst(digits.count)
    return Int(String(String.UnicodeScalarView(digits)))
  }
}
