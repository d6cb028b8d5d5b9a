import Diagnostics

/// What stands between `{ }` and `< >`, and behind `$` and `;`.
extension PhraseParser {
  /// A name inside of brackets: letters of any script, digits, `_` and `-`.
  private mutating func name(_ what: String) throws(DioramaError) -> String {
    let start = position
    while let scalar = next,
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "_" || scalar == "-"
    { position += 1 }
    guard position > start else {
      throw here.error("expected the name of \(what)", remedy: "names are letters, digits, _ and -")
    }
    return String(String.UnicodeScalarView(scalars[start..<position]))
  }

  /// A name in running text: ASCII letters, digits and `_`, so that text in another script ends it.
  private mutating func plainName() -> String {
    let start = position
    while let scalar = next, scalar.isASCII,
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "_"
    { position += 1 }
    return String(String.UnicodeScalarView(scalars[start..<position]))
  }

  /// `{slot:variable>role#variation;demands}`, `{label=$…}`, `{$variable}` or `{$variable: other words}`.
  mutating func slot() throws(DioramaError) -> Phrase {
    let start = here
    position += 1
    if next == "$" {
      let phrase = try variable()
      if case .read(let antecedent) = phrase, antecedent.attribute == nil, take(":") {
        skipSpaces()
        let (found, terms) = try alternatives()
        if let terms { throw terms.origin.error("?group and % belong inside of [ ], not of { }") }
        try expect("}", of: "this mention {", from: start)
        return .labelled(
          DerivedSlot(
            label: nil, antecedent: antecedent, phrase: found.count == 1 ? found[0].phrase : .choice(found),
            origin: start))
      }
      try expect("}", of: "this slot {", from: start)
      return .labelled(DerivedSlot(label: nil, phrase: phrase, origin: start))
    }
    let slot = try name("a slot")
    if take("=") {
      guard next == "$" else { throw here.error("expected a $variable or $function(…) behind {\(slot)=") }
      let phrase = try variable()
      try expect("}", of: "this slot {", from: start)
      return .labelled(DerivedSlot(label: slot, phrase: phrase, origin: start))
    }
    var variable: String?
    var role: String?
    var variation: String?
    while let mark = next, ":>#".unicodeScalars.contains(mark) {
      position += 1
      switch mark {
      case ":": variable = try name("a variable")
      case ">": role = try name("a role")
      default: variation = try name("a variation")
      }
    }
    let demands = try demands()
    try expect("}", of: "this slot {", from: start)
    return .slot(
      SlotUse(
        slot: slot, variable: variable ?? role ?? slot, role: role, variation: variation, demands: demands,
        origin: start))
  }

  /// `<alias#variation(argument, …);demands>`.
  mutating func alias() throws(DioramaError) -> Phrase {
    let start = here
    position += 1
    let alias = try name("an alias")
    var variation: String?
    if take("#") { variation = try name("a variation") }
    var arguments: [Phrase] = []
    if take("(") {
      let outer = isInArguments
      isInArguments = true
      repeat {
        skipSpaces()
        let (found, terms) = try alternatives()
        if let terms { throw terms.origin.error("?group and % belong inside of [ ]") }
        arguments.append(found.count == 1 ? found[0].phrase : .choice(found))
      } while take(",")
      isInArguments = outer
      try expect(")", of: "these arguments (", from: start)
    }
    let demands = try demands()
    try expect(">", of: "this alias <", from: start)
    return .alias(
      AliasUse(
        alias: alias, variation: variation, arguments: arguments, demands: demands, origin: start))
  }

  /// `;num, gender=f, num:a`.
  private mutating func demands() throws(DioramaError) -> [FeatureDemand] {
    guard take(";") else { return [] }
    var found: [FeatureDemand] = []
    repeat {
      skipSpaces()
      let feature = try name("a feature")
      if take("=") {
        found.append(FeatureDemand(feature: feature, kind: .fixed(try name("a feature's value"))))
      } else {
        let variable = take(":") ? feature + ":" + (try name("an agreement")) : feature
        found.append(FeatureDemand(feature: feature, kind: .agree(variable: variable)))
      }
      skipSpaces()
    } while take(",")
    return found
  }

  /// `$name`, `$name.attribute` or `$function(…)`.
  mutating func variable() throws(DioramaError) -> Phrase {
    let start = here
    position += 1
    let name = plainName()
    guard !name.isEmpty else {
      throw start.error("expected a name behind $", remedy: "write \\$ for the sign")
    }
    guard take("(") else { return .read(try read(name, start)) }
    var arguments: [FunctionCall.Argument] = []
    repeat {
      skipSpaces()
      arguments.append(try argument())
      skipSpaces()
    } while take(",")
    try expect(")", of: "these arguments (", from: start)
    return .call(FunctionCall(function: name, arguments: arguments, origin: start))
  }

  private mutating func read(_ name: String, _ start: Origin) throws(DioramaError) -> VariableRead {
    var attribute: String?
    // A full stop at the end of a sentence is no attribute.
    if next == ".", let first = peek(1), first.isASCII, first.properties.isAlphabetic {
      position += 1
      attribute = plainName()
    }
    return VariableRead(variable: name, attribute: attribute, origin: start)
  }

  private mutating func argument() throws(DioramaError) -> FunctionCall.Argument {
    let start = here
    if take("'") {
      let from = position
      while let scalar = next, scalar != "'" { position += 1 }
      let text = String(String.UnicodeScalarView(scalars[from..<position]))
      try expect("'", of: "this text '", from: start)
      return .constant(text)
    }
    let from = position
    while let scalar = next, ("0"..."9").contains(scalar) || scalar == "." || scalar == "-" { position += 1 }
    if position > from { return .constant(String(String.UnicodeScalarView(scalars[from..<position]))) }
    let name = plainName()
    guard !name.isEmpty else {
      throw start.error("expected a variable, a number or a 'text' as argument")
    }
    return .variable(try read(name, start))
  }

  /// `;*3, num=sg, #variation, @meaning, 30%, ?group`, behind an alternative.
  mutating func marks(
    of alternative: inout Alternative, _ terms: inout OptionalTerms?
  ) throws(DioramaError) {
    position += 1
    repeat {
      skipSpaces()
      let start = here
      if take("*") {
        alternative.weight = try number("a weight", in: 0...1_000_000, start)
      } else if take("#") {
        alternative.variations.append(try name("a variation"))
      } else if take("@") {
        alternative.meaning = try name("a meaning")
      } else if take("?") {
        let group = try name("a group")
        var known = terms ?? OptionalTerms(group: nil, probability: nil, origin: start)
        known.group = group
        terms = known
      } else if let digit = next, ("0"..."9").contains(digit) {
        let percent = try number("a share", in: 0...100, start)
        guard take("%") else { throw start.error("expected %", remedy: "a weight begins with *") }
        var known = terms ?? OptionalTerms(group: nil, probability: nil, origin: start)
        known.probability = percent / 100
        terms = known
      } else {
        let feature = try name("a feature, a *weight, a share % or a ?group")
        guard take("=") else {
          throw start.error("\(feature): expected = and the feature's value, as in num=pl")
        }
        alternative.features.append(FeatureValue(feature: feature, value: try name("a feature's value")))
      }
      skipSpaces()
    } while take(",")
  }

  private mutating func number(
    _ what: String, in range: ClosedRange<Double>, _ start: Origin
  ) throws(DioramaError) -> Double {
    let from = position
    while let scalar = next, ("0"..."9").contains(scalar) || scalar == "." { position += 1 }
    let text = String(String.UnicodeScalarView(scalars[from..<position]))
    guard let value = Double(text), range.contains(value) else {
      throw start.error(
        "\(what) is a number from \(Int(range.lowerBound)) to \(Int(range.upperBound)), found \(text)")
    }
    return value
  }
}
