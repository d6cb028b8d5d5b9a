import RandomStreams

/// Makes questions in blocks: a family is asked with each of its answers once, or not at all, and the questions of a block
/// speak of the same kinds in the same order and in the same form.
///
/// They differ in which of several things of one kind is meant, or in left and right. So whoever guesses by the kind of
/// question, by the kinds it names, by the values it offers or by its form is right by chance alone, in every view and every
/// dataset, whatever the worlds are like: no quota has to be shared between samples, which stay functions of their index.
struct QuestionMaker {
  let executor: ProgramExecutor
  let search: ReferringSearch
  let twins: TwinSearch
  /// Things that can be told apart, the largest first, with minimal expressions for them.
  let named: [(index: Int, expressions: [Description])]
  /// Classes and wider kinds of what is clearly seen, ascending.
  let present: [String]

  /// So many of the largest things are spoken of.
  private static let reach = 24
  /// So often each family is tried in a view.
  private static let rounds = 5
  /// Blocks of one family in a view, at most.
  private static let most = 3

  init(_ executor: ProgramExecutor, _ search: ReferringSearch) {
    self.executor = executor
    self.search = search
    let objects = executor.facts.objects
    let largest = objects.indices.filter { objects[$0].isClear }
      .sorted { (objects[$1].pixels, objects[$0].instance) < (objects[$0].pixels, objects[$1].instance) }
    named = largest.prefix(Self.reach).map { (index: $0, expressions: search.expressions(for: $0)) }
      .filter { !$0.expressions.isEmpty }
    twins = TwinSearch(executor, search, among: Array(largest.prefix(Self.reach)))
    var kinds = Set<String>()
    for i in largest { kinds.formUnion(ClassNames.names(of: objects[i].category).map(\.id)) }
    present = kinds.filter { $0 != ClassNames.anything }.sorted()
  }

  var facts: SceneFacts { executor.facts }

  /// Whether left and right are alike. Traffic keeps to one side: there neither side may tell what goes on.
  var isMirrored: Bool { !facts.isStreet }

  /// Questions of as many families as give `count`, beginning with another family in every view: over many views all
  /// families that a world has are asked equally often. Families come again, about something else, where there are too
  /// few.
  func questions(_ count: Int, view: Int, _ stream: RandomStream) -> [QuestionDraft] {
    let families = QuestionFamily.allCases
    // A step that reaches all of them: a prime that does not divide their number.
    let stride = [7, 11, 13].first { families.count % $0 != 0 } ?? 1
    var out: [QuestionDraft] = []
    var asked = Set<Program>()
    var spoken = Set<String>()
    var blocks = 0
    var made: [QuestionFamily: Int] = [:]
    for round in 0..<Self.rounds {
      for n in families.indices where out.count < count {
        let family = families[(view + n * stride) % families.count]
        guard made[family, default: 0] < Self.most else { continue }
        var own = stream.child(family.rawValue).child(round)
        guard let block = block(family, &own), isBalanced(block),
          asked.isDisjoint(with: block.map(\.program)), spoken.insert(subjects(of: block)).inserted
        else { continue }
        asked.formUnion(block.map(\.program))
        made[family, default: 0] += 1
        out += block.map { draft in
          var draft = draft
          draft.block = blocks
          return draft
        }
        blocks += 1
      }
    }
    return out
  }

  /// What a block is about, whatever it is called: nobody wants the same asked of "the car" and then of "the vehicle".
  private func subjects(of block: [QuestionDraft]) -> String {
    guard let family = block.first?.family else { return "" }
    let things = block.map { draft -> String in
      let meant = draft.things.map { executor.unique($0.set).map { "thing \($0)" } ?? "\($0)" }
      return meant.joined(separator: ", ") + (draft.seconds.map { " in \($0)" } ?? "")
    }
    return family.rawValue + ": " + things.sorted().joined(separator: "; ")
  }

  /// The last word of the executor, whatever the block was made from: every answer is there, each once.
  private func isBalanced(_ block: [QuestionDraft]) -> Bool {
    let answers = block.map { executor.answer($0.program) }
    guard answers.allSatisfy({ $0 != nil }) else { return false }
    return Set(answers).count == block.count
  }

  private func block(_ family: QuestionFamily, _ stream: inout RandomStream) -> [QuestionDraft]? {
    switch family {
    case .exist: isMirrored ? existBySide(family, present.map { Description($0) }, &stream) : nil
    case .existAttribute:
      isMirrored
        ? existBySide(family, attributed(), &stream) : existOfColour(family, halves(countable), &stream)
    case .existRelation:
      isMirrored ? existAside(&stream) : existOfColour(family, sides(present), &stream)
    case .chooseCount: chooseCount(&stream)
    case .countRelation: countAside(&stream)
    case .more: more(&stream)
    case .sameColour: sameColour(&stream)
    case .relates: relates(family, [.leftOf, .rightOf, .above, .below, .nextTo], &stream)
    case .supported: relates(family, [.on, .inside], &stream)
    case .hidden: relates(family, [.hiddenBy], &stream)
    case .inLane: relates(family, [.sameLane], &stream)
    case .aheadOf: relates(family, [.aheadOf, .behind], &stream)
    case .outpaces: relates(family, [.faster], &stream)
    case .whichDistance: which(family, .closer, .farther, &stream)
    case .whichHeight: which(family, .taller, .shorter, &stream)
    case .whichSpeed: which(family, .faster, .slower, &stream)
    case .whichSooner: which(family, .sooner, .later, &stream)
    case .approaches: approaches(&stream)
    case .reachedWithin: reached(&stream)
    case .chooseClass: chooseClass(&stream)
    default: choose(family, &stream)
    }
  }

  /// Present kinds with a value that something in the scene has.
  private func attributed() -> [Description] {
    var seen: [Filter] = []
    for attribute in [Attribute.colour, .openness, .power, .posture, .motion, .signal, .material] {
      let values = Set(
        facts.objects.indices.filter { facts.objects[$0].isClear }.compactMap {
          facts.value(of: attribute, $0)
        })
      seen += values.sorted().map { Filter(attribute, $0) }
    }
    return present.flatMap { kind in
      seen.filter { Self.applies($0.attribute, to: kind) }.map { Description(kind, [.filter($0)]) }
    }
  }

  /// Whether anybody would ask a thing of a kind for an attribute.
  static func applies(_ attribute: Attribute, to kind: String) -> Bool {
    switch attribute {
    case .openness: SceneFacts.opening.contains(kind)
    case .power: SceneFacts.switched.contains(kind)
    case .posture: ["person", "dog", "cat"].contains(kind)
    case .motion: SceneFacts.mobile.contains(kind) || kind == "vehicle"
    case .signal: kind == "traffic_light"
    default: true
    }
  }

  /// Classes of things that their class tells apart, the largest first.
  var anchors: [String] {
    named.filter { $0.expressions.first?.modifiers.isEmpty == true }.map { facts.objects[$0.index].category }
  }

  func shuffled(_ block: [QuestionDraft], _ stream: inout RandomStream) -> [QuestionDraft] {
    var block = block
    stream.shuffle(&block)
    return block
  }
}
