/// A place in a text and what can be recognised there. Positions count Unicode scalars.
struct TextScanner: Sendable {
  let scalars: [Unicode.Scalar]

  init(_ scalars: [Unicode.Scalar]) {
    // Full-width forms read like the others, and keep their places.
    self.scalars = scalars.map { scalar in
      switch scalar.value {
      case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
      case 0x3000: " "
      case 0x2019, 0x02BC: "'"
      case 0x2010, 0x2011, 0x2212: "-"
      default: scalar
      }
    }
  }

  var end: Int { scalars.count }

  /// The scalar at a place; NUL beyond the ends, which nothing matches.
  subscript(_ i: Int) -> Unicode.Scalar { scalars.indices.contains(i) ? scalars[i] : "\0" }

  func isDigit(_ i: Int) -> Bool { (0x30...0x39).contains(self[i].value) }
  func isLatin(_ i: Int) -> Bool { Self.isLatin(self[i]) }
  func isHan(_ i: Int) -> Bool { Self.isHan(self[i]) }
  func isSpace(_ i: Int) -> Bool { self[i].properties.isWhitespace }

  /// ASCII letters.
  static func isLatin(_ s: Unicode.Scalar) -> Bool {
    (0x41...0x5A).contains(s.value) || (0x61...0x7A).contains(s.value)
  }

  static func isHan(_ s: Unicode.Scalar) -> Bool {
    (0x4E00...0x9FFF).contains(s.value) || (0x3400...0x4DBF).contains(s.value) || s == "〇"
  }

  /// The end of the run of digits from `i` on.
  func digits(from i: Int) -> Int {
    var j = i
    while isDigit(j) { j += 1 }
    return j
  }

  /// The end of the run of ASCII letters from `i` on.
  func letters(from i: Int) -> Int {
    var j = i
    while isLatin(j) { j += 1 }
    return j
  }

  /// Digits as numbers 0 to 9.
  func values(_ range: Range<Int>) -> [Int] {
    range.compactMap { isDigit($0) ? Int(self[$0].value) - 0x30 : nil }
  }

  /// The number that digits in a range make; `nil` beyond 15 digits.
  func number(_ range: Range<Int>) -> Int? {
    let values = values(range)
    guard !values.isEmpty, values.count <= 15 else { return nil }
    return values.reduce(0) { $0 * 10 + $1 }
  }

  func string(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    for i in range where scalars.indices.contains(i) { view.append(scalars[i]) }
    return String(view)
  }

  /// Whether `text` stands at `i`.
  func matches(_ text: String, at i: Int) -> Bool {
    var j = i
    for scalar in text.unicodeScalars {
      guard self[j] == scalar else { return false }
      j += 1
    }
    return true
  }

  /// A written quantity: `1,234.50`.
  struct Quantity {
    var range: Range<Int>
    var whole: Range<Int>
    /// Behind the point.
    var fraction: Range<Int>?
    var hasCommas: Bool
  }

  /// The quantity that begins with a digit at `i`.
  func quantity(at i: Int) -> Quantity? {
    guard isDigit(i) else { return nil }
    var j = digits(from: i)
    var hasCommas = false
    if j - i <= 3 {
      while self[j] == ",", isDigit(j + 1), digits(from: j + 1) == j + 4 {
        j += 4
        hasCommas = true
      }
    }
    let whole = i..<j
    var fraction: Range<Int>?
    if self[j] == ".", isDigit(j + 1) {
      let end = digits(from: j + 1)
      // `1.2.3` is a version, not a quantity.
      if self[end] != "." || !isDigit(end + 1) {
        fraction = (j + 1)..<end
        j = end
      }
    }
    return Quantity(range: i..<j, whole: whole, fraction: fraction, hasCommas: hasCommas)
  }

  /// A clock time `8:30`, `20:45:07`; hours below 25, minutes and seconds of two digits below 60.
  struct ClockTime {
    var range: Range<Int>
    var hour: Int
    var minute: Int
    var second: Int?
    var hourRange: Range<Int>
    var minuteRange: Range<Int>
    var secondRange: Range<Int>?
  }

  func clockTime(at i: Int) -> ClockTime? {
    let hourEnd = digits(from: i)
    guard (1...2).contains(hourEnd - i), self[hourEnd] == ":" || self[hourEnd] == "：" else { return nil }
    let minutes = (hourEnd + 1)..<digits(from: hourEnd + 1)
    guard minutes.count == 2, let hour = number(i..<hourEnd), let minute = number(minutes), hour <= 24,
      minute < 60
    else { return nil }
    var time = ClockTime(
      range: i..<minutes.upperBound, hour: hour, minute: minute, second: nil, hourRange: i..<hourEnd,
      minuteRange: minutes, secondRange: nil)
    let j = minutes.upperBound
    if self[j] == ":" || self[j] == "：" {
      let seconds = (j + 1)..<digits(from: j + 1)
      guard seconds.count == 2, let second = number(seconds), second < 60 else { return nil }
      time.second = second
      time.secondRange = seconds
      time.range = i..<seconds.upperBound
    }
    return time
  }

  /// A date in digits: `2024-05-17`, `2024/5/17`.
  struct NumericDate {
    var range: Range<Int>
    var year: Range<Int>
    var month: Range<Int>
    var day: Range<Int>
  }

  func numericDate(at i: Int) -> NumericDate? {
    let yearEnd = digits(from: i)
    let mark = self[yearEnd]
    guard yearEnd - i == 4, mark == "-" || mark == "/" || mark == "." else { return nil }
    let month = (yearEnd + 1)..<digits(from: yearEnd + 1)
    guard (1...2).contains(month.count), self[month.upperBound] == mark else { return nil }
    let day = (month.upperBound + 1)..<digits(from: month.upperBound + 1)
    guard (1...2).contains(day.count), let m = number(month), let d = number(day), (1...12).contains(m),
      (1...31).contains(d)
    else { return nil }
    return NumericDate(range: i..<day.upperBound, year: i..<yearEnd, month: month, day: day)
  }

  /// Groups of digits that make a telephone number: seven digits or more, in one run or in groups of two to four (or
  /// more) joined by single spaces, hyphens or brackets, perhaps behind `+`. A run of digits that quantities with commas
  /// or decimals begin is none.
  func telephone(at i: Int) -> [Range<Int>]? {
    var groups: [Range<Int>] = []
    var j = self[i] == "+" ? i + 1 : i
    if self[j] == "(" { j += 1 }
    guard isDigit(j) else { return nil }
    var hasMark = self[i] == "+"
    while isDigit(j) {
      let end = digits(from: j)
      groups.append(j..<end)
      j = end
      if self[j] == ")" { j += 1 }
      if isDigit(j) { continue }
      guard self[j] == "-" || self[j] == " ", isDigit(j + 1) else { break }
      // The next group has to look like one.
      let next = digits(from: j + 1) - (j + 1)
      guard next >= 3 || (self[j] == "-" && next >= 2), next <= 8 else { break }
      if self[j] == "-" { hasMark = true }
      j += 1
    }
    guard let last = groups.last else { return nil }
    let count = groups.reduce(0) { $0 + $1.count }
    let after = last.upperBound
    if count < 7 || self[after] == "." && isDigit(after + 1) || self[after] == "," && isDigit(after + 1) {
      return nil
    }
    // Round numbers are amounts.
    if groups.count == 1, !hasMark, let n = number(last), n % 1000 == 0, !isDigit(i) || self[i] != "0" {
      return nil
    }
    // Two years with a stroke between are a span of time.
    if groups.count == 2, groups.allSatisfy({ $0.count == 4 && (1100...2099).contains(number($0) ?? 0) }) {
      return nil
    }
    if groups.count > 1, !hasMark, groups.contains(where: { $0.count < 3 }) { return nil }
    return groups
  }
}
