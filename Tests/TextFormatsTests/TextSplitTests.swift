import JSON
import Language
import LocatedYAML
import Testing
import TextFormats

@Suite struct TextSplitTests {
  private func parts(_ split: TextSplit, _ texts: [NativeText]) -> [String: Set<TextPart>] {
    var out: [String: Set<TextPart>] = [:]
    for text in texts { out[text.template, default: []].insert(split.part(of: text)) }
    return out
  }

  private func texts() throws -> [NativeText] {
    try (0..<600).map {
      try sentence("to ‹city=\($0 % 17) x› at ‹time>at=\($0 % 5) y›", index: $0, template: "go/en/\($0 % 60)")
    }
  }

  @Test func templatesStandInOnePart() throws {
    let found = parts(TextSplit(), try texts())
    #expect(found.values.allSatisfy { $0.count == 1 })
    #expect(Set(found.values.flatMap { $0 }) == Set(TextPart.allCases))
  }

  @Test func valuesStandInOnePart() throws {
    for slot in ["city", "at"] {
      let split = TextSplit(SplitSettings(unit: .value, slot: slot, shares: [0.5, 0.25, 0.25]))
      var byValue: [String: Set<TextPart>] = [:]
      for text in try texts() {
        let number = slot == "city" ? text.index % 17 : text.index % 5
        byValue["\(number)", default: []].insert(split.part(of: text))
      }
      #expect(byValue.values.allSatisfy { $0.count == 1 })
      #expect(Set(byValue.values.flatMap { $0 }).count > 1)
    }
  }

  /// Texts with two values: training sees none that is held out.
  @Test func heldOutValuesAreNeverSeenInTraining() throws {
    for unit in [DatasetSplit.Unit.value, .combination] {
      let split = TextSplit(SplitSettings(unit: unit, slot: "city", shares: [0.5, 0.25, 0.25]))
      var alone: [Int: TextPart] = [:]
      for number in 0..<40 { alone[number] = split.part(of: try sentence("‹city=\(number) x›")) }
      let order = TextPart.allCases
      for number in 0..<800 {
        let (a, b) = (number % 40, number / 40)
        let part = split.part(of: try sentence("‹city=\(a) x› ‹city>to=\(b) y›"))
        let ranks = [a, b].compactMap { alone[$0].flatMap(order.firstIndex) }
        #expect(order.firstIndex(of: part) == ranks.max())
      }
      #expect(Set(alone.values) == Set(order))
    }
  }

  /// Both languages of a sample, and texts without the slot, which train.
  @Test func samplesStayTogether() throws {
    let split = TextSplit(SplitSettings(unit: .sample))
    for index in 0..<100 {
      let en = try sentence("x", index: index, template: "a"),
        zh = try sentence("y", index: index, language: "zh")
      #expect(split.part(of: en) == split.part(of: zh))
    }
    let byValue = TextSplit(SplitSettings(unit: .value, slot: "city", shares: [0, 0.5, 0.5]))
    #expect(byValue.part(of: try sentence("x")) == .train)
  }

  @Test func sharesAreKept() throws {
    var counts: [TextPart: Int] = [:]
    let split = TextSplit(SplitSettings(unit: .sample, shares: [0.6, 0.3, 0.1]))
    for index in 0..<10_000 { counts[split.part(of: try sentence("x", index: index)), default: 0] += 1 }
    // Within five standard deviations of a binomial draw.
    #expect(abs(counts[.train, default: 0] - 6000) < 245)
    #expect(abs(counts[.dev, default: 0] - 3000) < 230)
    #expect(abs(counts[.test, default: 0] - 1000) < 150)
  }

  @Test func survivesTheManifest() {
    let settings = SplitSettings(unit: .combination, slot: "city", shares: [0.5, 0.5, 0], salt: 7)
    #expect(SplitSettings(json: settings.json) == settings)
    #expect(SplitSettings(json: settings.json.canonical) == settings)
    #expect(SplitSettings(json: nil) == nil)
    #expect(SplitSettings(json: ["by": "moon", "shares": [1, 0, 0], "salt": 0]) == nil)
  }

  private func settings(_ yaml: String) throws -> SplitSettings {
    try YAMLDocument(text: "template: t\nsplit: \(yaml)", file: "t.yaml").decode(TemplateFile.self).value
      .split
  }

  @Test func isReadFromRecipes() throws {
    #expect(try settings("sample").unit == .sample)
    #expect(try settings("{by: value, slot: city, shares: [0.5, 0.25, 0.25]}").slot == "city")
    for wrong in [
      "value", "moon", "{by: value}", "{slot: city}", "{shares: [0.5, 0.4, 0.2]}", "{shares: [0, 1, 0]}",
    ] {
      #expect(throws: (any Error).self, "\(wrong)") { try settings(wrong) }
    }
  }
}
