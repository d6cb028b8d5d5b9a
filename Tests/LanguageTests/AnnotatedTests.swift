import Language
import Testing
import TextModel

@Suite struct AnnotatedTests {
  /// A realised sentence as a text model: the model's own checks hold, and spans read the same in all four units.
  @Test func sentencesBecomeTexts() throws {
    let text = """
      template: t
      languages: zh
      slots: {place: {values: {home: {zh: 家 👨‍👩‍👧}}}, day: {values: {d: {zh: 明天}}}}
      intents: {go: {labels: {mood: calm}, zh: "{day} 导航 到 {place>destination} 。"}}
      """
    let space = try space(text)
    var derivation = Derivation(for: space)
    var realiser = Realiser(space)
    var sample = RealisedSample(for: space)
    space.unrank(0 as UInt64, into: &derivation)
    realiser.realise(derivation, into: &sample)
    let annotated = try sample.texts[0].annotated(in: space, derivation: "0")
    #expect(annotated.string == "明天导航到家👨‍👩‍👧。")
    #expect(annotated.spans.map { annotated.surface(of: $0) } == ["明天", "家👨‍👩‍👧"])
    #expect(annotated.spans.map(\.role) == [nil, "destination"])
    #expect(annotated.spans.map(\.value) == ["d", "home"])
    #expect(annotated.label("intent") == "go" && annotated.label("mood") == "calm")
    #expect(annotated.tokens.map { annotated.surface($0.range) } == ["明天", "导航", "到", "家", "👨‍👩‍👧", "。"])
    // Two characters and five, one and five scalars; a family is one grapheme of five scalars.
    #expect(annotated.ranges(in: .grapheme)[1] == 5..<7)
    #expect(annotated.ranges(in: .scalar)[1] == 5..<11)
    #expect(annotated.ranges(in: .utf16)[1] == 5..<14)
  }

  /// All pairs of a covering sample, none of a single one.
  @Test func coverageIsReported() throws {
    let text = "template: t\nslots: {a: [x, y, z], b: [p, q], c: [m, n]}\nintents: {i: '{a} {b} {c}'}\n"
    let space = try space(text)
    func report(_ mode: SamplingMode, _ count: Int, strength: Int = 2) throws -> CoverageReport {
      try Self.coverage(of: space, mode, count, strength: strength)
    }
    let covering = try report(.coverage, 100).strengths
    #expect(covering.map(\.share).prefix(2) == [1, 1])
    #expect(covering.map(\.possible.description) == ["7", "16", "12"])
    #expect(covering[2].seen < 12)
    #expect(try report(.coverage, 100, strength: 3).strengths.map(\.share) == [1, 1, 1])
    #expect(try report(.uniform, 1).strengths.map(\.seen) == [3, 3, 1])
    #expect(try report(.uniform, 12).strengths.map(\.share) == [1, 1, 1])
  }

  private static func coverage(
    of space: DerivationSpace, _ mode: SamplingMode, _ count: Int, strength: Int = 2
  ) throws -> CoverageReport {
    let plan = try SamplingPlan(space, mode: mode, count: count, strength: strength, seed: 1)
    var report = CoverageReport(space)
    var derivation = Derivation(for: space)
    var realiser = Realiser(space)
    var sample = RealisedSample(for: space)
    for index in 0..<plan.count {
      plan.derive(index, into: &derivation)
      realiser.realise(derivation, into: &sample)
      report.add(sample)
    }
    return report
  }

  /// What conditions rule out, and what one of two languages has no words for, is nothing to be covered. Three cities: six
  /// ordered pairs without a repetition, times two freely chosen days; Chinese knows two of the cities.
  @Test func coverageCountsWhatCanBeSaid() throws {
    let slots =
      "slots:\n  city: {values: {a: {en: A, zh: 甲}, b: {en: B, zh: 乙}, c: {en: C}}}\n  day: {values: {p: {en: P, zh: 丙}, q: {en: Q, zh: 丁}}}\n"
    let intents =
      "intents:\n  go:\n    where: from != to\n    en: '{city:from} {city:to} {day}'\n    zh: '{city:from} {city:to} {day}'\n"
    let english = try space(
      "template: t\nlanguages: [en]\n"
        + slots.replacing(", zh: 甲", with: "").replacing(", zh: 乙", with: "").replacing(", zh: 丙", with: "")
        .replacing(", zh: 丁", with: "")
        + intents.replacing("    zh: '{city:from} {city:to} {day}'\n", with: ""))
    let one = try Self.coverage(of: english, .uniform, 12).strengths
    #expect(one.map(\.possible.description) == ["8", "18", "12"])
    #expect(one.map(\.seen) == [8, 18, 12])
    let both = try space("template: t\nlanguages: [en, zh]\n" + slots + intents)
    let two = try Self.coverage(of: both, .uniform, 4).strengths
    #expect(two.map(\.possible.description) == ["6", "10", "4"])
    #expect(two.map(\.seen) == [6, 10, 4])
  }
}
