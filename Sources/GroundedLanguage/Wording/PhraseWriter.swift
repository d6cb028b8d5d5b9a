import Language
import TextModel

/// Builds one sentence: words, and phrases that speak of things.
struct PhraseWriter {
  let tongue: Tongue
  private(set) var pieces: [TextPiece] = []
  /// What each phrase speaks of, in the order in which they begin.
  private(set) var mentions: [[UInt32]] = []
  /// What a thing that only its class tells apart is, for anchors within phrases.
  private let anchor: (String) -> [UInt32]

  init(_ tongue: Tongue, anchor: @escaping (String) -> [UInt32]) {
    self.tongue = tongue
    self.anchor = anchor
  }

  mutating func text(_ words: String) {
    if !words.isEmpty { pieces.append(.literal(words)) }
  }

  /// A phrase about some things; the phrases within it come after it.
  mutating func mention(_ objects: [UInt32], _ body: (inout PhraseWriter) -> Void) {
    pieces.append(
      .slotBegin(
        SlotTag(
          "object", value: String(mentions.count), referent: objects.count == 1 ? objects.first : nil)))
    mentions.append(objects)
    body(&self)
    pieces.append(.slotEnd)
  }

  /// A description in a form, as a phrase about `objects`.
  /// - Parameter isCapital: whether it begins a sentence within a text.
  mutating func describe(
    _ description: Description, _ form: PhraseForm, _ objects: [UInt32], isCapital: Bool = false
  ) {
    mention(objects) { writer in
      switch writer.tongue {
      case .english: writer.english(description, form, isCapital: isCapital)
      case .chinese: writer.chinese(description, form)
      }
    }
  }

  private mutating func english(_ description: Description, _ form: PhraseForm, isCapital: Bool) {
    guard let concept = ClassNames.concept(description.concept) else { return }
    // The rightmost open white wooden wardrobe.
    var (places, states, colours, materials): ([String], [String], [String], [String]) = ([], [], [], [])
    var after: [String] = []
    for modifier in description.modifiers {
      switch modifier {
      case .filter(let filter):
        let words = EnglishWords.modifier(filter, of: description.concept)
        switch (words.isBefore, filter.attribute) {
        case (false, _): after.append(words.text)
        case (true, .colour): colours.append(words.text)
        case (true, .material): materials.append(words.text)
        case (true, _): states.append(words.text)
        }
      case .extreme(let extreme):
        let words = EnglishWords.extreme(extreme)
        places.append(words.before)
        if !words.behind.isEmpty { after.insert(words.behind, at: 0) }
      case .relation: break
      }
    }
    let before = places + states + colours + materials
    let isMany: Bool
    var head = before.joined(separator: " ")
    switch form {
    case .another:
      head = head.isEmpty ? "another" : "another " + head
      isMany = false
    case .definite, .known:
      head = head.isEmpty ? "the" : "the " + head
      isMany = false
    case .indefinite:
      let first = head.isEmpty ? concept.english : head
      head = (EnglishArticle.takesAn(first) ? "an" : "a") + (head.isEmpty ? "" : " " + head)
      isMany = false
    case .plural: isMany = true
    case .counted(let n):
      let number = NumberWords.cardinal(String(n), language: "en") ?? String(n)
      head = n == 1 ? (EnglishArticle.takesAn(head.isEmpty ? concept.english : head) ? "an" : "a") : number
      if !before.isEmpty { head += " " + before.joined(separator: " ") }
      isMany = n != 1
    }
    if isCapital { head = head.prefix(1).uppercased() + head.dropFirst() }
    let noun = isMany ? concept.englishPlural : concept.english
    text(
      (head.isEmpty ? noun : head + " " + noun) + (after.isEmpty ? "" : " " + after.joined(separator: " ")))
    for case .relation(let relation, let other) in description.modifiers {
      text(" " + EnglishWords.relation(relation) + " ")
      describe(Description(other), .definite, anchor(other))
    }
  }

  private mutating func chinese(_ description: Description, _ form: PhraseForm) {
    guard let concept = ClassNames.concept(description.concept) else { return }
    let filters = description.modifiers.compactMap { if case .filter(let f) = $0 { f } else { nil } }
    let states = filters.filter { !$0.isPlaceInChinese && ![.colour, .material].contains($0.attribute) }
    // 白色木制椅子, but 绿色的树.
    var looks = filters.filter { $0.attribute == .colour }.map { ChineseWords.colour($0.value) }
    looks += filters.filter { $0.attribute == .material }.map { ChineseWords.material($0.value).modifier }
    let link = looks.isEmpty || concept.chinese.count > 1 ? "" : "的"
    let hasPlace = chinesePlace(description, filters)
    let isCounted = description.modifiers.contains {
      if case .extreme(let extreme) = $0 { extreme.isCounted } else { false }
    }
    let links = states.count + (link.isEmpty ? 0 : 1)
    // One 的 is enough: 最右边那辆迎面驶来的小汽车, 停着的那辆白色的车; and 左起第二辆小汽车 has its measure word.
    let isPointed = form == .definite && !isCounted && links + (hasPlace ? 1 : 0) > 1
    let pointer = "那" + concept.classifier
    if isCounted {
      text(concept.classifier)
    } else if hasPlace {
      text(isPointed ? pointer : form == .known ? "" : "的")
    }
    switch form {
    case .definite, .plural: break
    case .indefinite: text("一" + concept.classifier)
    case .another: text("另一" + concept.classifier)
    case .known: text(pointer)
    case .counted(let n):
      text((NumberWords.counting(String(n), language: "zh") ?? String(n)) + concept.classifier)
    }
    // States before colours: 开着的白色衣柜.
    for (number, filter) in states.enumerated() {
      text(ChineseWords.state(filter, of: description.concept) + "的")
      if number == 0 && isPointed && !hasPlace { text(pointer) }
    }
    text(looks.joined() + link + concept.chinese)
  }

  /// Where a thing is, without 的 behind it: 我们车道上, 公交车左边, 桌上最左边.
  /// - Returns: whether anything is said.
  private mutating func chinesePlace(_ description: Description, _ filters: [Filter]) -> Bool {
    let start = pieces.count
    for filter in filters where filter.isPlaceInChinese {
      text(ChineseWords.state(filter, of: description.concept))
    }
    for case .relation(let relation, let other) in description.modifiers {
      let words = ChineseWords.relation(relation)
      text(words.before)
      describe(Description(other), .definite, anchor(other))
      text(words.after)
    }
    for case .extreme(let extreme) in description.modifiers { text(ChineseWords.extreme(extreme)) }
    return pieces.count > start
  }
}

extension Filter {
  /// Whether it says in Chinese where a thing is, in words that stand before everything else: 我们车道上.
  fileprivate var isPlaceInChinese: Bool {
    [.lane, .station, .side, .room, .range, .parking].contains(attribute)
  }
}
