import CivilCalendar
import JSON

enum ArithmeticSolvers {
  /// Recursive descent over the written expression.
  static func chain(_ p: Parameters) -> String? {
    let tokens = p.text("expression").split(separator: " ").map(String.init)
    var place = 0
    func factor() -> Int {
      defer { place += 1 }
      return Int(tokens[place]) ?? 0
    }
    func term() -> Int {
      var value = factor()
      while place < tokens.count, tokens[place] == "×" {
        place += 1
        value *= factor()
      }
      return value
    }
    var value = term()
    while place < tokens.count {
      let sign = tokens[place]
      place += 1
      value += (sign == "+" ? 1 : -1) * term()
    }
    return String(value)
  }

  /// In units of one over the product of all denominators, reduced by trial division.
  static func fractions(_ p: Parameters) -> String? {
    let terms = p.table("terms")
    let whole = terms.reduce(1) { $0 * $1[1] }
    var top = terms.reduce(0) { $0 + $1[0] * (whole / $1[1]) }
    var bottom = whole
    for d in stride(from: bottom, to: 1, by: -1) where top % d == 0 && bottom % d == 0 {
      top /= d
      bottom /= d
    }
    return bottom == 1 ? String(top) : "\(top)/\(bottom)"
  }

  /// By floating point and a table in base units.
  static func units(_ p: Parameters) -> String? {
    let size: [String: Double] = [
      "mm": 0.001, "cm": 0.01, "m": 1, "km": 1000, "g": 0.001, "kg": 1, "t": 1000, "s": 1, "min": 60,
      "h": 3600,
      "cm²": 0.0001, "m²": 1, "ha": 10_000, "km/h": 1 / 3.6, "m/s": 1, "cm³": 0.000001, "L": 0.001, "m³": 1,
    ]
    guard let from = size[p.text("from")], let to = size[p.text("to")] else { return nil }
    return rounded(Double(p.int("tenths")) / 10 * from / to, p.int("places"))
  }

  /// Zeller's congruence.
  static func weekday(_ p: Parameters) -> String? {
    let parts = p.text("end").split(separator: "-").compactMap { Int($0) }
    var (year, month) = (parts[0], parts[1])
    if month < 3 { (year, month) = (year - 1, month + 12) }
    let h =
      (parts[2] + 13 * (month + 1) / 5 + year % 100 + year % 100 / 4 + year / 100 / 4 + 5 * (year / 100)) % 7
    return ["Saturday", "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday"][h]
  }

  /// The closed formula |30 h − 5.5 m|.
  static func clock(_ p: Parameters) -> String? {
    let minute = p.int("minute")
    let raw = abs(30 * Double(p.int("hour")) - 5.5 * Double(minute)).truncatingRemainder(dividingBy: 360)
    let angle = min(raw, 360 - raw)
    return minute % 2 == 1 ? rounded(angle, 1) : String(Int(angle))
  }

  static func percentages(_ p: Parameters) -> String? {
    rounded(p.ints("changes").reduce(Double(p.int("price"))) { $0 * (1 + Double($1) / 100) }, 2)
  }

  /// Tries all whole prices up to 60.
  static func linear(_ p: Parameters) -> String? {
    let (rows, totals) = (p.table("rows"), p.ints("totals"))
    var found: Set<Int> = []
    if rows.count == 2 {
      for x in 1...60 {
        for y in 1...60
        where rows[0][0] * x + rows[0][1] * y == totals[0] && rows[1][0] * x + rows[1][1] * y == totals[1] {
          found.insert(x)
        }
      }
    } else {
      for x in 1...60 {
        for y in 1...60 {
          let rest = totals[0] - rows[0][0] * x - rows[0][1] * y
          guard rest > 0, rest % rows[0][2] == 0 else { continue }
          let z = rest / rows[0][2]
          if (1...2).allSatisfy({ rows[$0][0] * x + rows[$0][1] * y + rows[$0][2] * z == totals[$0] }) {
            found.insert(x)
          }
        }
      }
    }
    return found.count == 1 ? found.first.map(String.init) : nil
  }

  /// Finds the rule's numbers from the visible terms, checks them on all, and goes on.
  static func sequence(_ p: Parameters) -> String? {
    var terms = p.ints("terms")
    let index = p.int("index")
    let visible = terms.count
    var candidates: Set<Int> = []
    for a in -1...60 {
      for b in -60...60 {
        func next(_ list: [Int]) -> Int? {
          let (last, n) = (list[list.count - 1], list.count)
          switch p.int("rule") {
          case 1: return a == 1 ? last + b : nil
          case 2: return b == 0 ? last * a : nil
          case 3: return last + b + a * (n - 1)
          case 4: return a == 1 && b == 1 && n >= 2 ? last + list[n - 2] : nil
          default: return last * a + b
          }
        }
        let start = p.int("rule") == 4 ? 2 : 1
        guard (start..<visible).allSatisfy({ next(Array(terms.prefix($0))) == terms[$0] }) else { continue }
        var list = terms
        while list.count < index { if let value = next(list) { list.append(value) } else { break } }
        if list.count == index { candidates.insert(list[index - 1]) }
      }
    }
    terms = []
    return candidates.count == 1 ? candidates.first.map(String.init) : nil
  }

  /// By trying numbers one by one.
  static func divisor(_ p: Parameters) -> String? {
    let numbers = p.ints("numbers")
    if p.bool("multiple") {
      var m = numbers.max() ?? 1
      let step = m
      while !numbers.allSatisfy({ m % $0 == 0 }) { m += step }
      return String(m)
    }
    for d in stride(from: numbers.min() ?? 1, to: 0, by: -1) where numbers.allSatisfy({ $0 % d == 0 }) {
      return String(d)
    }
    return nil
  }

  /// Counts up in the new base as an odometer does.
  static func base(_ p: Parameters) -> String? {
    let digits = Array("0123456789ABCDEF")
    let (from, to) = (p.int("from"), p.int("to"))
    let value = p.text("digits").reduce(0) { $0 * from + (digits.firstIndex(of: $1) ?? 0) }
    var wheel = [0]
    for _ in 0..<value {
      var i = 0
      while true {
        if i == wheel.count { wheel.append(0) }
        wheel[i] += 1
        if wheel[i] < to { break }
        wheel[i] = 0
        i += 1
      }
    }
    return String(wheel.reversed().map { digits[$0] })
  }

  /// Decimals by floating point, nudged so that halves go away from zero.
  static func rounded(_ value: Double, _ places: Int) -> String {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let units = Int((abs(value) * scale + 1e-9 * max(1, abs(value))).rounded())
    let text = String(units)
    let padded = String(repeating: "0", count: max(0, places + 1 - text.count)) + text
    let sign = value < 0 && units > 0 ? "-" : ""
    return places == 0 ? sign + padded : "\(sign)\(padded.dropLast(places)).\(padded.suffix(places))"
  }
}
