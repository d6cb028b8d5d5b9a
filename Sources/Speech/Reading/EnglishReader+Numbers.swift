/// Numbers, by what stands around them.
extension EnglishReader {
  /// Reads the number, date, time, amount or code that begins at `i`; `nil` where none does.
  mutating func number(at i: Int) -> Int? {
    if EnglishUnits.currency(text[i]) != nil { return money(at: i) }
    let before = text[i - 1]
    let isBehindWord = TextScanner.isLatin(before) || (0x30...0x39).contains(before.value)
    if (text[i] == "+" || text[i] == "(") && !isBehindWord, let groups = text.telephone(at: i) {
      return dial(groups)
    }
    if (text[i] == "-" || text[i] == "+"), text.isDigit(i + 1), !isBehindWord {
      say([text[i] == "-" ? "minus" : "plus"], i..<(i + 1))
      return number(at: i + 1)
    }
    guard text.isDigit(i) else { return nil }
    if let date = text.numericDate(at: i) { return say(date) }
    if let next = slashedDate(at: i) { return next }
    if let time = text.clockTime(at: i) { return say(time) }
    if let groups = text.telephone(at: i) { return dial(groups) }
    if let next = codeBeginningWithDigits(at: i) { return next }
    guard let quantity = text.quantity(at: i) else { return nil }
    if let next = fractionOrRange(quantity) { return next }
    return say(quantity)
  }

  private mutating func money(at i: Int) -> Int? {
    guard let currency = EnglishUnits.currency(text[i]) else { return nil }
    let start = text.isSpace(i + 1) ? i + 2 : i + 1
    guard let quantity = text.quantity(at: start), let whole = text.number(quantity.whole) else { return nil }
    // `$3 million`: the power stands before the currency when spoken.
    let after = quantity.range.upperBound
    let wordStart = text.isSpace(after) ? after + 1 : after
    let wordEnd = text.letters(from: wordStart)
    let power = text.string(wordStart..<wordEnd).lowercased()
    if ["thousand", "million", "billion", "trillion"].contains(power) {
      amount(quantity)
      say([power], wordStart..<wordEnd)
      say([currency.many], i..<(i + 1))
      return wordEnd
    }
    let letters: [Unicode.Scalar: String] = [
      "K": "thousand", "k": "thousand", "M": "million", "B": "billion",
    ]
    if let power = letters[text[after]], !text.isLatin(after + 1) {
      amount(quantity)
      say([power, currency.many], after..<(after + 1))
      return after + 1
    }
    if let fraction = quantity.fraction, fraction.count == 2, let part = currency.part,
      let cents = text.number(fraction)
    {
      if whole > 0 || cents == 0 {
        say(EnglishNumerals.cardinal(whole), quantity.whole)
        say([whole == 1 ? currency.one : currency.many], i..<(i + 1))
      }
      if cents > 0 {
        if whole > 0 { say(["and"], fraction) }
        say(EnglishNumerals.cardinal(cents) + [cents == 1 ? part.one : part.many], fraction)
      }
    } else {
      amount(quantity)
      say([whole == 1 && quantity.fraction == nil ? currency.one : currency.many], i..<(i + 1))
    }
    return after
  }

  /// The bare number.
  private mutating func amount(_ quantity: TextScanner.Quantity) {
    let digits = text.values(quantity.whole)
    if let n = text.number(quantity.whole), digits.count == 1 || digits.first != 0 {
      say(EnglishNumerals.cardinal(n), quantity.whole)
    } else {
      // Leading zeros, or too long to be a quantity.
      for i in quantity.whole where text.isDigit(i) { spell(i..<(i + 1)) }
    }
    if let fraction = quantity.fraction {
      say(["point"], (fraction.lowerBound - 1)..<fraction.lowerBound)
      spell(fraction)
    }
  }

  private mutating func say(_ date: TextScanner.NumericDate) -> Int {
    guard let year = text.number(date.year), let month = text.number(date.month),
      let day = text.number(date.day)
    else { return date.range.upperBound }
    say([EnglishUnits.months[month - 1]], date.month)
    say(EnglishNumerals.ordinal(day), date.day)
    say(EnglishNumerals.year(year), date.year)
    return date.range.upperBound
  }

  /// 5/17/2024, month first.
  private mutating func slashedDate(at i: Int) -> Int? {
    let month = i..<text.digits(from: i)
    guard month.count <= 2, text[month.upperBound] == "/" else { return nil }
    let day = (month.upperBound + 1)..<text.digits(from: month.upperBound + 1)
    guard (1...2).contains(day.count), text[day.upperBound] == "/" else { return nil }
    let year = (day.upperBound + 1)..<text.digits(from: day.upperBound + 1)
    guard year.count == 4, let m = text.number(month), let d = text.number(day), (1...12).contains(m),
      (1...31).contains(d), let y = text.number(year)
    else { return nil }
    say([EnglishUnits.months[m - 1]], month)
    say(EnglishNumerals.ordinal(d), day)
    say(EnglishNumerals.year(y), year)
    return year.upperBound
  }

  private mutating func say(_ time: TextScanner.ClockTime) -> Int {
    say(EnglishNumerals.cardinal(time.hour), time.hourRange)
    let hasHalf = half(of: time.range.upperBound) != nil
    switch time.minute {
    case 0:
      if time.second == nil, !hasHalf {
        say(time.hour > 12 || time.hour == 0 ? ["hundred"] : ["o'clock"], time.minuteRange)
      }
    case 1..<10: say(["oh", EnglishNumerals.digit(time.minute)], time.minuteRange)
    default: say(EnglishNumerals.cardinal(time.minute), time.minuteRange)
    }
    if let second = time.second, let range = time.secondRange {
      say(["and"] + EnglishNumerals.cardinal(second) + [second == 1 ? "second" : "seconds"], range)
    }
    return sayHalf(time.range.upperBound)
  }

  /// `am` or `p.m.` behind a time, with where it ends.
  private func half(of i: Int) -> (letters: [Int], end: Int)? {
    let start = text.isSpace(i) ? i + 1 : i
    guard text[start] == "a" || text[start] == "p" || text[start] == "A" || text[start] == "P" else {
      return nil
    }
    var j = start + 1
    let hasPoints = text[j] == "."
    if hasPoints { j += 1 }
    guard text[j] == "m" || text[j] == "M", !text.isLatin(j + 1), !text.isDigit(j + 1) else { return nil }
    return ([start, j], hasPoints && text[j + 1] == "." ? j + 2 : j + 1)
  }

  private mutating func sayHalf(_ i: Int) -> Int {
    guard let half = half(of: i) else { return i }
    for letter in half.letters { spell(letter..<(letter + 1)) }
    // The point of `p.m.` ends a sentence too where a capital or nothing follows.
    var next = half.end
    while text.isSpace(next) { next += 1 }
    let hasPoint = text[half.end - 1] == "."
    if hasPoint, next >= text.end || (0x41...0x5A).contains(text[next].value) { return half.end - 1 }
    return half.end
  }

  private mutating func dial(_ groups: [Range<Int>]) -> Int {
    for group in groups {
      spell(group)
      pause(.short)
    }
    if let last = words.indices.last { words[last].pauseAfter = .none }
    return groups.last?.upperBound ?? text.end
  }

  /// `4K`, `747-400` are numbers; `7XYZ123` is a plate: letters with digits on both sides, or several letters that are
  /// neither unit nor ordinal.
  private mutating func codeBeginningWithDigits(at i: Int) -> Int? {
    let digitsEnd = text.digits(from: i)
    var j = digitsEnd
    while text.isDigit(j) || (0x41...0x5A).contains(text[j].value) { j += 1 }
    guard j > digitsEnd, !text.isLatin(j), text[j] != "/" else { return nil }
    let hasDigitsAfter = (digitsEnd..<j).contains { text.isDigit($0) }
    let isUnit = EnglishUnits.unit(text, at: digitsEnd, isApart: false) != nil || half(of: digitsEnd) != nil
    guard hasDigitsAfter || !isUnit else { return nil }
    let isOrdinal = ["ST", "ND", "RD", "TH"].contains(text.string(digitsEnd..<j))
    guard !isOrdinal else { return nil }
    var k = i
    while k < j {
      let end = text.isDigit(k) ? text.digits(from: k) : k + 1
      if text.isDigit(k), end - k <= 2, text[k] != "0", let n = text.number(k..<end) {
        say(EnglishNumerals.cardinal(n), k..<end)
      } else {
        spell(k..<end)
      }
      k = end
    }
    return j
  }

  private mutating func fractionOrRange(_ quantity: TextScanner.Quantity) -> Int? {
    let end = quantity.range.upperBound
    if text[end] == "/", quantity.fraction == nil, !quantity.hasCommas {
      let under = (end + 1)..<text.digits(from: end + 1)
      if let a = text.number(quantity.whole), let b = text.number(under), text[under.upperBound] != "/",
        let words = EnglishNumerals.fraction(a, b)
      {
        say(words, quantity.range.lowerBound..<under.upperBound)
        return under.upperBound
      }
    }
    if text[end] == "-" || text[end] == "–", text.isDigit(end + 1), let to = text.quantity(at: end + 1) {
      if isYear(quantity), isYear(to) {
        sayYear(quantity.whole)
        say(["to"], end..<(end + 1))
        sayYear(to.whole)
        return to.range.upperBound
      }
      amount(quantity)
      say(["to"], end..<(end + 1))
      return say(to)
    }
    return nil
  }

  private mutating func sayYear(_ range: Range<Int>) {
    if let n = text.number(range) { say(EnglishNumerals.year(n), range) }
  }

  /// Four digits that can be a year.
  private func isYear(_ quantity: TextScanner.Quantity) -> Bool {
    guard quantity.whole.count == 4, quantity.fraction == nil, !quantity.hasCommas,
      let n = text.number(quantity.whole)
    else { return false }
    return (1100...2099).contains(n)
  }

  /// A quantity with what follows it: ordinal ending, decade, unit, or nothing.
  private mutating func say(_ quantity: TextScanner.Quantity) -> Int {
    let end = quantity.range.upperBound
    let whole = text.number(quantity.whole)
    let suffix = text.string(end..<text.letters(from: end)).lowercased()
    if quantity.fraction == nil, let n = whole {
      if ["st", "nd", "rd", "th"].contains(suffix) {
        say(EnglishNumerals.ordinal(n), quantity.range.lowerBound..<(end + 2))
        return end + 2
      }
      if suffix == "s", n % 10 == 0, n > 0 {
        say(EnglishNumerals.decade(n), quantity.range.lowerBound..<(end + 1))
        return end + 1
      }
      if half(of: end) != nil, n <= 12 {
        say(EnglishNumerals.cardinal(n), quantity.whole)
        return sayHalf(end)
      }
    }
    let isApart = text.isSpace(end) || text[end] == "-"
    if let (unit, range) = EnglishUnits.unit(text, at: isApart ? end + 1 : end, isApart: isApart) {
      amount(quantity)
      say(whole == 1 && quantity.fraction == nil ? unit.one : unit.many, range)
      return range.upperBound
    }
    if isYear(quantity), isYearByContext(after: end) {
      sayYear(quantity.whole)
    } else if quantity.fraction == nil, let n = whole, (1...31).contains(n), quantity.whole.count <= 2,
      let previous, EnglishUnits.months.contains(previous), words.last.map({ isCapital($0) }) ?? false
    {
      say(EnglishNumerals.ordinal(n), quantity.whole)
      // The year behind it.
      if text[end] == ",", text.isSpace(end + 1) || text.isDigit(end + 1) {
        let start = text.isSpace(end + 1) ? end + 2 : end + 1
        if let year = text.quantity(at: start), isYear(year) {
          sayYear(year.whole)
          return year.range.upperBound
        }
      }
    } else if quantity.fraction == nil, quantity.whole.count == 3, !quantity.hasCommas, let previous,
      ["call", "dial", "phone", "called", "dialed"].contains(previous)
    {
      spell(quantity.whole)
    } else if quantity.fraction == nil, let n = whole, n > 99, !quantity.hasCommas, quantity.whole.count == 3,
      let previous, ["room", "flight", "bus", "route", "extension", "suite", "apartment"].contains(previous)
    {
      // Room 305 is three oh five; 420 is four twenty.
      say([EnglishNumerals.digit(n / 100)], quantity.whole)
      let rest = n % 100
      say(
        rest == 0
          ? ["hundred"] : rest < 10 ? ["oh", EnglishNumerals.digit(rest)] : EnglishNumerals.cardinal(rest),
        quantity.whole)
    } else {
      amount(quantity)
    }
    return end
  }

  private func isCapital(_ word: ReadWord) -> Bool {
    let first = text[word.source.lowerBound]
    return (0x41...0x5A).contains(first.value) || word.text != "may" && word.text != "march"
  }

  private static let beforeYears: Set<String> = [
    "in", "since", "from", "until", "till", "by", "of", "year", "before", "after", "during", "spring",
    "summer",
    "autumn", "fall", "winter", "early", "late",
  ]

  private func isYearByContext(after end: Int) -> Bool {
    guard let previous else { return false }
    if Self.beforeYears.contains(previous) || EnglishUnits.months.contains(previous) {
      // `from 1500 homes`: a noun of many behind it makes it a quantity.
      let start = text.isSpace(end) ? end + 1 : end
      let next = text.string(start..<text.letters(from: start)).lowercased()
      let isPlural = next.hasSuffix("s") && next.count > 3 && !["was", "has", "this", "is"].contains(next)
      return !isPlural
    }
    // An ordinal of a day before it.
    let ordinals = (1...31).compactMap { EnglishNumerals.ordinal($0).last }
    return ordinals.contains(previous) && previous != "second"
  }

  /// `May 17`, `Jan. 5`: a short month, or any before a day. The day is read when its number is.
  mutating func month(_ spelling: String, _ range: Range<Int>) -> Int? {
    guard let index = EnglishUnits.shortMonths[spelling], text[range.lowerBound].value <= 0x5A else {
      return nil
    }
    var next = range.upperBound
    if text[next] == "." { next += 1 }
    let start = text.isSpace(next) ? next + 1 : next
    let isBehindDay = text.isDigit(range.lowerBound - 2) && text.isSpace(range.lowerBound - 1)
    guard text.isDigit(start) || isBehindDay else { return nil }
    say([EnglishUnits.months[index]], range)
    return next
  }
}
