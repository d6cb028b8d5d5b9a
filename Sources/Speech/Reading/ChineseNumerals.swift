import NumberSpelling

/// Numbers in spoken Mandarin, as characters.
package enum ChineseNumerals {
  /// 0 to 9; with `dialling`, 1 is 幺 (yāo), as in telephone numbers.
  package static func digit(_ n: Int, dialling: Bool = false) -> Character {
    if dialling && n == 1 { return "幺" }
    return ChineseNumber.digits.indices.contains(n) ? ChineseNumber.digits[n] : "零"
  }

  /// 105 → 一百零五, 12 → 十二, 2000 → 两千, 20000 → 两万, 200 → 二百; 10¹⁶ and more digit by digit.
  package static func cardinal(_ n: Int) -> String {
    if n < 0 { return "负" + cardinal(n == Int.min ? Int.max : -n) }
    guard n < 10_000_000_000_000_000 else {
      return String(String(n).compactMap(\.wholeNumberValue).map { digit($0) })
    }
    return ChineseNumber.cardinal(n, isSpoken: true)
  }

  /// Words for things behind which 2 is 两: 两个, 两分钟.
  package static let classifiers = Set(
    "个位辆条只盏张件本杯瓶台天年小公千次场间晚名层站种碗份分秒点块元斤米度把双对套部首棵座家口颗包盒袋箱根支枝片面扇道栋幢匹头群排圈桶壶盘勺周岁趟遍回倍顿架艘列声厘毫平立升瓦伏英克摄"
      .unicodeScalars)
}
