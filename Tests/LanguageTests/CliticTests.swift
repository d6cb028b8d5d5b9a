import Language
import Testing

/// English words end before what leans on them, wherever a template has the seam.
@Suite struct CliticTests {
  private func words(_ intent: String) throws -> [[String]] {
    let text =
      "template: t\nlanguages: [en]\nslots: {who: [Anna, the residents]}\naliases: {name: [Anna]}\nintents: {i: \"\(intent)\"}\n"
    let space = try space(text)
    return try (0..<#require(space.count.word)).map { rank in
      var derivation = Derivation(for: space)
      var realiser = Realiser(space)
      var sample = RealisedSample(for: space)
      space.unrank(rank, into: &derivation)
      realiser.realise(derivation, into: &sample)
      let scalars = Array(sample.texts[0].string.unicodeScalars)
      return sample.texts[0].tokens.map {
        String(String.UnicodeScalarView(scalars[Int($0.lowerBound)..<Int($0.upperBound)]))
      }
    }
  }

  @Test(arguments: [
    (
      "it's what I don't need, we'll go at one o'clock", "it|'s|what|I|do|n't|need|,|we|'ll|go|at|one|o'clock"
    ),
    ("can't the residents' dog", "ca|n't|the|residents|'|dog"), ("Xi'an can wait", "Xi'an|can|wait"),
    ("<name>'s car", "Anna|'s|car"), ("say 'yes' and 'us'", "say|'yes'|and|'us'"),
  ])
  func divides(text: String, expected: String) throws {
    #expect(try words(text) == [expected.split(separator: "|").map(String.init)])
  }

  @Test func behindSlots() throws {
    #expect(try words("{who}'s car") == [["Anna", "'s", "car"], ["the", "residents", "'s", "car"]])
  }

  /// Words of other languages are as they were.
  @Test func onlyEnglish() throws {
    let space = try space("template: t\nlanguages: [fr]\nintents: {i: \"l'an d'or\"}\n")
    #expect(space.tokens.count == 2)
  }
}
