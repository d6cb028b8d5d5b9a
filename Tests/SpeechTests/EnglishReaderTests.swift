import Speech
import Testing

/// English as it is read aloud. Expected readings are those of style guides and of ear, not of the code.
@Suite struct EnglishReaderTests {
  private func read(_ text: String) -> String {
    EnglishReader.read(Array(text.unicodeScalars)).map(\.text).joined(separator: " ")
  }

  static let cases: [(String, String)] = [
    ("I have 3 cats.", "i have three cats"),
    (
      "42 chairs, 101 lamps, 1,234 nuts",
      "forty two chairs one hundred one lamps one thousand two hundred thirty four nuts"
    ),
    ("the 21st and 2nd, 13th, 30th", "the twenty first and second thirteenth thirtieth"),
    ("3.14 and 0.5", "three point one four and zero point five"),
    ("in 1999", "in nineteen ninety nine"),
    ("since 2005", "since two thousand five"),
    ("in 1906 and by 1800", "in nineteen oh six and by eighteen hundred"),
    ("in 2024 she moved", "in twenty twenty four she moved"),
    ("1500 books from 1500 homes", "one thousand five hundred books from one thousand five hundred homes"),
    ("the 1980s", "the nineteen eighties"),
    ("from 2019-2023", "from twenty nineteen to twenty twenty three"),
    ("2024-05-17", "may seventeenth twenty twenty four"),
    ("5/17/2024", "may seventeenth twenty twenty four"),
    ("May 3, 1998", "may third nineteen ninety eight"),
    ("Jan. 5", "january fifth"),
    ("at 8:30 am", "at eight thirty a m"),
    ("at 8:05", "at eight oh five"),
    ("at 12:00", "at twelve o'clock"),
    ("20:45", "twenty forty five"),
    ("7 pm", "seven p m"),
    ("5 p.m. today", "five p m today"),
    ("Call 12055500697", "call one two zero five five five zero zero six nine seven"),
    ("555-0142 x", "five five five zero one four two x"),
    ("dial 911", "dial nine one one"),
    ("45%", "forty five percent"),
    ("72°F, -5°C, 1 ℃", "seventy two degrees fahrenheit minus five degrees celsius one degree celsius"),
    ("60 km/h", "sixty kilometers per hour"),
    ("1 km, 2 km, 5m", "one kilometer two kilometers five meters"),
    ("$5, $5.20, $1, $0.99", "five dollars five dollars and twenty cents one dollar ninety nine cents"),
    ("$3 million", "three million dollars"),
    ("€2.50", "two euros and fifty cents"),
    ("1/2 a cup, 3/4", "one half a cup three quarters"),
    ("5-10 steps", "five to ten steps"),
    ("plate 7XYZ123", "plate seven x y z one two three"),
    ("ABC1234", "a b c one two three four"),
    ("I-95", "i ninety five"),
    ("room 305", "room three oh five"),
    ("GPS and NASA", "g p s and nasa"),
    ("Dr. Smith, 5 Main St.", "doctor smith five main street"),
    ("St. Louis", "saint louis"),
    ("e.g. this", "for example this"),
    ("salt & pepper", "salt and pepper"),
    ("don't stop", "don't stop"),
    ("twenty-five", "twenty five"),
    ("café", "cafe"),
    ("No. 7", "number seven"),
    ("1000000", "one million"),
    ("1,000,000", "one million"),
    ("007", "zero zero seven"),
    ("a.b", "a b"),
  ]

  @Test(arguments: cases)
  func reads(_ text: String, _ spoken: String) {
    #expect(read(text) == spoken)
  }

  /// Every word knows the part of the text that it reads.
  @Test func placesAreOfTheText() {
    let text = "On May 17 she paid $5.20 at 8:30 for 45% of it, café!"
    let scalars = Array(text.unicodeScalars)
    var said: [String: [String]] = [:]
    for word in EnglishReader.read(scalars) {
      #expect(!word.source.isEmpty && word.source.upperBound <= scalars.count)
      let slice = String(String.UnicodeScalarView(scalars[word.source]))
      said[slice, default: []].append(word.text)
    }
    #expect(said["May"] == ["may"] && said["17"] == ["seventeenth"])
    #expect(said["5"] == ["five"] && said["$"] == ["dollars"] && said["20"] == ["and", "twenty", "cents"])
    #expect(said["8"] == ["eight"] && said["30"] == ["thirty"] && said["45"] == ["forty", "five"])
    #expect(said["%"] == ["percent"] && said["café"] == ["cafe"])
  }

  /// Nothing traps, whatever the text.
  @Test func anyTextIsRead() {
    for text in [
      "", "$", "-", "+(", "1:", "5/", "a'", "'", "..", "1-", "$ ", "(5", "9999999999999999999999", "\u{301}",
      "۵", "🙂 hi", "A.", "1/2/3/4",
    ] {
      for word in EnglishReader.read(Array(text.unicodeScalars)) { #expect(!word.text.isEmpty) }
      _ = ChineseReader.read(Array(text.unicodeScalars))
    }
  }

  @Test func marksMakePauses() {
    let words = EnglishReader.read(Array("Stop, please. Is it you?".unicodeScalars))
    #expect(words.map(\.pauseAfter) == [.short, .long, .none, .none, .long])
    #expect(words.map(\.endsQuestion) == [false, false, false, false, true])
  }
}
