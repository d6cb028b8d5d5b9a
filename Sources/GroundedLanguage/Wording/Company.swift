/// Among how many of its like a thing is seen: "a building" alone says little, and wrong things, of one of six.
enum Company: Sendable, Hashable {
  /// Nothing else could be meant by the same words.
  case alone
  /// There is more, or there may be.
  case open
  /// One of so many, which are these instances.
  case counted(Int, [UInt32])
  /// One of at least three, these among them.
  case several([UInt32])

  /// How many surely make several.
  static let several = 3

  /// Writes the thing of a description in English: `a building`, `one of the six buildings`.
  func english(_ description: Description, _ instance: UInt32, _ writer: inout PhraseWriter) {
    switch self {
    case .alone, .open: writer.describe(description, .indefinite, [instance])
    case .counted(let n, let all):
      writer.mention([instance]) { inner in
        inner.text("one of the ")
        inner.describe(description, .counted(n), all)
      }
    case .several(let all):
      writer.mention([instance]) { inner in
        inner.text("one of ")
        inner.mention(all) { group in
          group.text("several " + (ClassNames.concept(description.concept)?.englishPlural ?? ""))
        }
      }
    }
  }

  /// The same in Chinese: 一栋楼房, 六栋楼房中的一栋; linked by 有: 六栋楼房中有一栋.
  func chinese(
    _ description: Description, _ instance: UInt32, linkedBy link: String = "的",
    _ writer: inout PhraseWriter
  ) {
    let concept = ClassNames.concept(description.concept)
    let classifier = concept?.classifier ?? "个"
    switch self {
    case .alone, .open: writer.describe(description, .indefinite, [instance])
    case .counted(let n, let all):
      writer.mention([instance]) { inner in
        inner.describe(description, .counted(n), all)
        inner.text("中\(link)一\(classifier)")
      }
    case .several(let all):
      writer.mention([instance]) { inner in
        inner.mention(all) { $0.text("几\(classifier)\(concept?.chinese ?? "")") }
        inner.text("中\(link)一\(classifier)")
      }
    }
  }

  /// Whether it is told from others by their number.
  var isAmongOthers: Bool {
    switch self {
    case .alone, .open: false
    case .counted, .several: true
    }
  }
}
