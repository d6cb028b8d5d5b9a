import JSON
import Perturbation
import RandomStreams
import Testing
import TextModel

@Suite struct BehaviourSuiteTests {
  private func suite() throws -> BehaviourSuite {
    BehaviourSuite(
      task: "sentiment", texts: try SampleTexts.english(tokenises: false), severity: .strong,
      stream: RandomStream(seed: 2))
  }

  /// A model that ignores case and negation: the suite must find the one fault and not the other.
  @Test func findsWhatAModelCannotDo() throws {
    let suite = try suite()
    func deaf(_ text: AnnotatedText) -> ModelAnswer {
      let string = text.string.lowercased()
      let isBad = ["terrible", "dirty", "awful", "unfriendly", "dislike", "hate", "excellently"].contains {
        string.contains($0)
      }
      return ModelAnswer(isBad || string.contains("is not") ? "negative" : "positive")
    }
    let byName = Dictionary(uniqueKeysWithValues: suite.tests.map { ($0.name, $0) })
    let negation = try #require(byName["negation"])
    #expect(negation.kind == .directional && negation.effect == .flips)
    // `was not`, `do not` and `does not` are more than it knows.
    #expect(!negation.failures(deaf).isEmpty)
    let cased = try #require(byName["case-noise"])
    #expect(cased.kind == .invariance && cased.failures(deaf).isEmpty)
    #expect(
      cased.failures { ModelAnswer($0.string.contains("clean") ? "positive" : "negative") }.isEmpty == false)
    let labelled = try #require(byName["as labelled"])
    #expect(labelled.kind == .minimumFunctionality && labelled.cases.count == 5)
    #expect(labelled.failures { ModelAnswer($0.label("sentiment") ?? "") }.isEmpty)
    #expect(labelled.failures { _ in ModelAnswer("positive") }.count == 2)
  }

  @Test func scoresMustNotFall() throws {
    let suite = try suite()
    let test = try #require(suite.tests.first { $0.effect == .strengthens })
    let steady = test.failures {
      ModelAnswer("positive", scores: ["positive": 0.8, "negative": 0.2 + 0 * Double($0.scalars.count)])
    }
    #expect(steady.isEmpty)
    let falling = test.failures { text in
      let p =
        text.string.contains("very") || text.string.contains("really") || text.string.contains("extremely")
        ? 0.3 : 0.9
      return ModelAnswer("positive", scores: ["positive": p, "negative": p])
    }
    #expect(falling.count == test.cases.count)
  }

  @Test func linesCarryThePair() throws {
    let lines = try suite().lines(unit: .utf16)
    #expect(lines.count > 30)
    let pair = try #require(lines.first { $0["pair"] != nil }?["pair"])
    #expect(pair["unit"] == .string("utf16"))
    #expect(pair["alignment"] != nil && pair["rounds"] != nil)
  }

  /// Offsets in the export, taken by the standard library's view.
  @Test func exportedOffsetsSlice() throws {
    let text = try SampleTexts.text("😀 go to [city:Köln] now", "en-US")
    var noisy = NoisyText(text)
    noisy.append(
      try text.applying([TextEdit(0..<1, "👨‍👩‍👧", operation: "x"), TextEdit(9..<10, "oe", operation: "x")]))
    for unit in OffsetUnit.allCases {
      for side in ["clean", "noisy"] {
        let json = try #require(noisy.json(unit: unit)[side])
        guard case .string(let string)? = json["text"], case .array(let spans)? = json["spans"],
          case .integer(let start)? = spans[0]["start"], case .integer(let end)? = spans[0]["end"],
          case .string(let surface)? = spans[0]["surface"]
        else {
          Issue.record("\(json)")
          continue
        }
        #expect(surface == (side == "clean" ? "Köln" : "Koeln"))
        let slice: String =
          switch unit {
          case .scalar: String(String.UnicodeScalarView(Array(string.unicodeScalars)[start..<end]))
          case .utf8: String(decoding: Array(string.utf8)[start..<end], as: UTF8.self)
          case .utf16: String(decoding: Array(string.utf16)[start..<end], as: UTF16.self)
          case .grapheme: String(Array(string)[start..<end])
          }
        #expect(slice == surface)
      }
    }
  }

  @Test func chainsAddNothingBackwards() throws {
    let text = try SampleTexts.english(tokenises: true)[1]
    var chain = PerturbationChain([
      .init(KeyboardTypo(), severity: .mild), .init(SpokenInsertion(.filler), probability: 0.5),
    ])
    let stream = RandomStream(seed: 5)
    let before = chain.perturb(text, stream: stream)
    chain.steps.append(.init(CaseNoise(), severity: .strong))
    let after = chain.perturb(text, stream: stream)
    #expect(after.rounds.starts(with: before.rounds))
    #expect(after.rounds.count == before.rounds.count + 1)
    #expect(after.restored == text.scalars)
    chain.maximumEdits = 3
    #expect(chain.perturb(text, stream: stream).rounds.joined().count <= 3)
  }
}
