import Diagnostics
import Foundation
import JSON
import Testing

struct CanonicalJSONTests {
  struct Everything: Codable, Equatable {
    enum Kind: String, Codable { case one, two }
    enum Shape: Codable, Equatable {
      case disc(radius: Double)
      case none
    }
    class Base: Codable {
      var b = 1
    }
    var text: String
    var numbers: [Double]
    var float: Float
    var wide: UInt64
    var narrow: Int8
    var nothing: Int?
    var kind: Kind
    var shapes: [Shape]
    var nested: [[String: [Int]]]
    var empty: [String]
    var pairs: [Int: String]
  }

  static let value = Everything(
    text: "a\"\\\u{7}\t😀é", numbers: [0.1, -0.0, 1e300, 5, .infinity, 5e-324, 0.30000000000000004],
    float: 0.1,
    wide: .max, narrow: -128, nothing: nil, kind: .two, shapes: [.disc(radius: 2.5), .none],
    nested: [["b": [1], "a": []], [:]], empty: [], pairs: [2: "x", 1: "y"])

  @Test func roundTrip() throws {
    let bytes = try CanonicalJSON.encode(Self.value)
    let back = try CanonicalJSON.decode(Everything.self, bytes, name: "t")
    #expect(back == Self.value)
    #expect(back.numbers.map(\.bitPattern) == Self.value.numbers.map(\.bitPattern))
    // An independent reader agrees that it is JSON.
    #expect(try JSONSerialization.jsonObject(with: Data(bytes)) is [String: Any])
  }

  @Test func layout() throws {
    let text = String(
      decoding: try CanonicalJSON.encode(
        ["b": [["x": 1, "a": 2]], "a": [], "é": [], "Z": []] as [String: [[String: Int]]]),
      as: UTF8.self)
    #expect(
      text == """
        {
         "Z": [],
         "a": [],
         "b": [
          {"a": 2, "x": 1}
         ],
         "é": []
        }

        """)
  }

  @Test func anyJSON() throws {
    let text =
      "{\"a\": [1, -2.5, true, null, \"x\", {}], \"b\": 18446744073709551616, \"c\": 9007199254740993}"
    let value = try CanonicalJSON.decode(JSONValue.self, Array(text.utf8), name: "t")
    #expect(value["c"] == .integer(9_007_199_254_740_993))
    #expect(value["a"] == [1, -2.5, true, .null, "x", [:]])
    let again = try CanonicalJSON.decode(JSONValue.self, try CanonicalJSON.encode(value), name: "t")
    #expect(again == value)
    #expect(value == value.canonical)
    // The parser of its own keeps the order of the file.
    let parsed = try JSONValue.parse(Array("{\"b\": 1.0, \"a\": 2}".utf8)[...], file: "t")
    #expect(parsed == ["b": 1.0, "a": 2] && parsed.canonical == ["a": 2, "b": 1])
  }

  @Test func errorsNamePlaceAndFile() throws {
    let error = #expect(throws: DioramaError.self) {
      try CanonicalJSON.decode([String: [Int]].self, Array("{\"a\": [1, \"x\"]}".utf8), name: "some.json")
    }
    #expect(error?.reason == .badInput)
    #expect(error?.message.contains("some.json") == true && error?.message.contains("a.[1]") == true)
    for text in ["", "{", "[1,", "nul", String(repeating: "[", count: 100_000)] {
      #expect(throws: DioramaError.self) {
        try CanonicalJSON.decode(JSONValue.self, Array(text.utf8), name: "t")
      }
    }
  }
}
