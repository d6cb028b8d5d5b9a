/// The check digit of payment cards and device numbers (ISO/IEC 7812-1 annex B).
package enum Luhn {
  /// The digit that completes `digits`, each 0 … 9.
  static func checkDigit(of digits: some BidirectionalCollection<UInt8>) -> UInt8 {
    var sum = 0
    var doubles = true
    for digit in digits.reversed() {
      let value = Int(digit) * (doubles ? 2 : 1)
      sum += value > 9 ? value - 9 : value
      doubles.toggle()
    }
    return UInt8((10 - sum % 10) % 10)
  }

  /// A text of digits with its check digit behind it.
  package static func completed(_ digits: String) -> String {
    digits + String(checkDigit(of: digits.utf8.map { $0 &- 48 }))
  }
}
