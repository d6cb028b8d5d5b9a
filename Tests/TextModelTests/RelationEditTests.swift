import RandomStreams
import Testing
import TextModel

/// Relations and chains follow their spans through edits.
@Suite struct RelationEditTests {
  /// Chains of ten random edits over hostile texts: every relation still ties the stretches that it tied.
  @Test func endsStayWithTheirSpans() throws {
    var accepted = 0
    for index in 0..<4000 {
      var random = RandomText(stream: RandomStream(seed: 9).child(index))
      guard let plain = random.annotated(), plain.spans.count > 1 else { continue }
      var spans = plain.spans
      for i in spans.indices { spans[i].chain = i % 2 }
      let ids = spans.map(\.id)
      let relations = zip(ids, ids.dropFirst()).map { TextRelation("r\($0)", from: $0, to: $1) }
      var text = try AnnotatedText(scalars: plain.scalars, spans: spans, relations: relations)
      var tagged = TaggedText(text)
      for _ in 0..<10 {
        let edits = random.edits(of: text.scalars.count)
        guard tagged.apply(edits) == .accepted else { continue }
        text = try text.applying(edits).text
        accepted += 1
        #expect(text.relations == relations)
        for tie in text.numberedRelations {
          let (source, target) = (text.spans[tie.source], text.spans[tie.target])
          #expect(tie.name == "r\(source.id)")
          #expect(Array(text.scalars[source.range]) == tagged.surface(source.id))
          #expect(Array(text.scalars[target.range]) == tagged.surface(target.id))
        }
        for chain in text.chains { #expect(Set(chain.map { text.spans[$0].chain }).count == 1) }
      }
    }
    #expect(accepted > 2000)
  }

  private func meeting() throws -> AnnotatedText {
    // 0         1         2
    // 0123456789012345678901234
    // Anna met Bo and she left
    var spans = [
      TextSpan("person", 0..<4, id: 0, value: "anna"), TextSpan("person", 9..<11, id: 1, value: "bo"),
      TextSpan("person", 16..<19, id: 2, value: "anna"),
    ]
    spans[0].chain = 0
    spans[2].chain = 0
    spans[2].isMention = true
    return try AnnotatedText(
      scalars: Array("Anna met Bo and she left".unicodeScalars), spans: spans,
      relations: [TextRelation("met", from: 0, to: 1)])
  }

  @Test func aSpanThatGoesTakesItsRelations() throws {
    let text = try meeting()
    #expect(text.chains == [[0, 2]])
    let shorter = try text.applying(
      [TextEdit(8..<11, "", operation: "cut")], deletingSpans: true
    ).text
    #expect(shorter.relations.isEmpty && shorter.chains == [[0, 1]])
  }

  /// Who is somebody else now is not who "she" is.
  @Test func anotherValueLeavesTheChain() throws {
    let text = try meeting()
    let other = try text.applying([TextEdit(0..<4, "Eva", operation: "change", value: "eva")]).text
    #expect(other.chains.isEmpty && other.numberedRelations.count == 1)
    let same = try text.applying([TextEdit(0..<4, "Annie", operation: "reword", value: "anna")]).text
    #expect(same.chains == [[0, 2]])
  }

  @Test func pronounsAreNoEntities() throws {
    let plain = try meeting().withoutMentions
    #expect(plain.spans.map(\.id) == [0, 1] && plain.relations.isEmpty && plain.chains.isEmpty)
  }

  @Test func looseEndsAreFaults() {
    let span = TextSpan("a", 0..<1, id: 3)
    #expect(throws: TextFault.looseRelation(TextRelation("r", from: 3, to: 4))) {
      try AnnotatedText(
        scalars: ["x"], spans: [span], relations: [TextRelation("r", from: 3, to: 4)])
    }
  }
}
