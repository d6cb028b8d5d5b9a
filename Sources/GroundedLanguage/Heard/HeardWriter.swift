import Language
import RandomStreams

/// Puts questions about recordings, and their answers, into words.
struct HeardWriter {
  let executor: HeardExecutor
  /// Of the picture; `nil` where there is none.
  let picture: QuestionWriter?

  /// - Parameter stream: chooses the wording.
  func sentence(_ draft: HeardDraft, _ tongue: Tongue, _ stream: inout RandomStream) -> Sentence? {
    guard let wording = stream.choose(HeardWordings.all(draft, tongue)) else { return nil }
    var writer = picture?.writer(tongue) ?? PhraseWriter(tongue) { _ in [] }
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

  private func fill(_ name: Substring, _ draft: HeardDraft, _ writer: inout PhraseWriter) {
    let tongue = writer.tongue
    switch name {
    case "a", "b":
      guard let sound = name == "a" ? draft.names.first : draft.names.last else { return }
      mention(sound, &writer)
    case "t0", "t1":
      guard let thing = name == "t0" ? draft.things.first : draft.things.last else { return }
      writer.describe(thing.description, .definite, [thing.instance])
    case "v0": writer.text(Self.quoted(draft.lines.first ?? ""))
    case "v1": writer.text(Self.quoted(draft.lines.last ?? ""))
    case "n0": writer.text(Self.number(draft.numbers.first ?? 0, tongue))
    case "n1": writer.text(Self.number(draft.numbers.last ?? 0, tongue))
    case "how": writer.text(HeardWordings.how(draft, tongue))
    case "when": writer.text(HeardWordings.how(draft, tongue) == "先" ? "前" : "后")
    case "people":
      writer.text(HeardWordings.people(draft.names.first?.value(.sex), isMany: true, tongue))
    case "says":
      var line = draft.names.first?.value(.line) ?? ""
      if case .whichIs(let filter, _, _) = draft.program { line = filter.value }
      writer.text(Self.quoted(line))
    default: break
    }
  }

  private static func quoted(_ line: String) -> String { "“\(line)”" }

  private static func number(_ n: Int, _ tongue: Tongue) -> String {
    let digits = String(n)
    return
      (tongue == .english
      ? NumberWords.cardinal(digits, language: "en") : NumberWords.counting(digits, language: "zh")) ?? digits
  }

  /// A sound as a phrase about what makes it.
  private func mention(_ name: HeardName, _ writer: inout PhraseWriter) {
    let words = words(for: name, writer.tongue)
    let makers = executor.unique(name.set).flatMap { executor.facts.sounds[$0].entity }
    writer.mention(makers.map { [$0] } ?? []) { $0.text(words) }
  }

  /// `the woman on the left`, 左边的女士; `the doorbell`, 门铃.
  private func words(for name: HeardName, _ tongue: Tongue) -> String {
    guard name.isVoice else {
      let sound = executor.facts.sounds.first { $0.kind == name.value(.kind) }
      return tongue == .english ? "the " + (sound?.english ?? "sound") : sound?.chinese ?? "声音"
    }
    let person = HeardWordings.people(name.value(.sex), isMany: false, tongue)
    guard let side = name.value(.side) else { return tongue == .english ? "the " + person : "那位" + person }
    let place = HeardWordings.side(side, tongue)
    if tongue == .english { return "the \(person) on the \(place)" }
    // 左边的女士, but 左边那位说话的人.
    return place + (name.value(.sex) == nil ? "那位" : "的") + person
  }

  /// The answer as people give it.
  func answer(_ answer: String, to draft: HeardDraft, _ tongue: Tongue) -> String {
    switch draft.program {
    case .relates: return tongue == .english ? answer : answer == "yes" ? "是" : "否"
    case .chooseCount, .choose: return answer
    case .which, .whichIs:
      return draft.names.first { $0.filters.last?.value == answer }.map { words(for: $0, tongue) } ?? answer
    case .makes:
      guard let picture, let thing = draft.things.first(where: { String($0.instance) == answer }) else {
        return answer
      }
      var writer = picture.writer(tongue)
      writer.describe(thing.description, .definite, [thing.instance])
      return Sentence(writer, isWhole: false)?.text ?? answer
    }
  }
}
