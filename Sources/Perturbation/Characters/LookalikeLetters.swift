package import TextModel

/// Letters of other scripts that look the same: Cyrillic а for Latin a. A filter's nightmare, and nothing to a reader.
package struct LookalikeLetters: SitePerturbation {
  package let rule = PerturbationRule(
    "lookalike-letters", "Letters of another script that look the same.", ladder: .letters)

  package init() {}

  private static let table: [Unicode.Scalar: [Unicode.Scalar]] = [
    "a": ["а"], "c": ["с"], "e": ["е"], "i": ["і"], "j": ["ј"], "o": ["о", "ο"], "p": ["р"], "s": ["ѕ"],
    "x": ["х"], "y": ["у"], "A": ["А", "Α"], "B": ["В", "Β"], "C": ["С"], "E": ["Е", "Ε"], "H": ["Н", "Η"],
    "I": ["І", "Ι"], "K": ["К", "Κ"], "M": ["М", "Μ"], "N": ["Ν"], "O": ["О", "Ο"], "P": ["Р", "Ρ"],
    "S": ["Ѕ"], "T": ["Т", "Τ"], "X": ["Х", "Χ"], "Y": ["Υ"], "Z": ["Ζ"], "0": ["O"],
  ]

  package func sites(in text: PerturbableText) -> [EditSite] {
    text.scalars.enumerated().compactMap { i, scalar in
      guard let alike = Self.table[scalar] else { return nil }
      return EditSite(i..<(i + 1), alike.map { .init("\($0)", reason: "look-alike") })
    }
  }
}
