package import TextModel

/// What kind of text a dataset holds; a format takes one of them.
package enum TextContent: String, Sendable, Hashable, CaseIterable {
  /// Sentences with an intent, spans and words.
  case labelled
  /// Questions with worked replies, right and spoiled.
  case instructions
}

/// One text of a native dataset, in one language.
package struct NativeText: Sendable {
  package enum Body: Sendable {
    case labelled(AnnotatedText)
    case instruction(Instruction)
  }

  /// The sample's index; texts of one sample in several languages share it.
  package var index: Int
  /// A code such as `en`, safe as part of a path.
  package var language: String
  /// What a split by template keeps together.
  package var template: String
  package var body: Body

  package init(index: Int, language: String, template: String, body: Body) {
    self.index = index
    self.language = language
    self.template = template
    self.body = body
  }

  package var content: TextContent {
    switch body {
    case .labelled: .labelled
    case .instruction: .instructions
    }
  }
}

/// A question and how it may be answered.
package struct Instruction: Sendable, Hashable {
  /// A line of a worked reply, and whether it is right.
  package struct Step: Sendable, Hashable {
    package var text: String
    package var isRight: Bool

    package init(_ text: String, isRight: Bool) {
      self.text = text
      self.isRight = isRight
    }
  }

  /// What the user asks.
  package var prompt: String
  /// A right reply.
  package var reply: String
  /// A right reply and one with one defect; `nil` where the question has none.
  package var preference: Preference?
  /// A working line by line, up to the first that is wrong if one is.
  package var steps: [Step]

  package struct Preference: Sendable, Hashable {
    /// What the user asks, with the form that the reply is to have.
    package var prompt: String
    package var chosen: String
    package var rejected: String

    package init(prompt: String, chosen: String, rejected: String) {
      self.prompt = prompt
      self.chosen = chosen
      self.rejected = rejected
    }
  }

  package init(prompt: String, reply: String, preference: Preference?, steps: [Step]) {
    self.prompt = prompt
    self.reply = reply
    self.preference = preference
    self.steps = steps
  }
}

/// The part of a dataset that a text belongs to.
package enum TextPart: String, Sendable, Hashable, CaseIterable {
  case train
  case dev
  case test
}

/// A text and its part.
package struct PlacedText: Sendable {
  package var text: NativeText
  package var part: TextPart

  package init(_ text: NativeText, _ part: TextPart) {
    self.text = text
    self.part = part
  }

  /// The labelled sentence; `nil` for anything else.
  package var labelled: AnnotatedText? {
    if case .labelled(let text) = text.body { text } else { nil }
  }

  /// The instruction; `nil` for anything else.
  package var instruction: Instruction? {
    if case .instruction(let instruction) = text.body { instruction } else { nil }
  }
}
