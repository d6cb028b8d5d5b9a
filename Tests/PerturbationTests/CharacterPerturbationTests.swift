import Perturbation
import RandomStreams
import Testing
import TextModel

@Suite struct CharacterPerturbationTests {
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

  /// Keys that touch, from a picture of a keyboard.
  @Test func typosAreNeighbours() throws {
    let keys: [Character: String] = [
      "a": "qwsz", "g": "tyfhvb", "p": "ol0", "q": "12wa", "m": "njk", "l": "opk", "T": "RYFG", "z": "asx",
    ]
    let text = AnnotatedText(String(repeating: "agpqmlTz", count: 20), language: "en-US")
    var seen: [Character: Set<Character>] = [:]
    var edits = 0
    let rounds = 400
    for seed in 0..<rounds {
      let revision = try #require(
        KeyboardTypo().perturb(text, severity: .moderate, stream: RandomStream(seed: UInt64(seed))))
      edits += revision.records.count
      for record in revision.records {
        let (from, to) = (try #require(record.removed.first), try #require(record.edit.replacement.first))
        seen[from, default: []].insert(to)
      }
    }
    for (key, beside) in keys {
      let found = seen[key] ?? []
      #expect(found.isSubset(of: Set(beside + "567890123")), "\(key): \(found)")
      #expect(Set(beside).subtracting("0123456789").isSubset(of: found), "\(key): \(found)")
    }
    // One letter in ten: 160 letters, 400 texts, five standard deviations.
    let expected = 0.1 * 160 * Double(rounds)
    #expect(abs(Double(edits) - expected) < 5 * (expected * 0.9).squareRoot(), "\(edits) of \(expected)")
  }

  @Test func aHigherSeverityKeepsTheEditsOfALowerOne() throws {
    let text = AnnotatedText("The quick brown fox jumps over the lazy dog", language: "en-US")
    for seed in 0..<200 {
      var before: Set<TextEdit> = []
      for severity in Severity.allCases {
        let stream = RandomStream(seed: UInt64(seed))
        let edits = Set(
          KeyboardTypo().perturb(text, severity: severity, stream: stream)?.records.map(\.edit) ?? [])
        // The one edit that a text gets at least may give way to the first that is due.
        if before.count > 1 { #expect(before.isSubset(of: edits)) }
        #expect(!edits.isEmpty)
        before = edits
      }
    }
  }

  @Test func innerLettersOnly() {
    let swaps = sites(CharacterNoise(.swap), "the navigation of it")
    #expect(swaps.map(\.0) == ["av", "vi", "ig", "ga", "at", "ti", "io"])
    #expect(swaps.first?.1 == ["va"])
    #expect(sites(CharacterNoise(.delete), "café noir").map(\.0) == ["a", "o", "i"])
    #expect(sites(CharacterNoise(.substitute), "Abcd").first?.1.count == 25)
  }

  @Test func recognitionConfusesShapes() {
    let found = sites(OCRConfusion(), "barn 0未")
    #expect(found.contains { $0.0 == "rn" && $0.1 == ["m"] })
    #expect(found.contains { $0.0 == "0" && $0.1 == ["O", "o"] })
    #expect(found.contains { $0.0 == "未" && $0.1.contains("末") })
  }

  @Test func numbersKeepTheirMarksAndSpaces() {
    #expect(sites(PunctuationNoise(), "At 3.5 km, 10:30 or a@b.com.").map(\.0) == [",", "."])
    let spaces = sites(WhitespaceNoise(), "5 6 a b").filter { $0.0 == " " }
    #expect(spaces.map(\.1) == [["  "], ["", "  "], ["", "  "]])
  }

  @Test func accentsGoAlone() {
    #expect(sites(DiacriticsRemoval(), "Café re\u{301}sume\u{301}").map(\.0) == ["é", "\u{301}", "\u{301}"])
    let text = AnnotatedText("re\u{301}sumé", language: "en-US")
    let all = DiacriticsRemoval().perturb(text, severity: .severe, stream: RandomStream(seed: 1))
    #expect(all?.text.string.unicodeScalars.allSatisfy(\.isASCII) == true || all?.records.count == 1)
  }

  @Test func caseChangesCaseOnly() {
    for (word, forms) in sites(CaseNoise(), "Straße ok ÉTÉ") {
      #expect(!forms.isEmpty)
      for form in forms {
        #expect(form != word)
        #expect(form.lowercased() == word.lowercased() || form.uppercased() == word.uppercased())
      }
    }
  }
}
