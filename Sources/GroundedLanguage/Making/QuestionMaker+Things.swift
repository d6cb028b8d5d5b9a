import RandomStreams

/// Questions about single things.
extension QuestionMaker {
  /// Things that can be told apart without some attributes, each with one expression that does so.
  private func told(
    without attribute: Attribute?, _ stream: inout RandomStream
  ) -> [(index: Int, description: Description)] {
    // Who walks moves: neither tells the other apart.
    let excluded: [Attribute?] =
      attribute == .posture || attribute == .motion ? [.posture, .motion] : [attribute]
    return named.compactMap { thing in
      let fitting = thing.expressions.filter { description in
        !description.modifiers.contains {
          if case .filter(let f) = $0 { excluded.contains(f.attribute) } else { false }
        }
      }
      // The simplest ones, now and then another.
      return stream.choose(fitting.prefix(3)).map { (index: thing.index, description: $0) }
    }
  }

  private func pairs<T>(_ list: [T]) -> [(T, T)] { list.flatMap { a in list.map { (a, $0) } } }

  /// Two things with different values: each is asked about with both values to choose from. So each value is the answer
  /// once, and which it is nobody can tell from the question.
  func choose(_ family: QuestionFamily, _ stream: inout RandomStream) -> [QuestionDraft]? {
    guard let attribute = family.attribute else { return nil }
    let things = told(without: attribute, &stream).compactMap { thing in
      facts.value(of: attribute, thing.index).map { (thing: thing, value: $0) }
    }
    let different = pairs(things).filter { a, b in
      a.value != b.value && facts.verdict(Filter(attribute, b.value), a.thing.index) == .no
        && facts.verdict(Filter(attribute, a.value), b.thing.index) == .no
    }
    guard let (a, b) = stream.choose(different) else { return nil }
    return choice(family, attribute, (a.thing.description, a.value), (b.thing.description, b.value), &stream)
  }

  private func choice(
    _ family: QuestionFamily, _ attribute: Attribute, _ a: (Description, String), _ b: (Description, String),
    _ stream: inout RandomStream
  ) -> [QuestionDraft] {
    // Both name the values in one order, so that the first and the second are right once each.
    let values = stream.bool() ? [a.1, b.1] : [b.1, a.1]
    let filters = values.map { Filter(attribute, $0) }
    let block = [a.0, b.0].map { thing in
      QuestionDraft(family, .choose(attribute, values, thing.set), [thing], values: filters)
    }
    return shuffled(block, &stream)
  }

  /// What is the thing on the bed? Things that where they are tells apart from all others.
  func chooseClass(_ stream: inout RandomStream) -> [QuestionDraft]? {
    let search = ReferringSearch(executor)
    var things: [(description: Description, category: String)] = []
    for thing in named.prefix(12) {
      let modifiers = search.relations(of: thing.index).prefix(12)
      for modifier in modifiers {
        let description = Description(ClassNames.anything, [modifier])
        if executor.unique(description.set) == thing.index {
          things.append((description, facts.objects[thing.index].category))
        }
      }
    }
    let different = pairs(things).filter {
      ClassNames.verdict($0.category, is: $1.category) == .no
        && ClassNames.verdict($1.category, is: $0.category) == .no
        // The answer must not be named in the other's question.
        && !$0.description.anchors.contains($1.category) && !$1.description.anchors.contains($0.category)
    }
    guard let (a, b) = stream.choose(different) else { return nil }
    return choice(.chooseClass, .kind, (a.description, a.category), (b.description, b.category), &stream)
  }

  /// A pair that is and a pair that is not, with one thing in common.
  func sameColour(_ stream: inout RandomStream) -> [QuestionDraft]? {
    let things = told(without: .colour, &stream)
    func program(_ a: Description, _ b: Description) -> Program { .same(.colour, one: a.set, other: b.set) }
    var blocks: [(Description, Description, Description)] = []
    for (a, b) in pairs(things) where a.index != b.index {
      guard executor.answer(program(a.description, b.description)) == .truth(true) else { continue }
      for c in things where c.index != a.index && c.index != b.index {
        if executor.answer(program(a.description, c.description)) == .truth(false) {
          blocks.append((a.description, b.description, c.description))
        }
      }
    }
    guard let (a, b, c) = stream.choose(blocks) else { return nil }
    return shuffled([b, c].map { QuestionDraft(.sameColour, program(a, $0), [a, $0]) }, &stream)
  }

  /// One relation that holds and once does not: the other way round where it has a way, else with another partner.
  func relates(
    _ family: QuestionFamily, _ relations: [Relation], _ stream: inout RandomStream
  ) -> [QuestionDraft]? {
    let things = told(without: nil, &stream)
    var blocks: [(Relation, [(Description, Description)])] = []
    for relation in relations {
      for (a, b) in pairs(things) where a.index != b.index && isFree(a.description, b.description) {
        guard executor.verdict(relation, a.index, b.index) == .yes else { continue }
        if executor.verdict(relation, b.index, a.index) == .no, ![.on, .inside, .hiddenBy].contains(relation)
        {
          blocks.append((relation, [(a.description, b.description), (b.description, a.description)]))
        } else {
          for c in things
          where c.index != a.index && c.index != b.index && isFree(a.description, c.description) {
            if executor.verdict(relation, a.index, c.index) == .no {
              blocks.append((relation, [(a.description, b.description), (a.description, c.description)]))
            }
          }
        }
      }
    }
    guard let (relation, chosen) = stream.choose(blocks) else { return nil }
    return shuffled(
      chosen.map {
        QuestionDraft(
          family, .relates(relation, one: $0.set, other: $1.set), [$0, $1], relation: relation)
      }, &stream)
  }

  /// Whether two expressions say nothing about each other: no "is the lamp left of the bed left of the bed?"
  private func isFree(_ a: Description, _ b: Description) -> Bool {
    a.anchors.isEmpty && b.anchors.isEmpty
      && !(a.modifiers + b.modifiers).contains { if case .extreme = $0 { true } else { false } }
  }

  /// Which is more so, and which less: each of the two is the answer once, and so is each place in the question.
  func which(
    _ family: QuestionFamily, _ more: Relation, _ less: Relation, _ stream: inout RandomStream
  ) -> [QuestionDraft]? {
    let things = told(without: nil, &stream)
    let moving = SceneFacts.mobile
    let different = pairs(things).filter { a, b in
      // Everybody knows that trees stand still.
      (more != .faster
        || moving.contains(facts.objects[a.index].category)
          && moving.contains(facts.objects[b.index].category))
        && facts.objects[a.index].category != facts.objects[b.index].category
        && isFree(a.description, b.description) && executor.verdict(more, a.index, b.index) == .yes
    }
    guard let (a, b) = stream.choose(different) else { return nil }
    var order = [a.description, b.description]
    stream.shuffle(&order)
    return shuffled(
      [more, less].map {
        QuestionDraft(
          family, .which($0, one: order[0].set, other: order[1].set), order, relation: $0)
      }, &stream)
  }

  func approaches(_ stream: inout RandomStream) -> [QuestionDraft]? {
    twoThings(.approaches, &stream) { ($0, Program.approaches($0.set), nil) }
  }

  func reached(_ stream: inout RandomStream) -> [QuestionDraft]? {
    var times = [2, 3, 4, 5, 6, 8, 10]
    stream.shuffle(&times)
    for seconds in times {
      let block = twoThings(.reachedWithin, &stream) {
        ($0, Program.reachedWithin(seconds: seconds, $0.set), seconds)
      }
      if let block { return block }
    }
    return nil
  }

  /// Something of which it is so and something of which it is not.
  private func twoThings(
    _ family: QuestionFamily, _ stream: inout RandomStream,
    _ make: (Description) -> (Description, Program, Int?)
  ) -> [QuestionDraft]? {
    let drafts = told(without: nil, &stream)
      // The way of a house leads nowhere.
      .filter { SceneFacts.mobile.contains(facts.objects[$0.index].category) }
      .map { thing -> QuestionDraft in
        let (description, program, seconds) = make(thing.description)
        return QuestionDraft(family, program, [description], seconds: seconds)
      }
    let yes = drafts.filter { executor.answer($0.program) == .truth(true) }
    let no = drafts.filter { executor.answer($0.program) == .truth(false) }
    guard let a = stream.choose(yes), let b = stream.choose(no) else { return nil }
    return shuffled([a, b], &stream)
  }
}
