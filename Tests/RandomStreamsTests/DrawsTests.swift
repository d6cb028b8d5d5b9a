import RandomStreams
import Testing

@Suite struct DrawsTests {
  let root = RandomStream(seed: 8)
  var stream: RandomStream { root.child("sample/42") }

  @Test func valuesComeFromTheStreamOfTheirPath() {
    var draws = Draws(stream: root, below: "sample/42", index: 42)
    let d = Distribution.uniform(min: 0, max: 1)
    let speed = draws.draw(d, "traffic/speed")
    let sky = draws.draw(TextDistribution.choice(["clear", "rain", "fog"]), "weather")
    #expect(speed == d.sample(root.child("sample/42/traffic/speed"), index: 0))
    #expect(
      draws.log == [
        DrawnValue(path: "sample/42/traffic/speed", value: .number(speed)),
        DrawnValue(path: "sample/42/weather", value: .text(sky)),
      ])
  }

  @Test func addingADrawShiftsNothing() {
    let d = Distribution.uniform(min: 0, max: 1)
    var plain = Draws(stream: root, below: "sample/42", index: 0)
    let (a, b) = (plain.draw(d, "a"), plain.draw(d, "b"))
    var more = Draws(stream: root, below: "sample/42", index: 0)
    _ = more.draw(d, "new")
    #expect(more.draw(d, "b") == b)
    _ = more.stream("another")
    #expect(more.draw(d, "a") == a)
  }

  @Test func pathsAreUnique() {
    var draws = Draws(stream: root, below: "sample/42", index: 0)
    let d = Distribution.uniform(min: 0, max: 1)
    let values = (0..<3).map { _ in draws.draw(d, "x") }
    #expect(Set(values).count == 3)
    #expect(draws.log.map(\.path) == ["sample/42/x", "sample/42/x#2", "sample/42/x#3"])
  }

  @Test func scopesNameParts() {
    var draws = Draws(stream: root, below: "sample/42", index: 3)
    let d = Distribution.uniform(min: 0, max: 1)
    let inner = draws.scope("car/1") { $0.draw(d, "speed") }
    #expect(draws.log == [DrawnValue(path: "sample/42/car/1/speed", value: .number(inner))])
    #expect(inner == d.sample(stream.child("car/1/speed"), index: 3))
    #expect(draws.scope("sweep") { $0.draw(Distribution.sequence([0, 1, 2, 3]), "s") } == 3)
    struct Stop: Error {}
    #expect(throws: Stop.self) {
      try draws.scope("bad") { (inner: inout Draws) throws -> Void in
        _ = inner.draw(d, "kept")
        throw Stop()
      }
    }
    #expect(draws.log.last?.path == "sample/42/bad/kept")
  }

  @Test func countsAndChoices() {
    var draws = Draws(stream: root, below: "sample/42", index: 0)
    #expect(draws.count(2.5, "n") == 3)
    #expect(draws.count(-4, "m") == 0)
    #expect(draws.count(1e300, "o", in: 1...9) == 9)
    #expect(draws.choose([5], "p") { "number \($0)" } == 5)
    #expect(draws.choose([Int](), "q") { "\($0)" } == nil)
    #expect(
      draws.log.map(\.value) == [.number(3), .number(0), .number(9), .text("number 5")])
  }
}
