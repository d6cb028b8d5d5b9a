import LocatedYAML
import Testing

@Suite struct NearestTests {
  @Test func findsTheWordThatWasMeant() {
    let words = ["uniform", "normal", "lognormal", "choice", "curve"]
    #expect(nearest("unifrom", in: words) == "uniform")
    #expect(nearest("Normal", in: words) == "normal")
    #expect(nearest("chioce", in: words) == "choice")
    #expect(nearest("temperature", in: words) == nil)
    #expect(nearest("", in: words) == nil)
    #expect(nearest("x", in: ["y"]) == nil)
    #expect(nearest("fp", in: ["fps"]) == "fps")
    #expect(nearest(String(repeating: "a", count: 100_000), in: words) == nil)
  }
}
