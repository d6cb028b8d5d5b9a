import Diagnostics
import Language
import Testing

@Suite struct SamplingTests {
  static let small = """
    template: t
    slots: {city: {values: {a: A, b: B, c: C}}}
    intents:
      go:
        en: |
          go to {city} [now] (soon|later|(at once|right away);*3)
          leave {city}
      stay:
        weight: 3
        en: "(stay|remain) here [please;25%]"
    """

  private func texts(_ plan: SamplingPlan) -> [String] {
    var derivation = Derivation(for: plan.space)
    var realiser = Realiser(plan.space)
    var sample = RealisedSample(for: plan.space)
    return (0..<plan.count).map { index in
      plan.derive(index, into: &derivation)
      realiser.realise(derivation, into: &sample)
      return sample.texts[0].string
    }
  }

  /// Every mode, asked for everything, gives everything once.
  @Test(arguments: [SamplingMode.uniform, .weighted, .even])
  func allOfASpaceIsDrawnOnce(mode: SamplingMode) throws {
    let space = try space(Self.small)
    let whole = Int(space.count.word ?? 0)
    #expect(whole == 31)
    let plan = try SamplingPlan(space, mode: mode, count: whole, seed: 9)
    #expect(Set(texts(plan)).count == whole)
    #expect(throws: (any Error).self) { try SamplingPlan(space, mode: mode, count: whole + 1, seed: 9) }
  }

  /// However many wordings a value has in which language, values that several places share are drawn evenly.
  @Test(arguments: [SamplingMode.weighted, .even])
  func sharedValuesAreDrawnEvenly(mode: SamplingMode) throws {
    let parallel = """
      template: t
      languages: [zh, en]
      slots:
        thing:
          values:
            a: {zh: 甲, en: [A, AA]}
            b: {zh: [乙, 乙乙], en: [B, BB]}
            c: {zh: [丙, 丙丙], en: C}
            d: {zh: [丁, 丁丁], en: [D, DD, DDD]}
      intents:
        say:
          zh: |
            要 {thing} (吧|啦|呀|嘛)
            不要 (一|二|三|四|五|六|七|八)
          en: |
            take {thing} (now|soon|later|today)
            take none (1|2|3|4|5|6|7|8)
      """
    let plan = try SamplingPlan(try space(parallel), mode: mode, count: 80, seed: 4)
    var counts: [Character: Int] = [:]
    for text in texts(plan) {
      counts[text.first { "甲乙丙丁".contains($0) } ?? "-", default: 0] += 1
    }
    // Half of the samples name a thing; shares are quotas.
    for thing in "甲乙丙丁" { #expect(abs((counts[thing] ?? 0) - 10) <= 1, "\(counts)") }
  }

  /// For many random grammars, at several sizes: no sample twice, in any mode.
  @Test func randomGrammarsAreDrawnWithoutReplacement() throws {
    var tried = 0
    for seed in 0..<120 as Range<UInt64> {
      var random = RandomTemplates(seed: seed)
      guard let space = try? space(random.text()), let whole = space.count.word, whole < 4000 else {
        continue
      }
      // Ranks differ where marked sentences may not: count by those of all derivations.
      var times: [String: Int] = [:]
      for text in all(space) { times[text, default: 0] += 1 }
      for mode in [SamplingMode.uniform, .weighted, .even] {
        for count in [1, 7, Int(whole) / 3, Int(whole)] where count <= whole && count > 0 {
          let plan = try SamplingPlan(space, mode: mode, count: count, seed: seed)
          var drawn: [String: Int] = [:]
          var derivation = Derivation(for: space)
          var realiser = Realiser(space)
          var sample = RealisedSample(for: space)
          for index in 0..<count {
            plan.derive(index, into: &derivation)
            realiser.realise(derivation, into: &sample)
            drawn[marked(sample.texts[0], space), default: 0] += 1
          }
          let isWithin = drawn.allSatisfy { $0.value <= times[$0.key] ?? 0 }
          #expect(isWithin, "seed \(seed), \(mode), \(count)")
        }
      }
      tried += 1
    }
    #expect(tried > 8)
  }

  /// Shares of rules are those of their derivations: χ² with the counts of every derivation of a small space, over many
  /// small samples. 30 degrees of freedom; 70 is beyond 10⁻⁴.
  @Test func uniformIsUniform() throws {
    let space = try space(Self.small)
    let whole = Int(space.count.word ?? 0)
    var counts: [String: Int] = [:]
    let runs = 3000
    for seed in 0..<runs {
      for text in texts(try SamplingPlan(space, mode: .uniform, count: 5, seed: UInt64(seed))) {
        counts[text, default: 0] += 1
      }
    }
    let expected = Double(runs * 5) / Double(whole)
    let chi = counts.values.reduce(0.0) { $0 + (Double($1) - expected) * (Double($1) - expected) / expected }
    #expect(counts.count == whole)
    #expect(chi < 70)
  }

  /// A rule with a tenth of the space gets a tenth of the samples, not half.
  @Test func sharesOfRulesAreThoseOfTheirDerivations() throws {
    let many = (0..<3840).map { "a\($0)" }.joined(separator: "|")
    let few = (0..<160).map { "b\($0)" }.joined(separator: "|")
    let space = try space("template: t\nintents:\n  i:\n    en: |\n      (\(many))\n      (\(few))\n")
    var seldom = 0
    for seed in 0..<50 {
      seldom += texts(try SamplingPlan(space, mode: .uniform, count: 200, seed: UInt64(seed)))
        .count { $0.hasPrefix("b") }
    }
    // Hypergeometric: 400 expected, standard deviation 19.
    #expect(abs(seldom - 400) < 100)
    let even = texts(try SamplingPlan(space, mode: .even, count: 200, seed: 1)).count { $0.hasPrefix("b") }
    #expect(even == 100)
  }

  @Test func weightsAreQuotas() throws {
    let text = """
      template: t
      slots: {n: {range: 1..1000}}
      intents:
        rare: {weight: 1, en: "rare {n}"}
        often:
          weight: 9
          en: |
            often {n} ; *3
            seldom {n} [indeed;20%]
      """
    let compiled = try space(text)
    let drawn = texts(try SamplingPlan(compiled, mode: .weighted, count: 1000, seed: 4))
    #expect(Set(drawn).count == 1000)
    #expect(drawn.count { $0.hasPrefix("rare") } == 100)
    #expect(abs(drawn.count { $0.hasPrefix("often") } - 675) <= 1)
    #expect(abs(drawn.count { $0.hasSuffix("indeed") } - 45) <= 2)
    // Asked for one at a time, shares hold on average: strata smaller than a sample are not forgotten.
    let single = (0..<4000).map { seed in
      (try? SamplingPlan(compiled, mode: .weighted, count: 3, seed: UInt64(seed))).map(texts) ?? []
    }.joined()
    let share = Double(single.count { $0.hasSuffix("indeed") }) / 12_000
    #expect(abs(share - 0.045) < 0.01)
  }

  /// 10¹² derivations, a million samples: none twice, and constant memory but for the test's own set.
  @Test func aMillionOfATrillionWithoutDuplicates() throws {
    let words = (0..<1000).map { "w\($0)" }.joined(separator: "|")
    let space = try space("template: t\nintents:\n  i: \"(\(words)) (\(words)) (\(words)) (\(words))\"\n")
    #expect(space.count.description == "1000000000000")
    let plan = try SamplingPlan(space, mode: .uniform, count: 1_000_000, seed: 2)
    var derivation = Derivation(for: space)
    var realiser = Realiser(space)
    var sample = RealisedSample(for: space)
    var seen: Set<ArraySlice<UInt8>> = []
    seen.reserveCapacity(1_000_000)
    for index in 0..<plan.count {
      plan.derive(index, into: &derivation)
      realiser.realise(derivation, into: &sample)
      seen.insert(sample.texts[0].bytes[...])
    }
    #expect(seen.count == 1_000_000)
  }

  /// Every combination of the choices of so many parts of a sentence occurs, told by the words alone, in few more rows than
  /// the largest parts need.
  @Test(arguments: [1, 2, 3, 4]) func coverageHoldsEveryCombination(strength: Int) throws {
    let sizes = strength < 3 ? [10, 9, 7, 5, 2] : [5, 4, 3, 3, 2]
    let slots = sizes.enumerated().map { number, size in
      "  s\(number): [\((0..<size).map { "w\(number)\($0)" }.joined(separator: ", "))]\n"
    }
    let sentence = sizes.indices.map { "{s\($0)}" }.joined(separator: " ")
    let space = try space("template: t\nslots:\n\(slots.joined())intents:\n  i: \"x \(sentence)\"\n")
    let plan = try SamplingPlan(space, mode: .coverage, count: 100_000, strength: strength, seed: 3)
    let drawn = texts(plan).map { $0.split(separator: " ").dropFirst().map(String.init) }
    #expect(drawn.allSatisfy { $0.count == sizes.count })
    // Every subset of the parts, as the bits of a number.
    for subset in 1..<(1 << sizes.count) where subset.nonzeroBitCount == strength {
      let parts = sizes.indices.filter { subset >> $0 & 1 == 1 }
      let seen = Set(drawn.map { row in parts.map { row[$0] } })
      #expect(seen.count == parts.reduce(1) { $0 * sizes[$1] }, "\(parts)")
    }
    let bound = sizes.prefix(strength).reduce(1, *)
    #expect(drawn.count >= bound && drawn.count <= 2 * bound, "\(drawn.count) rows")
  }

  /// What would fill the memory is refused, with a way out.
  @Test func tooManyCombinationsAreRefused() throws {
    let words = (0..<60).map { "w\($0)" }.joined(separator: "|")
    let space = try space(
      "template: t\nintents:\n  i: \"\(repeatElement("(\(words))", count: 8).joined(separator: " "))\"\n")
    #expect(throws: DioramaError.self) {
      try SamplingPlan(space, mode: .coverage, count: 10, strength: 4, seed: 1)
    }
  }

  /// A sample is a function of seed and index: asked for alone, backwards or by another reader, it is the same.
  @Test func anySampleIsFoundAtOnce() throws {
    let space = try space(Self.small)
    for mode in [SamplingMode.uniform, .weighted, .even, .coverage] {
      let plan = try SamplingPlan(space, mode: mode, count: 20, seed: 6)
      let forwards = texts(plan)
      let other = try SamplingPlan(space, mode: mode, count: 20, seed: 6)
      var derivation = Derivation(for: space)
      var realiser = Realiser(space)
      var sample = RealisedSample(for: space)
      for index in (0..<plan.count).reversed() {
        other.derive(index, into: &derivation)
        realiser.realise(derivation, into: &sample)
        #expect(sample.texts[0].string == forwards[index])
      }
    }
  }
}
