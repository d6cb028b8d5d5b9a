import Language
import RandomStreams
import Testing

@Suite struct NaturalTests {
  @Test func factorialsAreKnown() {
    var factorial = Natural.one
    for n in 1...30 { factorial *= Natural(n) }
    // 30!
    #expect(factorial.description == "265252859812191058636308480000000")
    #expect(factorial.grouped.hasPrefix("265 252 859"))
  }

  /// n = q · d + r with r < d, over numbers of up to six words with many zero and full words.
  @Test func divisionUndoesMultiplication() {
    var stream = RandomStream(seed: 7)
    func number(_ words: Int) -> Natural {
      Natural(
        limbs: (0..<words).map { _ in
          switch stream.integer(in: 0..<4) {
          case 0: 0
          case 1: UInt64.max
          default: stream.next()
          }
        })
    }
    for _ in 0..<20_000 {
      let n = number(stream.integer(in: 0...6))
      let d = number(stream.integer(in: 1...4))
      guard !d.isZero else { continue }
      let (q, r) = n.quotientAndRemainder(dividingBy: d)
      #expect(r < d)
      #expect(q * d + r == n)
    }
  }

  @Test func squareRootsAreTheLeastFromAbove() {
    var stream = RandomStream(seed: 8)
    for words in 1...5 {
      for _ in 0..<200 {
        let n = Natural(limbs: (0..<words).map { _ in stream.next() })
        let root = n.ceilingSquareRoot
        #expect(root * root >= n)
        #expect((root - 1) * (root - 1) < n)
      }
    }
    #expect(Natural(16).ceilingSquareRoot == 4)
    #expect(Natural(17).ceilingSquareRoot == 5)
  }

  @Test func decimalsAgreeWithWords() {
    #expect(Natural(UInt128(1) << 100).description == "1267650600228229401496703205376")
    #expect(Natural(10_000_000_000_000_000_000 as UInt64).description == "10000000000000000000")
    #expect(Natural.zero.description == "0")
  }
}
