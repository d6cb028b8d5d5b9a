import RandomStreams

/// Questions about single things, each about twins: two things of a kind of which different things are true.
extension QuestionMaker {
  typealias Pair = (one: TwinSearch.Named, other: TwinSearch.Named)

  /// A pair of any form: all forms of words equally likely, whatever the number of their pairs.
  private func choose(_ pairs: [[Pair]], _ stream: inout RandomStream) -> Pair? {
    stream.choose(pairs).flatMap { stream.choose($0) }
  }

  /// What must not tell things apart when an attribute is asked for: who walks moves, what is far moves slowly.
  private func excluded(_ attribute: Attribute) -> [Attribute] {
    // Traffic keeps to one side.
    let isMoving = Self.moving.contains(attribute) || attribute == .side && !isMirrored
    return isMoving ? Self.moving + [attribute] : [attribute]
  }

  /// What goes on in traffic.
  private static let moving: [Attribute] = [
    .posture, .motion, .heading, .pace, .lane, .station, .parking, .turning, .arrival,
  ]
  /// What the nearer and the farther of two things are equally likely to have.
  private static let depthless: [Attribute] = [
    .colour, .openness, .power, .signal, .material, .sign, .text,
  ]

  /// Twins with different values: each is asked about with both values to choose from. So each value is the answer once,
  /// and which it is nobody can tell from the question.
  func choose(_ family: QuestionFamily, _ stream: inout RandomStream) -> [QuestionDraft]? {
    guard let attribute = family.attribute else { return nil }
    let values = facts.objects.indices.map { facts.value(of: attribute, $0) }
    let different = twins.pairs(
      without: excluded(attribute),
      acrossSides: attribute != .side && (isMirrored || !Self.moving.contains(attribute)),
      acrossDepth: Self.depthless.contains(attribute)
    ) { a, b in
      guard let x = values[a.index], let y = values[b.index], x != y else { return false }
      return facts.verdict(Filter(attribute, y), a.index) == .no
        && facts.verdict(Filter(attribute, x), b.index) == .no
    }
    guard let (a, b) = choose(different, &stream), let x = values[a.index], let y = values[b.index] else {
      return nil
    }
    return choice(family, attribute, (a.description, x), (b.description, y), &stream)
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

  /// What is the leftmost thing on the desk, and what the rightmost? And the leftmost vehicle?
  func chooseClass(_ stream: inout RandomStream) -> [QuestionDraft]? {
    var places: [Description] = present.filter { ClassNames.isWide($0) }.map { Description($0) }
    for anchor in anchors {
      for relation in [Relation.on, .inside, .nextTo, .below] {
        places.append(Description(ClassNames.anything, [.relation(relation, to: anchor)]))
      }
    }
    var blocks: [((Description, String), (Description, String))] = []
    for place in places {
      let ends = [Extreme.leftmost, .rightmost].compactMap { extreme -> (Description, String)? in
        let end = Description(place.concept, place.modifiers + [.extreme(extreme)])
        return executor.unique(end.set).map { (end, facts.objects[$0].category) }
      }
      guard ends.count == 2, let a = ends.first, let b = ends.last, isNameable(a.1, b.1, place) else {
        continue
      }
      blocks.append((a, b))
    }
    guard let (a, b) = stream.choose(blocks) else { return nil }
    return choice(.chooseClass, .kind, a, b, &stream)
  }

  /// Whether nobody would call either thing by the other's name, and neither name stands in the question.
  private func isNameable(_ a: String, _ b: String, _ place: Description) -> Bool {
    let names = [a, b]
    return a != b && !names.contains(ClassNames.anything) && !names.contains(place.concept)
      && names.allSatisfy { ClassNames.concept($0) != nil && !place.anchors.contains($0) }
      && ClassNames.verdict(a, is: b) == .no && ClassNames.verdict(b, is: a) == .no
  }

  /// Things that can be told apart without some attributes, each with one expression that does so.
  private func told(
    without excluded: [Attribute], _ stream: inout RandomStream
  ) -> [TwinSearch.Named] {
    named.compactMap { thing in
      // The simplest ones, now and then another.
      stream.choose(thing.expressions.filter { !$0.uses(excluded) }.prefix(3))
        .map { TwinSearch.Named(index: thing.index, description: $0) }
    }
  }

  /// A thing that is of the colour of one of two twins, and not of that of the other.
  func sameColour(_ stream: inout RandomStream) -> [QuestionDraft]? {
    func program(_ a: Description, _ b: Description) -> Program { .same(.colour, one: a.set, other: b.set) }
    let things = told(without: [.colour], &stream)
    var blocks: [(Description, Description, Description)] = []
    for a in things {
      let alike = facts.objects.indices.map { i -> Verdict in
        i == a.index ? .undecided : facts.isAlike(.colour, a.index, i)
      }
      let pairs = twins.pairs(without: [.colour], acrossDepth: true) {
        alike[$0.index] == .yes && alike[$1.index] == .no
      }
      for (b, c) in pairs.flatMap({ $0 }) where areApart(a, b, c) {
        blocks.append((a.description, b.description, c.description))
      }
    }
    guard let (a, b, c) = stream.choose(blocks) else { return nil }
    return shuffled([b, c].map { QuestionDraft(.sameColour, program(a, $0), [a, $0]) }, &stream)
  }

  /// One relation that holds and once does not: left and right of one thing, or for one twin and not for the other.
  func relates(
    _ family: QuestionFamily, _ relations: [Relation], _ stream: inout RandomStream
  ) -> [QuestionDraft]? {
    let isAboutSpeed = family == .outpaces
    let hidden = isAboutSpeed ? Self.moving : []
    // Everybody knows that trees stand still.
    let things = told(without: hidden, &stream).filter { !isAboutSpeed || facts.isMobile($0.index) }
    var blocks: [[[(Relation, Description, Description)]]] = []
    for relation in relations {
      if isMirrored, let mirrored = relation.mirrored {
        blocks.append(beside(relation, mirrored, things))
        continue
      }
      let isLevel = [.leftOf, .rightOf, .sameLane, .aheadOf, .behind, .faster].contains(relation)
      var own: [[(Relation, Description, Description)]] = []
      func pairs(_ verdicts: [Verdict]) -> [Pair] {
        twins.pairs(without: hidden, acrossSides: isMirrored || !isLevel) {
          verdicts[$0.index] == .yes && verdicts[$1.index] == .no
            && (!isAboutSpeed || facts.isMobile($0.index))
        }.flatMap { $0 }
      }
      for b in things {
        let verdicts = facts.objects.indices.map { i in
          i == b.index ? .undecided : executor.verdict(relation, i, b.index)
        }
        let reverse = facts.objects.indices.map { i in
          i == b.index ? .undecided : executor.verdict(relation, b.index, i)
        }
        for (x, y) in pairs(verdicts) where areApart(b, x, y) {
          own.append([x, y].map { (relation, $0.description, b.description) })
        }
        for (x, y) in pairs(reverse) where areApart(b, x, y) {
          own.append([x, y].map { (relation, b.description, $0.description) })
        }
      }
      blocks.append(own)
    }
    guard let own = stream.choose(blocks.filter({ !$0.isEmpty })), let chosen = stream.choose(own) else {
      return nil
    }
    return shuffled(
      chosen.map {
        QuestionDraft(
          family, .relates($0, one: $1.set, other: $2.set), [$1, $2], relation: $0)
      }, &stream)
  }

  private func beside(
    _ relation: Relation, _ mirrored: Relation, _ things: [TwinSearch.Named]
  ) -> [[(Relation, Description, Description)]] {
    var out: [[(Relation, Description, Description)]] = []
    for a in things {
      for b in things where a.index != b.index && isFree(a.description) && isFree(b.description) {
        let verdict = executor.verdict(relation, a.index, b.index)
        guard verdict != .undecided, executor.verdict(mirrored, a.index, b.index) == !verdict else {
          continue
        }
        out.append([relation, mirrored].map { ($0, a.description, b.description) })
      }
    }
    return out
  }

  /// Whether an expression does not say itself where its thing is: no "is the leftmost lamp left of the bed?"
  private func isFree(_ a: Description) -> Bool {
    a.anchors.isEmpty && !a.modifiers.contains { if case .extreme = $0 { true } else { false } }
  }

  /// Whether neither of two twins is told apart by, or is, the third thing, nor the other way round; and whether the third
  /// one's side says nothing where the twins have different ones: what is on the right stands beside, and hides, what is on
  /// the right.
  private func areApart(
    _ a: TwinSearch.Named, _ b: TwinSearch.Named, _ c: TwinSearch.Named
  ) -> Bool {
    let category = facts.objects[a.index].category
    let others = [b, c].map { facts.objects[$0.index].category }
    let isEven = b.description.places == c.description.places || !a.description.hasSide
    return isEven && a.index != b.index && a.index != c.index
      && a.description.anchors.allSatisfy { !others.contains($0) }
      && (b.description.anchors + c.description.anchors).allSatisfy { $0 != category }
  }

  /// Which of two is more so: a thing of another kind is less so than one twin and more so than the other.
  func which(
    _ family: QuestionFamily, _ more: Relation, _ less: Relation, _ stream: inout RandomStream
  ) -> [QuestionDraft]? {
    let isStill = [.closer, .taller].contains(more)
    let hidden = isStill ? [] : Self.moving
    let things = told(without: hidden, &stream)
    // Everybody knows that trees stand still.
    func mayMove(_ i: Int) -> Bool { isStill || facts.isMobile(i) }
    var blocks: [(twins: Pair, single: TwinSearch.Named)] = []
    for b in things where mayMove(b.index) && isFree(b.description) {
      let category = facts.objects[b.index].category
      let pairs = twins.pairs(without: hidden, acrossSides: isMirrored || isStill) { x, y in
        facts.objects[x.index].category != category
          && x.description.concept == facts.objects[x.index].category
          && x.index != b.index && y.index != b.index && mayMove(x.index)
          && executor.verdict(more, x.index, b.index) == .yes
          && executor.verdict(more, b.index, y.index) == .yes
      }
      for pair in pairs.flatMap({ $0 }) where areApart(b, pair.one, pair.other) {
        blocks.append((twins: pair, single: b))
      }
    }
    guard let block = stream.choose(blocks) else { return nil }
    let relation = stream.bool() ? more : less
    let isSingleFirst = stream.bool()
    return shuffled(
      [block.twins.one, block.twins.other].map { twin in
        let both = [twin.description, block.single.description]
        let order = isSingleFirst ? Array(both.reversed()) : both
        return QuestionDraft(
          family, .which(relation, one: order[0].set, other: order[1].set), order, relation: relation)
      }, &stream)
  }

  func approaches(_ stream: inout RandomStream) -> [QuestionDraft]? {
    let verdicts = facts.objects.indices.map { facts.approaches($0) }
    return twoThings(.approaches, verdicts, nil, &stream) { .approaches($0) }
  }

  func reached(_ stream: inout RandomStream) -> [QuestionDraft]? {
    var times = [2, 3, 4, 5, 6, 8, 10]
    stream.shuffle(&times)
    for seconds in times {
      let verdicts = facts.objects.indices.map { facts.isReached(within: Double(seconds), $0) }
      let block = twoThings(.reachedWithin, verdicts, seconds, &stream) {
        .reachedWithin(seconds: seconds, $0)
      }
      if let block { return block }
    }
    return nil
  }

  /// A twin of which it is so and one of which it is not.
  private func twoThings(
    _ family: QuestionFamily, _ verdicts: [Verdict], _ seconds: Int?, _ stream: inout RandomStream,
    _ make: (ObjectSet) -> Program
  ) -> [QuestionDraft]? {
    let pairs = twins.pairs(without: Self.moving, acrossSides: isMirrored) { a, b in
      // The way of a house leads nowhere.
      facts.isMobile(a.index) && verdicts[a.index] == .yes
        && verdicts[b.index] == .no
    }
    guard let (a, b) = choose(pairs, &stream) else { return nil }
    return shuffled(
      [a, b].map { QuestionDraft(family, make($0.description.set), [$0.description], seconds: seconds) },
      &stream)
  }
}
