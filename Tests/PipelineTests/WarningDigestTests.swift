import Diagnostics
import Pipeline
import Testing

@Suite struct WarningDigestTests {
  @Test func eachIsToldOnceInTheOrderOfSamples() {
    var digest = WarningDigest()
    digest.add([Warning("c"), Warning("a")], of: 7)
    digest.add([Warning("b"), Warning("a")], of: 2)
    digest.add([], of: 1)
    #expect(digest.told.map(\.message) == ["b", "a", "c"])
  }

  @Test func whatIsTooMuchIsCounted() {
    var digest = WarningDigest()
    for i in (0..<25).reversed() { digest.add([Warning("sample \(i)")], of: i) }
    let told = digest.told.map(\.message)
    #expect(told.count == WarningDigest.limit + 1)
    #expect(told.first == "sample 0" && told.last == "and 15 more like these")
  }

  /// Several of one sample, told bit by bit, and as many as are told one by one, are all there.
  @Test func nothingIsLost() {
    var digest = WarningDigest()
    digest.add([Warning("z")], of: 3)
    digest.add([Warning("y"), Warning("x")], of: 3)
    #expect(digest.told.map(\.message) == ["z", "y", "x"])
    for i in 0..<(WarningDigest.limit - 3) { digest.add([Warning("sample \(i)")], of: 10 + i) }
    let told = digest.told.map(\.message)
    #expect(told.count == WarningDigest.limit && !told.contains { $0.contains("more like these") })
  }
}
