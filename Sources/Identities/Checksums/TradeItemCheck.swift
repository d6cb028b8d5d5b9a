/// Check digits of books, periodicals and goods: GTIN and ISBN-13 (weights 1, 3), ISBN-10 and ISSN (modulo 11).
package enum TradeItemCheck {
  /// GS1: from the right, digits weigh 3 and 1 in turn; any length.
  package static func completedGTIN(_ digits: String) -> String {
    let sum = digits.utf8.reversed().enumerated().reduce(0) {
      $0 + (Int($1.element) - 48) * ($1.offset % 2 == 0 ? 3 : 1)
    }
    return digits + String((10 - sum % 10) % 10)
  }

  /// ISBN-10 from nine digits, ISSN from seven (ISO 2108, ISO 3297): digits weigh down to 2.
  package static func completedModulo11(_ digits: String) -> String {
    let count = digits.utf8.count
    let sum = digits.utf8.enumerated().reduce(0) {
      $0 + (Int($1.element) - 48) * (count + 1 - $1.offset)
    }
    let check = (11 - sum % 11) % 11
    return digits + (check == 10 ? "X" : String(check))
  }
}
