/// A date and time of day as a clock on the wall shows it, with its distance from UTC.
package struct CivilTime: Sendable, Hashable, Codable {
  /// Gregorian.
  package var year: Int
  /// 1 to 12, and 1 to 31; days beyond a month's end run on into the next.
  package var month: Int
  package var day: Int
  /// 0 to 24; fractions allowed.
  package var hour: Double
  package var minute: Double
  package var second: Double
  /// Hours ahead of UTC (east positive), summer time included.
  package var utcOffset: Double

  package init(
    year: Int, month: Int, day: Int, hour: Double, minute: Double = 0, second: Double = 0,
    utcOffset: Double = 0
  ) {
    self.year = year
    self.month = month
    self.day = day
    self.hour = hour
    self.minute = minute
    self.second = second
    self.utcOffset = utcOffset
  }

  /// Days since noon of 1 January 2000 (UTC).
  package var daysSince2000: Double {
    // Days since 1 March of the year 0, months counted from March, so that leap days come last.
    let m = (Double(month) + 9).truncatingRemainder(dividingBy: 12)
    let y = Double(year) - (m / 10).rounded(.down)
    let whole =
      365 * y + (y / 4).rounded(.down) - (y / 100).rounded(.down) + (y / 400).rounded(.down)
      + ((m * 306 + 5) / 10).rounded(.down) + Double(day) - 1
    let clock = (hour - utcOffset) / 24 + minute / 1440 + second / 86400
    // 730425 = 1 January 2000 in the same count.
    return whole - 730_425 - 0.5 + clock
  }
}
