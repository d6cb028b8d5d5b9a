import Mandarin
import Testing

@Suite struct MandarinTableTests {
  @Test func readingsAndHomophonesAgree() throws {
    let table = MandarinTable.standard
    let reading = try #require(table.reading("航"))
    #expect(reading == .init(syllable: "hang", tone: 2))
    for other in table.homophones("航") { #expect(table.reading(other) == reading) }
    #expect(table.reading("行") == nil, "read in several ways")
    #expect(MandarinReader.standard.reading("行")?.syllable == "xing")
  }
}
