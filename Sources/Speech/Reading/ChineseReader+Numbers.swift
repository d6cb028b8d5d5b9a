/// Numbers, by what stands around them.
extension ChineseReader {
  /// Reads the number, date, time or amount that begins at `i`; `nil` where none does.
  mutating func number(at i: Int) -> Int? {
    if let currency = ChineseUnits.currency(text[i]),
      let quantity = text.quantity(at: text.isSpace(i + 1) ? i + 2 : i + 1)
    {
      amount(quantity)
      let end = power(after: quantity.range.upperBound)
      say(currency, i..<(i + 1))
      return end
    }
    let isBehindDigit = text.isDigit(i - 1)
    if text[i] == "+", !isBehindDigit, let groups = text.telephone(at: i) { return dial(groups) }
    if text[i] == "-", text.isDigit(i + 1), !isBehindDigit, !text.isLatin(i - 1) {
      guard let quantity = text.quantity(at: i + 1) else { return nil }
      let isTemperature =
        ChineseUnits.unit(text, at: quantity.range.upperBound)?.spoken.hasSuffix("氏度") ?? false
      say(isTemperature || text[quantity.range.upperBound] == "度" ? "零下" : "负", i..<(i + 1))
      return measured(quantity)
    }
    guard text.isDigit(i), !text.isLatin(i - 1) else { return nil }
    if let date = text.numericDate(at: i) { return say(date) }
    if let time = text.clockTime(at: i) { return say(time) }
    if let next = spelledOut(at: i) { return next }
    guard let quantity = text.quantity(at: i) else { return nil }
    let end = quantity.range.upperBound
    if text[end] == "/", quantity.fraction == nil {
      let under = (end + 1)..<text.digits(from: end + 1)
      if let a = text.number(quantity.whole), let b = text.number(under), text[under.upperBound] != "/" {
        sayCardinal(b, under)
        say("分之", end..<(end + 1))
        sayCardinal(a, quantity.whole)
        return under.upperBound
      }
    }
    if text[end] == "-" || text[end] == "~" || text[end] == "–" || text[end] == "—", text.isDigit(end + 1) {
      amount(quantity)
      say("到", end..<(end + 1))
      return number(at: end + 1)
    }
    if text[end] == ":", text.isDigit(end + 1) {
      amount(quantity)
      say("比", end..<(end + 1))
      return number(at: end + 1)
    }
    return measured(quantity)
  }

  private mutating func say(_ date: TextScanner.NumericDate) -> Int {
    guard let month = text.number(date.month), let day = text.number(date.day) else {
      return date.range.upperBound
    }
    sayDigits(date.year, dialling: false)
    say("年", date.year.upperBound..<(date.year.upperBound + 1))
    sayCardinal(month, date.month)
    fixLast()
    say("月", date.month.upperBound..<(date.month.upperBound + 1))
    sayCardinal(day, date.day)
    fixLast()
    // Nothing is written for it but the day.
    say("日", date.day)
    return date.range.upperBound
  }

  private mutating func say(_ time: TextScanner.ClockTime) -> Int {
    if time.hour == 2 { say("两", time.hourRange) } else { sayCardinal(time.hour, time.hourRange) }
    say("点", time.hourRange.upperBound..<(time.hourRange.upperBound + 1))
    if time.minute > 0 || time.second != nil {
      if time.minute < 10, time.minute > 0 {
        say("零" + ChineseNumerals.cardinal(time.minute), time.minuteRange, isFixed: true)
      } else {
        sayCardinal(time.minute, time.minuteRange)
        fixLast()
      }
      say("分", time.minuteRange)
    }
    if let second = time.second, let range = time.secondRange {
      sayCardinal(second, range)
      fixLast()
      say("秒", range)
    }
    return time.range.upperBound
  }

  private mutating func dial(_ groups: [Range<Int>]) -> Int {
    for group in groups {
      sayDigits(group, dialling: true)
      pause(.short)
    }
    if let last = words.indices.last { words[last].pauseAfter = .none }
    return groups.last?.upperBound ?? text.end
  }

  /// Numbers that are names: telephones, years, rooms, bus lines, codes.
  private mutating func spelledOut(at i: Int) -> Int? {
    let end = text.digits(from: i)
    let count = end - i
    // A year: 2024年, but 2000年前 is a span of time.
    if text[end] == "年", count == 4, let n = text.number(i..<end), (1000...2999).contains(n),
      text[end + 1] != "前"
    {
      sayDigits(i..<end, dialling: false)
      return end
    }
    let isCounted =
      ChineseNumerals.classifiers.contains(text[end]) || "万亿千多余几".unicodeScalars.contains(text[end])
      || ChineseUnits.unit(text, at: end) != nil || text[end] == "%"
    if !isCounted, let groups = text.telephone(at: i), text[i - 1] != "第" { return dial(groups) }
    if text.isLatin(end), !isCounted {
      // `5G`, `3D打印`, `4S店`.
      var j = end
      while text.isLatin(j) || text.isDigit(j) { j += 1 }
      code(i..<j)
      return j
    }
    guard text[end] != ".", text[end] != "," || !text.isDigit(end + 1) else { return nil }
    if count >= 2, text[i] == "0" {
      sayDigits(i..<end, dialling: true)
      return end
    }
    let isNamed = ["路", "室", "房", "号房", "国道", "省道", "县道", "号高速", "次列车", "航班"].contains {
      text.matches($0, at: end)
    }
    if count >= 3, isNamed, text[i - 1] != "第" {
      sayDigits(i..<end, dialling: true)
      return end
    }
    let isCalled = ["拨打", "拨", "打", "报", "热线", "电话", "电话是", "号码是", "密码是", "密码", "验证码", "验证码是", "尾号"].contains
    {
      text.matches($0, at: i - $0.unicodeScalars.count)
    }
    // Numbers that everybody dials, in a text about calling.
    let service = ["110", "112", "114", "119", "120", "122", "12306", "12345", "10000", "10010", "10086"]
    let isService =
      service.contains(text.string(i..<end)) && ["拨", "打", "电话", "热线", "报警", "呼叫"].contains(where: isIn)
    if count >= 3, isCalled || isService, !isCounted {
      sayDigits(i..<end, dialling: true)
      return end
    }
    return nil
  }

  private func isIn(_ part: String) -> Bool { text.scalars.indices.contains { text.matches(part, at: $0) } }

  /// The number alone, in words.
  private mutating func amount(_ quantity: TextScanner.Quantity) {
    if let n = text.number(quantity.whole) {
      sayCardinal(n, quantity.whole)
    } else {
      sayDigits(quantity.whole, dialling: false)
    }
    if let fraction = quantity.fraction {
      say("点", (fraction.lowerBound - 1)..<fraction.lowerBound)
      sayDigits(fraction, dialling: false)
    }
  }

  /// 万 and 亿 behind digits, before a currency that is written in front.
  private mutating func power(after end: Int) -> Int {
    var j = end
    while text[j] == "万" || text[j] == "亿" { j += 1 }
    if j > end { say(text.string(end..<j), end..<j) }
    return j
  }

  /// A quantity with what it measures or counts.
  private mutating func measured(_ quantity: TextScanner.Quantity) -> Int {
    let end = quantity.range.upperBound
    if text[end] == "%" || text[end] == "‰" {
      say(text[end] == "%" ? "百分之" : "千分之", end..<(end + 1))
      amount(quantity)
      return end + 1
    }
    let start = text.isSpace(end) ? end + 1 : end
    if let (spoken, range) = ChineseUnits.unit(text, at: start) {
      sayTwoOrAmount(quantity, before: spoken.unicodeScalars.first ?? "\0")
      say(spoken, range)
      return range.upperBound
    }
    let isOrdinal = text[quantity.range.lowerBound - 1] == "第"
    if isOrdinal {
      amount(quantity)
      fixLast()
      return end
    }
    // 1号, 1月, 1楼 are names: 一 keeps its tone.
    let next = text[start]
    sayTwoOrAmount(quantity, before: next)
    if "号月楼日路线班年级组栋单".unicodeScalars.contains(next), !(next == "年" && text[start + 1] != "级") { fixLast() }
    return end
  }

  private mutating func sayTwoOrAmount(_ quantity: TextScanner.Quantity, before next: Unicode.Scalar) {
    let isTwo = quantity.fraction == nil && quantity.whole.count == 1 && text.number(quantity.whole) == 2
    if isTwo, ChineseNumerals.classifiers.contains(next) || next == "万" || next == "亿" || next == "千" {
      say("两", quantity.whole)
    } else {
      amount(quantity)
    }
  }
}
