import Foundation
import Language
import Testing
import TextModel

/// What ships knows its words: part of speech, lemma and features of every word of every set, in both languages.
@Suite struct ShippedWordsTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("templates")

  static let sets: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { TemplateSource.isTemplate(folder.appendingPathComponent($0).path) }.sorted()
  }()

  @Test func setsAreThere() { #expect(Self.sets.count >= 21) }

  /// Values of features that the tables use, as the guidelines of Universal Dependencies list them.
  private static let features: [String: Set<String>] = [
    "Aspect": ["Exp", "Perf", "Prog"], "Case": ["Acc", "Nom"], "Definite": ["Def", "Ind"],
    "Degree": ["Pos", "Cmp", "Sup"], "Foreign": ["Yes"], "Gender": ["Fem", "Masc", "Neut"],
    "Mood": ["Ind", "Imp"], "NounType": ["Clf"], "NumType": ["Card", "Ord"], "Number": ["Sing", "Plur"],
    "Person": ["1", "2", "3"], "Polarity": ["Neg"], "Polite": ["Form"], "Poss": ["Yes"],
    "PronType": ["Art", "Dem", "Ind", "Int", "Neg", "Prs", "Tot"], "Reflex": ["Yes"],
    "Tense": ["Past", "Pres"], "VerbForm": ["Fin", "Ger", "Inf", "Part"],
  ]

  private static func isSound(_ features: String) -> Bool {
    let parts = features.split(separator: "|", omittingEmptySubsequences: false).map {
      $0.split(separator: "=").map(String.init)
    }
    // Names ascend, as CoNLL-U wants them.
    return parts.allSatisfy { $0.count == 2 && Self.features[$0[0]]?.contains($0[1]) ?? false }
      && zip(parts, parts.dropFirst()).allSatisfy { $0[0].lowercased() < $1[0].lowercased() }
  }

  @Test(arguments: sets)
  func everyWordIsKnown(set: String) throws {
    let source = try TemplateSource(path: Self.folder.appendingPathComponent(set).path)
    let space = try GrammarCompiler.compile(source.set)
    let plan = try SamplingPlan(space, mode: .even, count: 400, seed: 11)
    var derivation = Derivation(for: space)
    var realiser = Realiser(space)
    var sample = RealisedSample(for: space)
    var unknown: Set<String> = []
    var unsound: Set<String> = []
    for index in 0..<plan.count {
      plan.derive(index, into: &derivation)
      realiser.realise(derivation, into: &sample)
      for text in sample.spoken {
        let tags = try #require(text.tags(in: space), "\(set) has no table of words")
        let scalars = Array(text.string.unicodeScalars)
        for (token, tag) in zip(text.tokens, tags) {
          let word = String(String.UnicodeScalarView(scalars[Int(token.lowerBound)..<Int(token.upperBound)]))
          if tag.pos == nil || tag.lemma?.isEmpty ?? true { unknown.insert(word) }
          if let features = tag.features, !Self.isSound(features) { unsound.insert(word + " " + features) }
        }
      }
    }
    #expect(unknown.isEmpty, "without a part of speech or lemma: \(unknown.sorted().prefix(20))")
    #expect(unsound.isEmpty, "no features of Universal Dependencies: \(unsound.sorted().prefix(20))")
  }
}
