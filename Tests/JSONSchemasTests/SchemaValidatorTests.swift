import JSON
import JSONSchemas
import Testing

/// Verdicts that the specification gives, keyword by keyword.
@Suite struct SchemaValidatorTests {
  static let cases: [(schema: String, valid: [String], invalid: [String])] = [
    (#"{"type":"integer"}"#, ["1", "-3", "1.0"], ["1.5", "\"1\"", "null", "true"]),
    (#"{"type":"number"}"#, ["1", "1.5"], ["\"1\"", "[]"]),
    (#"{"type":["string","null"]}"#, ["\"a\"", "null"], ["1", "{}"]),
    (#"{"enum":["a",1]}"#, ["\"a\"", "1", "1.0"], ["\"b\"", "2"]),
    (#"{"const":{"a":1,"b":2}}"#, [#"{"b":2,"a":1}"#], [#"{"a":1}"#]),
    (#"{"required":["a"]}"#, [#"{"a":null}"#, "3"], ["{}"]),
    (#"{"properties":{"a":{"type":"string"}}}"#, [#"{"a":"x"}"#, "{}", #"{"b":1}"#], [#"{"a":1}"#]),
    (#"{"properties":{"a":{}},"additionalProperties":false}"#, [#"{"a":1}"#], [#"{"b":1}"#]),
    (#"{"additionalProperties":{"type":"integer"}}"#, [#"{"b":1}"#], [#"{"b":"1"}"#]),
    (
      #"{"items":{"type":"integer"},"minItems":1,"maxItems":2}"#, ["[1]", "[1,2]"],
      ["[]", "[1,2,3]", "[\"a\"]"]
    ),
    (#"{"uniqueItems":true}"#, ["[1,2]"], ["[1,1.0]", #"[{"a":1,"b":2},{"b":2,"a":1}]"#]),
    (#"{"minimum":2,"exclusiveMaximum":4}"#, ["2", "3.9", "\"x\""], ["1.9", "4"]),
    (#"{"minLength":2,"maxLength":3}"#, ["\"北京\"", "\"abc\""], ["\"a\"", "\"abcd\""]),
    (#"{"format":"date"}"#, ["\"2024-02-29\"", "3"], ["\"2023-02-29\"", "\"2024-13-01\"", "\"24-1-1\""]),
    (#"{"pattern":"a"}"#, [], ["\"a\""]), ("false", [], ["1"]), ("true", ["1"], []),
  ]

  @Test(arguments: 0..<cases.count) func verdicts(number: Int) throws {
    let item = Self.cases[number]
    func parse(_ text: String) throws -> JSONValue {
      try JSONValue.parse(Array(text.utf8)[...], file: "case")
    }
    let schema = try parse(item.schema)
    for text in item.valid {
      #expect(SchemaValidator.faults(of: try parse(text), schema) == [], "\(item.schema): \(text)")
    }
    for text in item.invalid {
      #expect(!SchemaValidator.faults(of: try parse(text), schema).isEmpty, "\(item.schema): \(text)")
    }
  }

  @Test func faultsHavePlaces() throws {
    let schema: JSONValue = ["properties": ["a": ["items": ["type": "integer"]]]]
    #expect(SchemaValidator.faults(of: ["a": [1, "x"]], schema).first?.hasPrefix("/a/1: ") == true)
  }
}
