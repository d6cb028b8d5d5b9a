import Checks
import GroundedLanguage
import RandomStreams
import TestSupport
import Testing
import VectorMath
import WorldModel

/// The labels made of words, over many scenes.
@Suite struct GroundedLabelsTests {
  static func spoken(_ number: Int, isStreet: Bool = false, view: Int? = nil) -> Sample.View {
    var made = PaintedScene.random(number, isStreet: isStreet).view
    GroundedLanguageLabels.add(
      Set(GroundedLanguageLabels.names), to: &made, number: view ?? number,
      egoVelocity: Vector3(isStreet ? 7 : 0, 0, 0), GroundedOptions(questions: 20),
      RandomStream(seed: 1).child(number))
    return made
  }

  /// The second reading agrees with all that is said.
  @Test(arguments: [false, true])
  func checksPass(isStreet: Bool) {
    var run = CheckRun([CaptionsHold(), ExpressionsAreUnique(), AnswersHold(), AnswersAreBalanced()])
    for number in 0..<120 {
      run.examine(
        Sample(
          index: number, sequence: number, frame: 0, time: 0, worldFromRig: .identity,
          views: [Self.spoken(number, isStreet: isStreet)], drawn: [], attributes: []))
    }
    for entry in run.completeReport.entries {
      #expect(
        entry.status == .passed && entry.finding.examined > 100,
        "\(entry.line)\n\(entry.finding.first.map(\.description).joined(separator: "\n"))")
    }
  }

  /// Whoever hears questions and never sees a picture, and remembers which answer was the most frequent one, by family, by
  /// the kinds that are named and by the form of the question, is right by chance and no more, on the very questions that
  /// he has learnt by heart. What he hears is read off the sentences' programs by other code than made them.
  @Test func guessingWithoutThePictureIsChance() {
    var guesses = BlindGuesses()
    for number in 0..<200 {
      guesses.learn(Self.spoken(number, isStreet: number % 2 == 1)[QuestionsLabel.self]?.entries ?? [])
    }
    #expect(guesses.count > 1000, "\(guesses.count) questions")
    #expect(guesses.families.count >= 15, "\(guesses.families)")
    for way in BlindGuesses.Way.allCases {
      let share = guesses.share(way)
      #expect(share.best <= share.chance + 1e-9, "\(way): \(share)")
    }
  }

  @Test func everyFamilyComesFirstEquallyOften() {
    var families = Set<String>()
    for view in 0..<QuestionFamily.allCases.count {
      families.formUnion((Self.spoken(12, view: view)[QuestionsLabel.self]?.entries ?? []).map(\.family))
    }
    #expect(families.count >= 6, "\(families.sorted())")
  }

  @Test func sayTheSameTwice() {
    let (a, b) = (Self.spoken(4).labels, Self.spoken(4).labels)
    #expect(a[CaptionLabel.self]?.entries == b[CaptionLabel.self]?.entries)
    #expect(a[ReferringLabel.self]?.entries == b[ReferringLabel.self]?.entries)
    #expect(a[QuestionsLabel.self]?.entries == b[QuestionsLabel.self]?.entries)
  }

  /// No placeholder is left, no space doubled, every question ends in its mark.
  @Test func sentencesAreWhole() {
    for number in 0..<80 {
      let view = Self.spoken(number, isStreet: number % 2 == 0)
      let texts =
        (view[QuestionsLabel.self]?.entries.flatMap(\.texts) ?? [])
        + (view[CaptionLabel.self]?.entries.flatMap(\.texts) ?? [])
      for text in texts {
        #expect(!text.text.contains("{") && !text.text.contains("}") && !text.text.contains("  "))
        let isQuestion = text.answer != nil
        let mark = text.language == "zh" ? (isQuestion ? "？" : "。") : (isQuestion ? "?" : ".")
        #expect(text.text.hasSuffix(mark), "\(text.text)")
        if text.language == "zh" { #expect(!text.text.contains(" "), "\(text.text)") }
        #expect(!text.text.contains("的的"), "\(text.text)")
      }
    }
  }
}

extension Sample.View {
  subscript<L: StructuredLabel>(_ type: L.Type) -> L? { labels[type] }
}
