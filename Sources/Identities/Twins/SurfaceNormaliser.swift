/// Brings what people write back to the normal form: what an evaluation compares.
package enum SurfaceNormaliser {
  /// The normal form of a text that is known to be of a kind; `nil` when it cannot be.
  package static func value(of text: String, kind: FieldKind, locale: IdentityLocale) -> String? {
    switch kind {
    case .email:
      return text.replacing(" [at] ", with: "@").replacing(" [dot] ", with: ".")
    case .birthDate: return date(text)
    case .mac: return text.replacing("-", with: ":")
    case .mobilePhone, .landlinePhone: return phone(text, locale)
    case .paymentCard, .testCard, .iban, .residentID, .socialSecurity, .employerID, .vehicleNumber,
      .creditCode, .imei,
      .passport, .issn, .plate:
      return compact(text)
    default: return text
    }
  }

  /// Letters and digits, half width, capital; digit words as digits.
  static func compact(_ text: String) -> String {
    var out = ""
    for word in text.split(separator: " ") {
      if let digit = WrittenDigits.english.firstIndex(of: String(word)) {
        out += String(digit)
        continue
      }
      for scalar in word.unicodeScalars {
        let narrow =
          (0xFF10...0xFF3A).contains(scalar.value) ? UnicodeScalar(scalar.value - 0xFEE0) ?? scalar : scalar
        if let digit = WrittenDigits.chinese.firstIndex(of: String(narrow)) {
          out += String(digit)
        } else if narrow.properties.isAlphabetic || narrow.properties.numericType == .decimal {
          out.unicodeScalars.append(narrow)
        }
      }
    }
    return out
  }

  private static func phone(_ text: String, _ locale: IdentityLocale) -> String? {
    let digits = compact(text)
    guard text.hasPrefix("+") else { return digits }
    switch locale {
    case .american: return String(digits.dropFirst(1))
    case .chinese:
      let national = String(digits.dropFirst(2))
      // Mobile numbers have eleven digits; area codes get the trunk prefix back, also the capital's 10.
      return national.utf8.count == 11 && national.hasPrefix("1") ? national : "0" + national
    default: return "0" + String(digits.dropFirst(2))
    }
  }

  private static func date(_ text: String) -> String? {
    let words = text.split { !$0.isLetter && !$0.isNumber || "年月日년월일".contains($0) }.map(String.init)
    guard words.count == 3 else { return nil }
    let month = DateForms.months.firstIndex { $0.hasPrefix(words[0]) }
    let numbers = words.map { Int($0) }
    func iso(_ y: Int?, _ m: Int?, _ d: Int?) -> String? {
      guard let y, let m, let d else { return nil }
      return "\(y)-\(m < 10 ? "0" : "")\(m)-\(d < 10 ? "0" : "")\(d)"
    }
    if let month { return iso(numbers[2], month + 1, numbers[1]) }
    return words[0].utf8.count == 4
      ? iso(numbers[0], numbers[1], numbers[2]) : iso(numbers[2], numbers[1], numbers[0])
  }
}
