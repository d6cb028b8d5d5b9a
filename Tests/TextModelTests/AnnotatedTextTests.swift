import Testing
import TextModel

@Suite struct AnnotatedTextTests {
  private func text(_ string: String, _ spans: [TextSpan]) throws -> AnnotatedText {
    try AnnotatedText(scalars: Array(string.unicodeScalars), spans: spans)
  }

  @Test func refusesWhatNoReaderCouldUse() throws {
    #expect(throws: TextFault.self) { try text("abc", [TextSpan("x", 1..<1, id: 0)]) }
    #expect(throws: TextFault.beyondText(1..<4, count: 3)) { try text("abc", [TextSpan("x", 1..<4, id: 0)]) }
    #expect(throws: TextFault.repeatedSpanID(0)) {
      try text("abc", [TextSpan("x", 0..<1, id: 0), TextSpan("y", 1..<2, id: 0)])
    }
    let (a, b) = (TextSpan("x", 0..<2, id: 0), TextSpan("y", 1..<3, id: 1))
    #expect(throws: TextFault.crossingSpans(a, b)) { try text("abc", [b, a]) }
    let e = TextSpan("x", 0..<1, id: 0)
    #expect(throws: TextFault.edgeInsideCluster(e)) { try text("e\u{301}", [e]) }
    #expect(throws: TextFault.disorderedTokens(1..<3)) {
      try AnnotatedText(scalars: ["a", "b", "c"], tokens: [TextToken(0..<2), TextToken(1..<3)])
    }
    // Nested ones are fine, in any order.
    let nested = try text("abc", [TextSpan("in", 0..<1, id: 0), TextSpan("out", 0..<3, id: 1)])
    #expect(nested.spans.map(\.label) == ["out", "in"])
  }

  @Test func rejectsWhatWouldBreakSpans() throws {
    let t = try text("fly to Paris now", [TextSpan("city", 7..<12, id: 0)])
    #expect(throws: EditRejection.crossesSpan(6..<8, t.spans[0])) {
      try t.applying([TextEdit(6..<8, "x", operation: "t")])
    }
    #expect(throws: EditRejection.deletesSpan(t.spans[0])) {
      try t.applying([TextEdit(7..<12, "", operation: "t")])
    }
    // In two bites just the same.
    #expect(throws: EditRejection.deletesSpan(t.spans[0])) {
      try t.applying([TextEdit(7..<9, "", operation: "t"), TextEdit(9..<12, "", operation: "t")])
    }
    #expect(throws: EditRejection.overlapping(0..<2, 1..<3)) {
      try t.applying([TextEdit(1..<3, "", operation: "t"), TextEdit(0..<2, "", operation: "t")])
    }
    #expect(throws: EditRejection.overlapping(3..<3, 3..<3)) {
      try t.applying([TextEdit(3..<3, "a", operation: "t"), TextEdit(3..<3, "b", operation: "t")])
    }
    // A mark that would join the span's first letter to the space before it is none of ours.
    #expect(throws: EditRejection.self) { try t.applying([TextEdit(12..<12, "\u{301}", operation: "t")]) }
    var protected = t.spans[0]
    protected.isProtected = true
    let p = try text(t.string, [protected])
    #expect(throws: EditRejection.isProtected(8..<8, protected)) {
      try p.applying([TextEdit(8..<8, "x", operation: "t")])
    }
    #expect(try p.applying([TextEdit(7..<7, "x", operation: "t")]).text.surface(of: p.spans[0]) == "xPari")
  }

  @Test func spansFollow() throws {
    let t = try text(
      "fly to Paris now", [TextSpan("city", 7..<12, id: 3, value: "PAR"), TextSpan("when", 13..<16, id: 4)])
    let r = try t.applying([
      TextEdit(7..<7, "um, ", operation: "filler"), TextEdit(8..<9, "", operation: "typo"),
      TextEdit(12..<12, ",", operation: "comma"), TextEdit(13..<16, "today", operation: "swap", value: "D0"),
    ])
    #expect(r.text.string == "fly to um, Pris, today")
    #expect(r.text.spans.map { r.text.surface(of: $0) } == ["Pris", "today"])
    #expect(r.text.spans.map(\.value) == ["PAR", "D0"])
    #expect(r.text.spans.map(\.isEdited) == [true, true])
    #expect(r.records.map(\.removed) == ["", "a", "", "now"])
    let back = try r.text.applying(r.records.map(\.inverse)).text
    #expect(back.scalars == t.scalars)
    #expect(back.spans.map(\.range) == t.spans.map(\.range))
  }

  @Test func labelChangingOperationsMayDeleteSpans() throws {
    let t = try text("go to Rome or Paris", [TextSpan("a", 6..<10, id: 0), TextSpan("b", 14..<19, id: 1)])
    let r = try t.applying([TextEdit(10..<19, "", operation: "crop")], deletingSpans: true)
    #expect(r.text.string == "go to Rome")
    #expect(r.text.spans.map(\.label) == ["a"])
    #expect(throws: EditRejection.self) {
      try t.applying([TextEdit(8..<19, "", operation: "crop")], deletingSpans: true)
    }
  }

  @Test func rewordingBringsItsWords() throws {
    let words = [
      TextToken(0..<2, WordTag(.pronoun)), TextToken(3..<5, WordTag(.auxiliary)),
      TextToken(6..<9, WordTag(.particle)), TextToken(10..<14, WordTag(.verb)),
    ]
    let t = try AnnotatedText(scalars: Array("we do not know".unicodeScalars), tokens: words)
    let r = try t.applying([
      TextEdit(
        3..<9, "don't", operation: "contract",
        tokens: [
          TextToken(0..<2, WordTag(.auxiliary, lemma: "do")),
          TextToken(2..<5, WordTag(.particle, lemma: "not")),
        ])
    ]).text
    #expect(r.string == "we don't know")
    #expect(r.tokens.map { r.surface($0.range) } == ["we", "do", "n't", "know"])
    #expect(r.tokens[2].tag.lemma == "not")
    // A lost space: two words as before, no space between.
    let joined = try t.applying([TextEdit(2..<3, "", operation: "space")]).text
    #expect(joined.tokens.map { joined.surface($0.range) } == ["we", "do", "not", "know"])
    // Noise across two words belongs to the first.
    let smudge = try t.applying([TextEdit(4..<7, "#", operation: "ocr")]).text
    #expect(smudge.tokens.map { smudge.surface($0.range) } == ["we", "d#", "ot", "know"])
    let filler = try t.applying([TextEdit(3..<3, "uh, er ", operation: "filler")]).text
    #expect(filler.tokens.map { filler.surface($0.range) } == ["we", "uh,", "er", "do", "not", "know"])
  }
}
