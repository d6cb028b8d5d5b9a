package import CivilCalendar
package import Conversations

/// Days as people name them from where they stand in the week.
package enum DayValues {
  private static let chineseDays = ["一", "二", "三", "四", "五", "六", "日"]
  private static let englishDays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
  ]

  /// Today and the days after it, as many as asked for.
  package static func from(_ today: CivilDate, days: Int) -> [SlotValue] {
    (0..<max(0, days)).map { value(today.adding(days: $0), from: today) }
  }

  /// A day, named from another that is not later.
  package static func value(_ day: CivilDate, from today: CivilDate) -> SlotValue {
    let weekday = day.isoWeekday - 1
    let zhDay = "周" + chineseDays[weekday]
    let enDay = englishDays[weekday]
    let zhDate = "\(day.month)月\(day.day)号"
    let enDate = "\(months[day.month - 1]) \(day.day)"
    let zh: [String]
    let inside: [String]
    let alone: [String]
    let ahead = day.daysSinceEpoch - today.daysSinceEpoch
    // Monday of the day's week against Monday of this one.
    let weeks = (ahead + today.isoWeekday - day.isoWeekday) / 7
    switch (ahead, weeks) {
    case (0, _): (zh, inside, alone) = (["今天"], ["today"], ["today"])
    case (1, _): (zh, inside, alone) = (["明天"], ["tomorrow"], ["tomorrow"])
    case (2, _):
      (zh, inside, alone) = (["后天"], ["the day after tomorrow"], ["the day after tomorrow", "in two days"])
    case (_, 0):
      (zh, inside, alone) = (
        ["这\(zhDay)", zhDay], ["on \(enDay)", "this \(enDay)"], ["\(enDay)", "this \(enDay)"]
      )
    case (_, 1):
      // "next Friday" is this week's for some and next week's for others.
      (zh, inside, alone) = (
        ["下\(zhDay)", zhDate], ["on \(enDay) next week", "on \(enDate)"], ["\(enDay) next week", enDate]
      )
    default: (zh, inside, alone) = ([zhDate], ["on \(enDate)"], [enDate])
    }
    return SlotValue(
      day.description,
      zh: .init("\(day.month)月\(day.day)日（\(zhDay)）", inside: zh, alone: zh, others: [zhDate]),
      en: .init("\(enDay), \(enDate)", inside: inside, alone: alone, others: [enDate]))
  }

  /// 星期五; Friday.
  package static func weekday(_ day: CivilDate, _ tongue: Tongue) -> String {
    tongue == .chinese ? "星期" + chineseDays[day.isoWeekday - 1] : englishDays[day.isoWeekday - 1]
  }

  /// 2026年6月5日，星期五; Friday, June 5, 2026.
  package static func long(_ day: CivilDate, _ tongue: Tongue) -> String {
    tongue == .chinese
      ? "\(day.year)年\(day.month)月\(day.day)日，\(weekday(day, tongue))"
      : "\(weekday(day, tongue)), \(months[day.month - 1]) \(day.day), \(day.year)"
  }

  /// 6月5号; June 5.
  package static func short(_ day: CivilDate, _ tongue: Tongue) -> String {
    tongue == .chinese ? "\(day.month)月\(day.day)号" : "\(months[day.month - 1]) \(day.day)"
  }
}
