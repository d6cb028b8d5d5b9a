package import JSON
package import TextModel

extension WordTag {
  /// Stands for what is not known, as in CoNLL-U.
  package static let blank = "_"

  /// What is known of the words of a text, as members of its JSON: a list each, one item a word.
  package static func members(of tags: [WordTag]) -> [JSONValue.Member] {
    [
      .init("pos", .array(tags.map { .string($0.pos?.rawValue ?? blank) })),
      .init("lemmas", .array(tags.map { .string($0.lemma ?? blank) })),
      .init("features", .array(tags.map { .string($0.features ?? blank) })),
    ]
  }

  /// Those that members say, one a word; `nil` where their lists have other lengths, or a part of speech is none.
  package static func read(_ record: JSONValue, count: Int) -> [WordTag]? {
    func list(_ name: String) -> [String]? {
      guard let member = record[name] else { return [String](repeating: blank, count: count) }
      guard case .array(let items) = member, items.count == count else { return nil }
      let texts = items.compactMap { if case .string(let text) = $0 { text } else { nil } }
      return texts.count == count ? texts : nil
    }
    guard let parts = list("pos"), let lemmas = list("lemmas"), let features = list("features"),
      parts.allSatisfy({ $0 == blank || UniversalPOS(rawValue: $0) != nil })
    else { return nil }
    return (0..<count).map { i in
      WordTag(
        UniversalPOS(rawValue: parts[i]), lemma: lemmas[i] == blank ? nil : lemmas[i],
        features: features[i] == blank ? nil : features[i])
    }
  }
}
