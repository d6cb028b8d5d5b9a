/// The sounds of General American in ARPAbet, without stress.
package enum ARPAbet {
  /// In the order of the CMU dictionary's list.
  package static let vowels: Set<String> = [
    "AA", "AE", "AH", "AO", "AW", "AX", "AY", "EH", "ER", "EY", "IH", "IY", "OW", "OY", "UH", "UW",
  ]
  package static let consonants: Set<String> = [
    "B", "CH", "D", "DH", "F", "G", "HH", "JH", "K", "L", "M", "N", "NG", "P", "R", "S", "SH", "T", "TH", "V",
    "W",
    "Y", "Z", "ZH",
  ]
  static let voiceless: Set<String> = ["CH", "F", "HH", "K", "P", "S", "SH", "T", "TH"]
  static let sibilants: Set<String> = ["S", "Z", "SH", "ZH", "CH", "JH"]

  /// Names of the letters a to z, by phones with stress.
  static let letterNames: [Unicode.Scalar: String] = [
    "a": "EY1", "b": "B IY1", "c": "S IY1", "d": "D IY1", "e": "IY1", "f": "EH1 F", "g": "JH IY1",
    "h": "EY1 CH",
    "i": "AY1", "j": "JH EY1", "k": "K EY1", "l": "EH1 L", "m": "EH1 M", "n": "EH1 N", "o": "OW1",
    "p": "P IY1",
    "q": "K Y UW1", "r": "AA1 R", "s": "EH1 S", "t": "T IY1", "u": "Y UW1", "v": "V IY1",
    "w": "D AH1 B AH0 L Y UW0", "x": "EH1 K S", "y": "W AY1", "z": "Z IY1",
  ]
}

/// A sound of a pronunciation, with the stress of its syllable where it is a vowel.
package struct Phoneme: Sendable, Hashable {
  package var symbol: String
  /// 0 none, 1 primary, 2 secondary; `nil` for consonants.
  package var stress: Int?

  package var isVowel: Bool { stress != nil }

  package init(symbol: String, stress: Int?) {
    self.symbol = symbol
    self.stress = stress
  }

  /// `AH0`, `K`; `nil` for what is no ARPAbet.
  init?(_ text: some StringProtocol) {
    if let stress = text.last?.wholeNumberValue {
      symbol = String(text.dropLast())
      guard ARPAbet.vowels.contains(symbol), (0...2).contains(stress) else { return nil }
      self.stress = stress
    } else {
      symbol = String(text)
      guard ARPAbet.consonants.contains(symbol) else { return nil }
      stress = nil
    }
  }

  /// `HH AH0 L OW1`.
  static func list(_ text: some StringProtocol) -> [Phoneme] {
    text.split(separator: " ").compactMap { Phoneme($0) }
  }
}
