import Diagnostics

/// Reads `a != b and (a.country == 'fr' or not n > 3)`.
struct ConstraintParser {
  static let depthLimit = 32
  private let scalars: [Unicode.Scalar]
  private let origin: Origin
  private var position = 0
  private var depth = 0

  static func parse(_ text: String, origin: Origin) throws(DioramaError) -> Constraint {
    var parser = ConstraintParser(scalars: Array(text.unicodeScalars), origin: origin)
    let condition = try parser.any()
    parser.skipSpaces()
    guard parser.position == parser.scalars.count else {
      throw parser.here.error(
        "the condition should end here", remedy: "join conditions by and, or; put them in a list")
    }
    return Constraint(condition, origin: origin)
  }

  private init(scalars: [Unicode.Scalar], origin: Origin) {
    self.scalars = scalars
    self.origin = origin
  }

  private var here: Origin { origin.advanced(by: position) }

  private mutating func skipSpaces() {
    while position < scalars.count, scalars[position] == " " { position += 1 }
  }

  private mutating func takeWord(_ word: String) -> Bool {
    skipSpaces()
    let end = position + word.unicodeScalars.count
    guard end <= scalars.count, scalars[position..<end].elementsEqual(word.unicodeScalars) else {
      return false
    }
    if end < scalars.count, word.unicodeScalars.allSatisfy(Self.isNameScalar), Self.isNameScalar(scalars[end])
    {
      return false
    }
    position = end
    return true
  }

  private static func isNameScalar(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "_" || scalar == "-"
  }

  private mutating func any() throws(DioramaError) -> Constraint.Condition {
    var parts = [try all()]
    while takeWord("or") { parts.append(try all()) }
    return parts.count == 1 ? parts[0] : .any(parts)
  }

  private mutating func all() throws(DioramaError) -> Constraint.Condition {
    var parts = [try single()]
    while takeWord("and") { parts.append(try single()) }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  private mutating func single() throws(DioramaError) -> Constraint.Condition {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.depthLimit else { throw here.error("conditions nest deeper than \(Self.depthLimit)") }
    if takeWord("not") { return .not(try single()) }
    if takeWord("(") {
      let inner = try any()
      guard takeWord(")") else { throw here.error("expected )") }
      return inner
    }
    let left = try operand()
    for comparison in Constraint.Comparison.allCases where takeWord(comparison.rawValue) {
      return .compare(left, comparison, try operand())
    }
    skipSpaces()
    throw here.error(
      "expected a comparison",
      remedy: "one of " + Constraint.Comparison.allCases.map(\.rawValue).joined(separator: " "))
  }

  private mutating func operand() throws(DioramaError) -> Constraint.Operand {
    skipSpaces()
    guard position < scalars.count else { throw here.error("expected a variable, a number or a 'text'") }
    if let quote = ["'", "\""].first(where: { scalars[position] == $0 }) as Unicode.Scalar? {
      guard let end = scalars[(position + 1)...].firstIndex(of: quote) else {
        throw here.error("this text is not closed", remedy: "add a \(quote)")
      }
      defer { position = end + 1 }
      return .constant(String(String.UnicodeScalarView(scalars[(position + 1)..<end])))
    }
    let start = position
    let isNumber = ("0"..."9").contains(scalars[position]) || scalars[position] == "-"
    while position < scalars.count,
      isNumber
        ? ("0"..."9").contains(scalars[position]) || scalars[position] == "." || scalars[position] == "-"
        : Self.isNameScalar(scalars[position])
    { position += 1 }
    guard position > start else { throw here.error("expected a variable, a number or a 'text'") }
    let text = String(String.UnicodeScalarView(scalars[start..<position]))
    if isNumber { return .constant(text) }
    guard position < scalars.count, scalars[position] == "." else { return .variable(text, attribute: nil) }
    position += 1
    let attribute = position
    while position < scalars.count, Self.isNameScalar(scalars[position]) { position += 1 }
    guard position > attribute else { throw here.error("expected an attribute behind the .") }
    return .variable(
      text, attribute: String(String.UnicodeScalarView(scalars[attribute..<position])))
  }
}
