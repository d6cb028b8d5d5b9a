import RandomStreams

/// Makes questions about a recording in blocks, as `QuestionMaker` does about pictures: what is asked of two sounds is asked
/// both ways round, in the same words but for one, and names the same kinds. So whoever knows how loud dogs are, or that
/// doors are heard after steps, is right by chance alone.
struct HeardQuestionMaker {
  let executor: HeardExecutor
  /// Of the picture; `nil` where there is none.
  let search: ReferringSearch?

  /// So often each family is tried.
  private static let rounds = 2
  /// What people say in quotation marks, characters at most.
  private static let longest = 80

  private var facts: HeardFacts { executor.facts }

  func questions(_ count: Int, _ stream: RandomStream) -> [HeardDraft] {
    var out: [HeardDraft] = []
    var asked = Set<HeardProgram>()
    var blocks = 0
    var families = HeardFamily.allCases
    var order = stream.child("order")
    order.shuffle(&families)
    for round in 0..<Self.rounds {
      for family in families where out.count < count {
        var own = stream.child(family.rawValue).child(round)
        guard var block = own.choose(self.blocks(family)), isBalanced(block),
          asked.isDisjoint(with: block.map(\.program))
        else { continue }
        asked.formUnion(block.map(\.program))
        own.shuffle(&block)
        let isTurned = own.bool()
        out += block.map { draft in
          var draft = isTurned ? turned(draft) : draft
          draft.block = blocks
          return draft
        }
        blocks += 1
      }
    }
    return out
  }

  /// The last word of the executor, whatever the block was made from: every answer is there, each once.
  private func isBalanced(_ block: [HeardDraft]) -> Bool {
    let answers = block.map { executor.answer($0.program) }
    return !answers.contains(nil) && Set(answers).count == block.count
  }

  /// The same with what it names, and offers, the other way round.
  private func turned(_ draft: HeardDraft) -> HeardDraft {
    var draft = draft
    switch draft.program {
    case .which(let relation, let a, let b): draft.program = .which(relation, one: b, other: a)
    case .whichIs(let filter, let a, let b): draft.program = .whichIs(filter, one: b, other: a)
    case .makes(let holds, let a, let b, let set): draft.program = .makes(holds, one: b, other: a, set)
    case .chooseCount(let numbers, let set): draft.program = .chooseCount(numbers.reversed(), set)
    case .choose(let attribute, let values, let set):
      draft.program = .choose(attribute, values.reversed(), set)
    case .relates: return draft
    }
    if draft.family != .whatIsSaid { draft.names.reverse() }
    if draft.family == .whatIsSaid { draft.lines.reverse() }
    draft.numbers.reverse()
    draft.things.reverse()
    return draft
  }

  // MARK: Names

  /// Pairs of names of one form that each mean one sound.
  private var pairs: [[HeardName]] {
    var kinds: [String] = []
    for sound in facts.sounds where sound.isClear && !kinds.contains(sound.kind) { kinds.append(sound.kind) }
    let names = kinds.sorted().map { HeardName(HeardFilter(.kind, $0)) }
      .filter { executor.unique($0.set) != nil }
    var out: [[HeardName]] = []
    for (n, a) in names.enumerated() {
      for b in names[(n + 1)...] { out.append([a, b]) }
    }
    return out + voices
  }

  /// Two voices that their sex, their side or both tell apart.
  private var voices: [[HeardName]] {
    let speech = HeardFilter(.kind, HeardName.speech)
    let sexes = ["female", "male"].map { HeardFilter(.sex, $0) }
    let sides = ["left", "right"].map { HeardFilter(.side, $0) }
    var out = [sexes.map { HeardName(speech, $0) }, sides.map { HeardName(speech, $0) }]
    out += sexes.map { sex in sides.map { HeardName(speech, sex, $0) } }
    return out.filter { $0.allSatisfy { executor.unique($0.set) != nil } }
  }

  private func isToldBySide(_ pair: [HeardName]) -> Bool { pair.contains { $0.value(.side) != nil } }

  // MARK: Blocks

  private func blocks(_ family: HeardFamily) -> [[HeardDraft]] {
    switch family {
    case .first: pairs.map { either(family, $0, .before) }
    case .louder: voices.map { either(family, $0, .louder) }
    case .precedes:
      pairs.map { pair in
        [HeardRelation.before, .after].map {
          HeardDraft(family, .relates($0, one: pair[0].set, other: pair[1].set), pair)
        }
      }
    case .side:
      pairs.filter { !isToldBySide($0) }.map { pair in
        ["left", "right"].map { which(family, pair, HeardFilter(.side, $0)) }
      }
    case .sight: seen
    case .whoSays: lines.map { pair, said in said.map { which(family, pair, HeardFilter(.line, $0)) } }
    case .whatIsSaid:
      lines.map { pair, said in
        pair.map { name in
          var draft = HeardDraft(family, .choose(.line, said, name.set), [name])
          draft.lines = said
          return draft
        }
      }
    case .countPeople: counts(family, [HeardName(HeardFilter(.kind, HeardName.speech))], bySex: true)
    case .countPlaces:
      counts(
        family,
        Set(facts.sounds.map(\.kind)).subtracting([HeardName.speech]).sorted()
          .map { HeardName(HeardFilter(.kind, $0)) }, bySex: false)
    case .source: sources
    }
  }

  private func either(
    _ family: HeardFamily, _ pair: [HeardName], _ relation: HeardRelation
  ) -> [HeardDraft] {
    [relation, relation.inverse].map {
      HeardDraft(family, .which($0, one: pair[0].set, other: pair[1].set), pair)
    }
  }

  private func which(_ family: HeardFamily, _ pair: [HeardName], _ filter: HeardFilter) -> HeardDraft {
    HeardDraft(family, .whichIs(filter, one: pair[0].set, other: pair[1].set), pair)
  }

  /// What vehicles make: of two of these sounds either may come from the one that is seen.
  private static let ofVehicles: Set<String> = [
    "car_engine", "truck_engine", "electric_drive", "motorcycle", "car_horn", "truck_horn", "siren",
    "reversing_beeper", "brake_squeal", "tyre_noise",
  ]

  /// Whose source the picture shows. Birds are never seen and furniture always: both sounds are made by things of one sort.
  private var seen: [[HeardDraft]] {
    pairs.filter { pair in
      pair.allSatisfy(\.isVoice)
        || pair.allSatisfy { $0.value(.kind).map(Self.ofVehicles.contains) ?? false }
    }.map { pair in
      ["seen", "unseen"].map { which(.sight, pair, HeardFilter(.sight, $0)) }
    }
  }

  /// Two voices, and for each something that it says and the other does not.
  private var lines: [([HeardName], [String])] {
    voices.compactMap { pair in
      let said = pair.map { name in executor.unique(name.set).map { facts.sounds[$0].lines } ?? [] }
      let own = [0, 1].map { k in
        said[k].first { !said[1 - k].contains($0) && $0.count <= Self.longest }
      }
      guard let a = own[0], let b = own[1] else { return nil }
      return (pair, [a, b])
    }
  }

  /// One number or another, each right for one side, or for one sex.
  private func counts(_ family: HeardFamily, _ names: [HeardName], bySex: Bool) -> [[HeardDraft]] {
    let ways =
      [["left", "right"].map { HeardFilter(.side, $0) }]
      + (bySex ? [["female", "male"].map { HeardFilter(.sex, $0) }] : [])
    var out: [[HeardDraft]] = []
    for name in names {
      for way in ways {
        let both = way.map { filter in
          var name = name
          name.filters.append(filter)
          return name
        }
        let numbers = both.compactMap { executor.count($0.set) }
        guard numbers.count == 2, numbers[0] != numbers[1], numbers.allSatisfy({ (1...9).contains($0) })
        else { continue }
        out.append(
          both.map { name in
            var draft = HeardDraft(family, .chooseCount(numbers, name.set), [name])
            draft.numbers = numbers
            return draft
          })
      }
    }
    return out
  }

  /// Two things of one class in the picture, of which one makes the sound.
  private var sources: [[HeardDraft]] {
    guard let search, let picture = facts.picture else { return [] }
    var told: [(index: Int, description: Description)] = []
    for i in picture.objects.indices {
      if let description = search.expressions(for: i).first { told.append((i, description)) }
    }
    var sounds: [HeardName] = []
    for sound in facts.sounds where sound.isClear {
      let kind = HeardFilter(.kind, sound.kind)
      let names =
        sound.lines.isEmpty
        ? [HeardName(kind)]
        : sound.lines.filter { $0.count <= Self.longest }.map { HeardName(kind, HeardFilter(.line, $0)) }
      for name in names where !sounds.contains(name) { sounds.append(name) }
    }
    var out: [[HeardDraft]] = []
    for name in sounds {
      for (n, a) in told.enumerated() {
        for b in told[(n + 1)...] {
          let (p, q) = (picture.objects[a.index], picture.objects[b.index])
          guard p.category == q.category,
            executor.answer(.makes(true, one: p.instance, other: q.instance, name.set)) != nil
          else { continue }
          out.append(
            [true, false].map { holds in
              var draft = HeardDraft(
                .source, .makes(holds, one: p.instance, other: q.instance, name.set), [name])
              draft.things = [(a.description, p.instance), (b.description, q.instance)]
              return draft
            })
        }
      }
    }
    return out
  }
}
