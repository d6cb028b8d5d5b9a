import CivilCalendar
import Testing

@Suite struct CivilDateTests {
  /// Walks day by day through 1,200 years with nothing but the lengths of months.
  @Test func countsLikeACalendarOnTheWall() throws {
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    var (year, month, day, weekday) = (1400, 1, 1, 3)  // 1 January 1400, proleptic Gregorian: a Wednesday.
    var count = try #require(CivilDate(year: 1400, month: 1, day: 1)).daysSinceEpoch
    while year < 2600 {
      let date = CivilDate(daysSinceEpoch: count)
      if (date.year, date.month, date.day) != (year, month, day) || date.daysSinceEpoch != count
        || date.isoWeekday != weekday
      {
        Issue.record("\(date) is not \(year)-\(month)-\(day)")
        return
      }
      let isLeap = year % 4 == 0 && !([1, 2, 3].contains(year / 100 % 4) && year % 100 == 0)
      (day, count, weekday) = (day + 1, count + 1, weekday % 7 + 1)
      if day > lengths[month - 1] + (month == 2 && isLeap ? 1 : 0) { (day, month) = (1, month + 1) }
      if month > 12 { (month, year) = (1, year + 1) }
    }
  }

  @Test func knownDays() {
    #expect(CivilDate(year: 1970, month: 1, day: 1)?.daysSinceEpoch == 0)
    #expect(CivilDate(year: 2000, month: 2, day: 29)?.isoWeekday == 2)
    #expect(CivilDate(year: 1900, month: 2, day: 29) == nil)
    #expect(CivilDate(year: 2023, month: 4, day: 31) == nil)
    #expect(CivilDate(year: 2023, month: 13, day: 1) == nil)
    #expect(CivilDate(year: 987, month: 6, day: 5)?.description == "0987-06-05")
  }

  @Test func agesTurnOnTheBirthday() throws {
    let birth = try #require(CivilDate(year: 2000, month: 2, day: 29))
    func age(_ y: Int, _ m: Int, _ d: Int) -> Int? {
      CivilDate(year: y, month: m, day: d).map { birth.age(on: $0) }
    }
    #expect(age(2001, 2, 28) == 0)
    #expect(age(2001, 3, 1) == 1)
    #expect(age(2024, 2, 28) == 23)
    #expect(age(2024, 2, 29) == 24)
  }
}
