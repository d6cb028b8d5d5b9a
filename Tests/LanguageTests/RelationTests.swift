import JSON
import Language
import Testing
import TextModel

/// Relations and mentions as templates declare them.
@Suite struct RelationTests {
  private static let text = """
    template: t
    languages: [zh, en]
    slots:
      person: {values: {anna: {zh: 安娜, en: Anna}}}
      bag: {values: {case: {zh: 箱子, en: suitcase}}}
    relations: ["owns(person, bag)", "gives(giver, taker)"]
    intents:
      lost:
        zh: "{person} 的 {bag} 丢 了 ，{$bag: 它} 很 新"
        en: "{person} lost her {bag}, {$bag: (it|the thing)} is new"
      seen:
        relations: sees(person, bag)
        zh: "{person} 看见 {bag}"
        en: "{person} saw the {bag}, and {$person} is sure"
    """

  private func samples(_ text: String) throws -> (DerivationSpace, [RealisedSample]) {
    let space = try space(text)
    var derivation = Derivation(for: space)
    var realiser = Realiser(space)
    let count = try #require(space.count.word)
    return (
      space,
      (0..<count).map { rank in
        var sample = RealisedSample(for: space)
        space.unrank(rank, into: &derivation)
        realiser.realise(derivation, into: &sample)
        return sample
      }
    )
  }

  @Test func mentionsAndRelations() throws {
    let (space, samples) = try samples(Self.text)
    #expect(samples.count == 3)
    for sample in samples {
      for realised in sample.spoken {
        let text = try realised.annotated(in: space)
        let ties = text.numberedRelations.map {
          "\($0.name)(\(text.surface(of: text.spans[$0.source])), \(text.surface(of: text.spans[$0.target])))"
        }
        let (who, what) = text.language == "zh" ? ("安娜", "箱子") : ("Anna", "suitcase")
        let isLost = text.label("intent") == "lost"
        // Its own relations stand before those of the set.
        #expect(
          ties == (isLost ? ["owns(\(who), \(what))"] : ["sees(\(who), \(what))", "owns(\(who), \(what))"]))
        let chains = text.chains.map { $0.map { text.surface(of: text.spans[$0]) } }
        switch (isLost, text.language) {
        case (true, "zh"): #expect(chains == [["箱子", "它"]])
        case (true, _): #expect([[["suitcase", "it"]], [["suitcase", "the thing"]]].contains(chains))
        case (false, "zh"): #expect(chains == [])
        default: #expect(chains == [["Anna", "Anna"]])
        }
        // A pronoun means what it repeats, and is no entity of its own; a name said again is one.
        for span in text.spans { #expect(span.value == (span.label == "bag" ? "case" : "anna")) }
        #expect(text.spans.map(\.isMention).contains(true) == isLost)
      }
    }
  }

  @Test func linesSayThem() throws {
    let (space, samples) = try samples(Self.text)
    var line: [UInt8] = []
    TextRecordWriter(space).write(samples[0], index: 0, to: &line)
    let record = try JSONValue.parse(line[...], file: "line")
    guard case .array(let texts)? = record["texts"] else { throw TextFault.unbalancedSlots }
    #expect(texts[1]["chains"] == [[1, 2]])
    #expect(texts[1]["relations"] == [["from": 0, "relation": "owns", "to": 1]])
    guard case .array(let entities)? = texts[1]["entities"] else { throw TextFault.unbalancedSlots }
    #expect(entities.map { $0["mention"] } == [nil, nil, true])
    #expect(try #require(SpanTies.read(texts[1], entities: 3)).chains == [[1, 2]])
    #expect(SpanTies.read(texts[1], entities: 2) == nil)
  }

  @Test func faults() {
    let head = "template: t\nlanguages: [en]\nslots: {a: [x], b: [y]}\n"
    #expect(fault(head + "intents: {i: {relations: r(a), en: '{a} {b}'}}").contains("relation such as"))
    #expect(fault(head + "intents: {i: {relations: 'r(a, c)', en: '{a} {b}'}}").contains("ties c"))
    // Whom a pronoun speaks of has to be said.
    #expect(fault(head + "intents: {i: ['{a}', '{$a: it} {b}']}").contains("do not say {a}"))
    #expect(fault(head + "intents: {i: '{a} {$b: it}'}").contains("nothing in this sentence is called b"))
    #expect(fault(head + "intents: {i: '{a} {$a: it'}").contains("mention"))
  }

  /// Equal words, other labels: another space.
  @Test func spacesDiffer() throws {
    let base = try space(Self.text).fingerprint
    #expect(
      try space(Self.text.replacing("owns(person, bag)", with: "owns(bag, person)")).fingerprint != base)
    #expect(try space(Self.text.replacing("{$bag: 它}", with: "它")).fingerprint != base)
  }
}
