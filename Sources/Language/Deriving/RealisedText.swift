/// A sentence as bytes, with what is known of it. Offsets count Unicode scalars; `byteStart`, `byteEnd` are into `bytes`.
package struct RealisedText: Sendable {
  package struct Span: Sendable {
    /// A use of the space, with label, role and variable.
    package var use: Int32
    /// A value of the space; -1 where the text itself is the value.
    package var value: Int32
    package var start: Int32
    package var end: Int32
    package var byteStart: Int32
    package var byteEnd: Int32
    /// Spans around this one.
    package var depth: Int32
  }

  package var bytes: [UInt8] = []
  package var scalars: Int32 = 0
  package var spans: [Span] = []
  /// Words, in scalars: together with spaces they make up the text.
  package var tokens: [Range<Int32>] = []
  package var template: Int32 = -1
  package var language: Int32 = -1

  package init() {
    bytes.reserveCapacity(512)
    spans.reserveCapacity(16)
    tokens.reserveCapacity(64)
  }

  mutating func reset() {
    bytes.removeAll(keepingCapacity: true)
    spans.removeAll(keepingCapacity: true)
    tokens.removeAll(keepingCapacity: true)
    scalars = 0
    template = -1
    language = -1
  }

  /// The text.
  package var string: String { String(decoding: bytes, as: UTF8.self) }
}

/// A sample: one meaning, said in one or more languages.
package struct RealisedSample: Sendable {
  package var intent: Int32 = -1
  /// In the order of the space's languages; the first `count` are of this sample.
  package var texts: [RealisedText]
  package var count = 0

  package init(for space: DerivationSpace) {
    texts = space.languages.map { _ in RealisedText() }
  }

  package var spoken: ArraySlice<RealisedText> { texts[0..<count] }
}
