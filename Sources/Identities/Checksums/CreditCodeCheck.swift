/// The check characters of Chinese unified social credit codes (GB 32100) and of the organisation codes within
/// them (GB 11714).
package enum CreditCodeCheck {
  /// Without I, O, S, V and Z, which are read as digits; a character's place is its value.
  static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)
  /// 3^position mod 31.
  static let weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
  static let organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2]

  /// Eight characters of an organisation code with the check character behind them, a digit or X.
  package static func completedOrganisation(_ code: String) -> String {
    // Digits count as themselves, letters from 10.
    let sum = zip(code.utf8, organisationWeights).reduce(0) { total, pair in
      total + (Int(pair.0) - (pair.0 < 65 ? 48 : 55)) * pair.1
    }
    let check = 11 - sum % 11
    return code + (check == 10 ? "X" : check == 11 ? "0" : String(check))
  }

  /// Seventeen characters of a credit code with the check character behind them.
  package static func completed(_ code: String) -> String {
    let sum = zip(code.utf8, weights).reduce(0) { total, pair in
      total + (alphabet.firstIndex(of: pair.0) ?? 0) * pair.1
    }
    return code + String(UnicodeScalar(alphabet[(31 - sum % 31) % 31]))
  }
}
