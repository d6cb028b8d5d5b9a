/// A personal name in its parts, and how the country writes it.
package struct PersonName: Sendable, Hashable {
  package var surname: Word
  package var given: Word
  /// Between the two: a middle initial or second surname, a Russian patronymic.
  package var middle: Word?
  /// As it stands on an envelope.
  package var full: String
}
