import Language
import RandomStreams

/// Puts questions and answers into words.
struct QuestionWriter {
  let executor: ProgramExecutor

  /// The instances that a description surely means.
  func meant(_ set: ObjectSet) -> [UInt32] {
    guard let members = executor.members(set) else { return [] }
    return members.indices.filter { members[$0] == .yes }.map { executor.facts.objects[$0].instance }
  }

  func writer(_ tongue: Tongue) -> PhraseWriter { PhraseWriter(tongue) { meant(.every($0)) } }

  /// - Parameter stream: chooses the wording.
  func sentence(_ draft: QuestionDraft, _ tongue: Tongue, _ stream: inout RandomStream) -> Sentence? {
    guard let wording = stream.choose(QuestionWordings.all(draft.family, tongue)) else { return nil }
    var writer = writer(tongue)
    for (n, part) in wording.split(separator: "{", omittingEmptySubsequences: false).enumerated() {
      guard n > 0, let end = part.firstIndex(of: "}") else {
        writer.text(String(part))
        continue
      }
      fill(part[..<end], draft, &writer)
      writer.text(String(part[part.index(after: end)...]))
    }
    return Sentence(writer)
  }

  private static func number(_ n: Int, _ tongue: Tongue) -> String {
    let digits = String(n)
    return
      (tongue == .english
      ? NumberWords.cardinal(digits, language: "en") : NumberWords.counting(digits, language: "zh")) ?? digits
  }

  private func fill(_ name: Substring, _ draft: QuestionDraft, _ writer: inout PhraseWriter) {
    if name == "n" {
      return writer.text(Self.number(draft.seconds ?? 0, writer.tongue))
    }
    if name == "rel" { return writer.text(relation(draft, writer.tongue)) }
    guard let number = name.last?.wholeNumberValue else { return }
    if name.hasPrefix("n") {
      guard draft.numbers.indices.contains(number) else { return }
      return writer.text(Self.number(draft.numbers[number], writer.tongue))
    }
    if name.hasPrefix("v") {
      guard draft.values.indices.contains(number) else { return }
      return value(draft.values[number], draft, &writer)
    }
    guard draft.things.indices.contains(number) else { return }
    let thing = draft.things[number]
    switch name.dropLast() {
    case "the": writer.describe(thing, .definite, meant(thing.set))
    case "cl": writer.text(ClassNames.concept(thing.concept)?.classifier ?? "个")
    // What it is without where it is: that is said elsewhere.
    case "bare": writer.describe(thing.anywhere, .plural, meant(thing.set))
    case "one": writer.describe(thing.anywhere, .indefinite, meant(thing.set))
    case "all": writer.describe(thing.anywhere, .plural, meant(thing.anywhere.set))
    case "half":
      for case .filter(let filter) in thing.modifiers where filter.attribute == .side {
        writer.text(
          writer.tongue == .english ? EnglishWords.half(filter.value) : ChineseWords.half(filter.value))
      }
    case "where", "place": place(of: thing, &writer)
    default: break
    }
  }

  /// A side of another thing, or a half of the picture.
  private func place(of thing: Description, _ writer: inout PhraseWriter) {
    for modifier in thing.modifiers {
      switch (modifier, writer.tongue) {
      case (.relation(let relation, let anchor), .english):
        writer.text(EnglishWords.relation(relation) + " ")
        writer.describe(Description(anchor), .definite, meant(.every(anchor)))
      case (.relation(let relation, let anchor), .chinese):
        writer.describe(Description(anchor), .definite, meant(.every(anchor)))
        writer.text(ChineseWords.relation(relation).after)
      case (.filter(let filter), .english) where filter.attribute == .side:
        writer.text(EnglishWords.half(filter.value) + " of the picture")
      case (.filter(let filter), .chinese) where filter.attribute == .side:
        writer.text("画面" + ChineseWords.half(filter.value))
      default: break
      }
    }
  }

  private func value(_ filter: Filter, _ draft: QuestionDraft, _ writer: inout PhraseWriter) {
    switch (writer.tongue, filter.attribute) {
    case (.english, .kind):
      let noun = ClassNames.concept(filter.value)?.english ?? filter.value
      writer.text((EnglishArticle.takesAn(noun) ? "an " : "a ") + noun)
    case (.english, _): writer.text(EnglishWords.value(filter))
    case (.chinese, _):
      writer.text(ChineseWords.value(filter, of: draft.things.first?.concept ?? ClassNames.anything))
    }
  }

  private func relation(_ draft: QuestionDraft, _ tongue: Tongue) -> String {
    guard let relation = draft.relation else { return "" }
    switch (draft.family, tongue, relation) {
    case (.whichDistance, .english, .closer): return "closer to"
    case (.whichDistance, .english, _): return "farther from"
    case (.whichDistance, .chinese, .closer): return "更近"
    case (.whichDistance, .chinese, _): return "更远"
    case (.whichSpeed, .english, .faster): return "moving faster"
    case (.whichSpeed, .english, _): return "moving more slowly"
    case (.whichSpeed, .chinese, .faster): return "更快"
    case (.whichSpeed, .chinese, _): return "更慢"
    case (.whichSooner, .english, .sooner): return "first"
    case (.whichSooner, .english, _): return "later"
    case (.whichSooner, .chinese, .sooner): return "先"
    case (.whichSooner, .chinese, _): return "更晚"
    case (.whichHeight, .english, .taller): return "taller"
    case (.whichHeight, .english, _): return "shorter"
    case (_, .english, _): return EnglishWords.relation(relation)
    case (_, .chinese, _): return ChineseWords.relation(relation).after
    }
  }

  /// The answer as people give it.
  func answer(_ answer: Answer, to draft: QuestionDraft, _ tongue: Tongue) -> String {
    switch answer {
    case .truth(let holds):
      if tongue == .english { return holds ? "yes" : "no" }
      switch draft.family {
      case .exist, .existAttribute, .existRelation: return holds ? "有" : "没有"
      default: return holds ? "是" : "否"
      }
    case .number(let n): return String(n)
    case .thing(let instance): return String(instance)
    case .value(let value):
      let concept = draft.things.first?.concept ?? ClassNames.anything
      switch (draft.family.attribute, tongue) {
      case (.kind?, _), (nil, _):
        let named = ClassNames.concept(value)
        return (tongue == .english ? named?.english : named?.chinese) ?? value
      // The words themselves, without marks around them.
      case (.text?, _): return value
      // The room itself: "in the" is the question's.
      case (.room?, .english): return EnglishWords.room(value)
      case (let attribute?, .english): return EnglishWords.value(Filter(attribute, value))
      case (.colour?, .chinese): return ChineseWords.colour(value)
      case (.room?, .chinese): return ChineseWords.room(value)
      case (let attribute?, .chinese):
        // As in the question, without the particle.
        let words = ChineseWords.value(Filter(attribute, value), of: concept)
        return words.hasSuffix("的") ? String(words.dropLast()) : words
      }
    }
  }
}
