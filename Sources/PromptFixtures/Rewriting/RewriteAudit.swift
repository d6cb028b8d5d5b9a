import Conversations

/// Checks a rewritten text against its source, by what each operation must leave and must change.
enum RewriteAudit {
  static func holds(_ operation: RewriteOperation, _ source: String, _ reply: String, _ tongue: Tongue)
    -> Bool
  {
    if reply == source { return false }
    switch operation {
    case .register: return register(source, reply, tongue)
    case .shorten:
      // Nothing new, nothing beside the numbers, no number lost, shorter.
      let sentences = reply.split { ["。", "."].contains($0) }.map { String($0.drop { $0 == " " }) }
      return sentences.allSatisfy { source.contains($0) && !numbers(in: $0).isEmpty }
        && numbers(in: source) == numbers(in: reply)
        && reply.count < source.count
    case .bullets:
      let lines = reply.split(separator: "\n").map(String.init)
      guard lines.allSatisfy({ $0.hasPrefix("- ") }) else { return false }
      let items = lines.map { String($0.dropFirst(2)) }
      var rest = source
      for item in items {
        guard rest.contains(item) else { return false }
        rest = rest.replacing(item, with: "")
      }
      // What is left is the frame alone: no thing of the list remains.
      return !RewriteTexts.goods[tongue].contains { rest.contains($0) }
    case .deidentify:
      let isClean =
        !reply.contains("@") && !reply.contains { $0.isNumber }
        && !RewriteTexts.names[tongue].contains { reply.contains($0) }
      let places = RewriteTexts.placeholders[tongue]
      guard isClean, places.allSatisfy({ reply.contains($0) }) else { return false }
      // What stands between placeholders is the source's, in its order.
      var pieces = [reply]
      for place in places {
        pieces = pieces.flatMap {
          $0.split(separator: place, omittingEmptySubsequences: true).map(String.init)
        }
      }
      var rest = source[...]
      for piece in pieces {
        guard let found = rest.firstRange(of: piece) else { return false }
        rest = rest[found.upperBound...]
      }
      return true
    case .units: return units(source, reply, tongue)
    case .numbers:
      guard !reply.contains(where: { $0.isASCII && $0.isNumber }) else { return false }
      var expected = source
      for number in numbers(in: source).sorted(by: { $0.count > $1.count }) {
        let value = Int(number) ?? 0
        let words = tongue == .chinese ? Numerals.counting(value) : Numerals.spelled(value, tongue)
        expected = expected.replacing(number, with: words)
      }
      return expected == reply
    }
  }

  private static func register(_ source: String, _ reply: String, _ tongue: Tongue) -> Bool {
    if tongue == .chinese {
      let wasFormal = source.contains("您")
      let wrong: Character = wasFormal ? "您" : "你"
      return !reply.contains(wrong) && reply.replacing("您", with: "你") == source.replacing("您", with: "你")
    }
    func expanded(_ text: String) -> String {
      RewriteTexts.contractions.reduce(text) { $0.replacing($1.short, with: $1.full) }
    }
    let wasFull = !source.contains("'")
    let isDone =
      wasFull ? !RewriteTexts.contractions.contains { reply.contains($0.full) } : !reply.contains("'")
    return isDone && expanded(source) == expanded(reply)
  }

  private static func units(_ source: String, _ reply: String, _ tongue: Tongue) -> Bool {
    let given = decimals(in: source)
    let told = decimals(in: reply)
    guard given.count == 2, told.count == 2 else { return false }
    // 1 mi = 1.609344 km, 32 °F = 0 °C; one decimal.
    let isRight =
      abs(told[0] * 1.609344 - given[0]) <= 0.05 * 1.609344 + 1e-9
      && abs((told[1] - 32) * 5 / 9 - given[1]) <= 1e-9
    let words = tongue == .chinese ? ["英里", "华氏度"] : ["miles", "Fahrenheit"]
    return isRight && words.allSatisfy { reply.contains($0) }
      && !reply.contains(tongue == .chinese ? "公里" : "kilometres")
  }

  static func numbers(in text: String) -> [String] {
    text.split { !($0.isASCII && $0.isNumber) }.map(String.init)
  }

  private static func decimals(in text: String) -> [Double] {
    var out: [Double] = []
    var current = ""
    for character in text + " " {
      if character.isASCII && (character.isNumber || character == "-" || character == "." && !current.isEmpty)
      {
        current.append(character)
      } else {
        if let value = Double(current.hasSuffix(".") ? String(current.dropLast()) : current) {
          out.append(value)
        }
        current = ""
      }
    }
    return out
  }
}
