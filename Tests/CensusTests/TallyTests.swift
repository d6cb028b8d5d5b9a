import Census
import Testing

@Suite struct TallyTests {
  @Test func entropyOfKnownShares() {
    var tally = Tally()
    #expect(tally.entropy == 0 && tally.highestEntropy == 0 && tally.evenness == 1)
    tally.add("chair", 4)
    #expect(tally.entropy == 0 && tally.evenness == 1)
    tally.add("table", 2)
    tally.add("lamp")
    tally.add("sofa")
    // 1/2, 1/4, 1/8, 1/8: 0.5 + 0.5 + 0.375 + 0.375.
    #expect((tally.entropy - 1.75).magnitude < 1e-12)
    #expect((tally.highestEntropy - 2).magnitude < 1e-12)
    #expect((tally.evenness - 0.875).magnitude < 1e-12)
    #expect(tally.total == 8 && tally.distinct == 4)
  }

  @Test func commonestFirstThenByName() {
    var tally = Tally()
    for name in ["b", "a", "c", "c"] { tally.add(name) }
    #expect(tally.sorted.map(\.name) == ["c", "a", "b"])
  }
}

@Suite struct SpreadTests {
  @Test func quantilesLieBetweenNeighbours() {
    let spread = Spread([4, 1, 3, 2])
    #expect(spread.quantile(0) == 1)
    #expect(spread.quantile(0.5) == 2.5)
    #expect(spread.quantile(0.9) == 3.7)
    #expect(spread.quantile(1) == 4)
    #expect(Spread([7]).quantile(0.3) == 7)
    #expect(Spread([]).quantile(0.5) == nil)
  }
}

@Suite struct CoOccurrenceTests {
  /// Bed and lamp always meet, in a quarter of the places: log₂(4). The cup goes its own way: log₂(1).
  @Test func informationOfKnownPlaces() throws {
    var together = CoOccurrence()
    for i in 0..<16 {
      var classes: Set<String> = i < 4 ? ["bed", "lamp"] : ["sofa"]
      if i % 2 == 0 { classes.insert("cup") }
      together.add(classes)
    }
    #expect(together.places == 16)
    let pairs = together.strongest(10, least: 1)
    let bed = try #require(pairs.first)
    #expect((bed.first, bed.second, bed.places) == ("bed", "lamp", 4))
    #expect((bed.information - 2).magnitude < 1e-12)
    let cup = try #require(pairs.first { $0.first == "bed" && $0.second == "cup" })
    #expect(cup.places == 2 && cup.information.magnitude < 1e-12)
    // bed–lamp 4, bed–cup 2, cup–lamp 2, cup–sofa 6.
    #expect(together.distinctPairs == 4)
    #expect(together.strongest(10, least: 5).map(\.first) == ["cup"])
  }
}
