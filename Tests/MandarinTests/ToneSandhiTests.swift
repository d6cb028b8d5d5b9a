import Mandarin
import Testing

@Suite struct ToneSandhiTests {
  /// Words by characters with tones: `不4要4`.
  private func spoken(_ words: String...) -> [[Int]] {
    ToneSandhi.spoken(
      words.map { word in
        let scalars = Array(word.unicodeScalars)
        return stride(from: 0, to: scalars.count - 1, by: 2).map {
          ToneSandhi.Syllable(character: scalars[$0], tone: Int(String(scalars[$0 + 1])) ?? 0)
        }
      })
  }

  @Test func thirdTonesBeforeThirdTonesRise() {
    #expect(spoken("你3好3") == [[2, 3]])
    #expect(spoken("老3虎3") == [[2, 3]])
    // The head of a compound keeps low where what follows rises already.
    #expect(spoken("小3", "老3虎3") == [[3], [2, 3]])
    #expect(spoken("展3览3馆3") == [[2, 2, 3]])
    #expect(spoken("我3", "很3好3") == [[3], [2, 3]])
    #expect(spoken("我3", "买3", "书1") == [[2], [3], [1]])
    #expect(spoken("好3", "吗5") == [[3], [5]])
  }

  @Test func oneAndNotChange() {
    #expect(spoken("不4要4") == [[2, 4]])
    #expect(spoken("不4好3") == [[4, 3]])
    #expect(spoken("一1样4") == [[2, 4]])
    #expect(spoken("一1天1") == [[4, 1]])
    #expect(spoken("一1年2") == [[4, 2]])
    #expect(spoken("一1起3") == [[4, 3]])
    #expect(spoken("一1个5") == [[2, 5]])
    #expect(spoken("第4一1") == [[4, 1]])
    #expect(
      ToneSandhi.spoken([[.init(character: "一", tone: 1, isFixed: true), .init(character: "月", tone: 4)]])
        == [[1, 4]])
  }
}
