/// The check character of vehicle identification numbers (49 CFR 565.15, position 9).
package enum VehicleNumberCheck {
  static let weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]
  /// Values of A … Z; I, O and Q do not occur.
  static let letters = [1, 2, 3, 4, 5, 6, 7, 8, 0, 1, 2, 3, 4, 5, 0, 7, 0, 9, 2, 3, 4, 5, 6, 7, 8, 9]

  static func value(_ byte: UInt8) -> Int {
    switch byte {
    case 48...57: Int(byte) - 48
    case 65...90: letters[Int(byte) - 65]
    default: 0
    }
  }

  /// Seventeen characters with position 9 set to what the others demand.
  package static func completed(_ text: String) -> String {
    var bytes = Array(text.utf8)
    guard bytes.count == 17 else { return text }
    let sum = zip(bytes, weights).reduce(0) { $0 + value($1.0) * $1.1 }
    bytes[8] = sum % 11 == 10 ? UInt8(ascii: "X") : UInt8(sum % 11 + 48)
    return String(decoding: bytes, as: UTF8.self)
  }
}
