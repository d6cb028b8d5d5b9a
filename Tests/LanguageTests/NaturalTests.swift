import Language
import Testing

@Suite struct NaturalTests {
  @Test func factorialsAreKnown() {
    var factorial = Natural.one
    for n in 1...30 { factorial *= Natural(n) }
    // 30!
    #expect(factorial.description == "265252859812191058636308480000000")
  }
}
