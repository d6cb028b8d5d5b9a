/// Words, abbreviations, acronyms, and tokens of letters and digits.
extension EnglishReader {
  /// Said letter by letter although they could be read.
  private static let spelled: Set<String> = [
    "gps", "usb", "suv", "ev", "tv", "pc", "id", "ac", "am", "fm", "pm", "atm", "ai", "ui", "it", "us", "uk",
    "eu",
    "usa", "vip", "led", "ok", "ota", "adas", "abs", "ecu", "api", "url", "pdf", "faq", "diy", "ceo", "cpu",
    "gpu",
    "iban", "vin", "asap", "eta", "ipa", "isp", "ups", "era",
  ]
  /// Capitals that are read as a word.
  private static let wordsInCapitals: Set<String> = [
    "nasa", "lidar", "radar", "wifi", "nato", "ram", "pin", "sim",
  ]
  private static let abbreviations: [String: [String]] = [
    "mr": ["mister"], "mrs": ["missus"], "ms": ["miz"], "dr": ["doctor"], "prof": ["professor"],
    "st": ["street"],
    "ave": ["avenue"], "rd": ["road"], "blvd": ["boulevard"], "vs": ["versus"], "etc": ["et", "cetera"],
    "approx": ["approximately"], "apt": ["apartment"], "dept": ["department"], "jr": ["junior"],
    "sr": ["senior"],
    "inc": ["incorporated"], "ltd": ["limited"], "hwy": ["highway"],
  ]

  /// Reads the word, abbreviation or code that begins with a letter at `i`.
  mutating func word(at i: Int) -> Int {
    // Letters and apostrophes inside; marks of letters are taken off.
    var j = i
    var spelling = ""
    var capitals = 0
    var hasMark = false
    while true {
      let s = text[j]
      if text.isLatin(j) {
        if s.value <= 0x5A { capitals += 1 }
        spelling.unicodeScalars.append(Self.lower(s))
      } else if let plain = Self.plain(s) {
        spelling += plain
        hasMark = true
      } else if s == "'", text.isLatin(j + 1), j > i {
        spelling += "'"
      } else {
        break
      }
      j += 1
    }
    let range = i..<j
    if text.isDigit(j) || (text[j] == "-" && text.isDigit(j + 1)), let next = code(at: i, lettersEnd: j) {
      return next
    }
    // A/C, w/o: two letters with a stroke between.
    if range.count == 1, text[j] == "/", text.isLatin(j + 1), !text.isLatin(j + 2), text[i].value <= 0x5A {
      spell(i..<(j + 2))
      return j + 2
    }
    // e.g., i.e., a.m., U.S.: letters with points between.
    if range.count == 1, text[j] == ".", text.isLatin(j + 1), text[j + 2] == "." { return points(at: i) }
    if text[j] == ".", let words = Self.abbreviations[spelling], isAbbreviation(spelling, at: i, end: j) {
      say(spelling == "st" && isSaint(j) ? ["saint"] : words, range)
      // The point belongs to the abbreviation, but where a sentence ends there too.
      return isSentenceEnd(j) ? j : j + 1
    }
    if spelling == "no", text[j] == ".", text.isDigit(text.isSpace(j + 1) ? j + 2 : j + 1) {
      say(["number"], range)
      return j + 1
    }
    // Months followed by days are read with their number.
    if let next = month(spelling, range) { return next }
    if isSpelled(spelling, capitals: capitals, hasMark: hasMark, range) {
      spell(range)
      // TVs, GPS's
      if text[j] == "s", !text.isLatin(j + 1) { return j + 1 }
      return j
    }
    if spelling == "a" && !isArticle(range) {
      words.append(ReadWord(.letter("a"), range))
      return j
    }
    if range.count == 1, spelling != "a", spelling != "i", spelling != "o" {
      spell(range)
      return j
    }
    words.append(ReadWord(.english(spelling), range))
    return j
  }

  /// `A` at the end, before a mark or before another single letter is the letter.
  private func isArticle(_ range: Range<Int>) -> Bool {
    let next = range.upperBound
    guard text.isSpace(next) else { return false }
    if text[range.lowerBound] == "a" { return true }
    let letters = text.letters(from: next + 1) - (next + 1)
    return letters > 1 || text.isDigit(next + 1) || Self.plain(text[next + 1]) != nil
  }

  private func isSpelled(_ spelling: String, capitals: Int, hasMark: Bool, _ range: Range<Int>) -> Bool {
    guard !hasMark, range.count >= 2, range.count <= 6, capitals == range.count else { return false }
    if Self.wordsInCapitals.contains(spelling) { return false }
    if Self.spelled.contains(spelling) { return true }
    // In a text all in capitals words are shouted, not spelled, unless they cannot be read.
    let isShouted = !text.scalars.contains { (0x61...0x7A).contains($0.value) }
    let hasVowel = spelling.contains { "aeiouy".contains($0) }
    if isShouted && text.scalars.filter(TextScanner.isLatin).count > range.count { return !hasVowel }
    return range.count <= 4 && EnglishLexicon.standard.phones(of: spelling) == nil || !hasVowel
  }

  private func isAbbreviation(_ spelling: String, at i: Int, end: Int) -> Bool {
    // `st.` and the like only with a capital or behind a name; `no.` is its own case.
    text[i].value <= 0x5A || ["vs", "etc", "approx", "apt", "dept"].contains(spelling)
  }

  /// St. before a name: a saint; behind one: a street.
  private func isSaint(_ end: Int) -> Bool {
    let next = text.isSpace(end + 1) ? end + 2 : end + 1
    let isName = text.isLatin(next) && text[next].value <= 0x5A
    return isName && (words.isEmpty || (words.last?.pauseAfter ?? .none) > .none || !isNameBefore)
  }

  private var isNameBefore: Bool {
    guard let last = words.last else { return false }
    let first = text[last.source.lowerBound]
    return (0x41...0x5A).contains(first.value)
  }

  private func isSentenceEnd(_ point: Int) -> Bool {
    var j = point + 1
    while text.isSpace(j) { j += 1 }
    return j >= text.end
  }

  /// Letters with points: `e.g.` in words, others letter by letter.
  private mutating func points(at i: Int) -> Int {
    var j = i
    var letters: [Int] = []
    while text.isLatin(j), text[j + 1] == "." {
      letters.append(j)
      j += 2
    }
    let spelling = letters.map { String(Self.lower(text[$0])) }.joined()
    switch spelling {
    case "eg": say(["for", "example"], i..<j)
    case "ie": say(["that", "is"], i..<j)
    default:
      for letter in letters {
        words.append(ReadWord(.letter(Self.lower(text[letter])), letter..<(letter + 1)))
      }
    }
    return isSentenceEnd(j - 1) ? j - 1 : j
  }

  /// Plates, flights, roads: letters and digits in one token. Letters one by one; two digits as a number, longer runs
  /// digit by digit, after few letters in pairs as roads and flights are read.
  private mutating func code(at i: Int, lettersEnd: Int) -> Int? {
    var j = i
    while text.isLatin(j) || text.isDigit(j)
      || (text[j] == "-" && (text.isDigit(j + 1) || text.isLatin(j + 1)))
    {
      j += 1
    }
    let letters = (i..<j).filter { text.isLatin($0) }.count
    // `Mach-1`, `Sunday-2`: a word of small letters that happens to be followed by digits.
    let head = i..<lettersEnd
    let hasSmall = head.contains { (0x61...0x7A).contains(text[$0].value) }
    if hasSmall && head.count > 2 {
      return nil
    }
    guard letters > 0 else { return nil }
    var k = i
    while k < j {
      if text.isDigit(k) {
        let end = text.digits(from: k)
        if end - k <= 2, text[k] != "0", let n = text.number(k..<end) {
          say(EnglishNumerals.cardinal(n), k..<end)
        } else {
          spell(k..<end)
        }
        k = end
      } else {
        if text.isLatin(k) { spell(k..<(k + 1)) }
        k += 1
      }
    }
    return j
  }
}
