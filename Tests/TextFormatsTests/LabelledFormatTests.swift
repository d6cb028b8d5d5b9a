import Checks
import Diagnostics
import JSON
import Testing
import TextFormats
import TextModel

/// What files look like, to the letter.
@Suite struct LabelledFormatTests {
  private func files(_ format: any TextFormat, _ texts: NativeText...) throws -> [String: String] {
    let written = try WrittenFormat(format, blocks: [texts.map { PlacedText($0, .train) }])
    written.remove()
    return written.files
  }

  /// The message of the error that writing a text ends with; empty when it is written.
  private func refusal(_ format: any TextFormat, _ text: NativeText) -> String {
    do {
      _ = try files(format, text)
      return ""
    } catch { return "\(error)" }
  }

  @Test func rasa() throws {
    let found = try files(
      RasaFormat(), try sentence("go to ‹city>to=paris Paris›"), try sentence("to ‹city Rome› now", index: 1),
      try sentence("yes", intent: "on"))
    #expect(
      found["en/train/nlu.yml"] == """
        version: "3.1"
        nlu:
        - intent: go
          examples: |
            - go to [Paris]{"entity": "city", "role": "to", "value": "paris"}
            - to [Rome](city) now
        - intent: "on"
          examples: |
            - yes

        """)
    #expect(
      found["en/domain.yml"] == """
        version: "3.1"
        intents:
        - go
        - "on"
        entities:
        - city:
            roles:
            - to

        """)
  }

  /// Rasa's examples have no escape: what they would misread stands with positions.
  @Test func rasaBrackets() throws {
    let found = try files(
      RasaFormat(), try sentence("a [b] ‹c d›"), try sentence("‹c=} e›"), try sentence("f"))
    #expect(found["en/train/nlu.yml"]?.hasSuffix("    - f\n") == true)
    #expect(
      found["en/train/nlu.json"] == """
        {"rasa_nlu_data": {"common_examples": [
        {"text": "a [b] d", "intent": "go", "entities": [{"start": 6, "end": 7, "value": "d", "entity": "c"}]},
        {"text": "e", "intent": "go", "entities": [{"start": 0, "end": 1, "value": "}", "entity": "c"}]}
        ]}}

        """)
    #expect(refusal(RasaFormat(), try sentence("f", intent: "faq/ask")).contains("retrieval"))
  }

  /// As Rasa's reader takes files that other people wrote.
  @Test func rasaReadsOthers() throws {
    var written = try WrittenFormat(RasaFormat(), blocks: [[PlacedText(try sentence("x"), .train)]])
    defer { written.remove() }
    written.files = [
      "data/train/nlu.yml": """
      version: "3.1"
      # a comment
      nlu:
      - synonym: paris
        examples: |
          - city of light
      - intent: go
        examples: |
          - to [the city](place:home) please
          - [a b c

      """
    ]
    try written.write()
    var values: [String] = []
    let log = TextReadingLog { values.append($0.value.canonicalText) }
    try RasaFormat().read(try TextFolder(written.root), log)
    #expect(log.finding.first.isEmpty)
    #expect(
      values == [
        #"{"intent":"go","spans":[{"end":11,"label":"place","start":3,"value":"home"}],"text":"to the city please"}"#,
        #"{"intent":"go","spans":[],"text":"[a b c"}"#,
      ])
  }

  @Test func snips() throws {
    let found = try files(
      SnipsFormat(), try sentence("go to ‹city>to=paris Paris›"),
      try sentence("‹city=paris paris town›", index: 1))
    #expect(
      found["en/train.json"] == """
        {"language": "en", "intents": {
        "go": {"utterances": [
        {"data": [{"text": "go to "}, {"text": "Paris", "entity": "city", "slot_name": "city.to"}]},
        {"data": [{"text": "paris town", "entity": "city", "slot_name": "city"}]}
        ]}
        },
        "entities": {"city": {"data": [{"value": "paris", "synonyms": ["Paris", "paris town"]}], "use_synonyms": true, \
        "automatically_extensible": true, "matching_strictness": 1}}}

        """)
  }

  @Test func conll2003() throws {
    let found = try files(
      ConLL2003Format(), try sentence("go to ‹city New York›·!"), try sentence("去·‹city 北京›", language: "zh"))
    #expect(
      found["en/train.txt"]
        == "-DOCSTART- -X- -X- O\n\ngo _ _ O\nto _ _ O\nNew _ _ B-city\nYork _ _ I-city\n! _ _ O\n\n")
    #expect(found["zh/train.txt"] == "-DOCSTART- -X- -X- O\n\n去 _ _ O\n北京 _ _ B-city\n\n")
  }

  /// A span that begins inside of a word has no IOB tags.
  @Test(arguments: ["conll2003", "conllu", "spacy", "huggingface"]) func edgesInsideOfWords(name: String)
    throws
  {
    let format = try #require(TextFormatCatalog.named(name))
    let text = try AnnotatedText(
      scalars: Array("unfair".unicodeScalars), spans: [TextSpan("quality", 2..<6, id: 0)],
      tokens: [TextToken(0..<6)], labels: [TextLabel("intent", "say")], language: "en")
    let native = NativeText(index: 9, language: "en", template: "t", body: .labelled(text))
    #expect(refusal(format, native).contains("inside of a word"))
    #expect(refusal(format, native).contains("sample 9"))
  }

  /// Nested spans: formats of one layer say how many they leave out.
  @Test func nestedSpansAreCounted() throws {
    let text = PlacedText(try sentence("‹trip to ‹city Rome››"), .train)
    for format in TextFormatCatalog.all where format.content == .labelled {
      var notes = TextNotes()
      _ = try format.entries(for: [text], &notes)
      let said = notes.lines.contains { $0.hasPrefix("1 spans inside of others") }
      #expect(said || format.holds.contains(.nested), "\(format.name)")
    }
  }

  @Test func conllu() throws {
    let found = try files(ConLLUFormat(), try sentence("go‹city>to=a|b New  York›·!", index: 3))
    #expect(
      found["en/train.conllu"] == """
        # sent_id = en-3
        # text = goNew  York!
        # intent = go
        1\tgo\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
        2\tNew\t_\t_\t_\t_\t_\t_\t_\tNER=B-city|NERRole=to|NERValue=a\\pb|SpacesAfter=\\s\\s
        3\tYork\t_\t_\t_\t_\t_\t_\t_\tNER=I-city|SpaceAfter=No
        4\t!\t_\t_\t_\t_\t_\t_\t_\t_


        """)
  }

  /// What tables of words know stands in the columns that are made for it.
  @Test func tags() throws {
    let text = try sentence(
      "go ‹place homes›",
      tags: [
        "go": WordTag(.verb, lemma: "go"), "homes": WordTag(.noun, lemma: "home", features: "Number=Plur"),
      ])
    #expect(
      try files(ConLLUFormat(), text)["en/train.conllu"]?.hasSuffix(
        "1\tgo\tgo\tVERB\t_\t_\t_\t_\t_\t_\n"
          + "2\thomes\thome\tNOUN\t_\tNumber=Plur\t_\t_\t_\tNER=B-place|NERValue=homes\n\n") == true)
    #expect(
      try files(ConLL2003Format(), text)["en/train.txt"]
        == "-DOCSTART- -X- -X- O\n\ngo VERB _ O\nhomes NOUN _ B-place\n\n")
    #expect(
      try files(HuggingFaceFormat(), text)["data/en/train.jsonl"]?.contains(
        #""pos": ["VERB", "NOUN"], "lemmas": ["go", "home"], "features": ["_", "Number=Plur"]"#) == true)
  }

  /// A table for taggers, and one for each task.
  @Test func tabSeparated() throws {
    let found = try files(
      TabSeparatedFormat(),
      try sentence(
        "go‹city New York›·!", labels: [TextLabel("mood", "calm")], tags: ["go": WordTag(.verb, lemma: "go")]),
      try sentence("say \"x\" ‹word b›", index: 1, intent: "say"))
    let tagged = [
      "sample\twords\tentities\tpos\tlemmas\tfeatures",
      "0\tgo New York !\tO B-city I-city O\tVERB _ _ _\tgo _ _ _\t_ _ _ _",
      "1\t\"say \"\"x\"\" b\"\tO O B-word\t_ _ _\t_ _ _\t_ _ _", "",
    ]
    #expect(found["en/train.tsv"] == tagged.joined(separator: "\n"))
    let classified = [
      "sample\ttext\tmasked\twords\tlabel", "0\tgoNew York!\tgo{{city}}!\tgo New York !\tgo",
      "1\t\"say \"\"x\"\" b\"\t\"say \"\"x\"\" {{word}}\"\t\"say \"\"x\"\" b\"\tsay", "",
    ]
    #expect(found["en/train.intent.tsv"] == classified.joined(separator: "\n"))
    #expect(
      found["en/train.mood.tsv"] == "\(classified[0])\n0\tgoNew York!\tgo{{city}}!\tgo New York !\tcalm\n")
    #expect(
      refusal(TabSeparatedFormat(), try sentence("x", labels: [TextLabel("a/b", "c")])).contains(
        "file's name"))
  }

  /// One character, four counts: code points here, UTF-16 there.
  @Test func unitsOfPositions() throws {
    let text = try sentence("🎵 ‹song 歌🎶›")
    #expect(
      try files(DoccanoFormat(), text)["en/train.jsonl"]?.contains(#""label": [[2, 4, "song"]]"#) == true)
    #expect(
      try files(LabelStudioFormat(), text)["en/train.json"]?.contains(#"{"start": 3, "end": 6, "text": "歌🎶""#)
        == true)
    #expect(
      try files(BratFormat(), text)["en/train/000000.ann"] == "T1\tsong 2 4\t歌🎶\n#1\tAnnotatorNotes T1\t歌🎶\n")
    #expect(
      try files(PresidioFormat(), text)["en/train.json"]?.contains(#""start_position": 2, "end_position": 4"#)
        == true)
  }

  @Test func presidioMasks() throws {
    let found = try files(PresidioFormat(), try sentence("I am ‹person Ann Lee› of ‹city Rome›"))
    #expect(found["en/train.json"]?.contains(#""masked": "I am {{person}} of {{city}}""#) == true)
  }

  /// Positions of brat go on through the lines of a document.
  @Test func bratDocuments() throws {
    let found = try files(
      BratFormat(), try sentence("🎵 ‹a b›"), try sentence("‹c>d e›", index: 127),
      try sentence("‹a f›", index: 128))
    #expect(found["en/train/000000.txt"] == "🎵 b\ne\n")
    #expect(
      found["en/train/000000.ann"]
        == "T1\ta 2 3\tb\n#1\tAnnotatorNotes T1\tb\nT2\tc 4 5\te\nA1\tRole T2 d\n#2\tAnnotatorNotes T2\te\n")
    #expect(found["en/train/000001.txt"] == "f\n")
    #expect(refusal(BratFormat(), try sentence("‹day.of.week Monday›")).contains("no name that brat takes"))
  }

  /// Every space of a text is a token's `ws` or a token.
  @Test func spaCyTokens() throws {
    let found = try files(SpaCyFormat(), try sentence("a  ‹b c›·! "))
    let line = found["en/train.jsonl"] ?? ""
    #expect(
      line.contains(
        #"{"text": "a", "start": 0, "end": 1, "id": 0, "ws": true}, {"text": " ", "start": 2, "end": 3"#))
    #expect(
      line.contains(#""spans": [{"start": 3, "end": 4, "label": "b", "token_start": 2, "token_end": 2"#))
  }

  /// Surfaces of a label that never ends are not kept.
  @Test func vocabulariesAreBounded() throws {
    var facts = TextFacts(title: "t", split: TextSplit())
    for number in 0..<10_050 { facts.add(PlacedText(try sentence("‹n \(number)›", index: number), .train)) }
    #expect(facts["en"].open == ["n"])
    #expect(facts["en"].surfaces["n"] == nil)
    #expect(facts["en"].labels == ["n"])
  }
}
