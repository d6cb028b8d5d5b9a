/// The check digits of international bank account numbers (ISO 7064 MOD 97-10, as ISO 13616 uses it).
package enum Mod97 {
  /// The remainder modulo 97 of a text whose letters stand for 10 … 35.
  static func remainder(of text: String) -> Int {
    text.utf8.reduce(0) { rest, byte in
      switch byte {
      case 48...57: (rest * 10 + Int(byte) - 48) % 97
      case 65...90: (rest * 100 + Int(byte) - 55) % 97
      default: rest
      }
    }
  }

  /// The international number of a domestic one: country, two check digits, domestic number.
  /// - Parameter country: two capital letters.
  package static func iban(country: String, domestic: String) -> String {
    let check = 98 - remainder(of: domestic + country + "00")
    return country + (check < 10 ? "0" : "") + String(check) + domestic
  }
}
