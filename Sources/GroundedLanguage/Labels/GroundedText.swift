package import Annotations

/// A sentence of a label, in one language.
package struct GroundedText: Codable, Sendable, Hashable {
  /// `en` or `zh`.
  package var language: String
  package var text: String
  /// Of questions: as people answer.
  package var answer: String?
  /// What in the sentence speaks of which things; outer phrases before those within them. Offsets count Unicode code
  /// points.
  package var phrases: [Sentence.Phrase]

  package init(language: String, text: String, answer: String? = nil, phrases: [Sentence.Phrase]) {
    self.language = language
    self.text = text
    self.answer = answer
    self.phrases = phrases
  }

  init(_ sentence: Sentence, _ tongue: Tongue, answer: String? = nil) {
    self.init(language: tongue.rawValue, text: sentence.text, answer: answer, phrases: sentence.phrases)
  }
}

/// A thing that a label speaks of, and where it is seen.
package struct GroundedThing: Codable, Sendable, Hashable {
  package var instance: UInt32
  /// Around what is seen of it, as in `boxes2d`.
  package var box: PixelBox

  package init(instance: UInt32, box: PixelBox) {
    self.instance = instance
    self.box = box
  }
}
