import RandomStreams
import Testing
import TextModel

@Suite struct GraphemeBoundariesTests {
  /// `isPlain` promises that no rule joins two plain scalars: every one beside some of each kind.
  @Test func plainScalarsNeverJoin() {
    let partners: [Unicode.Scalar] = [
      "a", "7", " ", "é", "Ж", "א", "ب", "中", "か", "한", "하", "Ａ", "😀", "❤", "𠮷",
    ]
    for partner in partners { #expect(GraphemeBoundaries.isPlain(partner), "\(partner)") }
    for value in (0...0x2_0FFF as ClosedRange<UInt32>) {
      guard let scalar = Unicode.Scalar(value), GraphemeBoundaries.isPlain(scalar) else { continue }
      for partner in partners {
        var pair = String.UnicodeScalarView([scalar, partner])
        if String(pair).count != 2 { Issue.record("U+\(String(value, radix: 16)) joins \(partner)") }
        pair = String.UnicodeScalarView([partner, scalar])
        if String(pair).count != 2 { Issue.record("\(partner) joins U+\(String(value, radix: 16))") }
      }
    }
  }

  @Test func agreesWithTheStandardLibrary() {
    var random = RandomText(stream: RandomStream(seed: 3))
    for _ in 0..<20_000 {
      let string = random.string(1...12)
      var edges: Set<Int> = [0]
      var end = 0
      for character in string {
        end += character.unicodeScalars.count
        edges.insert(end)
      }
      let scalars = Array(string.unicodeScalars)
      for i in 0...scalars.count {
        #expect(
          GraphemeBoundaries.isBoundary(i, in: scalars) == edges.contains(i),
          "\(i) of \(string.debugDescription)")
      }
    }
  }
}
