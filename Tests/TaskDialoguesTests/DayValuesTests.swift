import CivilCalendar
import Conversations
import TaskDialogues
import Testing

/// Days named from where one stands.
@Suite struct DayValuesTests {
  /// No two days of a fortnight share a name, wherever the week begins.
  @Test func namesAreUnambiguous() throws {
    for start in 0..<35 {
      let today = CivilDate(daysSinceEpoch: 20_500 + start)
      var owner: [String: String] = [:]
      for value in DayValues.from(today, days: 14) {
        for words in value.forms.chinese.all + value.forms.english.all {
          let other = owner.updateValue(value.key, forKey: words)
          #expect(other == nil || other == value.key, "\(today): \(words) is \(other ?? "") and \(value.key)")
        }
      }
    }
  }

  /// 2026-06-03 is a Wednesday.
  @Test func namesOfAWeek() throws {
    let today = try #require(CivilDate(year: 2026, month: 6, day: 3))
    func names(_ ahead: Int) -> [String] {
      let forms = DayValues.value(today.adding(days: ahead), from: today).forms
      return [forms.chinese.alone[0], forms.english.alone[0]]
    }
    #expect(names(0) == ["今天", "today"])
    #expect(names(1) == ["明天", "tomorrow"])
    #expect(names(2) == ["后天", "the day after tomorrow"])
    #expect(names(4) == ["这周日", "Sunday"])
    #expect(names(5) == ["下周一", "Monday next week"])
    #expect(names(11) == ["下周日", "Sunday next week"])
    #expect(names(12) == ["6月15号", "June 15"])
    #expect(DayValues.value(today.adding(days: 2), from: today).forms.english.formal == "Friday, June 5")
  }
}
