import GroundedLanguage

/// Somebody who hears questions and answers and never sees a picture: keeps how frequent each answer was, by what a
/// question tells of itself.
struct BlindGuesses {
  /// What of a question is listened to.
  enum Way: CaseIterable {
    case family, kinds, form
    /// Kinds, form and the values offered together.
    case all
    /// Which of the values offered comes first.
    case order
    /// Whether the sides that are named are the same one.
    case sides
  }

  private(set) var count = 0
  private(set) var families: Set<String> = []
  private var answers: [Way: [String: [String: Int]]] = [:]
  /// Sum over all questions of one divided by how many answers there are to choose from.
  private var chance = 0.0

  mutating func learn(_ entries: [QuestionsLabel.Entry]) {
    var sizes: [Int: Int] = [:]
    for entry in entries { sizes[entry.block, default: 0] += 1 }
    for entry in entries {
      count += 1
      families.insert(entry.family)
      chance += 1 / Double(sizes[entry.block] ?? 1)
      for way in Way.allCases {
        let answer = way == .order ? Self.place(of: entry) : entry.answer
        answers[way, default: [:]][Self.heard(entry, way), default: [:]][answer, default: 0] += 1
      }
    }
  }

  /// The share of right answers if the most frequent one were always given; and what guessing at random gives.
  func share(_ way: Way) -> (best: Double, chance: Double) {
    let best = (answers[way] ?? [:]).values.reduce(0) { $0 + ($1.values.max() ?? 0) }
    return (Double(best) / Double(max(1, count)), chance / Double(max(1, count)))
  }

  private static func place(of entry: QuestionsLabel.Entry) -> String {
    entry.program.last?.values.firstIndex(of: entry.answer).map { "number \($0)" } ?? entry.answer
  }

  private static func heard(_ entry: QuestionsLabel.Entry, _ way: Way) -> String {
    let kinds = entry.program.filter { $0.function == "filter_class" }.flatMap(\.values)
    let form = entry.program.map(\.function)
    let offered = entry.program.last.map { $0.values.sorted() } ?? []
    let heard: [String] =
      switch way {
      case .family, .order: []
      // Of numbers beside other things, which are of many kinds: the kind that is counted.
      case .sides: Self.sides(of: entry)
      case .kinds: entry.family == "count_relation" ? Array(kinds.suffix(1)) : kinds
      case .form: form
      case .all:
        entry.family == "count_relation" ? form : kinds + form + offered.filter { !$0.hasSuffix("t_of") }
      }
    return ([entry.family] + heard).joined(separator: " ")
  }

  /// The sides of things, each as the first one or the other one, however far from the edge.
  private static func sides(of entry: QuestionsLabel.Entry) -> [String] {
    let words = entry.program.dropLast().filter {
      ["relate", "extreme", "filter_side"].contains($0.function)
    }
    .flatMap(\.values)
    let sides = words.compactMap { $0.contains("left") ? "left" : $0.contains("right") ? "right" : nil }
    return sides.map { $0 == sides.first ? "one side" : "the other" }
  }
}
