/// Check characters that some countries put inside of their domestic account numbers.
enum DomesticAccountCheck {
  /// France: the RIB key, so that bank, branch, account and key are a multiple of 97.
  static func french(bank: String, branch: String, account: String) -> String {
    func number(_ text: String) -> Int { Int(text) ?? 0 }
    let sum = 89 * (number(bank) % 97) + 15 * (number(branch) % 97) + 3 * (number(account) % 97)
    let key = 97 - sum % 97
    return bank + branch + account + (key < 10 ? "0" : "") + String(key)
  }

  /// Spain: one digit over bank and branch, one over the account (modulo 11; 10 is written 1).
  static func spanish(bank: String, branch: String, account: String) -> String {
    func digit(_ text: String) -> String {
      let weights = [1, 2, 4, 8, 5, 10, 9, 7, 3, 6]
      let sum = zip(text.utf8, weights).reduce(0) { $0 + (Int($1.0) - 48) * $1.1 }
      let check = 11 - sum % 11
      return check == 11 ? "0" : check == 10 ? "1" : String(check)
    }
    return bank + branch + digit("00" + bank + branch) + digit(account) + account
  }

  /// Italy: the CIN letter before bank (ABI), branch (CAB) and account, all digits here.
  static func italian(bank: String, branch: String, account: String) -> String {
    let odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21]
    let text = bank + branch + account
    let sum = text.utf8.enumerated().reduce(0) { total, pair in
      let value = Int(pair.element) - 48
      return total + (pair.offset % 2 == 0 ? odd[value % 10] : value)
    }
    return String(UnicodeScalar(UInt8(65 + sum % 26))) + text
  }
}
