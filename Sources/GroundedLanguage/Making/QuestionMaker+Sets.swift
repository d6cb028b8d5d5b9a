import RandomStreams

/// Questions about sets: is there one, how many, more of these or of those.
extension QuestionMaker {
  func exist(_ stream: inout RandomStream) -> [QuestionDraft]? {
    let here = present.filter { executor.answer(.exist(.every($0))) == .truth(true) }
    guard let yes = stream.choose(here), let no = stream.choose(absent) else { return nil }
    return shuffled([yes, no].map { draft(.exist, Description($0)) }, &stream)
  }

  /// One kind, with something that it has and something that it has not: the kind tells nothing.
  func existAmong(
    _ family: QuestionFamily, _ candidates: [Description], _ stream: inout RandomStream
  ) -> [QuestionDraft]? {
    var groups: [String: (yes: [Description], no: [Description])] = [:]
    for candidate in candidates {
      switch executor.answer(.exist(candidate.set)) {
      case .truth(true): groups[candidate.concept, default: ([], [])].yes.append(candidate)
      case .truth(false): groups[candidate.concept, default: ([], [])].no.append(candidate)
      default: break
      }
    }
    let kinds = groups.keys.sorted().filter { groups[$0].map { !$0.yes.isEmpty && !$0.no.isEmpty } ?? false }
    guard let kind = stream.choose(kinds), let group = groups[kind], let yes = stream.choose(group.yes) else {
      return nil
    }
    // The same attribute or relation where possible.
    let alike = group.no.filter { Self.form($0) == Self.form(yes) }
    guard let no = stream.choose(alike.isEmpty ? group.no : alike) else { return nil }
    return shuffled([yes, no].map { draft(family, $0) }, &stream)
  }

  private static func form(_ description: Description) -> String {
    switch description.modifiers.first {
    case .filter(let filter): filter.attribute.rawValue
    case .relation(let relation, _): relation.rawValue
    case .extreme(let extreme): extreme.rawValue
    case nil: ""
    }
  }

  private func draft(_ family: QuestionFamily, _ description: Description) -> QuestionDraft {
    QuestionDraft(family, .exist(description.set), [description])
  }

  /// None, one, two and three, of one kind where possible.
  func count(
    _ family: QuestionFamily, _ candidates: [Description], _ stream: inout RandomStream
  ) -> [QuestionDraft]? {
    let answers = 0...3
    var byCount: [[Description]] = Array(repeating: [], count: answers.count)
    for candidate in candidates {
      if let n = executor.count(candidate.set), answers.contains(n) { byCount[n].append(candidate) }
    }
    guard byCount.allSatisfy({ !$0.isEmpty }) else { return nil }
    let kinds = Set(byCount[0].map(\.concept)).sorted().filter { kind in
      byCount.allSatisfy { $0.contains { $0.concept == kind } }
    }
    if let kind = stream.choose(kinds) { byCount = byCount.map { $0.filter { $0.concept == kind } } }
    let chosen = byCount.compactMap { stream.choose($0) }
    return shuffled(chosen.map { QuestionDraft(family, .count($0.set), [$0]) }, &stream)
  }

  /// Both ways round.
  func more(_ stream: inout RandomStream) -> [QuestionDraft]? {
    let counted = present.compactMap { kind in executor.count(.every(kind)).map { (kind, $0) } }
    var pairs: [(String, String)] = []
    for (a, n) in counted {
      for (b, m) in counted
      where n > m && ClassNames.verdict(a, is: b) == .no && ClassNames.verdict(b, is: a) == .no {
        pairs.append((a, b))
      }
    }
    guard let (a, b) = stream.choose(pairs) else { return nil }
    return shuffled(
      [(a, b), (b, a)].map {
        QuestionDraft(
          .more, .more(.every($0), than: .every($1)), [Description($0), Description($1)])
      }, &stream)
  }

  func shuffled(_ block: [QuestionDraft], _ stream: inout RandomStream) -> [QuestionDraft] {
    var block = block
    stream.shuffle(&block)
    return block
  }
}
