import JSON
import Testing
import TextFormats
import TextModel

/// Suites and pairs.
@Suite struct TextTwinFormatTests {
  private func lines(_ format: any TextFormat, _ texts: NativeText...) throws -> [JSONValue] {
    let written = try WrittenFormat(format, blocks: [texts.map { PlacedText($0, .train) }])
    defer { written.remove() }
    return try (written.files["en/train.jsonl"] ?? "").split(separator: "\n").map {
      try JSONValue.parse(Array($0.utf8)[...], file: "lines")
    }
  }

  /// Of a task whose labels have an opposite some twins turn; of an intent none does; every text has a case of its own.
  @Test func suitesExpectWhatIsKnown() throws {
    var kinds: [String: Set<String>] = [:]
    for number in 0..<40 {
      let text = try sentence(
        number % 2 == 0 ? "the ‹thing food› in ‹city London› is good" : "the ‹thing food› is good, I like it",
        index: number, intent: "review",
        labels: [TextLabel("sentiment", "positive")])
      for line in try lines(CheckListFormat(), text) {
        #expect(line["sample"] == .integer(number))
        let task = try #require(line["task"]?.string)
        let (kind, expectation) = (
          try #require(line["kind"]?.string), try #require(line["expectation"]?.string)
        )
        kinds[task, default: []].insert(kind + " " + expectation)
        if kind == "MFT" { #expect(line["text"]?.string == text.string) }
        // One clause turned is not a review turned.
        if expectation == "opposite" { #expect(line["expected"]?.string == "negative" && number % 2 == 0) }
        if expectation == "same" { #expect(line["expected"] == line["label"]) }
      }
    }
    #expect(kinds["intent"]?.contains("MFT label") == true && kinds["intent"]?.contains("INV same") == true)
    #expect(kinds["intent"]?.contains("DIR opposite") == false)
    #expect(kinds["sentiment"]?.contains("DIR opposite") == true)
  }

  @Test func pairsSayWhatWasDone() throws {
    var labels: Set<String> = []
    for number in 0..<20 {
      let text = try sentence(
        "I'm going to ‹city London› and it is good", index: number, intent: "go",
        labels: number % 2 == 0 ? [TextLabel("sentiment", "positive")] : [])
      for line in try lines(TextPairsFormat(), text) {
        #expect(line["sample"] == .integer(number))
        let (a, b) = (try #require(line["text_a"]?.string), try #require(line["text_b"]?.string))
        #expect(a == text.string && a != b)
        let label = try #require(line["label"]?.string)
        labels.insert(label)
        if label == "contradiction" {
          // What states nothing cannot be turned.
          #expect(number % 2 == 0)
          #expect(b.contains("not") || b.contains("n't"), "\(b)")
        }
        if label == "paraphrase" { #expect(b.contains("London") && !b.contains(" not "), "\(b)") }
      }
    }
    #expect(labels.isSuperset(of: ["paraphrase", "contradiction"]))
  }
}

extension JSONValue {
  fileprivate var string: String? { if case .string(let text) = self { text } else { nil } }
}

extension NativeText {
  fileprivate var string: String {
    if case .labelled(let text) = body { text.string } else { "" }
  }
}
