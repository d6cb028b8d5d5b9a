import Language
import Testing

@Suite struct CountingTests {
  /// For many random template files: as many derivations as there are when all choices are written out, and the same
  /// sentences with the same labels.
  @Test func countIsTheNumberOfSentencesWrittenOut() throws {
    var compared = 0
    var sentences = 0
    for seed in 0..<400 as Range<UInt64> {
      var random = RandomTemplates(seed: seed)
      let text = random.text()
      let set = try templates(text)
      guard let space = try? GrammarCompiler.compile(set) else { continue }
      guard let count = space.count.word, count <= 10_000 else { continue }
      guard let written = try? BruteForce(set: set).sentences("en") else { continue }
      let unranked = all(space)
      #expect(written.count == Int(count), "seed \(seed)")
      #expect(written.sorted() == unranked.sorted(), "seed \(seed)")
      guard written.count == Int(count) else { return }
      compared += 1
      sentences += written.count
    }
    #expect(compared > 30)
    #expect(sentences > 10_000)
  }

  @Test func knownCounts() throws {
    let text = """
      template: t
      slots:
        city: {values: {a: {en: [A, AA]}, b: {en: B}, c: {en: C}}}
        n: {range: 1..10 step 0.5}
      intents:
        go:
          where: from != to
          en: |
            [please] go from {city:from} to {city:to}
            (wait|stop) {n} [hours]
      """
    // Two words for a: pairs (a,b),(a,c) and back 2 each, (b,c),(c,b) 1 each = 10, twice; 2 · 19 · 2.
    #expect(try space(text).count.word == 96)
  }

  /// Beyond all words: a space of 10^40, whose first and last ranks and a middle one are read back from its digits.
  @Test func largeSpacesUnrankByDigits() throws {
    let digits = (0..<10).map { "d\($0)" }.joined(separator: "|")
    let line = (0..<40).map { _ in "(\(digits))" }.joined(separator: " ")
    let space = try space("template: t\nintents:\n  i: \"\(line)\"\n")
    #expect(space.count.description == "1" + String(repeating: "0", count: 40))
    var derivation = Derivation(for: space)
    var realiser = Realiser(space)
    var sample = RealisedSample(for: space)
    for rank in ["0", "9999999999999999999999999999999999999999", "1234567890123456789012345678901234567890"]
    {
      var number = Natural.zero
      for digit in rank { number = number * 10 + Natural(digit.wholeNumberValue ?? 0) }
      space.unrank(number, into: &derivation)
      realiser.realise(derivation, into: &sample)
      let read = sample.texts[0].string.split(separator: " ").map { $0.dropFirst() }.reversed().joined()
      #expect(read == String(repeating: "0", count: 40 - rank.count) + rank)
    }
  }
}
