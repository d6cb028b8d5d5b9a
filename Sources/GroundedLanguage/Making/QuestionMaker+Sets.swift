import RandomStreams

/// Questions about sets: is there one, how many, more here or there. Each block asks the same of both sides.
extension QuestionMaker {
  /// The two halves of the picture.
  private static let halves = ["left_half", "right_half"].map {
    Description.Modifier.filter(Filter(.side, $0))
  }

  /// Kinds that are present; in the street also those of them within a range, since far away nobody can tell how many there
  /// are.
  var countable: [Description] {
    let ranges = isMirrored ? [] : Attribute.range.values
    return present.flatMap { kind in
      [Description(kind)] + ranges.map { Description(kind, [.filter(Filter(.range, $0))]) }
    }
  }

  private func inHalves(_ description: Description) -> [Description] {
    Self.halves.map { Description(description.concept, description.modifiers + [$0]) }
  }

  /// Of those to choose from that will do, any; all kinds equally likely, whatever the number of their candidates.
  private func choose<T>(
    _ candidates: [(kind: String, item: T)], _ stream: inout RandomStream
  ) -> T? {
    let kinds = Set(candidates.map(\.kind)).sorted()
    guard let kind = stream.choose(kinds) else { return nil }
    return stream.choose(candidates.filter { $0.kind == kind })?.item
  }

  private func existence(_ family: QuestionFamily, _ both: [Description], _ stream: inout RandomStream)
    -> [QuestionDraft]
  {
    shuffled(both.map { QuestionDraft(family, .exist($0.set), [$0]) }, &stream)
  }

  private func isOnOneSide(_ both: [Description]) -> Bool {
    let answers = both.map { executor.answer(.exist($0.set)) }
    return answers.contains(.truth(true)) && answers.contains(.truth(false))
  }

  /// Something that is in one half of the picture and not in the other.
  func existBySide(
    _ family: QuestionFamily, _ candidates: [Description], _ stream: inout RandomStream
  ) -> [QuestionDraft]? {
    let found = candidates.filter { isOnOneSide(inHalves($0)) }.map { (kind: $0.concept, item: $0) }
    return choose(found, &stream).map { existence(family, inHalves($0), &stream) }
  }

  /// Something that is on one side of a thing and not on the other.
  func existAside(_ stream: inout RandomStream) -> [QuestionDraft]? {
    var found: [(kind: String, item: [Description])] = []
    for (kind, anchor) in asides(present) {
      let both = aside(kind, anchor)
      if isOnOneSide(both) { found.append((kind: kind, item: both)) }
    }
    return choose(found, &stream).map { existence(.existRelation, $0, &stream) }
  }

  /// What is in a place, by its place: the same kind has to be in the same place on the other side.
  func halves(_ kinds: [Description]) -> [[Description]] { kinds.map(inHalves) }
  func sides(_ kinds: [String]) -> [[Description]] { asides(kinds).map { aside($0.kind, $0.anchor) } }

  /// Something of one colour is in a place alone, and something of another colour on the other side alone: whatever colours
  /// are frequent, each of the two might as well have been here.
  func existOfColour(
    _ family: QuestionFamily, _ places: [[Description]], _ stream: inout RandomStream
  ) -> [QuestionDraft]? {
    let colours = Set(
      facts.objects.indices.filter { facts.objects[$0].isClear }.compactMap { facts.value(of: .colour, $0) }
    ).sorted().map { Filter(.colour, $0) }
    var found: [(kind: String, item: [Description])] = []
    for both in places {
      for (here, there) in zip(both, both.reversed()) {
        func of(_ colour: Filter, _ place: Description) -> Description {
          Description(place.concept, [.filter(colour)] + place.modifiers)
        }
        let isHere = colours.map { executor.answer(.exist(of($0, here).set)) }
        let isThere = colours.map { executor.answer(.exist(of($0, there).set)) }
        let (yes, no) = (Answer.truth(true), Answer.truth(false))
        let present = colours.indices.filter { isHere[$0] == yes && isThere[$0] == no }.map { colours[$0] }
        let missing = colours.indices.filter { isHere[$0] == no && isThere[$0] == yes }.map { colours[$0] }
        for a in present {
          for b in missing { found.append((kind: here.concept, item: [of(a, here), of(b, here)])) }
        }
      }
    }
    return choose(found, &stream).map { existence(family, $0, &stream) }
  }

  private func aside(_ kind: String, _ anchor: String) -> [Description] {
    [Relation.leftOf, .rightOf].map { Description(kind, [.relation($0, to: anchor)]) }
  }

  /// Kinds with things that they can be left and right of.
  private func asides(_ kinds: [String]) -> [(kind: String, anchor: String)] {
    kinds.flatMap { kind in
      anchors.filter { ClassNames.verdict($0, is: kind) == .no }.map { (kind: kind, anchor: $0) }
    }
  }

  /// One number or another, each right for one half of the picture.
  func chooseCount(_ stream: inout RandomStream) -> [QuestionDraft]? {
    var found: [(kind: String, item: ([Description], [Int]))] = []
    for both in halves(countable) + sides(present) {
      let numbers = both.compactMap { executor.count($0.set) }
      guard numbers.count == 2, numbers[0] != numbers[1], numbers.allSatisfy({ (1...6).contains($0) }) else {
        continue
      }
      found.append((kind: both[0].concept, item: (both, numbers)))
    }
    guard let (both, numbers) = choose(found, &stream) else { return nil }
    let order = stream.bool() ? numbers.sorted() : numbers.sorted(by: >)
    return shuffled(
      both.map { half in
        var draft = QuestionDraft(.chooseCount, .chooseCount(order, half.set), [half])
        draft.numbers = order
        return draft
      }, &stream)
  }

  /// None, one, two and three of one kind, each beside another thing or on another side of it.
  func countAside(_ stream: inout RandomStream) -> [QuestionDraft]? {
    var byKind: [String: [[Description]]] = [:]
    for (kind, anchor) in asides(present) {
      for candidate in aside(kind, anchor) {
        guard let n = executor.count(candidate.set), (0...3).contains(n) else { continue }
        byKind[kind, default: Array(repeating: [], count: 4)][n].append(candidate)
      }
    }
    let kinds = byKind.keys.sorted().filter { byKind[$0]?.allSatisfy { !$0.isEmpty } ?? false }
    guard let kind = stream.choose(kinds), let byCount = byKind[kind] else { return nil }
    let chosen = byCount.compactMap { stream.choose($0) }
    return shuffled(chosen.map { QuestionDraft(.countRelation, .count($0.set), [$0]) }, &stream)
  }

  /// More of a kind in one half of the picture than in the other, both ways round.
  func more(_ stream: inout RandomStream) -> [QuestionDraft]? {
    var found: [(kind: String, item: [Description])] = []
    for both in halves(countable) {
      let numbers = both.compactMap { executor.count($0.set) }
      // Where there are none at all on one side it is no comparison.
      guard numbers.count == 2, numbers[0] != numbers[1], numbers.allSatisfy({ $0 >= 1 }) else { continue }
      found.append((kind: both[0].concept, item: both))
    }
    guard let both = choose(found, &stream), let a = both.first, let b = both.last else { return nil }
    return shuffled(
      [(a, b), (b, a)].map { QuestionDraft(.more, .more($0.set, than: $1.set), [$0, $1]) }, &stream)
  }
}
