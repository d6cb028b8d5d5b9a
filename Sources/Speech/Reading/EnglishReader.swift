/// Reads English text as people read it aloud: numbers, dates, times, money and signs by what stands around them.
package struct EnglishReader: Sendable {
  let text: TextScanner
  var words: [ReadWord] = []
  /// The first letter that nobody knows how to read.
  private var unreadable: Int?

  init(_ scalars: [Unicode.Scalar]) { text = TextScanner(scalars) }

  /// The words of a text in the order in which they are said.
  package static func read(_ scalars: [Unicode.Scalar]) -> [ReadWord] { reading(scalars).words }

  /// The same, with the place of the first letter that has no reading. Chinese characters are read as in Chinese.
  package static func reading(_ scalars: [Unicode.Scalar]) -> (words: [ReadWord], unreadable: Int?) {
    var reader = EnglishReader(scalars)
    var i = 0
    while i < reader.text.end { i = max(reader.step(at: i, limit: reader.text.end), i + 1) }
    return (reader.words, reader.unreadable)
  }

  /// A part of a text that is read as English within another language.
  static func read(part: Range<Int>, of scanner: TextScanner) -> [ReadWord] {
    var reader = EnglishReader(scanner: scanner)
    var i = part.lowerBound
    while i < part.upperBound { i = max(reader.step(at: i, limit: part.upperBound), i + 1) }
    return reader.words
  }

  private init(scanner: TextScanner) { text = scanner }

  mutating func say(_ spoken: [String], _ source: Range<Int>) {
    for word in spoken {
      if word.unicodeScalars.count == 1, let letter = word.unicodeScalars.first,
        letter != "a" || spoken.count > 1
      {
        words.append(ReadWord(.letter(letter), source))
      } else {
        words.append(ReadWord(.english(word), source))
      }
    }
  }

  mutating func spell(_ range: Range<Int>) {
    for i in range {
      if text.isDigit(i) {
        say([EnglishNumerals.digit(Int(text[i].value) - 0x30)], i..<(i + 1))
      } else if text.isLatin(i) {
        words.append(ReadWord(.letter(Self.lower(text[i])), i..<(i + 1)))
      }
    }
  }

  mutating func pause(_ pause: ReadWord.Pause, isQuestion: Bool = false) {
    guard let last = words.indices.last else { return }
    words[last].pauseAfter = max(words[last].pauseAfter, pause)
    if isQuestion { words[last].endsQuestion = true }
  }

  static func lower(_ s: Unicode.Scalar) -> Unicode.Scalar {
    (0x41...0x5A).contains(s.value) ? Unicode.Scalar(s.value + 32) ?? s : s
  }

  /// The word before the place, if nothing but a space lies between.
  var previous: String? { words.last?.pauseAfter == ReadWord.Pause.none ? words.last?.text : nil }

  /// Reads what stands at `i`; where to go on.
  private mutating func step(at i: Int, limit: Int) -> Int {
    if let next = number(at: i) { return next }
    if isWordStart(i) { return word(at: i) }
    if text.isHan(i) {
      var end = i
      while text.isHan(end) { end += 1 }
      let (read, unknown) = ChineseReader.read(run: i..<end, of: text)
      words += read
      unreadable = unreadable ?? unknown
      return end
    }
    switch text[i] {
    case ",", ";", ":", "(", ")", "—", "–", "、": pause(.short)
    case ".", "!", "…", "\n": pause(.long)
    case "?": pause(.long, isQuestion: true)
    case "。", "！": pause(.long)
    case "&": say(["and"], i..<(i + 1))
    case "+": say(["plus"], i..<(i + 1))
    case "=": say(["equals"], i..<(i + 1))
    case "@": say(["at"], i..<(i + 1))
    case "#": say(["number"], i..<(i + 1))
    case "/": if !words.isEmpty, text.isLatin(i + 1) { say(["slash"], i..<(i + 1)) }
    case "½": say(["one", "half"], i..<(i + 1))
    case "¼": say(["one", "quarter"], i..<(i + 1))
    case "¾": say(["three", "quarters"], i..<(i + 1))
    case "×": say(["times"], i..<(i + 1))
    case "%": say(["percent"], i..<(i + 1))
    default: if text[i].properties.isAlphabetic { unreadable = unreadable ?? i }
    }
    return i + 1
  }

  private func isWordStart(_ i: Int) -> Bool { text.isLatin(i) || Self.plain(text[i]) != nil }

  /// A Latin letter with a mark, without it.
  static func plain(_ s: Unicode.Scalar) -> String? {
    guard (0xC0...0x17F).contains(s.value) else { return nil }
    switch s {
    case "à", "á", "â", "ã", "å", "À", "Á", "Â", "Ã", "Å", "ā", "ă", "ą": return "a"
    case "ä", "Ä", "æ", "Æ": return "ae"
    case "ç", "Ç", "ć", "č", "Č": return "c"
    case "è", "é", "ê", "ë", "È", "É", "Ê", "Ë", "ē", "ė", "ę", "ě": return "e"
    case "ì", "í", "î", "ï", "Ì", "Í", "Î", "Ï", "ī", "ı": return "i"
    case "ñ", "Ñ", "ń", "ň": return "n"
    case "ò", "ó", "ô", "õ", "ø", "Ò", "Ó", "Ô", "Õ", "Ø", "ō": return "o"
    case "ö", "Ö", "œ", "Œ": return "oe"
    case "ù", "ú", "û", "Ù", "Ú", "Û", "ū": return "u"
    case "ü", "Ü": return "ue"
    case "ý", "ÿ", "Ý": return "y"
    case "ß": return "ss"
    case "š", "Š", "ś", "ş": return "s"
    case "ž", "Ž", "ż", "ź": return "z"
    case "ł", "Ł": return "l"
    case "ř": return "r"
    case "ğ": return "g"
    case "đ", "ď": return "d"
    case "ť": return "t"
    default: return nil
    }
  }
}
