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

  /// What is said of a view, with the labels that tests of words ask, and no rasters.
  struct Said {
    var isStreet: Bool
    var captions: [CaptionLabel.Entry]
    var questions: [QuestionsLabel.Entry]
    var objects: [ObjectsLabel.Entry]
    var visibility: [VisibilityLabel.Entry]
  }

  /// What is said of many homes or streets, and what the checks find: made once for all tests.
  private static func survey(isStreet: Bool) -> (said: [Said], report: CheckReport) {
    var run = CheckRun([CaptionsHold(), ExpressionsAreUnique(), AnswersHold(), AnswersAreBalanced()])
    var said: [Said] = []
    for number in 0..<120 {
      let view = spoken(number, isStreet: isStreet)
      run.examine(
        Sample(
          index: number, sequence: number, frame: 0, time: 0, worldFromRig: .identity, views: [view],
          drawn: [], attributes: []))
      said.append(
        Said(
          isStreet: isStreet, captions: view[CaptionLabel.self]?.entries ?? [],
          questions: view[QuestionsLabel.self]?.entries ?? [],
          objects: view[ObjectsLabel.self]?.entries ?? [],
          visibility: view[VisibilityLabel.self]?.entries ?? []))
    }
    return (said, run.completeReport)
  }

  private static let homes = survey(isStreet: false)
  private static let streets = survey(isStreet: true)
  private static var all: [Said] { homes.said + streets.said }

  /// The second reading agrees with all that is said.
  @Test(arguments: [false, true])
  func checksPass(isStreet: Bool) {
    for entry in (isStreet ? Self.streets : Self.homes).report.entries {
      #expect(
        entry.status == .passed && entry.finding.examined > 100,
        "\(entry.line)\n\(entry.finding.first.map(\.description).joined(separator: "\n"))")
    }
  }

  /// Whoever hears questions and never sees a picture, and remembers which answer was the most frequent one, by family, by
  /// the kinds that are named, by the form of the question and by the sides that it names, is right by chance and no more,
  /// on the very questions that he has learnt by heart. What he hears is read off the sentences' programs by other code than
  /// made them.
  @Test func guessingWithoutThePictureIsChance() {
    var guesses = BlindGuesses()
    for said in Self.all { guesses.learn(said.questions) }
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
    var (lone, among, onceSaid) = (0, 0, 0)
    for said in Self.streets.said {
      let seen = Set(
        said.visibility.filter { $0.visiblePixels > FactMargins.imperceptible(area: 320 * 240) }
          .map(\.instance))
      let classes = said.objects.filter { seen.contains($0.instance) }
      for entry in said.captions where entry.kind != "global" {
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
        #expect(chinese.text.contains("中的一") || chinese.text.contains("，其中一"), "\(chinese.text)")
        // 画面中有六栋楼房，其中一栋…: the noun is said once.
        if let cut = chinese.text.firstRange(of: "，其中一"), let noun = ClassNames.concept(kind)?.chinese {
          #expect(!chinese.text[cut.upperBound...].contains(noun), "\(chinese.text)")
          onceSaid += 1
        }
        #expect(english.phrases.contains { $0.objects.count == count })
      }
    }
    #expect(lone > 5 && among > 20 && onceSaid > 10, "\(lone) alone, \(among) among others, \(onceSaid) once")
  }

  /// A caption of one of several says its place among them, or something else of it: never only that there are several.
  @Test func regionsSaySomething() throws {
    var placed = 0
    for said in Self.all {
      for entry in said.captions where entry.kind == "regional" {
        let english = try #require(entry.texts.first { $0.language == "en" }).text
        let isPlain = entry.claims.allSatisfy { ["class", "count", "several"].contains($0.predicate) }
        let isOneOfSeveral = entry.claims.contains { ["count", "several"].contains($0.predicate) }
        #expect(!(isPlain && isOneOfSeveral), "\(english)")
        for claim in entry.claims {
          guard let extreme = Extreme(rawValue: claim.predicate) else { continue }
          placed += 1
          let words = extreme.rawValue.split(separator: "_").last.map(String.init) ?? ""
          #expect(
            english.contains(words) || english.contains("from the \(words.replacing("most", with: ""))"),
            "\(english)")
        }
      }
    }
    #expect(placed > 0)
  }

  /// No placeholder is left, no space doubled, every question ends in its mark.
  @Test func sentencesAreWhole() {
    for said in Self.all {
      let texts = said.questions.flatMap(\.texts) + said.captions.flatMap(\.texts)
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
