import JSON
import RandomStreams

/// Edits of a word, one after the other.
struct StringEdit: ProblemFamily {
  let name = "string-edit"

  private enum Edit {
    case reverse
    case delete(Character)
    case replace(Character, Character)
    case rotate(Int)
    case swapEnds
    case double(Int)

    func apply(_ text: [Character]) -> [Character] {
      switch self {
      case .reverse: return text.reversed()
      case .delete(let c): return text.filter { $0 != c }
      case .replace(let a, let b): return text.map { $0 == a ? b : $0 }
      case .rotate(let n):
        guard !text.isEmpty else { return text }
        return Array(text[(n % text.count)...] + text[..<(n % text.count)])
      case .swapEnds:
        guard text.count > 1, let first = text.first, let last = text.last else { return text }
        return [last] + text[1..<(text.count - 1)] + [first]
      case .double(let i):
        guard i < text.count else { return text }
        return Array(text[...i] + text[i...])
      }
    }

    var json: JSONValue {
      switch self {
      case .reverse: ["reverse"]
      case .delete(let c): ["delete", .string(String(c))]
      case .replace(let a, let b): ["replace", .string(String(a)), .string(String(b))]
      case .rotate(let n): ["rotate", .integer(n)]
      case .swapEnds: ["swap_ends"]
      case .double(let i): ["double", .integer(i + 1)]
      }
    }

    var text: Bilingual {
      switch self {
      case .reverse: Bilingual("把整个字符串倒过来", "reverse the string")
      case .delete(let c): Bilingual("删去所有的“\(c)”", "delete every “\(c)”")
      case .replace(let a, let b): Bilingual("把所有的“\(a)”换成“\(b)”", "replace every “\(a)” by “\(b)”")
      case .rotate(let n): Bilingual("把最前面的 \(n) 个字母移到末尾", "move the first \(n) letters to the end")
      case .swapEnds: Bilingual("交换首尾两个字母", "swap the first and the last letter")
      case .double(let i): Bilingual("把第 \(i + 1) 个字母写两遍", "write letter number \(i + 1) twice")
      }
    }
  }

  func propose(level: Int, _ stream: inout RandomStream) -> Problem? {
    let length = level + 4
    let alphabet = Array("abcdefgh".prefix(4 + level / 2))
    let word = (0..<length).map { _ in stream.choose(alphabet) ?? "a" }
    var edits: [Edit] = []
    var states = [word]
    while edits.count < level + 1 {
      let now = states[states.count - 1]
      guard let letter = stream.choose(now) else { return nil }
      let edit: Edit
      switch stream.integer(in: 0..<6) {
      case 0: edit = .reverse
      case 1: edit = .delete(letter)
      case 2: edit = .replace(letter, stream.choose(alphabet) ?? "a")
      case 3: edit = .rotate(stream.integer(in: 2...3))
      case 4: edit = .swapEnds
      default: edit = .double(stream.integer(in: 0..<min(4, now.count)))
      }
      let next = edit.apply(now)
      guard next != now, next.count >= 4 else { return nil }
      edits.append(edit)
      states.append(next)
    }
    func run(_ edits: [Edit], _ start: [Character]) -> String { String(edits.reduce(start) { $1.apply($0) }) }
    let result = run(edits, word)
    guard result != String(word) else { return nil }
    var draft = ProblemDraft(.text(result))
    for i in edits.indices.reversed() {
      var fewer = edits
      fewer.remove(at: i)
      draft.mistake("skips_step_\(i + 1)", .text(run(fewer, word)))
    }
    draft.mistake("works_backwards", .text(run(edits.reversed(), word)))
    draft.mistake("returns_the_result_reversed", .text(String(result.reversed())))
    draft.mistake("loses_the_last_letter", .text(String(result.dropLast())))

    let zh = edits.enumerated().map { "（\($0.offset + 1)）\($0.element.text.chinese)" }.joined(separator: "；")
    let en = edits.enumerated().map { "(\($0.offset + 1)) \($0.element.text.english)" }.joined(
      separator: "; ")
    let steps = edits.indices.map { i in
      Problem.Step(
        "第 \(i + 1) 步得到 \(String(states[i + 1]))", "Step \(i + 1) gives \(String(states[i + 1])).",
        String(states[i + 1]))
    }
    return draft.problem(
      self, level: level,
      parameters: ["word": .string(String(word)), "edits": .array(edits.map(\.json))],
      chinese: ["从字符串 \(String(word)) 开始，依次：\(zh)。最后得到什么？", "对 \(String(word)) 依次进行下列操作：\(zh)。写出结果。"],
      english: [
        "Start from \(String(word)) and do in turn: \(en). What is the result?",
        "Apply these edits to \(String(word)) in order: \(en). Write down what you get.",
      ],
      steps: steps, difficulty: [.init("edits", edits.count), .init("letters", length)], &stream)
  }
}
