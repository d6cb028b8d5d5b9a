/// How common characters are read.
package struct MandarinTable: Sendable {
  /// A syllable with its tone: `hang2`.
  package struct Reading: Sendable, Hashable {
    /// `ü` is written `v`.
    package var syllable: String
    /// 1 to 4, 5 for the neutral tone.
    package var tone: Int

    package init(syllable: String, tone: Int) {
      self.syllable = syllable
      self.tone = tone
    }
  }

  private let readings: [Unicode.Scalar: Reading]
  private let characters: [Reading: [Unicode.Scalar]]
  private let syllables: [String: [Unicode.Scalar]]

  /// A line a syllable: `hang2 航杭`.
  package init(_ table: String) {
    var readings: [Unicode.Scalar: Reading] = [:]
    var characters: [Reading: [Unicode.Scalar]] = [:]
    var syllables: [String: [Unicode.Scalar]] = [:]
    for line in table.split(separator: "\n") {
      let parts = line.split(separator: " ")
      guard parts.count == 2, let tone = parts[0].last?.wholeNumberValue else { continue }
      let reading = Reading(syllable: String(parts[0].dropLast()), tone: tone)
      let all = Array(parts[1].unicodeScalars)
      characters[reading] = all
      syllables[reading.syllable, default: []] += all
      for scalar in all { readings[scalar] = reading }
    }
    (self.readings, self.characters, self.syllables) = (readings, characters, syllables)
  }

  /// The 3,200 most frequent characters but those read in several ways.
  package static let standard = MandarinTable(mandarinReadings)

  /// `nil` for rare characters and for those with several readings.
  package func reading(_ scalar: Unicode.Scalar) -> Reading? { readings[scalar] }

  /// Characters of the same reading, the most frequent first.
  package func homophones(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    guard let reading = readings[scalar] else { return [] }
    return (characters[reading] ?? []).filter { $0 != scalar }
  }

  /// Characters of a syllable in any tone, by tone.
  package func characters(of syllable: String) -> [Unicode.Scalar] { syllables[syllable] ?? [] }

  /// The most frequent character of a syllable, in a tone where it has that tone.
  package func common(_ syllable: String, tone: Int) -> Unicode.Scalar? {
    characters[Reading(syllable: syllable, tone: tone)]?.first ?? syllables[syllable]?.first
  }

  /// Whether a syllable exists.
  package func has(_ syllable: String) -> Bool { syllables[syllable] != nil }
}
