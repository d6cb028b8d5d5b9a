import Diagnostics

/// What stands inside of the brackets of a unit: `&name#variation$argument?group/30`.
struct UnitReference {
  var name = ""
  var variation: String?
  var argument: String?
  var isCased = false
  var isOptional = false
  var group: String?
  /// Percent.
  var probability: Double?

  init(_ scalars: ArraySlice<Unicode.Scalar>) {
    var parts: [(mark: Unicode.Scalar?, text: String.UnicodeScalarView)] = [(nil, .init())]
    for scalar in scalars {
      let isMark =
        scalar == "#" || scalar == "$" || scalar == "?" || scalar == "/" && parts.last?.mark == "?"
      if isMark {
        parts.append((scalar, .init()))
      } else {
        parts[parts.count - 1].text.append(scalar)
      }
    }
    for (mark, view) in parts {
      let text = String(view).split(separator: " ").joined(separator: " ")
      switch mark {
      case "#": variation = text
      case "$": argument = text
      case "?":
        isOptional = true
        group = text.isEmpty ? nil : text
      case "/": probability = Double(text.filter { $0 != "%" })
      default:
        isCased = text.hasPrefix("&")
        name = isCased ? String(text.dropFirst()) : text
      }
    }
  }

  /// Terms of the optional, if it is one.
  func terms(_ origin: Origin) -> OptionalTerms? {
    guard isOptional else { return nil }
    return OptionalTerms(
      group: group, probability: probability.map { min(1, max(0, $0 / 100)) }, origin: origin)
  }
}

/// Reads one rule of Chatito or Chatette.
struct LinePhraseParser {
  private let scalars: [Unicode.Scalar]
  private let origin: Origin
  private let dialect: LineTemplateReader.Dialect
  private let parameter: String?
  private var position = 0
  private(set) var warnings: [Warning] = []

  init(_ text: String, origin: Origin, dialect: LineTemplateReader.Dialect, parameter: String?) {
    scalars = Array(text.unicodeScalars)
    self.origin = origin
    self.dialect = dialect
    self.parameter = parameter
  }

  private var here: Origin { origin.advanced(by: position) }

  mutating func parse() throws(DioramaError) -> Phrase {
    let phrase = try sequence(inside: false, depth: 0)
    guard position == scalars.count else {
      throw here.error("a ] without its [", remedy: "write \\] for the sign")
    }
    return phrase
  }

  private mutating func sequence(inside: Bool, depth: Int) throws(DioramaError) -> Phrase {
    guard depth <= PhraseParser.depthLimit else { throw here.error("brackets nest too deep") }
    var items: [Phrase] = []
    var text = String.UnicodeScalarView()
    func flush(_ items: inout [Phrase], _ text: inout String.UnicodeScalarView) {
      if !text.isEmpty { items.append(.text(String(text))) }
      text.removeAll()
    }
    while position < scalars.count {
      let scalar = scalars[position]
      if scalar == "\\", position + 1 < scalars.count {
        text.append(scalars[position + 1])
        position += 2
      } else if "~@%".unicodeScalars.contains(scalar), position + 1 < scalars.count,
        scalars[position + 1] == "["
      {
        flush(&items, &text)
        items.append(try unit(scalar))
      } else if scalar == "[", dialect == .chatette {
        flush(&items, &text)
        items.append(try group(depth: depth))
      } else if scalar == "]", dialect == .chatette || inside {
        break
      } else if inside, scalar == "|" || scalar == "?" {
        break
      } else if scalar == "$", let parameter, matches(parameter) {
        flush(&items, &text)
        items.append(
          .alias(AliasUse(alias: parameter, variation: nil, arguments: [], demands: [], origin: here)))
        position += 1 + parameter.unicodeScalars.count
      } else {
        text.append(scalar)
        position += 1
      }
    }
    flush(&items, &text)
    return items.count == 1 ? items[0] : .sequence(items)
  }

  private func matches(_ parameter: String) -> Bool {
    scalars[(position + 1)...].starts(with: parameter.unicodeScalars)
  }

  private mutating func unit(_ kind: Unicode.Scalar) throws(DioramaError) -> Phrase {
    let start = here
    guard let end = scalars[position...].firstIndex(of: "]") else {
      throw start.error("this unit is not closed", remedy: "add a ]")
    }
    let reference = UnitReference(scalars[(position + 2)..<end])
    position = end + 1
    let phrase: Phrase
    switch kind {
    case "@":
      phrase = .slot(
        SlotUse(
          slot: reference.name, variable: reference.name, role: nil, variation: reference.variation,
          demands: [],
          origin: start))
    case "~":
      let argument = reference.argument.map { [Phrase.text($0)] } ?? []
      phrase = .alias(
        AliasUse(
          alias: reference.name, variation: reference.variation, arguments: argument, demands: [],
          origin: start))
    default:
      throw start.error("an intent inside of a rule is not read", remedy: "use an alias that both share")
    }
    if reference.isCased { warn("the case of its first letter is not varied", start) }
    return reference.terms(start).map { .optional(phrase, $0) } ?? phrase
  }

  /// `[words|other words?group/30]`.
  private mutating func group(depth: Int) throws(DioramaError) -> Phrase {
    let start = here
    position += 1
    let isCased = position < scalars.count && scalars[position] == "&"
    if isCased { position += 1 }
    var alternatives: [Alternative] = []
    repeat {
      if !alternatives.isEmpty { position += 1 }
      alternatives.append(Alternative(try sequence(inside: true, depth: depth + 1), origin: start))
    } while position < scalars.count && scalars[position] == "|"
    guard let end = scalars[position...].firstIndex(of: "]") else {
      throw start.error("this group is not closed", remedy: "add a ]")
    }
    let reference = UnitReference(scalars[position..<end])
    position = end + 1
    if isCased { alternatives = alternatives.flatMap { cased($0, start) } }
    let phrase = alternatives.count == 1 ? alternatives[0].phrase : Phrase.choice(alternatives)
    return reference.terms(start).map { .optional(phrase, $0) } ?? phrase
  }

  /// An alternative with its first letter small and capital; as it is where that changes nothing.
  private mutating func cased(_ alternative: Alternative, _ start: Origin) -> [Alternative] {
    guard case .text(let text) = alternative.phrase else {
      warn("the case of its first letter is not varied", start)
      return [alternative]
    }
    let (small, capital) = (
      text.prefix(1).lowercased() + text.dropFirst(), text.prefix(1).uppercased() + text.dropFirst()
    )
    guard !small.utf8.elementsEqual(capital.utf8) else { return [alternative] }
    return [small, capital].map { Alternative(.text($0), origin: start) }
  }

  private mutating func warn(_ text: String, _ origin: Origin) {
    warnings.append(Warning(text, at: origin.location))
  }
}
