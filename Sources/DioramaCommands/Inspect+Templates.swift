import Diagnostics
import JSON
import Language
import TextModel

/// What a template file holds: how much it derives, of what shares, what it sounds like, what is odd about it.
extension Inspect {
  static func templates(
    _ path: String, overrides: [String], samples: Int = 12
  ) throws -> ([(String, JSONValue)], [Warning]) {
    let source = try TemplateSource(path: path, overrides: overrides)
    let space = try GrammarCompiler.compile(source.set, languages: source.languages)
    var warnings = source.warnings + TemplateLint.warnings(in: source.set)
    var facts: [(String, JSONValue)] = [
      ("template", .string(space.name)), ("languages", .array(space.languages.map { .string($0) })),
      ("derivations", .string(space.count.grouped)),
    ]
    // Each language by itself: in parallel samples a text repeats for every wording of the others.
    let alone = try space.languages.map { ($0, try GrammarCompiler.compile(source.set, languages: [$0])) }
    if alone.count > 1 {
      for (language, own) in alone {
        facts.append(("derivations in \(language)", .string(own.count.grouped)))
      }
    }
    let whole = space.count.approximation
    facts.append(
      (
        "intents",
        .object(
          space.intents.filter { $0.node >= 0 }.map { intent in
            let count = space.count(of: intent.node)
            let share = (count.approximation / whole * 1e6).rounded() / 1e4
            return .init(intent.name, .string("\(count.grouped) (\(share) %)"))
          })
      ))
    facts.append(("sentence templates", .integer(space.templates.count)))
    facts.append(
      (
        "slots",
        .object(source.set.slots.map { .init($0.name, .integer($0.values.count)) })
      ))
    for (language, own) in alone {
      let ambiguity = Ambiguity(of: own)
      facts.append(
        (
          "distinct texts in \(language)",
          .string(
            "\(ambiguity.distinct) of \(ambiguity.examined) derivations "
              + (ambiguity.isExhaustive ? "(all)" : "(sampled)"))
        ))
      warnings += clashes(ambiguity, language)
    }
    for (language, words) in try unknownWords(space, source) where !words.isEmpty {
      facts.append(
        ("words without a part of speech in \(language)", .string(words.joined(separator: " "))))
    }
    facts.append(("samples", .array(try lines(space, source, samples).map { .string($0) })))
    if source.sampling == .coverage { facts.append(("coverage", .object(try coverage(space, source)))) }
    return (facts, warnings)
  }

  /// What the whole covering sample holds of the values of slots, alone and two and three at a time.
  private static func coverage(_ space: DerivationSpace, _ source: TemplateSource) throws -> [JSONValue
    .Member]
  {
    let plan = try SamplingPlan(
      space, mode: .coverage, count: source.count, strength: source.strength, seed: source.seed)
    var report = CoverageReport(space)
    each(of: plan) { report.add($0) }
    let shares = report.strengths.map { strength -> JSONValue.Member in
      let share = (strength.share * 1e6).rounded(.down) / 1e4
      let number = strength.variables
      return .init(
        number == 1 ? "single values" : "\(number) values together",
        .string("\(strength.seen) of \(strength.possible.grouped) (\(share) %)"))
    }
    return [.init("samples", .integer(plan.count))] + shares
  }

  /// Words that some samples have and the tables of words do not know where they stand, by language.
  private static func unknownWords(_ space: DerivationSpace, _ source: TemplateSource) throws -> [(
    String, [String]
  )] {
    guard space.words.contains(where: { !$0.isEmpty }) else { return [] }
    let most = Int(clamping: space.count.word ?? .max)
    let plan = try SamplingPlan(space, mode: .even, count: min(20_000, most), seed: source.seed)
    var found: [Int32: Set<String>] = [:]
    each(of: plan) { sample in
      for text in sample.spoken {
        guard let tags = text.tags(in: space), tags.contains(.unknown) else { continue }
        let scalars = Array(text.string.unicodeScalars)
        for (token, tag) in zip(text.tokens, tags) where tag == .unknown {
          found[text.language, default: []].insert(
            String(String.UnicodeScalarView(scalars[Int(token.lowerBound)..<Int(token.upperBound)])))
        }
      }
    }
    return found.keys.sorted().map { (space.languages[Int($0)], (found[$0] ?? []).sorted()) }
  }

  private static func each(of plan: SamplingPlan, _ body: (RealisedSample) -> Void) {
    var derivation = Derivation(for: plan.space)
    var realiser = Realiser(plan.space)
    var sample = RealisedSample(for: plan.space)
    for index in 0..<plan.count {
      plan.derive(index, into: &derivation)
      realiser.realise(derivation, into: &sample)
      body(sample)
    }
  }

  private static func clashes(_ ambiguity: Ambiguity, _ language: String) -> [Warning] {
    let among = ambiguity.isExhaustive ? "" : " among \(ambiguity.examined) sampled"
    func warning(_ what: String, _ count: Int, _ clashes: [Ambiguity.Clash]) -> [Warning] {
      guard count > 0 else { return [] }
      let shown = clashes.prefix(3).map { "“\($0.text)” (\($0.first), \($0.second))" }.joined(separator: "; ")
      return [Warning("\(count) texts in \(language)\(among) \(what): \(shown)")]
    }
    return warning("belong to two intents", ambiguity.betweenCount, ambiguity.betweenIntents)
      + warning("are derived twice by one intent", ambiguity.withinCount, ambiguity.withinIntents)
  }

  /// Samples, one a line, as they are generated.
  private static func lines(_ space: DerivationSpace, _ source: TemplateSource, _ count: Int) throws
    -> [String]
  {
    let most = Int(clamping: space.count.word ?? UInt64(count))
    let plan = try SamplingPlan(
      space, mode: source.sampling, count: min(count, most), strength: source.strength, seed: source.seed)
    var lines: [String] = []
    each(of: plan) { sample in
      let texts = sample.spoken.map(\.string).joined(separator: " / ")
      lines.append(space.intents[Int(sample.intent)].name + ": " + texts)
    }
    return lines
  }
}
