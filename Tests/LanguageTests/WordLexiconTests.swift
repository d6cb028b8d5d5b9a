import Diagnostics
import Language
import Testing
import TextModel

@Suite struct WordLexiconTests {
  private static let table = """
    word,pos,lemma,features,label,previous,next
    wash,NOUN,,Number=Sing,,car,
    wash,VERB,,,,,
    to,PART,,,,,wash|open
    to,ADP,,,,,
    Drive,NOUN,drive,,song,,
    drive,VERB,,,,,
    washes,NOUN,wash,Number=Plur,,,
    so,INTJ,,,-,-,
    so,ADV,,,,,
    一点,NUM,,,,来,
    一点,ADV,,,,,

    """

  private func lexicon() throws -> WordLexicon {
    try WordLexicon(try SeparatedValues(Self.table, file: "words.csv"))
  }

  private func parts(_ words: String, label: String? = nil) throws -> [String] {
    try lexicon().tags(words.split(separator: " ").map { (String($0), label) }).map {
      $0.pos?.rawValue ?? "_"
    }
  }

  /// The first row that fits where the word stands.
  @Test func neighboursDecide() throws {
    #expect(try parts("to wash") == ["PART", "VERB"])
    #expect(try parts("to car wash") == ["ADP", "_", "NOUN"])
    #expect(try parts("来 一点") == ["_", "NUM"])
    #expect(try parts("热 一点") == ["_", "ADV"])
  }

  @Test func labelsDecide() throws {
    #expect(try parts("Drive", label: "song") == ["NOUN"])
    // The row of the very word is for titles only; nothing is guessed from another word's rows.
    #expect(try parts("drive", label: "song") == ["VERB"])
    #expect(try parts("so drive") == ["INTJ", "VERB"])
    #expect(try parts("so", label: "song") == ["ADV"])
    #expect(try parts("drive so") == ["VERB", "ADV"])
  }

  @Test func numbersAndMarksNeedNoRows() throws {
    #expect(try parts("20.5 二十一点五 ！ , x20") == ["NUM", "NUM", "PUNCT", "PUNCT", "_"])
    #expect(
      try parts("% = 🎉 😵‍💫 ¥750 - — </td><td> x=1") == [
        "SYM", "SYM", "SYM", "SYM", "NUM", "PUNCT", "PUNCT", "X", "X",
      ])
  }

  /// Rows of names hold where a word has none of its own; those of small letters where its capitals have none that fits.
  @Test func namesAndCapitals() throws {
    let table =
      "word,pos,lemma,label,next\n*,PROPN,*,city,\nof,ADP,,,\nMay,PROPN,,date,\nmay,AUX,,,\nabout,ADV,,,#\nabout,ADP,,,\n"
    let lexicon = try WordLexicon(try SeparatedValues(table, file: "words.csv"))
    let tags = lexicon.tags([
      ("Isle", "city"), ("of", "city"), ("May", "date"), ("May", nil), ("about", nil), ("70", nil),
      ("about", nil), ("Isle", nil),
    ])
    #expect(
      tags.map { $0.pos?.rawValue ?? "_" } == ["PROPN", "ADP", "PROPN", "AUX", "ADV", "NUM", "ADP", "_"])
    #expect(tags[0].lemma == "Isle")
  }

  @Test func lemmasAndFeatures() throws {
    let tags = try lexicon().tags([("Washes", nil), ("wash", nil)])
    #expect(tags[0] == WordTag(.noun, lemma: "wash", features: "Number=Plur"))
    #expect(tags[1] == WordTag(.verb, lemma: "wash"))
  }

  @Test(arguments: ["word,pos\nx,VRB\n", "word,pos,when\nx,VERB,y\n", "word,lemma\nx,y\n"])
  func faultsSayWhere(text: String) throws {
    let error = #expect(throws: DioramaError.self) {
      try WordLexicon(try SeparatedValues(text, file: "words.csv"))
    }
    #expect(error?.location?.file == "words.csv")
  }

  /// From a sentence to its texts and lines: a tag a word, by the innermost label.
  @Test func sentencesCarryTags() throws {
    var set = try templates(
      "template: t\nlanguages: [en]\nslots: {song: [Night Drive]}\nintents: {i: 'drive to {song}'}\n")
    set.words["en"] = try lexicon()
    let space = try GrammarCompiler.compile(set)
    var derivation = Derivation(for: space)
    var realiser = Realiser(space)
    var sample = RealisedSample(for: space)
    space.unrank(0 as UInt64, into: &derivation)
    realiser.realise(derivation, into: &sample)
    let text = try sample.texts[0].annotated(in: space)
    #expect(text.tokens.map { $0.tag.pos } == [.verb, .adposition, nil, .noun])
    var line: [UInt8] = []
    TextRecordWriter(space).write(sample, index: 0, to: &line)
    #expect(
      String(decoding: line, as: UTF8.self).hasSuffix(
        #""pos":["VERB","ADP","_","NOUN"],"lemmas":["drive","to","_","drive"],"features":["_","_","_","_"]}]}"#
          + "\n"))
    // Other words, another space.
    var plain = set
    plain.words = [:]
    #expect(try GrammarCompiler.compile(plain).fingerprint != space.fingerprint)
  }
}
