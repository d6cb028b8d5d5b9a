import Testing
import VerifiedProblems

/// What is accepted as an answer, what is not, and what is right but badly written.
@Suite struct AnswerTests {
  private func verdict(_ answer: Answer, _ reply: String, _ language: ProblemLanguage = .english) -> Verdict {
    answer.verdict(on: reply, in: language)
  }

  @Test func wholeNumbers() {
    let answer = Answer.integer(1234)
    for reply in [
      "1234", "1,234", " 1234 ", "1234.", "１２３４", "Answer: 1234", "12 + 1222.\nAnswer: 1,234.", "1234.0",
      "+1234",
    ] {
      #expect(verdict(answer, reply) == .correct, "\(reply)")
    }
    #expect(verdict(answer, "所以等于这么多。答案：1234。", .chinese) == .correct)
    for reply in [
      "1235", "-1234", "12,34", "one", "", "1234 km", "Answer: 5", "1234/2", "Answer: 1234\nAnswer: 1235",
    ] {
      #expect(verdict(answer, reply) == .wrong, "\(reply)")
    }
    #expect(verdict(.integer(-7), "−7") == .correct)
  }

  @Test func fractions() throws {
    let answer = Answer.number(try #require(Rational(3, 4)), .fraction)
    #expect(verdict(answer, "3/4") == .correct)
    #expect(verdict(answer, "0.75") == .correct)
    #expect(verdict(answer, "6/8") == .misformatted)
    #expect(
      verdict(answer, "3/5") == .wrong && verdict(answer, "4/3") == .wrong && verdict(answer, "3/0") == .wrong
    )
    let mixed = Answer.number(try #require(Rational(7, 4)), .fraction)
    #expect(verdict(mixed, "1 3/4") == .correct)
    #expect(verdict(mixed, "7/4") == .correct)
    #expect(verdict(mixed, "1 6/8") == .misformatted)
  }

  @Test func decimalsAndUnits() throws {
    let third = Answer.number(try #require(Rational(1, 3)), .decimal(2), unit: Bilingual("米", "m"))
    #expect(third.text(in: .english) == "0.33 m" && third.text(in: .chinese) == "0.33米")
    #expect(
      verdict(third, "0.33") == .correct && verdict(third, "0.333") == .correct
        && verdict(third, "0.33 m") == .correct)
    #expect(verdict(third, "0.33米", .chinese) == .correct)
    #expect(verdict(third, "0.33 米") == .misformatted)
    #expect(
      verdict(third, "0.33 km") == .wrong && verdict(third, "0.34") == .wrong
        && verdict(third, "0.32") == .wrong)
    #expect(try #require(Rational(-5, 2)).decimal(places: 0) == "-3")
    #expect(try #require(Rational(1, 200)).decimal(places: 2) == "0.01")
    #expect(try #require(Rational(-1, 1000)).decimal(places: 2) == "0.00")
  }

  @Test func wordsAndSets() {
    let day = Answer.word(Bilingual("星期三", "Wednesday"))
    #expect(verdict(day, "wednesday") == .correct && verdict(day, "Wednesday.") == .correct)
    #expect(verdict(day, "星期三") == .misformatted && verdict(day, "星期三", .chinese) == .correct)
    #expect(verdict(day, "Thursday") == .wrong)
    let set = Answer.words([Bilingual("小红", "Hannah"), Bilingual("博文", "Ben")], ordered: false)
    #expect(verdict(set, "Ben, Hannah") == .correct && verdict(set, "Hannah and Ben") == .correct)
    #expect(verdict(set, "博文、小红", .chinese) == .correct && verdict(set, "小红和博文", .chinese) == .correct)
    #expect(verdict(set, "Ben") == .wrong && verdict(set, "Ben, Hannah, Anna") == .wrong)
    let list = Answer.words([Bilingual(both: "1"), Bilingual(both: "2")], ordered: true)
    #expect(verdict(list, "1, 2") == .correct && verdict(list, "2, 1") == .wrong)
    let none = Answer.words([], ordered: false)
    #expect(
      verdict(none, "the empty set") == .correct && verdict(none, "{}") == .correct
        && verdict(none, "空集", .chinese) == .correct)
    #expect(verdict(none, "Ben") == .wrong)
    #expect(verdict(.text("aBc"), "aBc") == .correct && verdict(.text("aBc"), "abc") == .wrong)
    #expect(verdict(.text("aBc"), "“aBc”") == .misformatted)
  }
}
