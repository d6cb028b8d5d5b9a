/// Numbers in spoken Mandarin, as characters.
package enum ChineseNumerals {
  private static let digits = Array("零一二三四五六七八九")

  /// 0 to 9; with `dialling`, 1 is 幺 (yāo), as in telephone numbers.
  package static func digit(_ n: Int, dialling: Bool = false) -> Character {
    if dialling && n == 1 { return "幺" }
    return digits.indices.contains(n) ? digits[n] : "零"
  }

  /// 105 → 一百零五, 12 → 十二, 2000 → 两千, 20000 → 两万, 200 → 二百; 10¹⁶ and more digit by digit.
  package static func cardinal(_ n: Int) -> String {
    if n < 0 { return "负" + cardinal(n == Int.min ? Int.max : -n) }
    guard n < 10_000_000_000_000_000 else {
      return String(String(n).compactMap(\.wholeNumberValue).map { digit($0) })
    }
    if n == 0 { return "零" }
    var groups: [Int] = []
    var rest = n
    while rest > 0 {
      groups.append(rest % 10_000)
      rest /= 10_000
    }
    let units = ["", "万", "亿", "万亿"]
    var out = ""
    var owesZero = false
    for index in groups.indices.reversed() {
      let group = groups[index]
      guard group > 0 else {
        owesZero = !out.isEmpty
        continue
      }
      if !out.isEmpty, owesZero || group < 1000 { out += "零" }
      owesZero = false
      // Two of the larger units are 两.
      out +=
        (group == 2 && index > 0 ? "两" : section(group, isLeading: out.isEmpty))
        + (index < 4 ? units[index] : "")
    }
    return out
  }

  /// 1 to 9999.
  private static func section(_ n: Int, isLeading: Bool) -> String {
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
      if unit == 10, value == 1, out.isEmpty, isLeading {
        out += "十"
      } else if unit == 1000, value == 2 {
        out += "两千"
      } else {
        out.append(digits[value])
        out += name
      }
    }
    return out
  }

  /// Words for things behind which 2 is 两: 两个, 两分钟.
  package static let classifiers = Set(
    "个位辆条只盏张件本杯瓶台天年小公千次场间晚名层站种碗份分秒点块元斤米度把双对套部首棵座家口颗包盒袋箱根支枝片面扇道栋幢匹头群排圈桶壶盘勺周岁趟遍回倍顿架艘列声厘毫平立升瓦伏英克摄"
      .unicodeScalars)
}
