/// How words outside the list sound, by rules on letters and what stands around them.
///
/// A rule is `left[letters]right=PHONES`; the first that fits from the place on is taken. In contexts letters stand for
/// themselves, and: `#` one vowel or more, `:` any number of consonants, `^` one consonant, `.` one voiced consonant,
/// `+` e, i or y, `%` an ending (e, er, ed, es, ing, ely, end of word after it), `_` the edge of the word. The notation
/// is that of Elovitz et al. (Naval Research Laboratory report 7948, 1976); the rules are our own.
struct LetterToSound: Sendable {
  private struct Rule: Sendable {
    var left: [UInt8]
    var letters: [UInt8]
    var right: [UInt8]
    var phones: [String]
  }

  /// By the first letter.
  private let rules: [UInt8: [Rule]]

  static let standard = LetterToSound(letterToSoundRules)

  init(_ table: String) {
    var rules: [UInt8: [Rule]] = [:]
    for line in table.split(whereSeparator: { $0 == "\n" }) {
      let line = line.drop { $0 == " " }
      guard let open = line.firstIndex(of: "["), let close = line.firstIndex(of: "]"),
        let equals = line.lastIndex(of: "=")
      else { continue }
      let letters = Array(line[line.index(after: open)..<close].utf8)
      guard let first = letters.first else { continue }
      rules[first, default: []].append(
        Rule(
          left: Array(line[..<open].utf8), letters: letters,
          right: Array(line[line.index(after: close)..<equals].utf8),
          phones: line[line.index(after: equals)...].split(separator: " ").map(String.init)))
    }
    self.rules = rules
  }

  /// Phones of a word of letters a to z; others are passed over.
  func phones(of word: String) -> [Phoneme] {
    let letters = Array(word.lowercased().utf8).filter { (0x61...0x7A).contains($0) }
    var symbols: [String] = []
    var i = 0
    while i < letters.count {
      guard let rule = rules[letters[i]]?.first(where: { fits($0, letters, i) }) else {
        i += 1
        continue
      }
      symbols += rule.phones
      i += rule.letters.count
    }
    return stressed(symbols, letters)
  }

  private func fits(_ rule: Rule, _ word: [UInt8], _ i: Int) -> Bool {
    let end = i + rule.letters.count
    guard end <= word.count, word[i..<end].elementsEqual(rule.letters) else { return false }
    return matches(rule.right[...], word[end...], isRight: true)
      && matches(ArraySlice(rule.left.reversed()), ArraySlice(word[..<i].reversed()), isRight: false)
  }

  private static func isVowel(_ c: UInt8) -> Bool { "aeiouy".utf8.contains(c) }
  private static func isVoiced(_ c: UInt8) -> Bool { "bdgjlmnrvwz".utf8.contains(c) }

  /// Whether a context fits letters, both read away from the rule's own letters.
  private func matches(_ context: ArraySlice<UInt8>, _ letters: ArraySlice<UInt8>, isRight: Bool) -> Bool {
    guard let sign = context.first else { return true }
    let rest = context.dropFirst()
    switch sign {
    case UInt8(ascii: "_"): return letters.isEmpty && matches(rest, letters, isRight: isRight)
    case UInt8(ascii: "#"):
      guard let first = letters.first, Self.isVowel(first) else { return false }
      let after = letters.drop(while: Self.isVowel)
      return matches(rest, after, isRight: isRight)
        || matches(rest, letters.dropFirst(), isRight: isRight)
    case UInt8(ascii: ":"):
      var left = letters
      while true {
        if matches(rest, left, isRight: isRight) { return true }
        guard let first = left.first, !Self.isVowel(first) else { return false }
        left = left.dropFirst()
      }
    case UInt8(ascii: "^"):
      guard let first = letters.first, !Self.isVowel(first) else { return false }
      return matches(rest, letters.dropFirst(), isRight: isRight)
    case UInt8(ascii: "."):
      guard let first = letters.first, Self.isVoiced(first) else { return false }
      return matches(rest, letters.dropFirst(), isRight: isRight)
    case UInt8(ascii: "+"):
      guard let first = letters.first, "eiy".utf8.contains(first) else { return false }
      return matches(rest, letters.dropFirst(), isRight: isRight)
    case UInt8(ascii: "%"):
      return ["e", "er", "ers", "ed", "es", "ing", "ings", "ely"].contains { letters.elementsEqual($0.utf8) }
    default:
      guard letters.first == sign else { return false }
      return matches(rest, letters.dropFirst(), isRight: isRight)
    }
  }

  /// Where the stress lies: as an ending demands, else on the first syllable, or the second behind a light prefix.
  private func stressed(_ symbols: [String], _ letters: [UInt8]) -> [Phoneme] {
    let vowels = symbols.indices.filter { ARPAbet.vowels.contains(symbols[$0]) }
    guard !vowels.isEmpty else { return symbols.map { Phoneme(symbol: $0, stress: nil) } }
    let word = String(decoding: letters, as: UTF8.self)
    var main = 0
    let count = vowels.count
    if count > 1 {
      if ["tion", "sion", "cian", "ic", "ics", "ity", "ial", "ian", "ious", "graphy", "logy"].contains(
        where: word.hasSuffix)
      {
        let back = ["ity", "ial", "ian", "ious", "graphy", "logy"].contains(where: word.hasSuffix) ? 3 : 2
        main = max(0, count - back)
      } else if ["ee", "eer", "oon", "ette", "esque"].contains(where: word.hasSuffix) {
        main = count - 1
      } else if ["ate", "ize", "ise", "fy"].contains(where: word.hasSuffix), count > 2 {
        main = count - 3
      } else if count == 2,
        [
          "re", "de", "be", "un", "in", "ex", "con", "com", "pro", "ab", "ad", "en", "dis", "mis", "per",
          "sur", "for",
        ]
        .contains(where: { word.hasPrefix($0) && letters.count > $0.utf8.count + 3 }),
        !["er", "y", "ed", "ing", "le", "el", "en", "ow", "ey", "ie"].contains(where: word.hasSuffix)
      {
        main = 1
      }
    }
    return symbols.enumerated().map { index, symbol in
      guard let place = vowels.firstIndex(of: index) else { return Phoneme(symbol: symbol, stress: nil) }
      let stress = place == main ? 1 : 0
      // Short vowels without stress lose their colour.
      let isReduced = stress == 0 && ["AE", "EH", "AA"].contains(symbol) && index + 1 < symbols.count
      return Phoneme(symbol: isReduced ? "AH" : symbol, stress: stress)
    }
  }
}
