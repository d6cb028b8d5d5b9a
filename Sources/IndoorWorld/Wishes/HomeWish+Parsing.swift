package import LocatedYAML
import WorldModel

extension HomeWish {
  /// - Throws: `FormProblem` with what is not understood, and what could be meant.
  package init(_ sentence: String) throws(FormProblem) {
    text = sentence
    var words = sentence.lowercased().split(separator: " ").map(String.init)
    if words.first == "no" {
      (isEvery, subject, relation) = (false, .home, .hasNone(try Self.object(words.dropFirst())))
      return
    }
    isEvery = words.first == "every"
    if isEvery { words.removeFirst() }
    guard let (phrase, place) = Self.relation(in: words) else {
      throw FormProblem(
        "\"\(sentence)\" says no relation",
        remedy:
          "a wish reads like \"desk faces window\"; relations are has, next to, opens to, larger than, smaller than, faces, near, away from; or it begins with no"
      )
    }
    let subject = try Self.subject(words[..<place])
    let rest = words[(place + phrase.count)...]
    self.subject = subject
    relation = try Self.relation(phrase.joined(separator: " "), rest, of: subject)
  }

  private static let phrases: [[String]] = [
    ["is", "next", "to"], ["next", "to"], ["opens", "to"], ["larger", "than"], ["smaller", "than"],
    ["is", "away", "from"], ["away", "from"], ["is", "near"], ["near"], ["faces"], ["has"],
  ]

  private static func relation(in words: [String]) -> (phrase: [String], place: Int)? {
    for place in words.indices {
      for phrase in phrases where words[place...].starts(with: phrase) { return (phrase, place) }
    }
    return nil
  }

  private static func relation(
    _ phrase: String, _ rest: ArraySlice<String>, of subject: Subject
  ) throws(FormProblem) -> Relation {
    func needs(_ what: String, _ isSo: Bool) throws(FormProblem) {
      if !isSo { throw FormProblem("only \(what) can be what comes before \"\(phrase)\"") }
    }
    var (isRoom, isThing) = (false, false)
    if case .room = subject { isRoom = true }
    if case .thing = subject { isThing = true }
    switch phrase {
    case "has":
      try needs("a room or the home", !isThing)
      let count = rest.first.flatMap(Int.init)
      let object = try object(count == nil ? rest : rest.dropFirst())
      if case .room = object { try needs("the home (\"home\")", subject == .home) }
      guard (1...1000).contains(count ?? 1) else {
        throw FormProblem("expected a count from 1 to 1000", remedy: "for none of them, write \"no ...\"")
      }
      return .has(count ?? 1, object)
    case "next to", "is next to", "opens to":
      try needs("a room", isRoom)
      let kind = try room(rest)
      return phrase == "opens to" ? .opensTo(kind) : .nextTo(kind)
    case "larger than", "smaller than":
      try needs("a room", isRoom)
      var words = Array(rest)
      if let last = words.last, ["m2", "m²", "sqm"].contains(last) { words.removeLast() }
      let bare = words.first.map { $0.hasSuffix("m2") || $0.hasSuffix("m²") ? String($0.dropLast(2)) : $0 }
      guard words.count == 1, let area = bare.flatMap(Double.init), area > 0, area.isFinite else {
        throw FormProblem("expected an area after \"\(phrase)\"", remedy: "for example \"\(phrase) 20 m2\"")
      }
      return phrase == "larger than" ? .largerThan(area) : .smallerThan(area)
    default:
      try needs("a thing", isThing)
      let object = try object(rest)
      if case .room = object {
        throw FormProblem("a thing faces, or is near to, a thing, \"window\" or \"door\", not a room")
      }
      return phrase == "faces" ? .faces(object) : phrase.hasSuffix("near") ? .near(object) : .awayFrom(object)
    }
  }

  private static func subject(_ words: ArraySlice<String>) throws(FormProblem) -> Subject {
    let name = name(words)
    if name == "home" { return .home }
    if let kind = RoomKind(rawValue: name) { return .room(kind) }
    if Ontology.named(name) != nil { return .thing(name) }
    throw unknown(name, among: ["home"])
  }

  private static func object(_ words: ArraySlice<String>) throws(FormProblem) -> Object {
    let name = name(words)
    for word in [name, singular(name)] {
      if word == "window" { return .window }
      if word == "door" { return .door }
      if let kind = RoomKind(rawValue: word) { return .room(kind) }
      if Ontology.named(word) != nil { return .thing(word) }
    }
    throw unknown(name, among: ["window", "door"])
  }

  private static func room(_ words: ArraySlice<String>) throws(FormProblem) -> RoomKind {
    let name = name(words)
    guard let kind = RoomKind(rawValue: name) else {
      let options = RoomKind.allCases.map(\.rawValue)
      throw FormProblem(
        "\"\(name)\" is no kind of room",
        remedy: nearest(name, in: options).map { "did you mean \($0)?" }
          ?? "kinds are \(options.joined(separator: ", "))")
    }
    return kind
  }

  /// `living room`, `the living_room`: `living_room`.
  private static func name(_ words: ArraySlice<String>) -> String {
    words.filter { !["a", "an", "the"].contains($0) }.joined(separator: "_")
  }

  private static func singular(_ name: String) -> String {
    name.hasSuffix("ies") ? name.dropLast(3) + "y" : name.hasSuffix("s") ? String(name.dropLast()) : name
  }

  private static func unknown(_ name: String, among more: [String]) -> FormProblem {
    if name.isEmpty { return FormProblem("a name is missing") }
    let known = more + RoomKind.allCases.map(\.rawValue) + Ontology.classes.map(\.name)
    return FormProblem(
      "\"\(name)\" is neither a kind of room nor a class of things",
      remedy: nearest(name, in: known).map { "did you mean \($0)?" }
        ?? "`diorama list classes` names them")
  }
}

extension Form where Value == HomeWish {
  /// A sentence that says what a home has to be like.
  package static var homeWish: Form<HomeWish> {
    Form<String>.text.map(
      { sentence in Result { () throws(FormProblem) in try HomeWish(sentence) } }, back: { $0.text },
      placeholder: HomeWish.example)
  }
}
