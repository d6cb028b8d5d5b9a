import Language
import RandomStreams
import Testing

@Suite struct QualityTests {
  /// Texts with known near relatives: recall and precision against comparing all pairs by sets of shingles.
  @Test(arguments: [0.5, 0.8])
  func nearDuplicatesAreFound(threshold: Double) {
    var stream = RandomStream(seed: 12)
    var texts: [String] = []
    let han = Array("请帮我把车窗打开关上空调调到二十三度导航去机场的路线")
    for _ in 0..<250 {
      let isChinese = stream.bool()
      let length = stream.integer(in: 2...(isChinese ? 40 : 60))
      let units = (0..<length).map { _ in
        isChinese ? String(stream.choose(han) ?? "x") : "w\(stream.integer(in: 0..<200))"
      }
      for _ in 0..<stream.integer(in: 1...3) {
        var copy = units
        for _ in 0..<stream.integer(in: 0...2) {
          copy[stream.integer(in: 0..<copy.count)] = isChinese ? "去" : "x"
        }
        texts.append(copy.joined(separator: isChinese ? "" : " "))
      }
    }
    func shingles(_ text: String) -> Set<String> {
      let isChinese = text.unicodeScalars.contains { $0.value > 0x2000 }
      let units = isChinese ? text.map { String($0) } : text.split(separator: " ").map { String($0) }
      let size = isChinese ? 2 : 3
      guard units.count > size else { return [units.joined(separator: " ")] }
      return Set((0...(units.count - size)).map { units[$0..<$0 + size].joined(separator: " ") })
    }
    let sets = texts.map(shingles)
    var expected: Set<[Int]> = []
    for i in sets.indices {
      for j in sets.indices where j > i {
        let similarity = Double(sets[i].intersection(sets[j]).count) / Double(sets[i].union(sets[j]).count)
        if similarity >= threshold { expected.insert([i, j]) }
      }
    }
    let found = Set(
      NearDuplicates(texts.map { Array($0.utf8) }, threshold: threshold).pairs.map { [$0.first, $0.second] })
    #expect(found.isSubset(of: expected))
    #expect(expected.count > 100)
    #expect(Double(found.count) >= 0.98 * Double(expected.count), "\(found.count) of \(expected.count)")
  }

  @Test func clustersAreStars() {
    let texts = ["a b c d e f g h i j", "a b c d e f g h i k", "x y z", "A b, c d e f g h i j!"]
    let found = NearDuplicates(texts.map { Array($0.utf8) }, threshold: 0.7)
    #expect(found.representatives == [0, 0, 2, 0])
    #expect(found.pairs.first { $0.second == 3 }?.similarity == 1)
  }

  static let text = """
    template: t
    slots: {city: {range: 1..40}, other: {range: 1..40}}
    intents:
      go:
        en: |
          go to {city}
          drive to {city}
          take me to {city} please
          {city} it is
          off to {city}
          how far is {city} from {other}
    """

  private func parts(_ split: DatasetSplit, _ text: String) throws -> [String: Int] {
    let space = try space(text)
    var derivation = Derivation(for: space)
    var realiser = Realiser(space)
    var sample = RealisedSample(for: space)
    var parts: [String: Int] = [:]
    for rank in 0..<(space.count.word ?? 0) {
      space.unrank(rank, into: &derivation)
      realiser.realise(derivation, into: &sample)
      parts[sample.texts[0].string] = split.part(of: sample, index: Int(rank), in: space)
    }
    return parts
  }

  private func leaks(_ split: DatasetSplit, exclusive: String? = nil) throws -> [String] {
    let space = try space(Self.text)
    var gate = LeakageGate(exclusive: exclusive)
    var derivation = Derivation(for: space)
    var realiser = Realiser(space)
    var sample = RealisedSample(for: space)
    for rank in 0..<(space.count.word ?? 0) {
      space.unrank(rank, into: &derivation)
      realiser.realise(derivation, into: &sample)
      guard let part = split.part(of: sample, index: Int(rank), in: space) else { continue }
      gate.add(sample.texts[0], part: part, in: space)
    }
    return gate.leaks.map(\.kind)
  }

  @Test func splitsHoldOutWhatTheySay() throws {
    let halves = [("train", 0.5), ("test", 0.5)]
    #expect(try leaks(DatasetSplit(unit: .template, parts: halves, salt: 3)) == [])
    #expect(
      try leaks(DatasetSplit(unit: .value, variable: "city", parts: halves, salt: 3), exclusive: "city")
        == ["delexicalised text"])
    #expect(
      try leaks(DatasetSplit(unit: .template, parts: halves, salt: 3), exclusive: "city") == [
        "exclusive value"
      ])
    #expect(
      try leaks(DatasetSplit(unit: .sample, parts: halves), exclusive: "city").contains("delexicalised text"))
    let combined = DatasetSplit(unit: .combination, variable: "city", parts: halves, salt: 1)
    #expect(try leaks(combined, exclusive: "city") == ["delexicalised text", "exclusive value"])
  }

  /// A new sentence moves none of the old ones.
  @Test func splitsAreStable() throws {
    let split = DatasetSplit(unit: .value, variable: "city", salt: 9)
    let before = try parts(split, Self.text)
    let after = try parts(split, Self.text + "\n      one more to {city}\n")
    #expect(before.allSatisfy { after[$0.key] == $0.value })
    #expect(Set(before.values) == [0, 1, 2])
  }
}
