import Encodings
import GroundedLanguage

/// What GQA says of a question beside its program.
enum GQAQuestion {
  /// GQA's three ways to sort questions; the last is the family.
  static func types(_ program: Program, family: String) -> JSONText {
    let (structural, semantic) = kinds(of: program)
    return .object([
      ("structural", .string(structural)), ("semantic", .string(semantic)), ("detailed", .string(family)),
    ])
  }

  private static func kinds(of program: Program) -> (structural: String, semantic: String) {
    switch program {
    case .exist(let set): ("verify", shape(of: set))
    case .count(let set): ("query", shape(of: set))
    case .query(let attribute, _): ("query", attribute == .kind ? "cat" : "attr")
    case .choose(let attribute, _, _): ("choose", attribute == .kind ? "cat" : "attr")
    case .more: ("compare", "obj")
    case .same, .which: ("compare", "attr")
    case .relates: ("verify", "rel")
    case .approaches, .reachedWithin: ("verify", "attr")
    case .locate: ("query", "obj")
    case .chooseCount: ("choose", "obj")
    }
  }

  private static func shape(of set: ObjectSet) -> String {
    switch set {
    case .scene: "obj"
    case .filter(let filter, let rest): filter.attribute == .kind ? shape(of: rest) : "attr"
    case .related, .extreme: "rel"
    }
  }

  /// The words that speak of things: `4` or `4:6` (the first word and the one behind the last), counted from 0, with ids.
  /// Words are what spaces part, in Chinese characters.
  static func annotations(_ said: GroundedText, _ tongue: Tongue) -> [(words: String, ids: String)] {
    let scalars = Array(said.text.unicodeScalars)
    // For each code point the word that it is in or before.
    var word: [Int] = []
    var count = 0
    for (i, scalar) in scalars.enumerated() {
      if tongue == .chinese {
        word.append(i)
        count = i + 1
        continue
      }
      let isSpace = scalar.properties.isWhitespace
      if !isSpace, i == 0 || scalars[i - 1].properties.isWhitespace { count += 1 }
      word.append(isSpace ? count : count - 1)
    }
    return said.phrases.compactMap { phrase in
      guard !phrase.objects.isEmpty, phrase.start >= 0, phrase.start < phrase.end, phrase.end <= word.count
      else { return nil }
      let (first, last) = (word[phrase.start], word[phrase.end - 1])
      return (
        first == last ? String(first) : "\(first):\(last + 1)",
        phrase.objects.map { String($0) }.joined(separator: ",")
      )
    }
  }
}
