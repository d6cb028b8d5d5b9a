/// How captions are put.
enum CaptionWordings {
  /// Wordings of each kind are numbered 0 ..< `count`.
  static let count = 3

  /// - Parameter scene: `street`, a `RoomKind`, or nothing that could be named.
  static func global(
    _ scene: String?, _ list: [(Description, PhraseForm, [UInt32])], _ wording: Int,
    _ writer: inout PhraseWriter
  ) {
    switch writer.tongue {
    case .english:
      let place = scene.map { $0 == "street" ? "street" : EnglishWords.room($0) }
      switch (place, wording) {
      case (let place?, 0):
        writer.text((place.first.map { "aeio".contains($0) } == true ? "an " : "a ") + place + " with ")
      case (let place?, 1): writer.text("the picture shows a \(place) with ".replacing(" a o", with: " an o"))
      case (let place?, _): writer.text((place == "street" ? "on" : "in") + " this \(place) one can see ")
      case (nil, 0): writer.text("a picture of ")
      case (nil, 1): writer.text("the picture shows ")
      case (nil, _): writer.text("one can see ")
      }
      enumerate(list, ", ", " and ", &writer)
      writer.text(".")
    case .chinese:
      let place = scene.map { $0 == "street" ? "街道" : ChineseWords.room($0) }
      switch (place, wording) {
      case (let place?, 0): writer.text(place + (scene == "street" ? "上有" : "里有"))
      case (let place?, 1): writer.text("画面中是一\(scene == "street" ? "条" : "间")\(place)，能看到")
      case (let place?, _): writer.text("这是一\(scene == "street" ? "条" : "间")\(place)，有")
      case (nil, 0): writer.text("画面中有")
      case (nil, 1): writer.text("图里能看到")
      case (nil, _): writer.text("这张图里有")
      }
      enumerate(list, "、", "和", &writer)
      writer.text("。")
    }
  }

  private static func enumerate(
    _ list: [(Description, PhraseForm, [UInt32])], _ comma: String, _ and: String,
    _ writer: inout PhraseWriter
  ) {
    for (n, item) in list.enumerated() {
      if n > 0 { writer.text(n == list.count - 1 ? and : comma) }
      writer.describe(item.0, item.1, item.2)
    }
  }

  static func regional(
    _ description: Description, _ instance: UInt32, _ company: Company, _ wording: Int,
    _ writer: inout PhraseWriter
  ) {
    // The leftmost one is there already.
    let isKnown = description.modifiers.contains { if case .extreme = $0 { true } else { false } }
    switch (writer.tongue, wording) {
    case (.english, 0): break
    case (_, 1) where isKnown: writer.text(writer.tongue == .english ? "this is " : "这是")
    // "There is a building" of one of several would say that it is the only one.
    case (.english, 1) where company == .alone: writer.text("there is ")
    case (.english, _): writer.text("this is ")
    case (.chinese, 0): break
    case (.chinese, 1) where company == .alone && description.anchors.isEmpty: writer.text("图中有")
    case (.chinese, _): writer.text("这是")
    }
    switch writer.tongue {
    case _ where isKnown: writer.describe(description, .definite, [instance])
    case .english: company.english(description, instance, &writer)
    case .chinese: company.chinese(description, instance, &writer)
    }
    writer.text(writer.tongue == .english ? "." : "。")
  }

  static func relational(
    _ one: Description, _ first: UInt32, _ company: Company, _ relation: Relation, _ other: Description,
    _ second: UInt32, _ wording: Int, _ writer: inout PhraseWriter
  ) {
    switch writer.tongue {
    case .english:
      let begins = wording == 1 && company == .alone
      if begins { writer.text("there is ") }
      company.english(one, first, &writer)
      writer.text(
        (begins || wording == 2 ? "" : relation == .on ? " rests" : " is") + " "
          + EnglishWords.relation(relation) + " ")
      writer.describe(other, .indefinite, [second])
      writer.text(".")
    case .chinese where company.isAmongOthers:
      company.chineseAmong(one, first, &writer)
      let words = ChineseWords.relation(relation)
      writer.text(relation == .hiddenBy ? "被" : "在")
      writer.describe(other, .indefinite, [second])
      writer.text(relation == .hiddenBy ? "挡住了一部分。" : words.after + "。")
    case .chinese where relation == .hiddenBy:
      if wording == 1 {
        writer.describe(other, .indefinite, [second])
        writer.text("挡住了")
        writer.describe(one, .indefinite, [first])
        writer.text("的一部分。")
      } else {
        writer.text(wording == 0 ? "有" : "图中有")
        writer.describe(one, .indefinite, [first])
        writer.text("被")
        writer.describe(other, .indefinite, [second])
        writer.text("挡住了一部分。")
      }
    case .chinese where wording == 2:
      writer.text("有")
      writer.describe(one, .indefinite, [first])
      writer.text("在")
      writer.describe(other, .indefinite, [second])
      writer.text(ChineseWords.relation(relation).after + "。")
    case .chinese:
      writer.describe(other, .indefinite, [second])
      writer.text(ChineseWords.relation(relation).after + (wording == 1 ? "能看到" : "有"))
      writer.describe(one, .indefinite, [first])
      writer.text("。")
    }
  }
}
