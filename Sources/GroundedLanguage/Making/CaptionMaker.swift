import RandomStreams

/// Says what a view shows.
struct CaptionMaker {
  let executor: ProgramExecutor
  let search: ReferringSearch
  let tongues: [Tongue]

  private var facts: SceneFacts { executor.facts }
  private var questions: QuestionWriter { QuestionWriter(executor: executor) }

  /// One caption of the whole, then up to `count` of single things and as many of how things stand to each other.
  func captions(_ count: Int, _ stream: RandomStream) -> [CaptionLabel.Entry] {
    var global = stream.child("global")
    var regional = stream.child("regional")
    var relational = stream.child("relational")
    return [self.global(&global)].compactMap { $0 } + regions(count, &regional)
      + relations(count, &relational)
  }

  /// The largest kinds of things that can be counted, at most five.
  private func global(_ stream: inout RandomStream) -> CaptionLabel.Entry? {
    let scene = facts.isStreet ? "street" : facts.roomKind
    var pixels: [String: Int] = [:]
    for o in facts.objects where o.isClear && o.category != ClassNames.anything {
      // Not what is seen through the windows of a room.
      if facts.isStreet || facts.roomKind == nil || o.roomKind == facts.roomKind {
        pixels[o.category, default: 0] += o.pixels
      }
    }
    let kinds = pixels.keys.sorted { (pixels[$1] ?? 0, $0) < (pixels[$0] ?? 0, $1) }
    let counted = kinds.compactMap { kind in executor.count(.every(kind)).map { (kind: kind, number: $0) } }
      .filter { $0.number > 0 }.prefix(5)
    guard !counted.isEmpty else { return nil }
    var claims = scene.map { [CaptionLabel.Claim("scene", value: $0)] } ?? []
    claims += counted.map { CaptionLabel.Claim("count", value: $0.kind, number: $0.number) }
    let list = counted.map { item in
      (Description(item.kind), PhraseForm.counted(item.number), questions.meant(.every(item.kind)))
    }
    return entry("global", claims, &stream) { writer, wording in
      CaptionWordings.global(scene, list, wording, &writer)
    }
  }

  /// The largest things, with what is surely so of them and something that they stand to.
  private func regions(_ count: Int, _ stream: inout RandomStream) -> [CaptionLabel.Entry] {
    var found: [CaptionLabel.Entry] = []
    for i in largest(3 * count) where found.count < count {
      if let entry = region(i, &stream) { found.append(entry) }
    }
    return found
  }

  /// One thing; nothing of what could only be called one of several.
  private func region(_ i: Int, _ stream: inout RandomStream) -> CaptionLabel.Entry? {
    let o = facts.objects[i]
    // What goes our way moves.
    let goes = facts.value(of: .heading, i) != nil
    var modifiers = Array(search.filters(of: i, without: goes ? [.motion] : []).prefix(2))
    if let relation = stream.choose(Array(search.relations(of: i).prefix(6))) { modifiers.append(relation) }
    var claims = [CaptionLabel.Claim("class", instance: o.instance, value: o.category)]
    for modifier in modifiers {
      switch modifier {
      case .filter(let filter):
        claims.append(.init(filter.attribute.rawValue, instance: o.instance, value: filter.value))
      case .relation(let relation, let anchor):
        guard let other = executor.unique(.every(anchor)) else { return nil }
        claims.append(
          .init(relation.rawValue, instance: o.instance, other: facts.objects[other].instance))
      case .extreme: break
      }
    }
    var description = Description(o.category, modifiers)
    if modifiers.isEmpty, executor.unique(description.set) != i {
      // "One of several buildings" says nothing of this one: its place among them does.
      guard let extreme = search.extreme(of: i) else { return nil }
      description.modifiers = [.extreme(extreme)]
      claims.append(.init(extreme.rawValue, instance: o.instance, value: o.category))
    }
    let company = company(of: i, description, &claims)
    return entry("regional", claims, &stream) { writer, wording in
      CaptionWordings.regional(description, o.instance, company, wording, &writer)
    }
  }

  /// Pairs that touch, hide or are beside each other: what rests on what comes first.
  private func relations(_ count: Int, _ stream: inout RandomStream) -> [CaptionLabel.Entry] {
    var found: [(Relation, Int, Int)] = []
    let things = largest(24)
    // Of two things one sentence says enough.
    var told: Set<SIMD2<Int>> = []
    for relation in [Relation.on, .inside, .hiddenBy, .nextTo, .above, .leftOf] {
      var pairs: [(Int, Int)] = []
      for a in things {
        for b in things where executor.verdict(relation, a, b) == .yes {
          // A building hidden by a building says little, and nobody says that a bed is next to a book.
          // What is seen through a window is not hidden by it.
          let isOfUse =
            relation == .hiddenBy
            ? facts.objects[b].category != "window"
            : [.on, .inside].contains(relation) || 2 * facts.objects[b].pixels >= facts.objects[a].pixels
          if isOfUse && facts.objects[a].category != facts.objects[b].category { pairs.append((a, b)) }
        }
      }
      stream.shuffle(&pairs)
      var chosen = 0
      for (a, b) in pairs where chosen < max(1, count / 2) {
        guard told.insert(SIMD2(min(a, b), max(a, b))).inserted else { continue }
        found.append((relation, a, b))
        chosen += 1
      }
    }
    return found.prefix(count).compactMap { relation, a, b -> CaptionLabel.Entry? in
      let (one, other) = (facts.objects[a], facts.objects[b])
      var claims = [
        CaptionLabel.Claim("class", instance: one.instance, value: one.category),
        CaptionLabel.Claim("class", instance: other.instance, value: other.category),
        CaptionLabel.Claim(relation.rawValue, instance: one.instance, other: other.instance),
      ]
      let description = Description(one.category)
      let company = company(of: a, description, &claims)
      return entry("relational", claims, &stream) { writer, wording in
        CaptionWordings.relational(
          description, one.instance, company, relation, Description(other.category), other.instance,
          wording, &writer)
      }
    }
  }

  /// Among how many thing number `i` is seen, of those that a description fits; what that claims is added.
  private func company(
    of i: Int, _ description: Description, _ claims: inout [CaptionLabel.Claim]
  ) -> Company {
    if executor.unique(description.set) == i { return .alone }
    guard description.modifiers.isEmpty else { return .open }
    let all = questions.meant(description.set)
    if let number = executor.count(description.set), number > 1 {
      claims.append(.init("count", value: description.concept, number: number))
      return .counted(number, all)
    }
    guard all.count >= Company.several else { return .open }
    claims.append(.init("several", value: description.concept, number: all.count))
    return .several(all)
  }

  private func largest(_ count: Int) -> [Int] {
    facts.objects.indices.filter {
      facts.objects[$0].isClear && facts.objects[$0].category != ClassNames.anything
        && ClassNames.concept(facts.objects[$0].category) != nil
    }
    .sorted {
      (facts.objects[$1].pixels, facts.objects[$0].instance)
        < (facts.objects[$0].pixels, facts.objects[$1].instance)
    }
    .prefix(count).map { $0 }
  }

  private func entry(
    _ kind: String, _ claims: [CaptionLabel.Claim], _ stream: inout RandomStream,
    _ write: (_ writer: inout PhraseWriter, _ wording: Int) -> Void
  ) -> CaptionLabel.Entry? {
    var texts: [GroundedText] = []
    for tongue in tongues {
      var writer = questions.writer(tongue)
      write(&writer, stream.integer(in: 0..<CaptionWordings.count))
      guard let sentence = Sentence(writer) else { return nil }
      texts.append(GroundedText(sentence, tongue))
    }
    return CaptionLabel.Entry(
      kind: kind, claims: claims, things: facts.things(texts), texts: texts)
  }
}

extension SceneFacts {
  /// What some texts speak of, ascending, with boxes.
  func things(_ texts: [GroundedText], without instance: UInt32? = nil) -> [GroundedThing] {
    Set(texts.flatMap(\.phrases).flatMap(\.objects)).sorted().compactMap { id in
      guard id != instance, let i = index(of: id) else { return nil }
      return GroundedThing(instance: id, box: objects[i].box)
    }
  }
}
