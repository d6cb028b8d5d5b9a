import RandomStreams
import Testing

@Suite struct RandomStreamTests {
  func words(_ stream: RandomStream, _ n: Int = 8) -> [UInt64] {
    var stream = stream
    return (0..<n).map { _ in stream.next() }
  }

  @Test func pathNamesTheStream() {
    let root = RandomStream(seed: 7)
    let long = root.child("sample").child(42).child("traffic").child("car").child(3).child("colour")
    #expect(words(root.child("sample/42/traffic/car/3/colour")) == words(long))
    #expect(words(root.child("42")) == words(root.child(42)))
    #expect(words(root.child("a/b").child("c")) == words(root.child("a").child("b/c")))
    #expect(words(root.child("/x")) == words(root.child("").child("x")))
  }

  @Test func similarPathsDiffer() {
    let root = RandomStream(seed: 7)
    let names = [
      "a", "b", "ab", "ba", "a/b", "b/a", "ab/c", "a/bc", "aa", "a/a", "", "/", "//", "\0", "\0\0", "a\0",
      "12345678",
      "123456789", "12345678/9", "1234567/89", "é", "e\u{301}", "ä/ö",
    ]
    var seen: [UInt64: String] = [words(root)[0]: "root"]
    for name in names {
      let first = words(root.child(name))[0]
      #expect(seen[first] == nil, "\(name) and \(seen[first] ?? "")")
      seen[first] = name
    }
    #expect(words(RandomStream(seed: 7)) != words(RandomStream(seed: 8)))
    #expect(words(RandomStream(seed: 7)) != words(RandomStream(seed: 7 << 32)))
  }

  /// What was drawn, and what other children exist, changes nothing.
  @Test func drawsAndSiblingsDoNotShiftAnything() {
    var root = RandomStream(seed: 1)
    let before = words(root.child("car/3"))
    for i in 0..<1000 { _ = words(root.child(i), 1)[0] &+ root.next() }
    #expect(words(root.child("car/3")) == before)
    let copy = root
    #expect(words(copy) == words(root))
  }

  @Test func randomAccessIsTheSequence() {
    let stream = RandomStream(seed: 99).child("noise")
    let sequence = words(stream, 101)
    for i in (0..<101).reversed() { #expect(stream.bits(at: UInt64(i)) == sequence[i]) }
    var uniform = stream
    #expect(uniform.uniform() == stream.uniform(at: 0))
  }

  /// The bits themselves: they are part of every dataset, so a change must be deliberate.
  @Test func bitsAreFixed() {
    #expect(
      words(RandomStream(seed: 0), 4) == [
        0xfb8a_f0cc_6747_7d9d, 0xeb7a_8cd7_fc08_cc51,
        0x12ae_1473_98a4_2362, 0x34b6_b6db_c8e5_9ae3,
      ])
    #expect(
      words(RandomStream(seed: 42).child("sample/0/world"), 2) == [
        0xa010_9f23_944f_50ae, 0x44e7_3870_e531_b8c4,
      ])
  }

  @Test func firstWordsOfChildrenLookRandom() {
    let root = RandomStream(seed: 3).child("pixel")
    var bytes = [Int](repeating: 0, count: 256)
    var ones = [Int](repeating: 0, count: 64)
    var seen: Set<UInt64> = []
    let n = 20_000
    for i in 0..<n {
      var child = root.child(i)
      let word = child.next()
      seen.insert(word)
      bytes[Int(word >> 56)] += 1
      for b in 0..<64 where word >> UInt64(b) & 1 == 1 { ones[b] += 1 }
    }
    #expect(seen.count == n)
    #expect(abs(chiSquareScore(bytes)) < 4)
    for count in ones { #expect(abs(Double(count) - Double(n) / 2) < 4.5 * (Double(n) / 4).squareRoot()) }
  }
}
