import Mandarin

/// Reads Chinese text as people read it aloud: characters by their words, numbers, dates, times and signs by what stands
/// around them, Latin letters as in English.
package struct ChineseReader: Sendable {
  let text: TextScanner
  /// Where words of a divided text begin and end.
  let edges: Set<Int>
  var words: [ReadWord] = []
  /// The first character without a reading.
  package private(set) var unreadable: Int?

  private init(_ text: TextScanner, division: [Range<Int>]) {
    self.text = text
    edges = Set(division.flatMap { [$0.lowerBound, $0.upperBound] })
  }

  /// The words of a text in the order in which they are said, and the place of a character that has no reading.
  ///
  /// - Parameter division: where the text's words are, if it is divided.
  package static func read(_ scalars: [Unicode.Scalar], division: [Range<Int>] = [])
    -> (words: [ReadWord], unreadable: Int?)
  {
    var reader = ChineseReader(TextScanner(scalars), division: division)
    var i = 0
    while i < reader.text.end { i = max(reader.step(at: i), i + 1) }
    return (reader.words, reader.unreadable)
  }

  /// A run of characters in a text of another language.
  static func read(run: Range<Int>, of text: TextScanner) -> (words: [ReadWord], unreadable: Int?) {
    var reader = ChineseReader(text, division: [])
    _ = reader.han(at: run.lowerBound)
    return (reader.words, reader.unreadable)
  }

  /// Says characters that stand for `source`: a number, a unit.
  mutating func say(_ spoken: String, _ source: Range<Int>, isFixed: Bool = false) {
    let scalars = Array(spoken.unicodeScalars)
    var unknown: Int?
    guard let found = MandarinReader.standard.words(of: scalars[...], unknown: &unknown) else {
      unreadable = unreadable ?? source.lowerBound
      return
    }
    for word in found {
      let syllables = word.range.enumerated().map { offset, at in
        ReadWord.Syllable(
          character: scalars[at], spelling: word.readings[offset].syllable, tone: word.readings[offset].tone,
          isFixed: isFixed || word.isGiven[offset], source: source)
      }
      words.append(ReadWord(.mandarin(syllables), source))
    }
  }

  /// A number.
  mutating func sayCardinal(_ n: Int, _ source: Range<Int>) { say(ChineseNumerals.cardinal(n), source) }

  /// Digit by digit, each with its own place.
  mutating func sayDigits(_ range: Range<Int>, dialling: Bool) {
    for i in range where text.isDigit(i) {
      let value = Int(text[i].value) - 0x30
      say(String(ChineseNumerals.digit(value, dialling: dialling)), i..<(i + 1), isFixed: true)
    }
  }

  mutating func pause(_ pause: ReadWord.Pause, isQuestion: Bool = false) {
    guard let last = words.indices.last else { return }
    words[last].pauseAfter = max(words[last].pauseAfter, pause)
    if isQuestion { words[last].endsQuestion = true }
  }

  private mutating func step(at i: Int) -> Int {
    if let next = number(at: i) { return next }
    if text.isHan(i) { return han(at: i) }
    if text.isLatin(i) { return latin(at: i) }
    switch text[i] {
    case ",", ";", ":", "、", "（", "(", ")", "—", "–": pause(.short)
    case "。", "!", "…", "\n": pause(.long)
    case ".": if !text.isDigit(i + 1) { pause(.long) }
    case "?": pause(.long, isQuestion: true)
    case "+": say("加", i..<(i + 1))
    case "=": say("等于", i..<(i + 1))
    case "×": say("乘", i..<(i + 1))
    case "÷": say("除以", i..<(i + 1))
    case "&": say("和", i..<(i + 1))
    default: if text[i].properties.isAlphabetic { unreadable = unreadable ?? i }
    }
    return i + 1
  }

  private mutating func han(at i: Int) -> Int {
    var j = i
    while text.isHan(j) { j += 1 }
    var unknown: Int?
    guard let found = MandarinReader.standard.words(of: text.scalars[i..<j], edges: edges, unknown: &unknown)
    else {
      unreadable = unreadable ?? unknown
      return j
    }
    for word in found {
      let syllables = zip(word.range, zip(word.readings, word.isGiven)).map { at, reading in
        ReadWord.Syllable(
          character: text[at], spelling: reading.0.syllable, tone: reading.0.tone, isFixed: reading.1,
          source: at..<(at + 1))
      }
      words.append(ReadWord(.mandarin(syllables), word.range))
    }
    return j
  }

  /// Letters: short capitals one by one, with digits behind them as on plates; words as English.
  private mutating func latin(at i: Int) -> Int {
    var j = i
    while text.isLatin(j) || text.isDigit(j)
      || (text[j] == "-" && (text.isLatin(j + 1) || text.isDigit(j + 1)) && j > i)
      || (text[j] == "'" && text.isLatin(j + 1))
    {
      j += 1
    }
    let hasDigit = (i..<j).contains { text.isDigit($0) }
    guard hasDigit else {
      words += EnglishReader.read(part: i..<j, of: text)
      return j
    }
    code(i..<j)
    return j
  }

  /// Letters and digits in one token, as on plates and of roads, flights and lines.
  mutating func code(_ range: Range<Int>) {
    var k = range.lowerBound
    while k < range.upperBound {
      if text.isDigit(k) {
        let end = min(text.digits(from: k), range.upperBound)
        if end - k <= 2, text[k] != "0", let n = text.number(k..<end) {
          sayCardinal(n, k..<end)
          if end - k == 1 { fixLast() }
        } else {
          sayDigits(k..<end, dialling: true)
        }
        k = end
      } else if text.isLatin(k) {
        let end = text.letters(from: k)
        let capitals = (k..<end).allSatisfy { text[$0].value <= 0x5A }
        if capitals || end - k == 1 {
          for at in k..<end { words.append(ReadWord(.letter(EnglishReader.lower(text[at])), at..<(at + 1))) }
        } else {
          words += EnglishReader.read(part: k..<end, of: text)
        }
        k = end
      } else {
        k += 1
      }
    }
  }

  /// The last word's 一 and 不 keep their tones.
  mutating func fixLast() {
    guard let last = words.indices.last, case .mandarin(var syllables) = words[last].sound else { return }
    for i in syllables.indices { syllables[i].isFixed = true }
    words[last].sound = .mandarin(syllables)
  }
}
