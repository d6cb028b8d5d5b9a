import Foundation
import JSON
import LocatedYAML

/// The part of JSON Schema draft-07 that our schemas use, written from the specification alone; an unknown keyword
/// stops the test.
struct SchemaValidator {
  let root: JSONValue

  func accepts(_ json: JSONValue) -> Bool { accepts(json, root) }

  private func accepts(_ json: JSONValue, _ schema: JSONValue) -> Bool {
    if case .boolean(let verdict) = schema { return verdict }
    guard case .object(let keywords) = schema else { preconditionFailure("a schema is an object or boolean") }
    // Draft 7: what stands beside a $ref is ignored.
    if case .string(let reference)? = schema["$ref"] {
      guard let target = root["definitions"]?[String(reference.dropFirst("#/definitions/".count))] else {
        preconditionFailure("dangling \(reference)")
      }
      return accepts(json, target)
    }
    return keywords.allSatisfy { check(json, $0.key, $0.value, schema) }
  }

  private func check(_ json: JSONValue, _ keyword: String, _ value: JSONValue, _ schema: JSONValue) -> Bool {
    switch keyword {
    case "$schema", "$id", "title", "description", "default", "definitions": return true
    case "type": return hasType(json, value)
    case "enum": return items(value).contains(json)
    case "minimum": return number(json).map { $0 >= number(value) ?? 0 } ?? true
    case "maximum": return number(json).map { $0 <= number(value) ?? 0 } ?? true
    case "minLength":
      guard case .string(let text) = json else { return true }
      return Double(text.unicodeScalars.count) >= number(value) ?? 0
    case "pattern":
      guard case .string(let text) = json, case .string(let pattern) = value else { return true }
      return text.range(of: pattern, options: .regularExpression) != nil
    case "minItems":
      guard case .array(let list) = json else { return true }
      return Double(list.count) >= number(value) ?? 0
    case "maxItems":
      guard case .array(let list) = json else { return true }
      return Double(list.count) <= number(value) ?? 0
    case "items":
      guard case .array(let list) = json else { return true }
      return list.allSatisfy { accepts($0, value) }
    case "minProperties":
      guard case .object(let members) = json else { return true }
      return Double(members.count) >= number(value) ?? 0
    case "required":
      guard case .object = json else { return true }
      return items(value).allSatisfy { key in
        if case .string(let key) = key { json[key] != nil } else { false }
      }
    case "properties":
      guard case .object(let members) = json else { return true }
      return members.allSatisfy { member in value[member.key].map { accepts(member.value, $0) } ?? true }
    case "additionalProperties":
      guard case .object(let members) = json else { return true }
      return members.allSatisfy { schema["properties"]?[$0.key] != nil || accepts($0.value, value) }
    case "anyOf": return items(value).contains { accepts(json, $0) }
    case "allOf": return items(value).allSatisfy { accepts(json, $0) }
    default: preconditionFailure("keyword \(keyword)")
    }
  }

  private func items(_ value: JSONValue) -> [JSONValue] {
    if case .array(let list) = value { return list }
    return []
  }

  private func number(_ json: JSONValue) -> Double? {
    switch json {
    case .integer(let i): Double(i)
    case .number(let d): d
    default: nil
    }
  }

  private func hasType(_ json: JSONValue, _ type: JSONValue) -> Bool {
    switch (json, type) {
    case (.object, "object"), (.array, "array"), (.string, "string"), (.boolean, "boolean"), (.null, "null"):
      true
    case (.integer, "number"), (.number, "number"), (.integer, "integer"): true
    case (.number(let d), "integer"): d == d.rounded()
    default: false
    }
  }
}
