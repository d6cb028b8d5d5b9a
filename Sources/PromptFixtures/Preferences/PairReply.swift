import Conversations
import RandomStreams

/// A reply in its parts: remarks, and the lines that matter.
struct PairReply: Sendable, Hashable {
  var tongue: Tongue
  var remarks: [String] = []
  var lines: [String]
  var isRefusal = false

  var text: String {
    let head = remarks.isEmpty ? [] : [remarks.joined(separator: tongue == .chinese ? "" : " ")]
    return (head + lines).joined(separator: "\n")
  }

  /// The right reply, spoiled in one way; `nil` where the task has no place for it.
  static func spoiled(
    _ task: PairTask, with defect: PairDefect, _ tongue: Tongue, _ stream: inout RandomStream
  ) -> PairReply? {
    var lines = task.lines(tongue)
    let isChinese = tongue == .chinese
    switch (defect, task) {
    case (.wrongCount, .list(let category, let items)):
      let others = PairTask.categories[category].items.indices.filter { !items.contains($0) }
      if stream.bool(), let other = stream.choose(Array(others)) {
        lines.append("- " + PairTask.categories[category].items[other][tongue])
      } else {
        lines.remove(at: stream.integer(in: 0..<lines.count))
      }
    case (.missingStep, .steps(let procedure)):
      var steps = PairTask.procedures[procedure].steps
      steps.remove(at: stream.integer(in: 0..<steps.count))
      lines = steps.enumerated().map { "\($0.offset + 1). \($0.element[tongue])" }
    case (.wrongUnit, .amount(let measure, let count)):
      lines[lines.count - 1] = PairTask.answer(
        measure, count, PairTask.measures[measure].wrong[tongue], tongue)
    case (.ignoredFormat, .amount):
      guard let last = lines.last, let colon = last.firstIndex(where: { $0 == "：" || $0 == ":" }) else {
        return nil
      }
      let value = last[last.index(after: colon)...].drop { $0 == " " }
      lines[lines.count - 1] = isChinese ? "所以一共是\(value)" : "So that makes \(value)"
    case (.ignoredFormat, .list), (.ignoredFormat, .steps):
      let bare = lines.map {
        String($0[($0.firstIndex(of: " ").map { $0 } ?? $0.startIndex)...].drop { $0 == " " })
      }
      lines = [bare.joined(separator: isChinese ? "；" : "; ")]
    case (.wrongLanguage, _):
      return PairReply(
        tongue: isChinese ? .english : .chinese, lines: task.lines(isChinese ? .english : .chinese))
    case (.unjustifiedRefusal, _):
      let sentences = PairWords.refusals(tongue)
      let extra = sentences.dropFirst().filter { _ in stream.bool() }
      lines = [([sentences[0]] + extra).joined(separator: isChinese ? "" : " ")]
    case (.verbosity, .list), (.verbosity, .amount):
      let bare = lines.map { $0.hasPrefix("- ") ? String($0.dropFirst(2)) : $0 }
      lines.append(PairWords.again(tongue) + bare.joined(separator: isChinese ? "；" : "; "))
    case (.verbosity, .steps): lines.append(PairWords.again(tongue) + (lines.last ?? ""))
    case (.truncation, .amount):
      let kept = lines[0].count * 2 / 3
      lines = [String(lines[0].prefix(kept))]
    case (.truncation, _):
      let last = stream.integer(in: 1..<lines.count)
      let cut = lines[last]
      lines =
        Array(lines.prefix(last)) + [
          String(cut.prefix(cut.hasPrefix("- ") ? 2 + max(1, (cut.count - 2) / 2) : max(4, cut.count / 2)))
        ]
    default: return nil
    }
    return PairReply(tongue: tongue, lines: lines, isRefusal: defect == .unjustifiedRefusal)
  }

  /// Both replies with remarks, the second longer by exactly `difference` Unicode scalars; `nil` where no choice of
  /// remarks gives that.
  static func balanced(
    _ right: PairReply, _ wrong: PairReply, difference: Int, _ stream: inout RandomStream
  ) -> (PairReply, PairReply)? {
    func variant(_ reply: PairReply, _ mask: Int) -> PairReply {
      let remarks = PairWords.remarks(reply.tongue)
      var out = reply
      out.remarks = remarks.indices.filter { mask >> $0 & 1 == 1 }.map { remarks[$0] }
      return out
    }
    var byLength: [Int: [Int]] = [:]
    // Who declines does not say "of course" first.
    let masks = wrong.isRefusal ? 0..<1 : 0..<256
    for mask in masks { byLength[variant(wrong, mask).text.unicodeScalars.count, default: []].append(mask) }
    // As few remarks as may be, on both sides together; chance decides among equals.
    var best: (count: Int, chosen: Int, other: Int)?
    for mask in stream.permutation(256) {
      let length = variant(right, mask).text.unicodeScalars.count + difference
      for other in byLength[length] ?? [] {
        let count = mask.nonzeroBitCount + other.nonzeroBitCount
        if count < best?.count ?? Int.max { best = (count, mask, other) }
      }
    }
    return best.map { (variant(right, $0.chosen), variant(wrong, $0.other)) }
  }
}
