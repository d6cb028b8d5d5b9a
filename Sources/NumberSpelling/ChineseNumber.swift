/// Whole numbers in Chinese characters.
package enum ChineseNumber {
  /// 0 to 9.
  package static let digits = Array("零一二三四五六七八九")

  /// 105 → 一百零五, 12 → 十二, 112 → 一百一十二, 20000 → 二万; empty below 0 and from 10¹⁶.
  ///
  /// - Parameter isSpoken: 2000 → 两千, 20000 → 两万, as it is said; 200 → 二百 all the same.
  package static func cardinal(_ n: Int, isSpoken: Bool = false) -> String {
    guard n >= 0, n < 10_000_000_000_000_000 else { return "" }
    if n == 0 { return "零" }
    var groups: [Int] = []
    var rest = n
    while rest > 0 {
      groups.append(rest % 10_000)
      rest /= 10_000
    }
    var out = ""
    var owesZero = false
    for (index, unit) in zip(groups.indices, ["", "万", "亿", "万亿"]).reversed() {
      let group = groups[index]
      guard group > 0 else {
        owesZero = !out.isEmpty
        continue
      }
      if !out.isEmpty, owesZero || group < 1000 { out += "零" }
      owesZero = false
      let isPair = isSpoken && group == 2 && index > 0
      out += (isPair ? "两" : section(group, isLeading: out.isEmpty, isSpoken: isSpoken)) + unit
    }
    return out
  }

  /// 1 to 9999.
  private static func section(_ n: Int, isLeading: Bool, isSpoken: Bool) -> String {
    var out = ""
    var owesZero = false
    for (unit, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
      let value = n / unit % 10
      guard value > 0 else {
        owesZero = !out.isEmpty
        continue
      }
      if owesZero { out += "零" }
      owesZero = false
      // 十二, but 一百一十二.
      let isBareTen = unit == 10 && value == 1 && out.isEmpty && isLeading
      let isPair = isSpoken && unit == 1000 && value == 2
      if !isBareTen { out += isPair ? "两" : String(digits[value]) }
      out += name
    }
    return out
  }
}
