/// Units and signs behind numbers, as Mandarin says them.
enum ChineseUnits {
  /// The longest first where one begins another.
  static let all: [(sign: String, spoken: String)] = {
    let table = """
      km/h 公里每小时
      m/s² 米每二次方秒
      m/s 米每秒
      mph 英里每小时
      kW·h 千瓦时
      kWh 千瓦时
      km² 平方公里
      m² 平方米
      ㎡ 平方米
      m³ 立方米
      km 公里
      cm 厘米
      mm 毫米
      kg 公斤
      mg 毫克
      kW 千瓦
      kHz 千赫兹
      MHz 兆赫兹
      Hz 赫兹
      dB 分贝
      kPa 千帕
      rpm 转每分钟
      min 分钟
      ms 毫秒
      ml 毫升
      mL 毫升
      °C 摄氏度
      ℃ 摄氏度
      °F 华氏度
      ℉ 华氏度
      ° 度
      m 米
      g 克
      h 小时
      s 秒
      L 升
      l 升
      W 瓦
      V 伏
      """
    return table.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: " ")
      return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
    }
  }()

  static func unit(_ text: TextScanner, at i: Int) -> (spoken: String, range: Range<Int>)? {
    for (sign, spoken) in all where text.matches(sign, at: i) {
      let end = i + sign.unicodeScalars.count
      if TextScanner.isLatin(text[end - 1]), text.isLatin(end) || text.isDigit(end) { continue }
      return (spoken, i..<end)
    }
    return nil
  }

  static func currency(_ sign: Unicode.Scalar) -> String? {
    switch sign {
    case "¥", "￥": "元"
    case "$": "美元"
    case "€": "欧元"
    case "£": "英镑"
    default: nil
    }
  }
}
