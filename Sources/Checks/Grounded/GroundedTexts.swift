import Annotations
import GroundedLanguage

/// What must be true of the sentences of any label: offsets, what phrases speak of, languages that say the same.
struct GroundedTexts {
  let scene: RawScene
  let view: ViewLabels
  /// Names the entry in reports.
  let item: String
  /// Of things that the scene does not have: those of other moments.
  var categories: [UInt32: String] = [:]

  /// One item a phrase, one a text, one a thing.
  func examine(_ texts: [GroundedText], _ things: [GroundedThing], into finding: inout CheckFinding) {
    for thing in things {
      let box = scene.box(thing.instance)
      finding.expect(
        box == thing.box && scene.isClear(thing.instance),
        view.about(
          thing.instance, item: item, found: "\(thing.box)",
          expected: box.map { "what is clearly seen: \($0)" } ?? "a thing that is seen"))
    }
    examine(texts, about: Set(things.map(\.instance)), into: &finding)
  }

  /// One item a phrase, one a text.
  /// - Parameter known: what the texts may speak of.
  func examine(_ texts: [GroundedText], about known: Set<UInt32>, into finding: inout CheckFinding) {
    for text in texts {
      let scalars = Array(text.text.unicodeScalars)
      finding.expect(
        Tongue(rawValue: text.language) != nil && !scalars.isEmpty,
        view.about(
          item: item, found: "\"\(text.text.prefix(40))\" in \(text.language)", expected: "a sentence"))
      for phrase in text.phrases {
        finding.expect(
          isSound(phrase, scalars) && known.isSuperset(of: phrase.objects),
          view.about(
            item: item, found: "phrase \(phrase.start)..<\(phrase.end) about \(phrase.objects)",
            expected: "the words for it within 0..<\(scalars.count), things of the entry"))
        names(phrase, scalars, text.language, &finding)
      }
    }
    // Translations speak of the same things.
    let spoken = texts.map { $0.phrases.map(\.objects).sorted { $0.lexicographicallyPrecedes($1) } }
    let first = spoken.first ?? []
    finding.expect(
      spoken.allSatisfy { $0 == first } && Set(texts.map(\.language)).count == texts.count,
      view.about(item: item, found: "\(spoken)", expected: "the same things in each language, once"))
  }

  private func isSound(_ phrase: Sentence.Phrase, _ scalars: [Unicode.Scalar]) -> Bool {
    guard phrase.start >= 0, phrase.start < phrase.end, phrase.end <= scalars.count else { return false }
    return Self.isWord(scalars[phrase.start]) && Self.endsPhrase(scalars[phrase.end - 1])
  }

  /// A phrase begins and ends with a character, not with a space or a mark, unless it ends with what a board says.
  static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
  static func endsPhrase(_ scalar: Unicode.Scalar) -> Bool { isWord(scalar) || scalar == "”" }

  /// A phrase about one thing holds a word for it.
  private func names(
    _ phrase: Sentence.Phrase, _ scalars: [Unicode.Scalar], _ language: String, _ finding: inout CheckFinding
  ) {
    guard isSound(phrase, scalars), let id = phrase.objects.first,
      let category = scene.category(id) ?? categories[id]
    else {
      return
    }
    var words = String.UnicodeScalarView()
    words.append(contentsOf: scalars[phrase.start..<phrase.end])
    let surface = String(words)
    let names = ClassNames.names(of: category) + [ClassNames.concept(ClassNames.anything)].compactMap { $0 }
    let isNamed = names.contains { name in
      language == Tongue.chinese.rawValue
        // Or one of several: 六栋楼房中的一栋.
        ? surface.hasSuffix(name.chinese) || surface.contains(name.chinese + "中的一")
          || surface.contains(name.chinese + "中有一")
          // Behind 画面中有六栋楼房，: 其中一栋.
          || surface == "其中一" + name.classifier
        : surface.lowercased().contains(name.english.lowercased())
          || surface.lowercased().contains(name.englishPlural.lowercased())
    }
    finding.expect(
      isNamed, view.about(id, item: item, found: "\"\(surface)\"", expected: "a word for \(category)"))
  }
}
