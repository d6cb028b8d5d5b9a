import CivilCalendar
import JSON
import RandomStreams

/// The weekday of a date from that of another.
struct CalendarDay: ProblemFamily {
  let name = "calendar-day"

  static let weekdays = [
    Bilingual("星期一", "Monday"), Bilingual("星期二", "Tuesday"), Bilingual("星期三", "Wednesday"),
    Bilingual("星期四", "Thursday"), Bilingual("星期五", "Friday"), Bilingual("星期六", "Saturday"),
    Bilingual("星期日", "Sunday"),
  ]
  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November",
    "December",
  ]

  func propose(level: Int, _ stream: inout RandomStream) -> Problem? {
    let span = [8...25, 26...80, 81...330, 331...1100, 1101...4000][level - 1]
    let start = CivilDate(daysSinceEpoch: stream.integer(in: 10_957...22_000))
    let days = stream.integer(in: span)
    let end = start.adding(days: days)
    let from = Self.weekdays[start.isoWeekday - 1]
    let answer = Self.weekdays[end.isoWeekday - 1]

    var draft = ProblemDraft(.word(answer))
    let leaps = (start.year...end.year).filter { year in
      CivilDate(year: year, month: 2, day: 29).map { start < $0 && $0 <= end } ?? false
    }.count
    func after(_ days: Int) -> Answer { .word(Self.weekdays[((start.isoWeekday - 1 + days) % 7 + 7) % 7]) }
    if leaps > 0 { draft.mistake("forgets_leap_days", after(days - leaps)) }
    draft.mistake("counts_the_first_day", after(days - 1))
    draft.mistake("counts_one_day_too_many", after(days + 1))
    draft.mistake(
      "takes_months_of_30_days",
      after((end.year - start.year) * 360 + (end.month - start.month) * 30 + end.day - start.day))
    draft.mistake("counts_backwards", after(-days))
    draft.fill("other_day", from: Self.weekdays.map { .word($0) }, &stream)

    let (zhStart, zhEnd) = (Self.chinese(start), Self.chinese(end))
    let (enStart, enEnd) = (Self.english(start), Self.english(end))
    let rest = days % 7
    return draft.problem(
      self, level: level,
      parameters: ["start": .string(start.description), "end": .string(end.description)],
      chinese: [
        "\(zhStart)是\(from.chinese)，\(zhEnd)是星期几？",
        "已知\(zhStart)是\(from.chinese)，请问\(zhEnd)是星期几？",
      ],
      english: [
        "\(enStart) is a \(from.english). What day of the week is \(enEnd)?",
        "If \(enStart) falls on a \(from.english), on which weekday does \(enEnd) fall?",
      ],
      steps: [
        Problem.Step("两个日期相隔 \(days) 天", "The dates are \(days) days apart.", String(days)),
        Problem.Step("\(days) ÷ 7 余 \(rest)", "\(days) leaves \(rest) when divided by 7.", String(rest)),
        Problem.Step(
          "\(from.chinese)往后数 \(rest) 天是\(answer.chinese)",
          "\(rest) \(rest == 1 ? "day" : "days") after \(from.english) is \(answer.english).", answer.english),
      ],
      difficulty: [.init("days", days), .init("leap_days", leaps)], &stream)
  }

  static func chinese(_ date: CivilDate) -> String { "\(date.year)年\(date.month)月\(date.day)日" }
  static func english(_ date: CivilDate) -> String { "\(date.day) \(months[date.month - 1]) \(date.year)" }
}
