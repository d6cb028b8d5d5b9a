import TextModel

/// A sentence with the phrases in it that speak of things. Offsets count Unicode code points.
package struct Sentence: Sendable, Hashable {
  package struct Phrase: Codable, Sendable, Hashable {
    /// Code points `start ..< end` of the text.
    package var start: Int
    package var end: Int
    /// Instances, ascending; none where the phrase speaks of what is not there.
    package var objects: [UInt32]

    package init(start: Int, end: Int, objects: [UInt32]) {
      self.start = start
      self.end = end
      self.objects = objects
    }
  }

  package var text: String
  /// Outer phrases before those within them, from left to right.
  package var phrases: [Phrase]

  /// - Parameters:
  ///   - writer: what has been written.
  ///   - isWhole: whether it begins with a capital.
  /// - Returns: `nil` where a phrase would begin within a character, which the vocabulary has no words for.
  init?(_ writer: PhraseWriter, isWhole: Bool = true) {
    var realiser = TextRealiser()
    guard let made = try? realiser.realise(writer.pieces, language: writer.tongue.tag) else { return nil }
    let text = made.string
    self.text = isWhole ? text.prefix(1).uppercased() + text.dropFirst() : text
    phrases = made.spans.compactMap { span in
      guard let number = span.value.flatMap({ Int($0) }), writer.mentions.indices.contains(number) else {
        return nil
      }
      return Phrase(
        start: span.range.lowerBound, end: span.range.upperBound,
        objects: Array(Set(writer.mentions[number])).sorted())
    }
  }
}
