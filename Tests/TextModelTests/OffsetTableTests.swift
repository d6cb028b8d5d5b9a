import RandomStreams
import Testing
import TextModel

@Suite struct OffsetTableTests {
  /// Lengths by the standard library's own counts.
  @Test func countsAsTheStandardLibraryDoes() {
    var random = RandomText(stream: RandomStream(seed: 1))
    for _ in 0..<20_000 {
      let string = random.string(0...12)
      let table = OffsetTable(Array(string.unicodeScalars))
      #expect(table.count(in: .scalar) == string.unicodeScalars.count)
      #expect(table.count(in: .utf8) == string.utf8.count)
      #expect(table.count(in: .utf16) == string.utf16.count)
      #expect(table.count(in: .grapheme) == string.count, "\(string.debugDescription)")
    }
  }

  /// Every scalar there and back; what is no scalar's offset has no scalar.
  @Test(arguments: OffsetUnit.allCases)
  func isAPairOfInverses(_ unit: OffsetUnit) {
    var random = RandomText(stream: RandomStream(seed: 2))
    for _ in 0..<5_000 {
      let string = random.string(0...12)
      let scalars = Array(string.unicodeScalars)
      let table = OffsetTable(scalars)
      var reached = 0
      for offset in 0...table.count(in: unit) {
        guard let scalar = table.scalar(at: offset, in: unit) else { continue }
        #expect(table.offset(of: scalar, in: unit) == offset)
        reached += 1
      }
      let named = (0...scalars.count).filter { table.offset(of: $0, in: unit) != nil }
      #expect(reached == named.count)
      #expect(table.offset(of: scalars.count + 1, in: unit) == nil)
      #expect(table.scalar(at: table.count(in: unit) + 1, in: unit) == nil)
      #expect(table.scalar(at: -1, in: unit) == nil)
    }
  }

  @Test func knowsOneTextByHeart() {
    // a, family of three (5 scalars), e + acute, CR LF, astral Han.
    let text = Array("a👨‍👩‍👧e\u{301}\r\n𠮷".unicodeScalars)
    let table = OffsetTable(text)
    #expect(text.count == 11)
    #expect((0...11).map { table.offset(of: $0, in: .utf8) } == [0, 1, 5, 8, 12, 15, 19, 20, 22, 23, 24, 28])
    #expect((0...11).map { table.offset(of: $0, in: .utf16) } == [0, 1, 3, 4, 6, 7, 9, 10, 11, 12, 13, 15])
    #expect(
      (0...11).map { table.offset(of: $0, in: .grapheme) }
        == [0, 1, nil, nil, nil, nil, 2, nil, 3, nil, 4, 5])
    #expect(table.scalar(at: 2, in: .grapheme) == 6)
    #expect(table.scalar(at: 2, in: .utf16) == nil)
    #expect(table.range(1..<6, in: .utf16) == 1..<9)
    #expect(table.range(2..<6, in: .grapheme) == nil)
  }
}
