import Foundation
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

  /// Two statements with a relation each: the first follows from both, both do not follow from the first.
  @Test func whatFollowsIsSaid() throws {
    func review(
      _ marked: String, ties: [(Int, Int)], labels: [TextLabel] = [TextLabel("sentiment", "positive")]
    )
      throws -> NativeText
    {
      var native = try sentence(marked, intent: "review", labels: labels)
      guard case .labelled(let text) = native.body else { return native }
      native.body = .labelled(
        try AnnotatedText(
          scalars: text.scalars, spans: text.spans, tokens: text.tokens,
          relations: ties.map { TextRelation("opinion_on", from: $0.0, to: $0.1) }, labels: text.labels,
          language: text.language))
      return native
    }
    let whole = "The ‹aspect fit› is ‹opinion great› . The ‹aspect colour› ‹opinion fades› ."
    func shortened(_ text: NativeText) throws -> JSONValue? {
      try lines(TextPairsFormat(), text).first { $0["label"]?.string == "shortened" }
    }
    let pair = try #require(try shortened(review(whole, ties: [(1, 0), (3, 2)])))
    #expect(pair["text_b"]?.string == "The fit is great .")
    #expect(pair["nli"]?.string == "entailment" && pair["nli_reversed"]?.string == "neutral")
    // Two of four spans, one of two relations, both labels: five of eight, but five of nine words.
    #expect(pair["similarity"] == .number(0.555))
    // What is left out bears no label.
    let closed = try #require(
      try shortened(review("The ‹aspect fit› is ‹opinion great› . Buy it .", ties: [(1, 0)])))
    #expect(closed["similarity"] == .number(0.625) && closed["nli_reversed"]?.string == "neutral")
    // Across the cut, under a condition, without a judgement, asked: nothing is certain.
    #expect(try shortened(review(whole, ties: [(1, 0), (3, 0)])) == nil)
    #expect(try shortened(review(whole, ties: [])) == nil)
    #expect(try shortened(review(whole, ties: [(1, 0)], labels: [])) == nil)
    #expect(
      try shortened(review("If the ‹aspect fit› is ‹opinion great› . Buy it .", ties: [(1, 0)])) == nil)
    #expect(
      try shortened(review("The ‹aspect fit› is ‹opinion great› . Is it ?", ties: [(1, 0)])) == nil)
    for line in try lines(
      TextPairsFormat(), review("The ‹aspect fit› is good in ‹city London›", ties: [(0, 1)]))
    {
      let isSame = line["label"]?.string == "paraphrase"
      #expect((line["similarity"] == .number(1)) == isSame || line["similarity"] == .integer(1) && isSame)
      if line["label"]?.string == "different" { #expect(line["nli"] == .null) }
    }
  }

  /// A line that says another relation, other consequences or another kind than it shows is found.
  @Test(arguments: [
    ("pairs", #""label": "contradiction""#, #""label": "paraphrase""#),
    ("pairs", #""nli": "contradiction""#, #""nli": "entailment""#),
    ("pairs", #""nli_reversed": "contradiction""#, #""nli_reversed": "neutral""#),
    ("pairs", #""operations": ["negation"]"#, #""operations": []"#),
    ("checklist", #""expected": "negative""#, #""expected": "positive""#),
    ("checklist", #""kind": "DIR""#, #""kind": "INV""#),
    ("checklist", #""expectation": "same""#, #""expectation": "opposite""#),
    ("checklist", #""label": "positive""#, #""label": "negative""#),
    ("tsv", "food", "drink"), ("tsv", "positive", "negative"),
  ])
  func falseLinesAreFound(name: String, truth: String, lie: String) throws {
    let format = try #require(TextFormatCatalog.named(name))
    let texts = try (0..<40).map {
      PlacedText(
        try sentence(
          "the ‹thing food› in ‹city London› is good", index: $0, intent: "review",
          labels: [TextLabel("sentiment", "positive")]), .train)
    }
    var written = try WrittenFormat(format, blocks: [texts])
    defer { written.remove() }
    #expect(try written.violations(format, texts).matched == [])
    let path = try #require(written.files.keys.sorted().first { written.files[$0]?.contains(truth) ?? false })
    let text = try #require(written.files[path])
    let range = try #require(text.range(of: truth))
    written.files[path] = text.replacingCharacters(in: range, with: lie)
    try written.write()
    let found = try written.violations(format, texts)
    #expect(!found.formed.isEmpty || !found.matched.isEmpty)
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
