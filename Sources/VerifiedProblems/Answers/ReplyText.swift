/// Reading what a person or program replied.
enum ReplyText {
  private static let markers = ["answer:", "答案：", "答案:", "答："]

  /// What stands behind the last marker, without blanks and the final stop.
  static func final(of reply: String) -> String {
    var text = Substring(narrow(reply))
    for marker in markers {
      let found = narrow(marker)
      // Case folds letter by letter for ASCII, so positions agree.
      let lower = text.lowercased()
      guard let range = lower.ranges(of: found).last else { continue }
      text = text.dropFirst(lower.distance(from: lower.startIndex, to: range.upperBound))
    }
    var out = String(text).trimming(" \n\t\r")
    while let last = out.last, last == "。" || (last == "." && out.count > 1) { out.removeLast() }
    return out
  }

  /// Full-width digits, letters and marks as plain ones.
  static func narrow(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xFF01...0xFF5E: out.unicodeScalars.append(UnicodeScalar(scalar.value - 0xFEE0) ?? scalar)
      case 0x2212: out += "-"
      case 0x3000, 0xA0: out += " "
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// For comparing words: narrow, lower case, single blanks.
  static func folded(_ text: String) -> String {
    narrow(text).lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The parts of an enumeration, folded.
  static func items(of text: String) -> [String] {
    let bare = narrow(text).trimming("{}[]() ")
    return bare.replacing(" and ", with: ",").replacing("和", with: ",").split { ",、;\n".contains($0) }
      .map { folded(String($0)) }.filter { !$0.isEmpty }
  }

  /// The number at the beginning: `-1,234.5`, `3/4`, `1 3/4`; whether it was in lowest terms; what stands behind it.
  static func number(in text: String) -> (value: Rational, isReduced: Bool, rest: String)? {
    var rest = Substring(narrow(text).trimming(" $¥"))
    var sign = 1
    if let first = rest.first, first == "-" || first == "+" {
      sign = first == "-" ? -1 : 1
      rest = rest.dropFirst()
    }
    guard let whole = integer(&rest, grouped: true) else { return nil }
    var value = Rational(whole)
    var isReduced = true
    if rest.first == ".", let second = rest.dropFirst().first, second.isASCII, second.isNumber {
      rest = rest.dropFirst()
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      guard digits.count <= 9, let fraction = Int(digits) else { return nil }
      let scale = digits.reduce(1) { product, _ in product * 10 }
      value = value + (Rational(fraction, scale) ?? Rational(0))
      rest = rest.dropFirst(digits.count)
    } else if rest.first == "/" {
      rest = rest.dropFirst()
      guard let below = integer(&rest, grouped: false), let fraction = Rational(whole, below) else {
        return nil
      }
      isReduced = fraction.denominator == below && below > 1
      value = fraction
    } else if rest.first == " ", let slash = rest.firstIndex(of: "/") {
      var tail = rest.dropFirst()
      if let above = integer(&tail, grouped: false), tail.startIndex == slash {
        tail = tail.dropFirst()
        guard let below = integer(&tail, grouped: false), let fraction = Rational(above, below) else {
          return nil
        }
        isReduced = fraction.denominator == below && above < below
        value = value + fraction
        rest = tail
      }
    }
    return (Rational(sign) * value, isReduced, String(rest).trimming(" "))
  }

  private static func integer(_ text: inout Substring, grouped: Bool) -> Int? {
    var digits = String(text.prefix { $0.isASCII && $0.isNumber })
    guard !digits.isEmpty, digits.count <= 15 else { return nil }
    text = text.dropFirst(digits.count)
    while grouped, digits.count <= 12, text.first == "," {
      let group = text.dropFirst().prefix(3)
      guard group.count == 3, group.allSatisfy({ $0.isASCII && $0.isNumber }) else { break }
      digits += group
      text = text.dropFirst(4)
    }
    return Int(digits)
  }
}

extension String {
  /// Without the given characters at both ends.
  func trimming(_ characters: String) -> String {
    var text = Substring(self)
    while let first = text.first, characters.contains(first) { text.removeFirst() }
    while let last = text.last, characters.contains(last) { text.removeLast() }
    return String(text)
  }
}
