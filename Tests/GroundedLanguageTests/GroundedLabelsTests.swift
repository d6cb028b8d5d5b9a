import Annotations
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

  /// "There is a car" is said where there is one; one of several is told as that, with their number.
  @Test func oneOfSeveralIsNoOnlyOne() throws {
    var (lone, among) = (0, 0)
    for number in 0..<120 {
      let view = Self.spoken(number, isStreet: true)
      let seen = Set(
        (view[VisibilityLabel.self]?.entries ?? [])
          .filter { $0.visiblePixels > FactMargins.imperceptible(area: 320 * 240) }.map(\.instance))
      let classes = (view[ObjectsLabel.self]?.entries ?? []).filter { seen.contains($0.instance) }
      for entry in view[CaptionLabel.self]?.entries ?? [] where entry.kind != "global" {
        let claims = entry.claims
        guard let first = claims.first, let kind = first.value else { continue }
        let like = classes.filter { ClassNames.own(category: $0.category, asset: $0.asset) == kind }
        let english = try #require(entry.texts.first { $0.language == "en" })
        // What is said of the thing itself besides its class narrows its like down.
        let isPlain = claims.dropFirst().allSatisfy {
          $0.instance != first.instance || entry.kind == "relational"
        }
        if english.text.hasPrefix("There is"), isPlain {
          lone += 1
          #expect(like.count == 1, "\(english.text): \(like.count)")
        }
        guard let count = claims.first(where: { $0.predicate == "count" })?.number else { continue }
        among += 1
        let words = ["two", "three", "four", "five", "six", "seven", "eight", "nine"]
        let chinese = try #require(entry.texts.first { $0.language == "zh" })
        #expect(english.text.lowercased().contains("one of the \(words[count - 2]) "), "\(english.text)")
        #expect(chinese.text.contains("中的一") || chinese.text.contains("中有一"), "\(chinese.text)")
        #expect(english.phrases.contains { $0.objects.count == count })
      }
    }
    #expect(lone > 5 && among > 20, "\(lone) alone, \(among) among others")
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
