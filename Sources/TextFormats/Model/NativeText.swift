package import TextModel

/// What kind of text a dataset holds; a format takes one of them.
package enum TextContent: String, Sendable, Hashable, CaseIterable {
  /// Sentences with an intent, spans and words.
  case labelled
  /// Questions with replies, right and spoiled, and conversations.
  case instructions
  /// People with their identifiers, and labelled sentences that hold some of them.
  case people

  /// Whether what takes this can be made of a dataset: people are spoken of in labelled sentences too.
  package func suits(_ dataset: TextContent) -> Bool {
    self == dataset || self == .labelled && dataset == .people
  }
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
  /// Who is spoken of: all that is known of one person, in order; empty where nobody is.
  package var fields: [Field] = []
  /// The same sentence, from which nobody learns who is spoken of.
  package var twins: [Twin] = []

  /// One value of a person.
  package struct Field: Sendable, Hashable {
    /// A `FieldKind`, or `locale`.
    package var kind: String
    package var value: String

    package init(_ kind: String, _ value: String) {
      self.kind = kind
      self.value = value
    }
  }

  /// A sentence with a person's values hidden or replaced.
  package struct Twin: Sendable, Hashable {
    /// `masked`, `tagged` or `pseudonym`.
    package var kind: String
    package var text: AnnotatedText

    package init(_ kind: String, _ text: AnnotatedText) {
      self.kind = kind
      self.text = text
    }
  }

  package init(index: Int, language: String, template: String, body: Body) {
    self.index = index
    self.language = language
    self.template = template
    self.body = body
  }

  package var content: TextContent {
    switch body {
    case .labelled: fields.isEmpty ? .labelled : .people
    case .instruction: .instructions
    }
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
