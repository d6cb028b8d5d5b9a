import Mandarin
import Testing

@Suite struct PinyinSyllableTests {
  @Test(arguments: [
    ("zhuang", "zh", "uang"), ("liu", "l", "iou"), ("gui", "g", "uei"), ("lun", "l", "uen"),
    ("yue", "", "ve"),
    ("you", "", "iou"), ("wen", "", "uen"), ("wu", "", "u"), ("yi", "", "i"), ("ju", "j", "v"),
    ("xuan", "x", "van"),
    ("si", "s", "ii"), ("shi", "sh", "iii"), ("nv", "n", "v"), ("er", "", "er"), ("yong", "", "iong"),
    ("qiong", "q", "iong"), ("ying", "", "ing"), ("bo", "b", "o"),
  ])
  func takesApart(_ spelling: String, _ initial: String, _ final: String) throws {
    let syllable = try #require(PinyinSyllable(spelling, tone: 1))
    #expect(syllable.initial == initial && syllable.final == final)
  }

  @Test func refusesOthers() {
    #expect(PinyinSyllable("xyz", tone: 1) == nil && PinyinSyllable("ma", tone: 6) == nil)
    #expect(PinyinSyllable("", tone: 1) == nil && PinyinSyllable("zh", tone: 1) == nil)
  }

  /// Every reading of the tables is a syllable that can be said.
  @Test func allReadingsAreSyllables() {
    for value in UInt32(0x4E00)...0x9FFF {
      guard let scalar = Unicode.Scalar(value), let reading = MandarinReader.standard.reading(scalar) else {
        continue
      }
      #expect(PinyinSyllable(reading.syllable, tone: reading.tone) != nil, "\(scalar) \(reading)")
    }
    var unknown: Int?
    let words = MandarinReader.standard.words(of: Array("人工智能驾驶".unicodeScalars)[...], unknown: &unknown)
    #expect(words?.flatMap(\.readings).map(\.syllable) == ["ren", "gong", "zhi", "neng", "jia", "shi"])
  }
}
