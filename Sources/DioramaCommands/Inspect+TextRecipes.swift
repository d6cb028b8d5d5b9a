import Diagnostics
import JSON
import Pipeline
import TextFormats

/// What a recipe of problems, noisy texts, identities or conversations asks for, and what its first samples say.
extension Inspect {
  static func texts(_ path: String, _ overrides: [String]) throws -> ([(String, JSONValue)], [Warning]) {
    let recipe = try TextRecipe(path: path, overrides: overrides, seed: nil, count: nil)
    var facts: [(String, JSONValue)] = [("recipe", .string(recipe.name)), ("makes", .string(recipe.summary))]
    facts += recipe.source.resolved.map { ($0.key, $0.value) }
    facts.append(("split", .string(recipe.split.summary)))
    var samples: [JSONValue] = []
    let isLong = recipe.source.content == .instructions
    let lines = try recipe.source.writer().lines(0..<min(isLong ? 3 : 12, recipe.source.count))
    for line in lines.split(separator: UInt8(ascii: "\n")) {
      guard case .array(let texts)? = try JSONValue.parse(line, file: path)["texts"] else { continue }
      for text in texts { samples += Self.sample(text).map { [.string($0)] } ?? [] }
    }
    return (facts + [("samples", .array(samples))], recipe.warnings)
  }

  /// As people read it: question and reply; the sentence, with what it was before the noise.
  private static func sample(_ text: JSONValue) -> String? {
    if case .string(let prompt)? = text["prompt"], case .string(let reply)? = text["reply"] {
      return prompt + "\n" + reply + "\n"
    }
    if case .array(let messages)? = text["messages"] {
      return messages.map { message in
        guard case .string(let role)? = message["role"], case .string(let content)? = message["content"]
        else {
          return ""
        }
        return role + ": " + (content.isEmpty ? message["tool_calls"]?.canonicalText ?? "" : content)
      }.joined(separator: "\n") + "\n"
    }
    guard case .string(let sentence)? = text["text"] else { return nil }
    if case .string(let clean)? = text["clean"]?["text"], clean != sentence {
      return clean + "  →  " + sentence
    }
    return sentence
  }
}
