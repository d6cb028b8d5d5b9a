import JSON
import Testing
import TextFormats
import TextModel

/// Relations, chains and pronouns in formats.
@Suite struct RelationFormatTests {
  static let names = TextFormatCatalog.all.filter { $0.content == .labelled }.map(\.name)

  @Test(arguments: names) func readsBack(name: String) throws {
    let format = try #require(TextFormatCatalog.named(name))
    let texts = try tiedTexts()
    let written = try WrittenFormat(format, blocks: [texts])
    defer { written.remove() }
    let found = try written.violations(format, texts)
    #expect(found.formed == [] && found.matched == [])
  }

  /// A relation turned round, another name, a pronoun of something else: seen by every format that can say it.
  @Test(arguments: ["brat", "label-studio", "doccano"]) func anotherTieIsSeen(name: String) throws {
    let format = try #require(TextFormatCatalog.named(name))
    let texts = try tiedTexts()
    let written = try WrittenFormat(format, blocks: [texts])
    defer { written.remove() }
    func other(_ number: Int, _ change: (inout [TextSpan], inout [TextRelation]) -> Void) throws
      -> [PlacedText]
    {
      guard let text = texts[number].labelled else { return texts }
      var (spans, relations) = (text.spans, text.relations)
      change(&spans, &relations)
      var out = texts
      out[number].text.body = .labelled(
        try AnnotatedText(
          scalars: text.scalars, spans: spans, tokens: text.tokens, relations: relations, labels: text.labels,
          language: text.language, provenance: text.provenance))
      return out
    }
    let changes = [
      try other(1) { $1[0] = TextRelation("owns", from: $1[0].target, to: $1[0].source) },
      try other(2) { $1[1].name = "knows" }, try other(1) { $1.removeLast() },
      try other(0) {
        $0[3].chain = nil; $0[0].chain = 7; _ = $1
      },
      try other(0) { spans, _ in for i in spans.indices { spans[i].chain = nil } },
    ]
    for changed in changes { #expect(try !written.violations(format, changed).matched.isEmpty) }
  }

  private func file(_ format: any TextFormat, _ ending: String) throws -> String {
    let written = try WrittenFormat(format, blocks: [try tiedTexts()])
    defer { written.remove() }
    return try #require(written.files.first { $0.key.hasSuffix(ending) }?.value)
  }

  @Test func brat() throws {
    let lines = try file(BratFormat(), ".ann").split(separator: "\n").map(String.init)
    #expect(lines.contains("*\tEquiv T4 T5") && lines.contains("A1\tMention T5"))
    // The second text's spans begin behind the first's five.
    #expect(lines.contains("R1\towns Arg1:T6 Arg2:T9"))
    let conf = try file(BratFormat(), "annotation.conf")
    #expect(conf.contains("owns\tArg1:group|person, Arg2:bag\n"))
    #expect(conf.contains("Equiv\tArg1:<ENTITY>, Arg2:<ENTITY>, <REL-TYPE>:symmetric-transitive"))
    #expect(conf.contains("Mention\tArg:<ENTITY>"))
  }

  @Test func labelStudio() throws {
    let text = try file(LabelStudioFormat(), "train.json")
    #expect(
      text.contains(
        #""from_id": "s0", "to_id": "s3", "type": "relation", "direction": "right", "labels": ["owns"]"#))
    #expect(
      text.contains(
        #""from_id": "s3", "to_id": "s4", "type": "relation", "direction": "bi", "labels": ["coreference"]"#))
    #expect(try file(LabelStudioFormat(), "config.xml").contains(#"<Relation value="coreference"/>"#))
  }

  @Test func doccano() throws {
    let text = try file(DoccanoFormat(), "train.jsonl")
    #expect(text.contains(#"{"id": 4, "start_offset": 36, "end_offset": 38, "label": "bag"}"#))
    #expect(text.contains(#"{"id": 0, "from_id": 0, "to_id": 3, "type": "owns"}"#))
  }

  /// Who takes entities only gets no pronouns for them.
  @Test(arguments: ["conll2003", "rasa", "snips", "spacy", "presidio", "tsv", "huggingface"])
  func pronounsAreNoEntities(name: String) throws {
    let format = try #require(TextFormatCatalog.named(name))
    for placed in try tiedTexts() {
      for reading in format.expected(of: placed) {
        let text = reading.value.canonicalText
        #expect(!text.contains("relations") && !text.contains("chains"))
      }
    }
    let plain = try WrittenFormat(format, blocks: [try tiedTexts()])
    defer { plain.remove() }
    let all = plain.files.values.joined()
    #expect(!all.contains("[it]") && !all.contains("it\tB-bag") && !all.contains("it B-bag"))
  }
}
