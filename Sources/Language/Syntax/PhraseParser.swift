import Diagnostics

/// Reads one line of the template language.
///
///     [please] (navigate|drive) to {place:to} [and avoid <obstacle>;30%] ;*2
struct PhraseParser {
  /// Brackets inside of brackets.
  static let depthLimit = 32
  /// Stands for a space that is printed whatever the language: `\ ` in a template.
  static let printedSpace: Unicode.Scalar = "\u{E020}"

  let scalars: [Unicode.Scalar]
  let origin: Origin
  var position = 0
  var depth = 0

  /// The line's alternatives, one unless it has a `|` outside of brackets.
  static func parse(_ line: String, origin: Origin) throws(DioramaError) -> [Alternative] {
    var parser = PhraseParser(scalars: Array(line.unicodeScalars), origin: origin)
    let (alternatives, terms) = try parser.alternatives()
    if let terms { throw terms.origin.error("?group and % belong inside of [ ]") }
    guard parser.position == parser.scalars.count else {
      throw parser.here.error(
        "a \(parser.scalars[parser.position]) without its opening bracket",
        remedy: "write \\\(parser.scalars[parser.position]) where the character itself is meant")
    }
    return alternatives
  }

  var here: Origin { origin.advanced(by: position) }
  var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  func peek(_ ahead: Int) -> Unicode.Scalar? {
    position + ahead < scalars.count ? scalars[position + ahead] : nil
  }

  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    position += 1
    return true
  }

  mutating func skipSpaces() {
    while let scalar = next, scalar == " " || scalar == "\t" { position += 1 }
  }

  mutating func expect(_ scalar: Unicode.Scalar, of what: String, from start: Origin) throws(DioramaError) {
    guard !take(scalar) else { return }
    if next == nil { throw start.error("\(what) is not closed", remedy: "add a \(scalar)") }
    throw here.error(
      "unexpected \(next.map(String.init) ?? "end") in \(what)", remedy: "expected \(scalar)")
  }

  /// `sequence | sequence …` up to a closing bracket or the end.
  mutating func alternatives() throws(DioramaError) -> ([Alternative], OptionalTerms?) {
    var found: [Alternative] = []
    var terms: OptionalTerms?
    repeat {
      let start = here
      let items = try sequence()
      var alternative = Alternative(items.count == 1 ? items[0] : .sequence(items), origin: start)
      if next == ";" { try marks(of: &alternative, &terms) }
      found.append(alternative)
    } while take("|")
    return (found, terms)
  }

  private mutating func sequence() throws(DioramaError) -> [Phrase] {
    var items: [Phrase] = []
    var text = String.UnicodeScalarView()
    func isStop(_ scalar: Unicode.Scalar) -> Bool { "|;)]}>,".unicodeScalars.contains(scalar) }
    while let scalar = next {
      // A comma ends an argument only.
      if isStop(scalar), scalar != "," || isInArguments { break }
      if let phrase = try special(scalar, after: text.last) {
        if !text.isEmpty { items.append(.text(String(text))) }
        text.removeAll()
        items.append(phrase)
        continue
      }
      if scalar == "\\" {
        guard let escaped = peek(1) else {
          throw here.error("nothing follows the \\", remedy: "write \\\\ for the character itself")
        }
        text.append(escaped == " " ? Self.printedSpace : escaped)
        position += 2
      } else {
        text.append(scalar)
        position += 1
      }
    }
    if !text.isEmpty { items.append(.text(String(text))) }
    return items
  }

  /// Whether commas separate arguments here.
  var isInArguments = false

  /// What begins with a character that means something; `nil` for plain text.
  private mutating func special(
    _ scalar: Unicode.Scalar, after last: Unicode.Scalar?
  ) throws(DioramaError) -> Phrase? {
    switch scalar {
    case "(", "[": return try group()
    case "{": return try slot()
    case "<": return try alias()
    case "$":
      // `$5` is money.
      guard let first = peek(1), first.properties.isASCIIHexDigit || first.properties.isAlphabetic,
        !("0"..."9").contains(first)
      else { return nil }
      return try variable()
    case "a", "A":
      return article(after: last)
    default: return nil
    }
  }

  private mutating func article(after last: Unicode.Scalar?) -> Phrase? {
    let isWord = last.map { !$0.properties.isAlphabetic } ?? true
    let form = String(String.UnicodeScalarView(scalars[position..<min(position + 4, scalars.count)]))
    guard isWord, form == "a/an" || form == "A/An", !(peek(4)?.properties.isAlphabetic ?? false) else {
      return nil
    }
    position += 4
    return .article(capital: form == "A/An")
  }

  private mutating func group() throws(DioramaError) -> Phrase {
    let start = here
    let isOptional = next == "["
    position += 1
    depth += 1
    guard depth <= Self.depthLimit else { throw start.error("brackets nest deeper than \(Self.depthLimit)") }
    let outer = isInArguments
    isInArguments = false
    let (found, terms) = try alternatives()
    isInArguments = outer
    depth -= 1
    try expect(
      isOptional ? "]" : ")", of: isOptional ? "this optional [" : "this choice (", from: start)
    let plain = found.count == 1 && found[0].features.isEmpty
    let inner: Phrase = plain ? found[0].phrase : .choice(found)
    guard isOptional else {
      if let terms { throw terms.origin.error("?group and % belong inside of [ ], not of ( )") }
      return inner
    }
    return .optional(inner, terms ?? OptionalTerms(group: nil, probability: nil, origin: start))
  }
}
