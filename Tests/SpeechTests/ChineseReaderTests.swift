import Speech
import Testing

/// Chinese as it is read aloud.
@Suite struct ChineseReaderTests {
  static let cases: [(String, String)] = [
    ("24个", "二十四个"),
    ("2024年5月17日", "二零二四年五月十七日"),
    ("2024-05-17", "二零二四年五月十七日"),
    ("8:30", "八点三十分"),
    ("8:05", "八点零五分"),
    ("14:00", "十四点"),
    ("2:30", "两点三十分"),
    ("12055500697", "幺二零五五五零零六九七"),
    ("拨打110", "拨打幺幺零"),
    ("110个人", "一百一十个人"),
    ("45%", "百分之四十五"),
    ("22.5℃", "二十二点五摄氏度"),
    ("-5℃", "零下五摄氏度"),
    ("-5", "负五"),
    ("60km/h", "六十公里每小时"),
    ("2个", "两个"),
    ("第2个", "第二个"),
    ("2月", "二月"),
    ("2分钟", "两分钟"),
    ("12个", "十二个"),
    ("105", "一百零五"),
    ("2000元", "两千元"),
    ("20000", "两万"),
    ("10010个", "一万零一十个"),
    ("1.5亿", "一点五亿"),
    ("100万", "一百万"),
    ("300000", "三十万"),
    ("100000000元", "一亿元"),
    ("3/4", "四分之三"),
    ("5-10分钟", "五到十分钟"),
    ("3:2", "三比二"),
    ("¥12.5", "十二点五元"),
    ("京A12345", "京a幺二三四五"),
    ("315国道", "三幺五国道"),
    ("101路", "幺零幺路"),
    ("5G", "五g"),
    ("B12", "b十二"),
    ("WiFi", "wifi"),
    ("密码8888", "密码八八八八"),
    ("２个", "两个"),
  ]

  @Test(arguments: cases)
  func reads(_ text: String, _ spoken: String) {
    let read = ChineseReader.read(Array(text.unicodeScalars))
    #expect(read.unreadable == nil)
    #expect(read.words.map(\.text).joined() == spoken)
  }

  /// Readings of characters by their words, in pinyin with tones before sandhi.
  static let readings: [(String, String)] = [
    ("银行行长", "yin2 hang2 hang2 zhang3"), ("长江很长", "chang2 jiang1 hen3 chang2"),
    ("音乐快乐", "yin1 yue4 kuai4 le4"), ("重庆很重", "chong2 qing4 hen3 zhong4"),
    ("还是还车", "hai2 shi4 huan2 che1"), ("调高空调", "tiao2 gao1 kong1 tiao2"),
    ("首都都是", "shou3 du1 dou1 shi4"), ("觉得睡觉", "jue2 de5 shui4 jiao4"),
    ("为什么因为", "wei4 shen2 me5 yin1 wei4"), ("朋友谢谢", "peng2 you5 xie4 xie5"),
    ("厦门大厦", "xia4 men2 da4 sha4"), ("照相相机", "zhao4 xiang4 xiang4 ji1"),
  ]

  @Test(arguments: readings)
  func readsCharacters(_ text: String, _ pinyin: String) {
    let spoken = ChineseReader.read(Array(text.unicodeScalars)).words.flatMap { word -> [String] in
      guard case .mandarin(let syllables) = word.sound else { return [] }
      return syllables.map { "\($0.spelling)\($0.tone)" }
    }
    #expect(spoken.joined(separator: " ") == pinyin)
  }

  @Test func placesAreOfTheText() {
    let text = "限速60km/h，湿度45%。"
    let scalars = Array(text.unicodeScalars)
    var said: [String: String] = [:]
    for word in ChineseReader.read(scalars).words {
      said[String(String.UnicodeScalarView(scalars[word.source])), default: ""] += word.text
    }
    #expect(said == ["限速": "限速", "60": "六十", "km/h": "公里每小时", "湿度": "湿度", "%": "百分之", "45": "四十五"])
  }

  /// Where the text is divided into words, those are the words.
  @Test func divisionIsKept() {
    let scalars = Array("北京大学生".unicodeScalars)
    let words = ChineseReader.read(scalars, division: [0..<2, 2..<5]).words
    #expect(words.map(\.text) == ["北京", "大学生"])
    #expect(words.map(\.source) == [0..<2, 2..<5])
  }

  @Test func unknownCharactersAreNamed() {
    #expect(ChineseReader.read(Array("你好龘".unicodeScalars)).unreadable == 2)
  }
}
