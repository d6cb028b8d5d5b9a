import Conversations

/// Finds what is wrong with a reply from its text alone, and so certifies pairs.
enum PairAudit {
  static func defects(of text: String, _ task: PairTask, _ tongue: Tongue) -> [PairDefect] {
    var found: [PairDefect] = []
    let hasHan = text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
    var spoken = tongue
    if hasHan != (tongue == .chinese) {
      found.append(.wrongLanguage)
      spoken = tongue == .chinese ? .english : .chinese
    }
    if PairWords.refusals(spoken).first.map({ text.contains($0) }) ?? false {
      return found + [.unjustifiedRefusal]
    }
    var lines = text.split(separator: "\n").map(String.init)
    if let first = lines.first, PairWords.remarks(spoken).contains(where: { first.hasPrefix($0) }) {
      lines.removeFirst()
    }
    if let last = lines.last, last.hasPrefix(PairWords.again(spoken)) {
      found.append(.verbosity)
      lines.removeLast()
    }
    let right = task.lines(spoken)
    if lines == right { return found }
    switch task {
    case .list(let category, _):
      return found + list(lines, PairTask.categories[category].items.map { $0[spoken] }, right.count)
    case .steps: return found + steps(lines, right)
    case .amount: return found + amount(lines, right, spoken)
    }
  }

  private static func list(_ lines: [String], _ known: [String], _ count: Int) -> [PairDefect] {
    if lines.count == 1, !lines[0].hasPrefix("- ") {
      let items = lines[0].split { $0 == "；" || $0 == ";" }.map { $0.drop { $0 == " " } }.map(String.init)
      return items.allSatisfy(known.contains) && items.count == count
        ? [.ignoredFormat] : [.ignoredFormat, .wrongCount]
    }
    let items = lines.map { $0.hasPrefix("- ") ? String($0.dropFirst(2)) : "" }
    guard items.dropLast().allSatisfy(known.contains), let last = items.last else {
      return [.ignoredFormat, .wrongCount]
    }
    if !known.contains(last) {
      return known.contains { $0.hasPrefix(last) && !last.isEmpty } && items.count <= count
        ? [.truncation] : [.truncation, .wrongCount]
    }
    return items.count == count ? [] : [.wrongCount]
  }

  private static func steps(_ lines: [String], _ right: [String]) -> [PairDefect] {
    func bare(_ line: String) -> String {
      line.split(separator: ". ", maxSplits: 1).last.map(String.init) ?? line
    }
    let isNumbered = lines.enumerated().allSatisfy { $0.element.hasPrefix("\($0.offset + 1). ") }
    let wanted = right.map(bare)
    guard isNumbered else {
      let parts = lines.joined(separator: " ").split { $0 == "；" || $0 == ";" }.map {
        String($0.drop { $0 == " " })
      }
      return parts == wanted ? [.ignoredFormat] : [.ignoredFormat, .missingStep]
    }
    let said = lines.map(bare)
    if let last = said.last, !wanted.contains(last) {
      let isCut = wanted.indices.contains(said.count - 1) && wanted[said.count - 1].hasPrefix(last)
      return isCut && Array(said.dropLast()) == Array(wanted.prefix(said.count - 1))
        ? [.truncation] : [.truncation, .missingStep]
    }
    var rest = wanted[...]
    for step in said {
      guard let i = rest.firstIndex(of: step) else { return [.missingStep, .ignoredFormat] }
      rest = rest[(i + 1)...]
    }
    return said.count < wanted.count ? [.missingStep] : [.verbosity]
  }

  private static func amount(_ lines: [String], _ right: [String], _ tongue: Tongue) -> [PairDefect] {
    let head = tongue == .chinese ? "答案：" : "Answer: "
    guard lines.count == 2, lines[0] == right[0] else {
      return lines.count == 1 && right[0].hasPrefix(lines[0]) ? [.truncation] : [.truncation, .ignoredFormat]
    }
    let value = right[1].dropFirst(head.count)
    if lines[1].hasPrefix(head) {
      let given = lines[1].dropFirst(head.count)
      let number = value.prefix { $0.isNumber }
      // The right number with something else behind it.
      return given.prefix { $0.isNumber } == number ? [.wrongUnit] : [.wrongUnit, .wrongCount]
    }
    return lines[1].hasSuffix(value) ? [.ignoredFormat] : [.ignoredFormat, .wrongUnit]
  }
}
