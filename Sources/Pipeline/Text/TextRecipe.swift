import Conversations
package import Diagnostics
import Identities
import JSON
import Language
import LocatedYAML
package import TextFormats
import VerifiedProblems

/// What a recipe of texts asks for, read and compiled: templates of labelled sentences, or problems.
package struct TextRecipe: Sendable {
  package var name: String
  /// The file as written.
  package var text: String
  package var seed: UInt64
  package var source: any TextLineSource
  package var split: TextSplit
  package var warnings: [Warning] = []
  /// What will be made, in words.
  package var summary: String

  /// Whether a file is one by its name and first key.
  package static func isText(_ path: String) -> Bool {
    TemplateSource.isTemplate(path) || isProblems(path) || isNoise(path) || isIdentities(path)
      || isConversations(path)
  }

  /// Whether a file is a recipe of conversations.
  package static func isConversations(_ path: String) -> Bool { has("conversations", path) }

  /// Whether a file is a recipe of problems.
  package static func isProblems(_ path: String) -> Bool { has("problems", path) }

  /// Whether a file is a recipe of noisy texts.
  package static func isNoise(_ path: String) -> Bool { has("perturb", path) }

  /// Whether a file is a recipe of identities.
  package static func isIdentities(_ path: String) -> Bool { has("identities", path) }

  private static func has(_ key: String, _ path: String) -> Bool {
    isYAML(path) && (try? YAMLDocument(path: path))?.root.entries?.contains { $0.key == key } ?? false
  }

  private static func isYAML(_ path: String) -> Bool {
    let lower = path.lowercased()
    return lower.hasSuffix(".yaml") || lower.hasSuffix(".yml")
  }

  /// - Parameters:
  ///   - overrides: `key.path=value`, for YAML.
  ///   - count: instead of the recipe's.
  /// - Throws: `noInput`, `badInput` naming every fault, `usage` for overrides that do not fit.
  package init(path: String, overrides: [String], seed: Int?, count: Int?) throws(DioramaError) {
    var overrides = overrides
    if Self.isYAML(path) {
      if let seed { overrides.append("seed=\(seed)") }
      if let count { overrides.append("count=\(count)") }
    }
    self =
      if Self.isProblems(path) {
        try Self.problems(path, overrides)
      } else if Self.isNoise(path) {
        try Self.noise(path, overrides)
      } else if Self.isIdentities(path) {
        try Self.identities(path, overrides)
      } else if Self.isConversations(path) {
        try Self.conversations(path, overrides)
      } else {
        try Self.templates(path, overrides, seed: seed, count: count)
      }
  }

  private init(
    name: String, text: String, seed: UInt64, source: any TextLineSource, split: TextSplit, summary: String
  ) {
    self.name = name
    self.text = text
    self.seed = seed
    self.source = source
    self.split = split
    self.summary = summary
  }

  private static func templates(
    _ path: String, _ overrides: [String], seed: Int?, count: Int?
  ) throws(DioramaError) -> TextRecipe {
    let file = try TemplateSource(path: path, overrides: overrides)
    let isOurs = isYAML(path)
    let chosen = isOurs ? file.seed : UInt64(clamping: seed ?? 1)
    let space = try GrammarCompiler.compile(file.set, languages: file.languages)
    let plan = try SamplingPlan(
      space, mode: file.sampling, count: isOurs ? file.count : count ?? file.count, strength: file.strength,
      seed: chosen)
    var recipe = TextRecipe(
      name: space.name, text: file.text, seed: chosen, source: TemplateLines(plan: plan),
      split: TextSplit(file.split),
      summary: "\(plan.count) of \(space.count.grouped) derivations, \(plan.mode.rawValue), in "
        + space.languages.joined(separator: " and "))
    recipe.warnings = file.warnings
    return recipe
  }

  private static func problems(_ path: String, _ overrides: [String]) throws(DioramaError) -> TextRecipe {
    let document = try YAMLDocument(path: path).setting(overrides)
    let file = try document.decode(ProblemRecipe.self).value
    let families = ProblemCatalog.all.filter { file.families.contains($0.name) }
    guard
      let series = ProblemSeries(
        families: families, levels: file.levels, languages: file.languages, defects: file.defects,
        seed: UInt64(file.seed))
    else { throw DioramaError(.badInput, "\(path) asks for no problems") }
    return TextRecipe(
      name: file.name, text: document.text, seed: UInt64(file.seed),
      source: ProblemLines(series: series, count: file.count), split: TextSplit(file.split),
      summary: "\(file.count) problems of \(families.count) families in "
        + file.languages.map(\.rawValue).joined(separator: " and "))
  }

  private static func conversations(_ path: String, _ overrides: [String]) throws(DioramaError) -> TextRecipe
  {
    let document = try YAMLDocument(path: path).setting(overrides)
    let file = try document.decode(ConversationRecipe.self).value
    let families = file.made
    guard
      let series = ConversationSeries(
        families: families, tongues: file.languages, seed: UInt64(file.seed))
    else { throw DioramaError(.badInput, "\(path) asks for no conversations") }
    return TextRecipe(
      name: file.name, text: document.text, seed: UInt64(file.seed),
      source: ConversationLines(series: series, count: file.count), split: TextSplit(file.split),
      summary: "\(file.count) conversations of \(families.count) families in "
        + file.languages.map(\.rawValue).joined(separator: " and "))
  }

  private static func noise(_ path: String, _ overrides: [String]) throws(DioramaError) -> TextRecipe {
    let document = try YAMLDocument(path: path).setting(overrides)
    let decoded = try document.decode(NoiseRecipe.self)
    let file = decoded.value
    guard TemplateSource.isTemplate(file.template.path) else {
      throw file.template.error("\(file.template.text) is no template file")
    }
    let templates = try TemplateSource(path: file.template.path)
    let space = try GrammarCompiler.compile(templates.set, languages: file.languages ?? templates.languages)
    let seed = UInt64(file.seed)
    let plan = try SamplingPlan(space, mode: file.sampling, count: file.count, seed: seed)
    var recipe = TextRecipe(
      name: file.name, text: document.text, seed: seed,
      source: NoisyLines(
        plan: plan, chain: file.chain, steps: decoded.resolved["perturb"] ?? .null, seed: seed),
      split: TextSplit(file.split),
      summary: "\(plan.count) of \(space.count.grouped) derivations of \(space.name), with noise")
    recipe.warnings = templates.warnings
    return recipe
  }

  private static func identities(_ path: String, _ overrides: [String]) throws(DioramaError) -> TextRecipe {
    let document = try YAMLDocument(path: path).setting(overrides)
    let file = try document.decode(IdentityRecipe.self).value
    let source = try IdentityLines(file)
    var recipe = TextRecipe(
      name: file.name, text: document.text, seed: UInt64(file.seed), source: source,
      split: TextSplit(file.split),
      summary: "\(source.count) people of \(file.sentences.map(\.locale.rawValue).joined(separator: ", "))")
    recipe.warnings = file.policy.warning.map { [$0] } ?? []
    return recipe
  }
}
