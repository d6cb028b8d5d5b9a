import GroundedLanguage
import Testing
import WorldModel

/// The vocabulary over the whole ontology.
@Suite struct ClassNamesTests {
  @Test func everyClassHasNamesInBothLanguages() {
    for native in Ontology.classes {
      guard let concept = ClassNames.concept(native.name) else {
        Issue.record("no name for \(native.name)")
        continue
      }
      #expect(!concept.english.isEmpty && !concept.englishPlural.isEmpty)
      #expect(concept.english.allSatisfy { $0.isASCII && ($0.isLetter || $0 == " " || $0 == "-") })
      let han = 0x4E00...0x9FFF
      #expect(
        !concept.chinese.isEmpty && concept.chinese.unicodeScalars.allSatisfy { han.contains(Int($0.value)) })
      #expect(concept.classifier.unicodeScalars.count == 1, "\(native.name): \(concept.classifier)")
    }
  }

  @Test func namesAreUnique() {
    #expect(Set(ClassNames.all.map(\.id)).count == ClassNames.all.count)
    #expect(Set(ClassNames.all.map(\.english)).count == ClassNames.all.count)
    #expect(Set(ClassNames.all.map(\.chinese)).count == ClassNames.all.count)
    #expect(Set(ClassNames.all.map(\.englishPlural)).count == ClassNames.all.count)
  }

  /// What the table refers to exists.
  @Test func kindsAndNeighboursAreClasses() {
    let classes = Set(Ontology.classes.map(\.name))
    for concept in ClassNames.all {
      #expect(concept.kinds.subtracting(classes).isEmpty, "\(concept.id): \(concept.kinds)")
      #expect(concept.near.subtracting(classes).isEmpty, "\(concept.id): \(concept.near)")
      #expect(!concept.kinds.contains(concept.id) && !concept.near.contains(concept.id))
      #expect(concept.kinds.isDisjoint(with: concept.near))
    }
  }

  @Test func wordsApplyWithMargins() {
    #expect(ClassNames.verdict("armchair", is: "chair") == .yes)
    #expect(ClassNames.verdict("bar_stool", is: "chair") == .undecided)
    #expect(ClassNames.verdict("bed", is: "chair") == .no)
    // A thing that is only known to be a chair may be an armchair.
    #expect(ClassNames.verdict("chair", is: "armchair") == .undecided)
    #expect(ClassNames.verdict("desk", is: "table") == .undecided)
    #expect(ClassNames.verdict("table", is: "desk") == .undecided)
    #expect(ClassNames.verdict("car", is: "vehicle") == .yes)
    #expect(ClassNames.verdict("spoon", is: ClassNames.anything) == .yes)
  }

  @Test func plurals() {
    let plurals = [
      "bookshelf": "bookshelves", "knife": "knives", "bus": "buses", "person": "people",
      "mouse": "computer mice",
      "glasses": "pairs of glasses", "box": "boxes", "wall_shelf": "wall shelves", "bench": "benches",
      "dresser": "chests of drawers", "toothbrush_cup": "toothbrush cups", "storage_box": "storage boxes",
    ]
    for (id, plural) in plurals { #expect(ClassNames.concept(id)?.englishPlural == plural) }
  }
}
