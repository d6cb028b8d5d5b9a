package import JSON

/// Validates values against JSON Schema: the keywords of draft 2020-12 that descriptions of tools and structured replies
/// use. Numbers compare by value (1 and 1.0 are equal), as the specification asks.
///
/// Known: `type` (one or several), `enum`, `const`, `properties`, `required`, `additionalProperties` (a boolean or a
/// schema), `items`, `minItems`, `maxItems`, `uniqueItems`, `minimum`, `maximum`, `exclusiveMinimum`, `exclusiveMaximum`,
/// `minLength`, `maxLength` (in Unicode scalars), `format: date`. `title` and `description` say nothing. Anything else is a
/// fault of the schema: what is not understood must not count as valid.
package enum SchemaValidator {
  /// What is wrong, each with a JSON Pointer; empty for a valid value.
  package static func faults(of value: JSONValue, _ schema: JSONValue) -> [String] {
    var found: [String] = []
    validate(value, schema, "", &found)
    return found
  }

  private static let silent: Set<String> = ["title", "description", "$schema"]

  private static func validate(
    _ value: JSONValue, _ schema: JSONValue, _ place: String, _ found: inout [String]
  ) {
    switch schema {
    case .boolean(true): return
    case .boolean(false): return found.append("\(at(place)): nothing is allowed")
    case .object(let members):
      for member in members where !silent.contains(member.key) {
        judge(value, member.key, member.value, schema, place, &found)
      }
    default: found.append("\(at(place)): the schema is \(schema.kind)")
    }
  }

  private static func at(_ place: String) -> String { place.isEmpty ? "/" : place }

  private static func judge(
    _ value: JSONValue, _ key: String, _ rule: JSONValue, _ schema: JSONValue, _ place: String,
    _ found: inout [String]
  ) {
    func expect(_ holds: Bool, _ what: String) { if !holds { found.append("\(at(place)): \(what)") } }
    switch key {
    case "type":
      var names = [rule]
      if case .array(let several) = rule { names = several }
      expect(names.contains { isOf(value, $0) }, "\(value.kind) is not \(rule.canonicalText)")
    case "enum":
      if case .array(let options) = rule {
        expect(
          options.contains { equal($0, value) }, "\(value.canonicalText) is not among \(rule.canonicalText)")
      }
    case "const": expect(equal(rule, value), "\(value.canonicalText) is not \(rule.canonicalText)")
    case "required":
      guard case .object = value, case .array(let names) = rule else { return }
      for case .string(let name) in names { expect(value[name] != nil, "\(name) is missing") }
    case "properties":
      guard case .object(let members) = value else { return }
      for member in members {
        if let own = rule[member.key] { validate(member.value, own, place + "/" + member.key, &found) }
      }
    case "additionalProperties":
      guard case .object(let members) = value else { return }
      for member in members where schema["properties"]?[member.key] == nil {
        if rule == .boolean(false) { expect(false, "\(member.key) is not known") }
        if case .object = rule { validate(member.value, rule, place + "/" + member.key, &found) }
      }
    case "items":
      guard case .array(let items) = value else { return }
      for (i, item) in items.enumerated() { validate(item, rule, place + "/\(i)", &found) }
    case "minItems", "maxItems", "uniqueItems": count(value, key, rule, expect)
    case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum":
      guard let number = Self.number(value), let bound = Self.number(rule) else { return }
      let holds =
        switch key {
        case "minimum": number >= bound
        case "maximum": number <= bound
        case "exclusiveMinimum": number > bound
        default: number < bound
        }
      expect(holds, "\(value.canonicalText) breaks \(key) \(rule.canonicalText)")
    case "minLength", "maxLength":
      guard case .string(let text) = value, let bound = Self.number(rule) else { return }
      let length = Double(text.unicodeScalars.count)
      expect(key == "minLength" ? length >= bound : length <= bound, "a text of \(Int(length)) breaks \(key)")
    case "format":
      guard case .string(let text) = value else { return }
      if rule == .string("date") {
        expect(isDate(text), "“\(text)” is no date")
      } else {
        expect(false, "the format \(rule.canonicalText) is not known")
      }
    default: expect(false, "the keyword \(key) is not known")
    }
  }

  private static func count(
    _ value: JSONValue, _ key: String, _ rule: JSONValue, _ expect: (Bool, String) -> Void
  ) {
    guard case .array(let items) = value else { return }
    if key == "uniqueItems" {
      guard rule == .boolean(true) else { return }
      for (i, item) in items.enumerated() where items[..<i].contains(where: { equal($0, item) }) {
        expect(false, "\(item.canonicalText) stands twice")
      }
    } else if let bound = Self.number(rule) {
      let holds = key == "minItems" ? Double(items.count) >= bound : Double(items.count) <= bound
      expect(holds, "\(items.count) items break \(key) \(rule.canonicalText)")
    }
  }

  private static func number(_ value: JSONValue) -> Double? {
    switch value {
    case .integer(let number): Double(number)
    case .number(let number): number
    default: nil
    }
  }

  private static func isOf(_ value: JSONValue, _ type: JSONValue) -> Bool {
    switch (type, value) {
    case ("null", .null), ("boolean", .boolean), ("string", .string), ("array", .array), ("object", .object),
      ("number", .integer), ("number", .number), ("integer", .integer):
      true
    case ("integer", .number(let number)): number == number.rounded()
    default: false
    }
  }

  /// Equal as JSON values: members in any order, numbers by value.
  package static func equal(_ a: JSONValue, _ b: JSONValue) -> Bool { a.canonical == b.canonical }

  /// A day of the calendar, `YYYY-MM-DD`.
  private static func isDate(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }), let year = Int(parts[0]),
      let month = Int(parts[1]), let day = Int(parts[2]), (1...12).contains(month), day >= 1
    else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return day <= days[month - 1]
  }
}
