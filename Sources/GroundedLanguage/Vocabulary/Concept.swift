import Language

/// A kind of thing that people have a word for, in both languages.
package struct Concept: Sendable, Hashable {
  /// The native class, or the name of a wider kind.
  package let id: String
  package let english: String
  package let englishPlural: String
  package let chinese: String
  /// The Chinese measure word of one of them: 把 for chairs.
  package let classifier: String
  /// Native classes that are of this kind too.
  package let kinds: Set<String>
  /// Native classes that some would call so.
  package let near: Set<String>
  /// What cannot be counted as seen has no plural in questions: rows of kitchen units, water.
  package let isMass: Bool

  init(
    _ id: String, _ english: String, _ chinese: String, _ classifier: String, plural: String? = nil,
    kinds: Set<String> = [], near: Set<String> = [], isMass: Bool = false
  ) {
    self.id = id
    self.english = english
    englishPlural = plural ?? EnglishNoun.plural(of: english)
    self.chinese = chinese
    self.classifier = classifier
    self.kinds = kinds
    self.near = near
    self.isMass = isMass
  }
}

/// Names of all classes, and which words apply to what.
package enum ClassNames {
  /// One a native class, then the wider kinds that no class stands for.
  package static let all: [Concept] = indoor + smallThings + street + surfaces + wider

  private static let byID = Dictionary(all.map { ($0.id, $0) }) { a, _ in a }

  package static func concept(_ id: String) -> Concept? { byID[id] }

  /// The kind that holds everything.
  package static let anything = "object"

  /// Boards with words, for which there is no native class.
  package static let board = "shop_sign"

  /// The concept of a thing: its native class, or where that says nothing and there is a word for the asset, that one.
  package static func own(category: String, asset: String) -> String {
    category == anything && asset == board ? board : category
  }

  /// Whether a concept's name is that of several classes that have narrower names.
  package static func isWide(_ id: String) -> Bool { byID[id].map { !$0.kinds.isEmpty } ?? false }

  /// Whether a thing of a native class is called by a concept's name. What two words share nobody can tell apart:
  /// undecided.
  package static func verdict(_ nativeClass: String, is id: String) -> Verdict {
    if id == anything || nativeClass == id { return .yes }
    guard let concept = byID[id] else { return .no }
    if concept.kinds.contains(nativeClass) { return .yes }
    // A thing known only by a wider name may be of any narrower kind.
    let own = byID[nativeClass]
    if concept.near.contains(nativeClass) || own?.near.contains(id) == true || own?.kinds.contains(id) == true
    {
      return .undecided
    }
    return .no
  }

  /// Things that show several of what they are called, or only a part of one: nobody can say how many.
  package static func isHeap(category: String, asset: String) -> Bool {
    concept(category)?.isMass == true || asset.hasSuffix("_stack") || asset.hasSuffix("_row")
      || asset.hasPrefix("folded") || asset == "facade"
  }

  /// Furniture that things are said to lie on even where they lie within its bounds: in no bed, on no chair "inside".
  private static let lainOn: Set<String> = [
    "bed", "single_bed", "bunk_bed", "hospital_bed", "sofa", "chair", "armchair", "dining_chair",
    "office_chair",
    "rocking_chair", "high_chair", "folding_chair", "bar_stool", "stool", "ottoman", "bean_bag", "bench",
    "indoor_bench", "table", "coffee_table", "side_table", "dining_table", "console_table", "desk",
    "school_desk",
    "dressing_table", "kitchen_counter", "wall_shelf", "bookshelf", "warehouse_rack", "rug",
  ]

  /// Whether nothing is said to be inside of things of a class.
  static func isLainOn(_ nativeClass: String) -> Bool { lainOn.contains(nativeClass) }

  /// Concepts that things of a class are surely called by: its own, then wider ones.
  package static func names(of nativeClass: String) -> [Concept] {
    (byID[nativeClass].map { [$0] } ?? []) + all.filter { $0.kinds.contains(nativeClass) }
  }
}
