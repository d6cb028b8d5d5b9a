import Foundation

/// JSON whose bytes depend on the value alone: sorted keys, UTF-8, slashes as they are.
enum CanonicalJSON {
  static func text(_ value: any Encodable) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return try encoder.encode(value)
  }
}
