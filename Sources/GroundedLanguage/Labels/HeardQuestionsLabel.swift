package import WorldModel

/// `heard_questions`: questions about a recording, and about who in the picture makes its sounds, with their programs and
/// answers.
///
/// As in `questions` they come in blocks: each family is asked with each of its answers once.
package struct HeardQuestionsLabel: StructuredLabel {
  package static let name = "heard_questions"

  package struct Entry: Codable, Sendable, Hashable {
    /// From 0, in the recording.
    package var id: Int
    /// Questions of one block share a number.
    package var block: Int
    /// A `HeardFamily`.
    package var family: String
    /// A `HeardProgram`.
    package var program: [ProgramStep]
    /// `yes`, `no`, a number, a kind of sound, `female` or `male`, what is said, or an instance.
    package var answer: String
    /// The events of `recording` that the sounds it names consist of, ascending.
    package var events: [Int]
    /// What the texts speak of in the picture, ascending by instance.
    package var things: [GroundedThing]
    /// One a language; phrases speak of instances, as those of `questions`.
    package var texts: [GroundedText]

    package init(
      id: Int, block: Int, family: String, program: [ProgramStep], answer: String, events: [Int],
      things: [GroundedThing], texts: [GroundedText]
    ) {
      self.id = id
      self.block = block
      self.family = family
      self.program = program
      self.answer = answer
      self.events = events
      self.things = things
      self.texts = texts
    }
  }

  /// The camera whose picture, at the recording's beginning, is meant by "the picture"; absent where there is none.
  package var picture: String?
  package var entries: [Entry]

  package init(picture: String?, entries: [Entry]) {
    self.picture = picture
    self.entries = entries
  }
}
