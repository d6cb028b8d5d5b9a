import Foundation
import JSON
import Testing

@Suite struct JSONValueTests {
  @Test func canonicalTextSortsKeysAndNormalisesNumbers() {
    let a: JSONValue = ["b": 1.0, "a": [true, .null, -0.5], "ä": "\"\\\n\u{1}é\u{7f}", "aa": 1e-7]
    #expect(a.canonicalText == #"{"a":[true,null,-0.5],"aa":1e-07,"b":1,"ä":"\"\\\n\u0001é\u007f"}"#)
    #expect(JSONValue.number(1e300).canonicalText == "1e+300")
    #expect(JSONValue.number(.nan).canonicalText == "null")
    #expect(JSONValue.number(-0.0).canonicalText == "0")
  }

  @Test(arguments: [0.1, 1e22, Double.leastNonzeroMagnitude, 1.7976931348623157e308, 123456789.125, -2.5e-10])
  func numbersReadBackAsTheSameDouble(x: Double) throws {
    let text = JSONValue.array([.number(x)]).canonicalText
    let parsed = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [Double]
    #expect(parsed == [x])
  }

  @Test func prettyTextIsTheSameValue() throws {
    let a: JSONValue = ["z": [1, 2], "a": [["x": 1], []], "e": [:], "s": "é\t"]
    #expect(
      a.prettyText.hasPrefix("{\n  \"z\": [1, 2],\n  \"a\": [\n    {\n      \"x\": 1\n    },\n    []\n  ],"))
    let parsed = try JSONSerialization.jsonObject(with: Data(a.prettyText.utf8)) as? NSDictionary
    let canonical = try JSONSerialization.jsonObject(with: Data(a.canonicalText.utf8)) as? NSDictionary
    #expect(parsed == canonical)
  }
}
