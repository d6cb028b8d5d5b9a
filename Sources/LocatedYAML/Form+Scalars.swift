import JSON

extension Form where Value == Double {
  /// A finite number.
  ///
  /// - Parameters:
  ///   - range: what is allowed; infinite ends are open.
  ///   - unit: named in errors and in the schema: `m/s`.
  package static func number(
    in range: ClosedRange<Double> = -.infinity ... .infinity, unit: String? = nil
  ) -> Form<Double> {
    let limits = Limits(range: range, unit: unit)
    return Form(
      read: { node, log in
        guard let number = node.number else {
          log.add(
            "expected \(limits.text("a number")), found \(node.found)", at: node, remedy: quoteRemedy(node))
          return nil
        }
        guard range.contains(number) else {
          log.add("expected \(limits.text("a number")), found \(node.found)", at: node)
          return nil
        }
        return Decoded(number, node.json)
      },
      describe: { _ in limits.schema("number") },
      encode: { .number($0) },
      placeholder: {
        range.contains(0) ? 0 : (range.lowerBound.isFinite ? range.lowerBound : range.upperBound)
      },
      unit: unit)
  }
}

extension Form where Value == Int {
  /// A whole number; 3.0 counts as one.
  package static func integer(in range: ClosedRange<Int> = -(1 << 53)...(1 << 53), unit: String? = nil)
    -> Form<Int>
  {
    let limits = Limits(range: Double(range.lowerBound)...Double(range.upperBound), unit: unit)
    return Form(
      read: { node, log in
        let whole: Int? =
          switch node.content {
          case .integer(let i): i
          case .number(let d): Int(exactly: d)
          default: nil
          }
        guard let whole, range.contains(whole) else {
          log.add(
            "expected \(limits.text("a whole number")), found \(node.found)", at: node,
            remedy: quoteRemedy(node))
          return nil
        }
        return Decoded(whole, .integer(whole))
      },
      describe: { _ in limits.schema("integer") },
      encode: { .integer($0) },
      placeholder: { range.contains(0) ? 0 : range.lowerBound }, unit: unit)
  }
}

extension Form where Value == Bool {
  /// `true` or `false`; switches may be `on` or `off`.
  package static var boolean: Form<Bool> {
    Form(
      read: { node, log in
        switch node.content {
        case .boolean(let value): return Decoded(value, .boolean(value))
        default: break
        }
        switch node.text?.lowercased() {
        case "on": return Decoded(true, .boolean(true))
        case "off": return Decoded(false, .boolean(false))
        case let word:
          let remedy: String? =
            switch word {
            case "yes", "true", "y": "write true"
            case "no", "false", "n": "write false"
            default: nil
            }
          log.add("expected true or false, found \(node.found)", at: node, remedy: remedy)
          return nil
        }
      },
      describe: { _ in ["enum": [true, false, "on", "off"]] },
      encode: { .boolean($0) },
      placeholder: { false })
  }
}

extension Form where Value == String {
  /// Any text, at least one character long.
  package static var text: Form<String> { text(pattern: nil, meaning: "text") }

  /// A name that is safe as part of a path: letters, digits, `.`, `_`, `-`; at most 64, the first no dot or dash.
  package static var name: Form<String> {
    text(
      pattern: "^[A-Za-z0-9_][A-Za-z0-9._-]{0,63}$",
      meaning: "a name (letters, digits, . _ -; at most 64)",
      matches: { text in
        let bytes = text.utf8
        func isPlain(_ c: UInt8) -> Bool {
          (0x30...0x39).contains(c) || (0x41...0x5A).contains(c) || (0x61...0x7A).contains(c) || c == 0x5F
        }
        guard let first = bytes.first, isPlain(first), bytes.count <= 64 else { return false }
        return bytes.allSatisfy { isPlain($0) || $0 == 0x2E || $0 == 0x2D }
      })
  }

  /// One of `options`; another text is told the nearest.
  package static func text(among options: [String]) -> Form<String> {
    Form(
      read: { node, log in
        guard let text = node.text else {
          log.add(
            "expected one of \(options.joined(separator: ", ")), found \(node.found)", at: node,
            remedy: unquotedRemedy(node))
          return nil
        }
        guard options.contains(text) else {
          log.add(
            "expected one of \(options.joined(separator: ", ")), found \(node.found)", at: node,
            remedy: nearest(text, in: options).map { "did you mean \($0)?" })
          return nil
        }
        return Decoded(text, .string(text))
      },
      describe: { _ in ["type": "string", "enum": .array(options.map { .string($0) })] },
      encode: { .string($0) },
      placeholder: { options.first ?? "" })
  }

  private static func text(
    pattern: String?, meaning: String, matches: @escaping (String) -> Bool = { !$0.isEmpty }
  ) -> Form<String> {
    Form(
      read: { node, log in
        guard let text = node.text else {
          log.add("expected \(meaning), found \(node.found)", at: node, remedy: unquotedRemedy(node))
          return nil
        }
        guard matches(text) else {
          log.add("expected \(meaning), found \(node.found)", at: node)
          return nil
        }
        return Decoded(text, .string(text))
      },
      describe: { _ in
        guard let pattern else { return ["type": "string", "minLength": 1] }
        return ["type": "string", "pattern": .string(pattern)]
      },
      encode: { .string($0) },
      placeholder: { "placeholder" })
  }
}

extension Form where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
  /// One of the cases of an enumeration, by raw value.
  package static func choice(of type: Value.Type = Value.self) -> Form<Value> {
    Form<String>.text(among: type.allCases.map(\.rawValue)).map(
      { Value(rawValue: $0).map { .success($0) } ?? .failure(FormProblem("unknown")) }, back: \.rawValue,
      placeholder: first(of: type))
  }

  private static func first(of type: Value.Type) -> Value {
    guard let first = type.allCases.first else {
      preconditionFailure("an enumeration without cases has no form")
    }
    return first
  }
}

/// What to do about a number in quotes.
func quoteRemedy(_ node: LocatedNode) -> String? {
  guard let text = node.text else { return nil }
  switch PlainScalar.content(of: text) {
  case .integer, .number: return "remove the quotes"
  default: return nil
  }
}

/// What to do about a number or boolean where text is meant.
func unquotedRemedy(_ node: LocatedNode) -> String? {
  switch node.content {
  case .integer, .number, .boolean: "put it in quotes"
  default: nil
  }
}
