package import WorldModel

/// `questions`: questions about a view with their programs and answers.
///
/// They come in blocks: each family is asked with each of its answers once. Within a family no answer is more frequent
/// than another.
package struct QuestionsLabel: StructuredLabel {
  package static let name = "questions"

  package struct Entry: Codable, Sendable, Hashable {
    /// From 0, in the view.
    package var id: Int
    /// Questions of one block share a number.
    package var block: Int
    /// A `QuestionFamily`.
    package var family: String
    package var program: [ProgramStep]
    /// `yes`, `no`, a number, or a value in English.
    package var answer: String
    /// Relations and superlatives on the way.
    package var hops: Int
    /// What the texts speak of, ascending by instance.
    package var things: [GroundedThing]
    /// One a language.
    package var texts: [GroundedText]

    package init(
      id: Int, block: Int, family: String, program: [ProgramStep], answer: String, hops: Int,
      things: [GroundedThing], texts: [GroundedText]
    ) {
      self.id = id
      self.block = block
      self.family = family
      self.program = program
      self.answer = answer
      self.hops = hops
      self.things = things
      self.texts = texts
    }
  }

  /// Velocity of the carrier, world frame, m/s: what approaching and reaching are judged by.
  package var egoVelocity: [Double]?
  package var entries: [Entry]

  package init(egoVelocity: [Double]?, entries: [Entry]) {
    self.egoVelocity = egoVelocity
    self.entries = entries
  }
}
