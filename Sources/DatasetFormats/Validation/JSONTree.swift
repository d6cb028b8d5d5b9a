import Diagnostics
import Foundation

/// A parsed JSON document of unknown making: every question has an answer, `nil` where the value is of another kind.
struct JSONTree {
  private let value: Any

  /// - Throws: `.badInput` when the bytes are no JSON (RFC 8259: also `NaN`, or an end too early).
  init(_ bytes: [UInt8], name: String) throws(DioramaError) {
    do {
      value = try JSONSerialization.jsonObject(with: Data(bytes), options: [.fragmentsAllowed])
    } catch {
      throw DioramaError(
        .badInput, "\(name): not valid JSON (\(bytes.count) bytes)",
        remedy: "The file is damaged, cut short, or holds NaN, which JSON does not have.")
    }
  }

  private init(_ value: Any) { self.value = value }

  subscript(key: String) -> JSONTree? { (value as? [String: Any])?[key].map { JSONTree($0) } }
  var isObject: Bool { value is [String: Any] }
  var items: [JSONTree]? { (value as? [Any])?.map { JSONTree($0) } }
  var text: String? { value as? String }
  /// A finite number; truth values are none.
  var number: Double? {
    guard let n = value as? NSNumber, !(value is Bool) || n.doubleValue > 1 else { return plainNumber }
    return n.doubleValue.isFinite ? n.doubleValue : nil
  }
  private var plainNumber: Double? {
    if let i = value as? Int { return Double(i) }
    if let d = value as? Double, d.isFinite { return d }
    return nil
  }
  var whole: Int? { FieldNumber.whole(number) }
  /// All items as finite numbers; `nil` when one is none.
  var numbers: [Double]? {
    guard let items else { return nil }
    let out = items.compactMap(\.number)
    return out.count == items.count ? out : nil
  }
}
