import Testing
import TextModel

@Suite struct TextRealiserTests {
  private func realise(
    _ pieces: [TextPiece], _ style: SpacingStyle = SpacingStyle(), tokenises: Bool = false
  ) throws -> AnnotatedText {
    var realiser = TextRealiser(style: style, tokenises: tokenises)
    return try realiser.realise(pieces)
  }

  private func slot(_ label: String, _ pieces: TextPiece...) -> [TextPiece] {
    [.slotBegin(SlotTag(label))] + pieces + [.slotEnd]
  }

  @Test func emptyOptionsLeaveNoTrace() throws {
    let t = try realise(
      [.literal(" "), .literal("book a flight to ")] + slot("city", .literal(" New York ")) + [.literal(" ")]
        + slot("when") + [.literal(" "), .literal("please"), .literal(" "), .literal(".")])
    #expect(t.string == "book a flight to New York please.")
    #expect(t.spans.map { t.surface(of: $0) } == ["New York"])
    let bare = try realise([.literal(" ")] + slot("city", .literal("Rome")) + [.literal(" "), .space])
    #expect(bare.string == "Rome")
    #expect(bare.spans.map(\.range) == [0..<4])
  }

  @Test func nestedSlotsHaveTheirOwnEdges() throws {
    let t = try realise(
      [.literal("from "), .slotBegin(SlotTag("trip")), .literal(" ")] + slot("a", .literal("Rome"))
        + [.literal(" to ")] + slot("empty") + slot("b", .literal("Oslo")) + [.slotEnd, .literal(" now")])
    #expect(t.string == "from Rome to Oslo now")
    #expect(t.spans.map(\.label) == ["trip", "a", "b"])
    #expect(t.spans.map { t.surface(of: $0) } == ["Rome to Oslo", "Rome", "Oslo"])
    #expect(t.fault == nil)
  }

  @Test func seamsFollowTheScripts() throws {
    let pieces: [TextPiece] =
      [.literal("打开 ")] + slot("app", .literal("WiFi")) + [.literal(" 吧 "), .literal(" ，好")]
    #expect(try realise(pieces).string == "打开 WiFi 吧，好")
    #expect(try realise(pieces, SpacingStyle(hanLatin: .tight)).string == "打开WiFi吧，好")
    let glued: [TextPiece] = [.literal("第")] + slot("n", .literal("3")) + [.literal("个 "), .literal("路口")]
    #expect(try realise(glued).string == "第3个路口")
    let spaced = try realise(glued, SpacingStyle(hanLatin: .spaced))
    #expect(spaced.string == "第 3 个路口")
    #expect(spaced.surface(of: spaced.spans[0]) == "3")
    #expect(
      try realise([.literal("say "), .literal("( "), .literal("yes "), .literal(") "), .literal(".")]).string
        == "say (yes).")
    #expect(try realise([.literal("at "), .literal(".5 m")]).string == "at .5 m")
    #expect(
      try realise([.literal("Où "), .literal("?")], SpacingStyle(punctuation: .french)).string
        == "Où\u{202F}?")
    #expect(try realise([.verbatim(" a  b "), .literal(" c")]).string == " a  b c")
  }

  @Test func characterEdgesAreEdges() {
    #expect(throws: TextFault.self) { try realise([.literal("e")] + slot("x", .literal("\u{301}"))) }
    #expect(throws: TextFault.self) {
      try realise([.literal("\u{1F1E8}")] + slot("x", .literal("\u{1F1F3}")))
    }
    #expect(throws: TextFault.unbalancedSlots) { try realise([.slotBegin(SlotTag("x")), .literal("a")]) }
    #expect(throws: TextFault.unbalancedSlots) { try realise([.literal("a"), .slotEnd]) }
  }

  @Test func aFailureLeavesTheRealiserEmpty() throws {
    var realiser = TextRealiser()
    _ = try? realiser.realise([.literal("lost "), .slotBegin(SlotTag("x")), .literal("a")])
    let t = try realiser.realise([.slotBegin(SlotTag("y")), .literal("b"), .slotEnd])
    #expect(t.string == "b")
    #expect(t.spans.map(\.range) == [0..<1])
  }

  @Test func chineseWordsComeFromBoundaries() throws {
    let t = try realise(
      [
        .literal("我"), .boundary(WordTag(.pronoun)), .literal("想"), .boundary(WordTag(.verb)), .literal("去"),
        .boundary(WordTag(.verb)),
      ] + slot("city", .literal("北京"), .boundary(WordTag(.properNoun))) + [
        .literal("，3.5"), .literal("公里！！"),
      ],
      tokenises: true)
    #expect(t.tokens.map { t.surface($0.range) } == ["我", "想", "去", "北京", "，", "3.5", "公里", "！！"])
    #expect(t.tokens[3].tag.pos == .properNoun)
    #expect(t.tokens.map { t.surface($0.range) }.joined() == t.string)
  }

  @Test func englishWordsDivide() throws {
    func words(_ text: String) throws -> [String] {
      let t = try realise([.literal(text)], tokenises: true)
      #expect(t.fault == nil)
      return t.tokens.map { t.surface($0.range) }
    }
    #expect(
      try words("I don't think it's 3.5 km...") == [
        "I", "do", "n't", "think", "it", "'s", "3.5", "km", "...",
      ])
    #expect(
      try words("At 10:30 p.m., well-known (U.S.) $5,000!") == [
        "At", "10:30", "p.m", ".", ",", "well-known", "(", "U.S", ".", ")", "$", "5,000", "!",
      ])
    #expect(
      try words("They\u{2019}ll e-mail a@b.com 😀👍🏽") == ["They", "\u{2019}ll", "e-mail", "a@b.com", "😀👍🏽"])
  }
}
