/// Units and signs behind numbers, as English says them.
enum EnglishUnits {
  struct Unit {
    var one: [String]
    var many: [String]
    /// Whether a space may stand before it: letters that are words or names by themselves need to touch the number.
    var mayStandApart: Bool
  }

  /// By spelling, the longest first where one begins another.
  static let all: [(sign: String, unit: Unit)] = {
    let lines = """
      km/h kilometer per hour|kilometers per hour
      m/s² meter per second squared|meters per second squared
      m/s meter per second|meters per second
      kWh kilowatt hour|kilowatt hours
      mph mile per hour|miles per hour
      km² square kilometer|square kilometers
      m² square meter|square meters
      m³ cubic meter|cubic meters
      km kilometer|kilometers
      cm centimeter|centimeters
      mm millimeter|millimeters
      kg kilogram|kilograms
      mg milligram|milligrams
      kW kilowatt|kilowatts
      Wh watt hour|watt hours
      kHz kilohertz|kilohertz
      MHz megahertz|megahertz
      GHz gigahertz|gigahertz
      Hz hertz|hertz
      dB decibel|decibels
      GB gigabyte|gigabytes
      MB megabyte|megabytes
      TB terabyte|terabytes
      kB kilobyte|kilobytes
      kPa kilopascal|kilopascals
      hPa hectopascal|hectopascals
      psi p s i|p s i
      rpm r p m|r p m
      ms millisecond|milliseconds
      min minute|minutes
      hrs hour|hours
      hr hour|hours
      sec second|seconds
      ml milliliter|milliliters
      mL milliliter|milliliters
      ft foot|feet
      mi mile|miles
      lbs pound|pounds
      lb pound|pounds
      oz ounce|ounces
      °C degree celsius|degrees celsius
      ℃ degree celsius|degrees celsius
      °F degree fahrenheit|degrees fahrenheit
      ℉ degree fahrenheit|degrees fahrenheit
      ° degree|degrees
      % percent|percent
      ‰ per mille|per mille
      m *meter|meters
      g *gram|grams
      h *hour|hours
      s *second|seconds
      L *liter|liters
      l *liter|liters
      W *watt|watts
      V *volt|volts
      A *amp|amps
      """
    return lines.split(separator: "\n").compactMap { line -> (String, Unit)? in
      guard let space = line.firstIndex(of: " ") else { return nil }
      var words = line[line.index(after: space)...]
      let touches = words.hasPrefix("*")
      if touches { words = words.dropFirst() }
      let forms = words.split(separator: "|").map { $0.split(separator: " ").map(String.init) }
      guard forms.count == 2 else { return nil }
      return (String(line[..<space]), Unit(one: forms[0], many: forms[1], mayStandApart: !touches))
    }
  }()

  /// The unit that stands at `i`, and where it ends.
  static func unit(_ text: TextScanner, at i: Int, isApart: Bool) -> (unit: Unit, range: Range<Int>)? {
    for (sign, unit) in all where text.matches(sign, at: i) && (unit.mayStandApart || !isApart) {
      let end = i + sign.unicodeScalars.count
      // A letter behind it would make another word of it.
      let isSign = sign == "%" || sign == "°" || sign == "℃" || sign == "℉" || sign == "‰"
      if !isSign, text.isLatin(end) || text.isDigit(end) { continue }
      return (unit, i..<end)
    }
    return nil
  }

  struct Currency {
    var one: String
    var many: String
    var part: (one: String, many: String)?
  }

  static func currency(_ sign: Unicode.Scalar) -> Currency? {
    switch sign {
    case "$": Currency(one: "dollar", many: "dollars", part: ("cent", "cents"))
    case "€": Currency(one: "euro", many: "euros", part: ("cent", "cents"))
    case "£": Currency(one: "pound", many: "pounds", part: ("penny", "pence"))
    case "¥": Currency(one: "yuan", many: "yuan", part: nil)
    case "₹": Currency(one: "rupee", many: "rupees", part: nil)
    default: nil
    }
  }

  static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november",
    "december",
  ]
  static let shortMonths = [
    "jan": 0, "feb": 1, "mar": 2, "apr": 3, "jun": 5, "jul": 6, "aug": 7, "sep": 8, "sept": 8, "oct": 9,
    "nov": 10,
    "dec": 11,
  ]
}
