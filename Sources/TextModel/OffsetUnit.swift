/// What a format counts when it says where a span begins.
package enum OffsetUnit: String, Sendable, Hashable, CaseIterable {
  /// Unicode scalars (code points without surrogates): Python, Rasa, spaCy, doccano; the unit inside.
  case scalar
  /// Bytes: Rust, Go, many protocols.
  case utf8
  /// Code units: JavaScript, Java, browsers.
  case utf16
  /// Extended grapheme clusters (UAX 29), what a reader calls a character: Swift.
  case grapheme
}
