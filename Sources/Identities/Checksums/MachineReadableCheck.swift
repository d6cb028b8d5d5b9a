/// The check digit of machine readable travel documents (ICAO Doc 9303-3, 4.9): weights 7, 3, 1.
package enum MachineReadableCheck {
  /// - Parameter text: digits, capital letters (A = 10 … Z = 35) and `<` (0).
  package static func digit(of text: String) -> Int {
    var sum = 0
    for (position, byte) in text.utf8.enumerated() {
      let value =
        switch byte {
        case 48...57: Int(byte) - 48
        case 65...90: Int(byte) - 55
        default: 0
        }
      sum += value * [7, 3, 1][position % 3]
    }
    return sum % 10
  }
}
