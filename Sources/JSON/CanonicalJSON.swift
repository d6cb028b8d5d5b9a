package import Diagnostics

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// JSON whose bytes are a function of the value alone: keys in the order of their UTF-8 bytes, numbers as the
/// shortest decimal that reads back exactly, one fixed layout, a newline at the end.
///
/// Numbers that JSON lacks are the strings "Infinity", "-Infinity" and "NaN".
package enum CanonicalJSON {
  /// The document of a value.
  /// - Throws: `.internalError` when the type's own encoding fails.
  package static func encode(_ value: some Encodable) throws(DioramaError) -> [UInt8] {
    let node = JSONDraft()
    do {
      try DraftEncoder.write(value, into: node)
    } catch {
      throw DioramaError(.internalError, "a \(type(of: value)) has no JSON form: \(error)")
    }
    var out: [UInt8] = []
    node.write(to: &out, indentation: 0)
    out.append(0x0a)
    return out
  }

  /// The value of a document, which need not be in canonical form.
  /// - Parameter name: how error messages call the document.
  /// - Throws: `.badInput` with the key path of what does not fit.
  package static func decode<T: Decodable>(_ type: T.Type, _ bytes: [UInt8], name: String)
    throws(DioramaError) -> T
  {
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "Infinity", negativeInfinity: "-Infinity", nan: "NaN")
    do {
      return try decoder.decode(type, from: Data(bytes))
    } catch let error as DecodingError {
      throw DioramaError(.badInput, "\(name): \(explain(error))")
    } catch {
      throw DioramaError(.badInput, "\(name): not valid JSON")
    }
  }

  private static func explain(_ error: DecodingError) -> String {
    func place(_ path: [any CodingKey]) -> String {
      path.isEmpty
        ? "" : " at " + path.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }.joined(separator: ".")
    }
    switch error {
    case .keyNotFound(let key, let c):
      return "the key \"\(key.stringValue)\" is missing\(place(c.codingPath))"
    case .typeMismatch(let type, let c): return "expected \(type)\(place(c.codingPath))"
    case .valueNotFound(let type, let c): return "expected \(type), found null\(place(c.codingPath))"
    case .dataCorrupted(let c): return "\(c.debugDescription)\(place(c.codingPath))"
    @unknown default: return "not the expected JSON"
    }
  }
}
