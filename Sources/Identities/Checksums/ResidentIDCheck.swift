/// The check character of Chinese resident identity numbers (GB 11643, ISO 7064 MOD 11-2).
package enum ResidentIDCheck {
  /// 2^(17 − position) mod 11, from the left.
  static let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  /// The character for each remainder.
  static let characters = Array("10X98765432")

  /// Seventeen digits with their check character behind them.
  package static func completed(_ digits: String) -> String {
    let sum = zip(digits.utf8, weights).reduce(0) { $0 + (Int($1.0) - 48) * $1.1 }
    return digits + String(characters[sum % 11])
  }
}
