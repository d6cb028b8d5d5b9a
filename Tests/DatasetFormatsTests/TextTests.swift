import DatasetFormats
import Encodings
import Foundation
import Testing

@Suite struct DecimalTextTests {
  private static let answers: [(Double, Int, String)] = [
    (0, 2, "0.00"), (-0.001, 2, "0.00"), (1.005, 1, "1.0"), (-1.25, 1, "-1.3"), (1241, 2, "1241.00"),
    (0.5, 0, "1"), (-0.5, 0, "-1"), (999.999, 2, "1000.00"), (0.3333333333, 8, "0.33333333"),
    (0.05, 1, "0.1"),
  ]

  @Test(arguments: answers)
  func known(value: Double, decimals: Int, text: String) {
    #expect(DecimalText.fixed(value, decimals) == text)
  }

  @Test func agreesWithTheCLibrary() {
    var dice = Dice(state: 7)
    for _ in 0..<2000 {
      let x = dice.real(-3000...3000)
      let decimals = dice.roll(9)
      let text = DecimalText.fixed(x, decimals)
      #expect(abs((Double(text) ?? .nan) - x) <= 0.50001 * pow(10, -Double(decimals)))
      #expect(text.split(separator: ".").dropFirst().first?.count ?? 0 == decimals)
    }
  }

  @Test func shortDropsZeros() {
    #expect(DecimalText.short(0.5, 8) == "0.5")
    #expect(DecimalText.short(10, 8) == "10")
    #expect(DecimalText.short(100, 0) == "100")
    #expect(DecimalText.short(1e300, 3) == "1e+300")
    #expect(DecimalText.short(.infinity, 3) == "inf")
  }
}

@Suite struct JSONTextTests {
  @Test func stringsSurviveAnyReader() throws {
    let wild = "a\"b\\c\n\r\t\u{1}\u{1e}\u{7f}\u{85}\u{2028}é😀/"
    let text = JSONText.object([(wild, .string(wild))]).text
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x85 || $0.value == 0x2028 })
    let back = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: String]
    #expect(back == [wild: wild])
  }

  @Test func keepsOrderAndNumbers() {
    let value = JSONText.object([
      ("z", .int(-3)), ("a", .array([.number(0.25, decimals: 3), .null, .bool(true)])),
      ("n", .number(.nan, decimals: 2)),
    ])
    #expect(value.text == #"{"z":-3,"a":[0.25,null,true],"n":null}"#)
  }
}

@Suite struct FileNamesTests {
  @Test func plainNamesStay() { #expect(FileNames.component("cam_front-2.left") == "cam_front-2.left") }

  @Test func unusualNamesBecomeSafeAndStayApart() {
    let names = ["", ".", "..", "a b", "a/b", "a=b", "a=20b", "ä", "a\u{0}", "camera 😀", "CON:", ".a", "a."]
    let made = names.map(FileNames.component)
    #expect(Set(made).count == names.count)
    for name in made {
      #expect(name.utf8.allSatisfy { $0 > 0x2a && $0 < 0x7f && $0 != UInt8(ascii: "/") })
      #expect(!name.hasPrefix(".") && !name.isEmpty)
    }
  }

  @Test func numbersSortAsText() {
    #expect(FileNames.number(42) == "000042")
    #expect(FileNames.number(1_234_567) == "1234567")
  }
}

@Suite struct SplitRuleTests {
  @Test func oneOfEachBlockValidatesAndTheFirstNever() throws {
    for fraction in [0.5, 0.25, 0.2, 0.1] {
      let rule = try SplitRule(validationFraction: fraction)
      let n = Int((1 / fraction).rounded())
      for block in 0..<200 {
        let sides = (0..<n).map { rule.side(ofSequence: block * n + $0) }
        #expect(sides.count { $0 == .val } == 1)
        #expect(sides[0] == .train)
      }
    }
  }

  @Test func placesAreScattered() {
    let places = (0..<400).map { block in
      (0..<5).first { SplitRule().side(ofSequence: block * 5 + $0) == .val }
    }
    for place in 1..<5 { #expect(places.count { $0 == place } > 60) }
  }

  @Test func extremes() throws {
    let none = try SplitRule(validationFraction: 0)
    #expect((0..<50).allSatisfy { none.side(ofSequence: $0) == .train })
    #expect(throws: (any Error).self) { try SplitRule(validationFraction: 0.9) }
    #expect(throws: (any Error).self) { try SplitRule(validationFraction: .nan) }
  }
}
