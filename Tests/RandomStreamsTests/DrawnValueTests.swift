import Foundation
import RandomStreams
import Testing

@Suite struct DrawnValueTests {
  @Test func surviveJSON() throws {
    let values = [
      DrawnValue(path: "a/b", value: .number(0.1)), DrawnValue(path: "c", value: .text("rain")),
      DrawnValue(path: "d", value: .text("3")), DrawnValue(path: "e", value: .number(7)),
    ]
    let data = try JSONEncoder().encode(values)
    #expect(try JSONDecoder().decode([DrawnValue].self, from: data) == values)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([DrawnValue].self, from: Data(#"[{"path": "a", "value": [1]}]"#.utf8))
    }
  }
}
