package import TextModel

/// The same day in another notation: `March 5, 2026` ↔ `5 March 2026` ↔ `2026-03-05`; 2026年3月5日 ↔ 2026/3/5. Notations that
/// leave open which number is the month are neither read nor written.
package struct DateForm: SitePerturbation {
  package let rule = PerturbationRule("date-form", "The same day in another notation.")

  package init() {}

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November",
    "December",
  ]

  struct Day: Equatable {
    var year: Int
    var month: Int
    var day: Int

    var isPossible: Bool {
      (1...12).contains(month) && (1...31).contains(day) && (1000...9999).contains(year)
    }
  }

  package func sites(in text: PerturbableText) -> [EditSite] {
    let string = text.text.string
    // Offsets are found as the matches are: from left to right, never by searching for a surface.
    let scalars = Array(string.unicodeScalars)
    var sites: [EditSite] = []
    var i = 0
    while i < scalars.count {
      guard let (day, end) = Self.day(at: i, scalars) else {
        i += 1
        continue
      }
      let surface = GraphemeBoundaries.string(scalars[i..<end])
      let forms = (text.isChinese ? Self.chinese(day) : Self.english(day)).filter { $0 != surface }
      if text.isWholeWords(i..<end) {
        sites.append(
          EditSite(i..<end, forms.map { .init($0, reason: "notation", tokens: text.words(of: $0)) }))
      }
      i = end
    }
    return sites
  }

  static func english(_ d: Day) -> [String] {
    [iso(d), "\(d.day) \(months[d.month - 1]) \(d.year)", "\(months[d.month - 1]) \(d.day), \(d.year)"]
  }

  static func chinese(_ d: Day) -> [String] {
    let year = SpelledNumber.digitwise(String(d.year).unicodeScalars)
    let words = "\(year)年\(SpelledNumber.chinese(d.month) ?? "")月\(SpelledNumber.chinese(d.day) ?? "")日"
    return [iso(d), "\(d.year)/\(d.month)/\(d.day)", "\(d.year)年\(d.month)月\(d.day)日", words]
  }

  private static func iso(_ d: Day) -> String {
    "\(d.year)-\(d.month < 10 ? "0" : "")\(d.month)-\(d.day < 10 ? "0" : "")\(d.day)"
  }

  /// The day that is written at a place, and where it ends.
  static func day(at start: Int, _ scalars: [Unicode.Scalar]) -> (Day, end: Int)? {
    if start > 0, PerturbableText.isLetter(scalars[start - 1]) || PerturbableText.isDigit(scalars[start - 1])
    {
      return nil
    }
    var reader = Reader(scalars: scalars, i: start)
    let day: Day?
    if let name = reader.month() {
      // March 5, 2026
      guard reader.take(" "), let d = reader.number(1...2), reader.take(","), reader.take(" "),
        let y = reader.number(4...4)
      else { return nil }
      day = Day(year: y, month: name, day: d)
    } else if let first = reader.number(1...4) {
      let digits = reader.i - start
      if digits == 4 {
        if reader.take("年") {
          guard let m = reader.number(1...2), reader.take("月"), let d = reader.number(1...2), reader.take("日")
          else {
            return nil
          }
          day = Day(year: first, month: m, day: d)
        } else {
          let separator: Unicode.Scalar = reader.take("-") ? "-" : "/"
          guard separator == "-" || reader.take("/"), let m = reader.number(1...2), reader.take(separator),
            let d = reader.number(1...2)
          else { return nil }
          day = Day(year: first, month: m, day: d)
        }
      } else {
        guard digits <= 2, reader.take(" "), let m = reader.month(), reader.take(" "),
          let y = reader.number(4...4)
        else { return nil }
        day = Day(year: y, month: m, day: first)
      }
    } else {
      return nil
    }
    guard let day, day.isPossible else { return nil }
    if reader.i < scalars.count, PerturbableText.isDigit(scalars[reader.i]) { return nil }
    return (day, reader.i)
  }

  private struct Reader {
    var scalars: [Unicode.Scalar]
    var i: Int

    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
      guard i < scalars.count, scalars[i] == scalar else { return false }
      i += 1
      return true
    }

    mutating func number(_ count: ClosedRange<Int>) -> Int? {
      var (value, n) = (0, 0)
      while i < scalars.count, PerturbableText.isDigit(scalars[i]), n < count.upperBound {
        value = value * 10 + Int(scalars[i].value - 0x30)
        i += 1
        n += 1
      }
      return n >= count.lowerBound ? value : nil
    }

    mutating func month() -> Int? {
      for (n, name) in DateForm.months.enumerated() {
        let letters = Array(name.unicodeScalars)
        guard i + letters.count <= scalars.count, scalars[i..<(i + letters.count)].elementsEqual(letters)
        else {
          continue
        }
        i += letters.count
        return n + 1
      }
      return nil
    }
  }
}
