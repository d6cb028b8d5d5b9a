/// Plurals of English nouns by rule, with the exceptions that matter.
package enum EnglishNoun {
  private static let irregular: [String: String] = [
    "man": "men", "woman": "women", "child": "children", "person": "people", "foot": "feet", "tooth": "teeth",
    "goose": "geese", "mouse": "mice", "ox": "oxen", "sheep": "sheep", "deer": "deer", "fish": "fish",
    "series": "series", "species": "species", "aircraft": "aircraft", "bus": "buses", "leaf": "leaves",
    "knife": "knives", "wife": "wives", "life": "lives", "half": "halves", "shelf": "shelves",
    "wolf": "wolves",
    "loaf": "loaves", "thief": "thieves", "scarf": "scarves", "potato": "potatoes", "tomato": "tomatoes",
    "hero": "heroes", "echo": "echoes", "crisis": "crises", "analysis": "analyses", "axis": "axes",
    "passerby": "passersby", "quiz": "quizzes",
  ]

  /// The plural; of a phrase, that of its last word.
  package static func plural(of noun: String) -> String {
    if let space = noun.lastIndex(where: { $0 == " " || $0 == "-" }) {
      let head = noun[...space]
      return head + plural(of: String(noun[noun.index(after: space)...]))
    }
    let lower = noun.lowercased()
    if let known = irregular[lower] {
      return noun.first?.isUppercase == true ? known.prefix(1).uppercased() + known.dropFirst() : known
    }
    if lower.hasSuffix("man"), lower.count > 5, lower != "german", lower != "human" {
      return noun.dropLast(2) + "en"
    }
    let ending = lower.suffix(2)
    if ["s", "x", "z"].contains(String(lower.suffix(1))) || ending == "ch" || ending == "sh" {
      return noun + "es"
    }
    if lower.hasSuffix("y"), let before = ending.first, !"aeiou".contains(before) {
      return noun.dropLast() + "ies"
    }
    return noun + "s"
  }

  /// A form as singular and as plural, unless it says itself which it is.
  static func inflected(_ form: Alternative) -> [Alternative] {
    guard form.features.isEmpty, case .text(let text) = form.phrase else { return [form] }
    var one = form
    one.features = [FeatureValue(feature: "num", value: "sg")]
    var many = form
    many.phrase = .text(plural(of: text))
    many.features = [FeatureValue(feature: "num", value: "pl")]
    return [one, many]
  }
}
