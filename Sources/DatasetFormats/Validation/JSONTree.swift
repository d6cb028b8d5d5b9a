import Diagnostics
import Encodings
import JSON

/// A parsed JSON document of unknown making: every question has an answer, `nil` where the value is of another kind.
struct JSONTree {
  let value: JSONValue

  /// - Throws: `.badInput` with line and column when the bytes are no JSON (also `NaN`, or an end too early).
  init(_ bytes: [UInt8], name: String) throws(DioramaError) {
    do {
      value = try JSONValue.parse(bytes[...], file: name)
    } catch let error as DioramaError {
      throw error
    } catch {
      throw DioramaError(.badInput, "\(name): not valid JSON")
    }
  }

  init(_ value: JSONValue) { self.value = value }

  subscript(key: String) -> JSONTree? { value[key].map { JSONTree($0) } }
  /// Names of an object's members, in their order; none for anything else.
  var keys: [String] { if case .object(let members) = value { members.map(\.key) } else { [] } }
  /// An object's members, in their order; none for anything else.
  var members: [(key: String, value: JSONTree)] {
    if case .object(let members) = value { members.map { ($0.key, JSONTree($0.value)) } } else { [] }
  }
  var isObject: Bool { if case .object = value { true } else { false } }
  var items: [JSONTree]? { if case .array(let items) = value { items.map { JSONTree($0) } } else { nil } }
  var text: String? { if case .string(let text) = value { text } else { nil } }
  /// A number, which is finite.
  var number: Double? {
    switch value {
    case .integer(let i): Double(i)
    case .number(let d): d
    default: nil
    }
  }
  var whole: Int? { FieldNumber.whole(number) }
  /// All items as finite numbers; `nil` when one is none.
  var numbers: [Double]? {
    guard case .array(let items) = value else { return nil }
    var out: [Double] = []
    out.reserveCapacity(items.count)
    for item in items {
      guard let number = JSONTree(item).number else { return nil }
      out.append(number)
    }
    return out
  }
}
