import JSON
import RandomStreams

/// The one string that a regular expression matches as a whole.
struct RegexMatch: ProblemFamily {
  let name = "regex-match"

  /// A piece of a pattern: letters of which one matches, and how often it may occur.
  private struct Atom {
    let source: String
    let letters: [Character]
    let quantifier: String
    let least: Int
    /// At most this many; 9 stands for no limit.
    let most: Int
  }

  func propose(level: Int, _ stream: inout RandomStream) -> Problem? {
    let atoms = (0..<(level + 1)).map { _ in Self.atom(level, &stream) }
    guard atoms.contains(where: { !$0.quantifier.isEmpty }) else { return nil }
    let pattern = atoms.map { $0.source + $0.quantifier }.joined()
    func text(_ counts: [Int]) -> String {
      var out = ""
      for (atom, count) in zip(atoms, counts) {
        for _ in 0..<count { out.append(stream.choose(atom.letters) ?? "a") }
      }
      return out
    }
    let counts = atoms.map { stream.integer(in: $0.least...min($0.most, $0.least + 2)) }
    let right = text(counts)
    guard (3...12).contains(right.count) else { return nil }
    var draft = ProblemDraft(.text(right))
    func offer(_ name: String, _ candidate: String) {
      if !candidate.isEmpty, !Self.matches(atoms, Array(candidate)) { draft.mistake(name, .text(candidate)) }
    }
    for i in atoms.indices {
      var fewer = counts
      fewer[i] = max(0, atoms[i].least - 1)
      if fewer[i] < atoms[i].least { offer("allows_too_few", text(fewer)) }
      if atoms[i].most < 9 {
        fewer[i] = atoms[i].most + 1
        offer("allows_too_many", text(fewer))
      }
    }
    var letters = Array(right)
    let place = stream.integer(in: 0..<letters.count)
    letters[place] = stream.choose(Array("abcdxyz079")) ?? "a"
    offer("takes_a_character_outside_of_the_class", String(letters))
    offer("takes_the_order_for_free", String(right.reversed()))
    offer("matches_a_part_only", right + (stream.bool() ? "!" : "-"))
    offer("matches_a_part_only", "-" + right)
    guard draft.distractors.count >= 3 else { return nil }
    // The candidates stand in the question, in random order.
    var shown = Array(draft.distractors.prefix(5)).map { $0.answer.text(in: .english) } + [right]
    stream.shuffle(&shown)
    let list = shown.joined(separator: "  ")
    let zhParts = atoms.map { "\($0.source)\($0.quantifier)" }.joined(separator: " → ")
    let steps = [
      Problem.Step(
        "表达式分为 \(atoms.count) 段：\(zhParts)", "The pattern has \(atoms.count) parts: \(zhParts).",
        String(atoms.count)),
      Problem.Step("只有 \(right) 逐段匹配到结尾", "Only \(right) passes through all of them to its end.", right),
    ]
    let kept = Array(draft.distractors.prefix(5))
    let problem = draft.problem(
      self, level: level,
      parameters: ["pattern": .string(pattern), "candidates": .array(shown.map { .string($0) })],
      chinese: [
        "下列字符串中，哪一个能被正则表达式 ^\(pattern)$ 完整匹配？\n\(list)", "正则表达式 ^\(pattern)$ 只匹配下面的一个字符串，是哪一个？\n\(list)",
      ],
      english: [
        "Which of these strings does the regular expression ^\(pattern)$ match?\n\(list)",
        "The regular expression ^\(pattern)$ matches one of these strings. Which one?\n\(list)",
      ],
      steps: steps, difficulty: [.init("parts", atoms.count), .init("characters", pattern.count)], &stream)
    return problem.map { problem in
      var problem = problem
      problem.distractors = kept
      return problem
    }
  }

  private static func atom(_ level: Int, _ stream: inout RandomStream) -> Atom {
    let choices: [(String, String)] = [
      ("a", "a"), ("b", "b"), ("x", "x"), ("[abc]", "abc"), ("[xyz]", "xyz"), ("[0-9]", "0123456789"),
      ("\\d", "0123456789"),
      ("[a-d]", "abcd"), ("[^0-9a-w]", "xyz"),
    ]
    let chosen = choices[stream.integer(in: 0..<(level == 1 ? 5 : choices.count))]
    let quantifiers: [(String, Int, Int)] = [
      ("", 1, 1), ("?", 0, 1), ("+", 1, 9), ("*", 0, 9), ("{2}", 2, 2), ("{1,3}", 1, 3), ("{2,4}", 2, 4),
    ]
    let quantifier = quantifiers[stream.integer(in: 0..<(level == 1 ? 4 : quantifiers.count))]
    return Atom(
      source: chosen.0, letters: Array(chosen.1), quantifier: quantifier.0, least: quantifier.1,
      most: quantifier.2)
  }

  /// Whether the atoms consume the whole text: the set of places that each atom can reach.
  private static func matches(_ atoms: [Atom], _ text: [Character]) -> Bool {
    var places: Set<Int> = [0]
    for atom in atoms {
      var reached: Set<Int> = []
      for start in places {
        if atom.least == 0 { reached.insert(start) }
        var (place, count) = (start, 0)
        // The negated class also takes characters that the list of letters does not name.
        while place < text.count, count < (atom.most == 9 ? text.count : atom.most), takes(atom, text[place])
        {
          place += 1
          count += 1
          if count >= atom.least { reached.insert(place) }
        }
      }
      places = reached
    }
    return places.contains(text.count)
  }

  private static func takes(_ atom: Atom, _ character: Character) -> Bool {
    atom.source.hasPrefix("[^")
      ? !("0"..."9").contains(character) && !("a"..."w").contains(character)
      : atom.letters.contains(character)
  }
}
