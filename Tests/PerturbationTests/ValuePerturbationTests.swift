import Perturbation
import RandomStreams
import Testing
import TextModel

@Suite struct ValuePerturbationTests {
  private func sites(_ perturbation: some SitePerturbation, _ text: String, _ language: String = "en-US")
    -> [(
      String, [String]
    )]
  {
    let text = AnnotatedText(text, language: language)
    return perturbation.sites(in: PerturbableText(text)).map {
      (text.surface($0.range), $0.alternatives.map(\.replacement))
    }
  }

  @Test func numbersInWords() {
    #expect(sites(NumeralForm(), "105 cars").map(\.1) == [["one hundred five"]])
    #expect(sites(NumeralForm(), "seventeen cars, twenty-one").map(\.1) == [["17"]])
    #expect(sites(NumeralForm(), "at 10:30, 3.5, v2, 007, -4, $5").isEmpty)
    #expect(sites(NumeralForm(), "105辆", "zh-CN").map(\.1) == [["１０５", "一百零五"]])
    #expect(sites(NumeralForm(), "2个", "zh-CN").map(\.1) == [["２", "两"]])
    #expect(sites(NumeralForm(), "2024年", "zh-CN").map(\.1) == [["２０２４", "二〇二四"]])
    #expect(sites(NumeralForm(), "第 3 ，", "zh-CN").map(\.1) == [["３", "三", "③"]])
  }

  /// Read back by a grammar of its own.
  @Test func chineseNumeralsReadBack() {
    func value(_ text: String) -> Int {
      let digits: [Character: Int] = [
        "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
      ]
      let units: [Character: Int] = ["十": 10, "百": 100, "千": 1000]
      var (total, section, digit) = (0, 0, 0)
      for character in text {
        if let d = digits[character] {
          digit = d
        } else if let unit = units[character] {
          section += max(digit, digit == 0 ? 1 : digit) * unit
          digit = 0
        } else if character == "万" {
          total = (section + digit) * 10_000
          (section, digit) = (0, 0)
        }
      }
      return total + section + digit
    }
    for n in Array(1..<12_000) + [20_000, 20_005, 100_010, 110_000, 10_010_010, 99_999_999] {
      let alternatives = sites(NumeralForm(), "\(n)辆", "zh-CN").first?.1 ?? []
      guard n != 2 else { continue }
      #expect(alternatives.contains { value($0) == n }, "\(n): \(alternatives)")
    }
    #expect(sites(NumeralForm(), "10010辆", "zh-CN").first?.1.last == "一万零一十")
    #expect(sites(NumeralForm(), "15辆", "zh-CN").first?.1.last == "十五")
  }

  @Test func daysInOtherNotations() {
    #expect(sites(DateForm(), "on March 5, 2026.").map(\.0) == ["March 5, 2026"])
    #expect(sites(DateForm(), "on 5 March 2026").map(\.1) == [["2026-03-05", "March 5, 2026"]])
    #expect(sites(DateForm(), "2026年3月15日", "zh-CN").map(\.1) == [["2026-03-15", "2026/3/15", "二〇二六年三月十五日"]])
    #expect(sites(DateForm(), "03/05/2026, 2026-13-01, 12026-03-05, 5 March").isEmpty)
  }

  @Test func unitsAreExact() {
    #expect(sites(UnitConversion(), "12 km or 2 hours").map(\.1) == [["12000 m"], ["120 minutes"]])
    #expect(sites(UnitConversion(), "3公里，2个小时，4米饭", "zh-CN").map(\.1) == [["3000米"], ["120分钟"]])
    #expect(sites(UnitConversion(), "50 km/h, 2 kms, 3.5 km").isEmpty)
  }

  @Test func numbersChangeWithTheirValue() throws {
    let text = try SampleTexts.text("for [count=4:4 people] on [date=2026:4 May]", "en-US")
    let sites = NumberChange().sites(in: PerturbableText(text))
    #expect(sites.count == 1)
    #expect(
      sites[0].alternatives.map(\.replacement) == [
        "5 people", "3 people", "14 people", "8 people",
      ])
    #expect(sites[0].alternatives.map(\.value) == ["5", "3", "14", "8"])
    // A value in another notation is not understood.
    let other = try SampleTexts.text("for [count=PT4H:4 hours]", "en-US")
    #expect(NumberChange().sites(in: PerturbableText(other)).isEmpty)
  }

  @Test func namesKeepTheirGender() throws {
    let text = try SampleTexts.text("call [person:Mary] or [person:Xyzzy]", "en-US")
    let sites = EntityChange(.person).sites(in: PerturbableText(text))
    #expect(sites.map { text.surface($0.range) } == ["Mary"])
    #expect(sites[0].alternatives.contains { $0.value == "Anna" })
    #expect(!sites[0].alternatives.contains { $0.value == "James" || $0.value == "Mary" })
  }
}
