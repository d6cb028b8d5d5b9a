package import WorldModel

/// `referring`: expressions that mean one thing of a view and no other, and would not without any of their modifiers.
package struct ReferringLabel: StructuredLabel {
  package static let name = "referring"

  package struct Entry: Codable, Sendable, Hashable {
    package var thing: GroundedThing
    /// How many modifiers tell it apart from others of its class.
    package var modifiers: Int
    /// Ends in `unique`.
    package var program: [ProgramStep]
    /// Everything else that the texts speak of, ascending by instance.
    package var anchors: [GroundedThing]
    /// One a language.
    package var texts: [GroundedText]

    package init(
      thing: GroundedThing, modifiers: Int, program: [ProgramStep], anchors: [GroundedThing],
      texts: [GroundedText]
    ) {
      self.thing = thing
      self.modifiers = modifiers
      self.program = program
      self.anchors = anchors
      self.texts = texts
    }
  }

  package var entries: [Entry]
  package init(entries: [Entry]) { self.entries = entries }
}
