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

  /// The same in Chinese: 一栋楼房, 六栋楼房中的一栋.
  func chinese(_ description: Description, _ instance: UInt32, _ writer: inout PhraseWriter) {
    guard isAmongOthers else { return writer.describe(description, .indefinite, [instance]) }
    writer.mention([instance]) { inner in
      all(description, "几", &inner)
      inner.text("中的一\(Self.classifier(description))")
    }
  }

  /// Of one among others, what a sentence about it begins with in Chinese: 画面中有六栋楼房，其中一栋. The noun is not said
  /// twice.
  func chineseAmong(_ description: Description, _ instance: UInt32, _ writer: inout PhraseWriter) {
    writer.text("画面中有")
    all(description, "好几", &writer)
    writer.text("，")
    writer.mention([instance]) { $0.text("其中一" + Self.classifier(description)) }
  }

  /// All of them in Chinese: 六栋楼房, 几栋楼房.
  private func all(_ description: Description, _ several: String, _ writer: inout PhraseWriter) {
    switch self {
    case .alone, .open: break
    case .counted(let n, let all): writer.describe(description, .counted(n), all)
    case .several(let all):
      let noun = ClassNames.concept(description.concept)?.chinese ?? ""
      writer.mention(all) { $0.text(several + Self.classifier(description) + noun) }
    }
  }

  private static func classifier(_ description: Description) -> String {
    ClassNames.concept(description.concept)?.classifier ?? "个"
  }

  /// Whether it is told from others by their number.
  var isAmongOthers: Bool {
    switch self {
    case .alone, .open: false
    case .counted, .several: true
    }
  }
}
