import RandomStreams

/// Makes questions in blocks: a family is asked with each of its answers once, or not at all.
///
/// So within a family all answers are equally frequent in every view, and whoever guesses by the kind of question alone is
/// right by chance alone, whatever the worlds are like: no quota has to be shared between samples, which stay functions of
/// their index.
struct QuestionMaker {
  let executor: ProgramExecutor
  /// Things that can be told apart, the largest first, with minimal expressions for them.
  let named: [(index: Int, expressions: [Description])]
  /// Classes and wider kinds of what is clearly seen, ascending.
  let present: [String]

  /// So many of the largest things are spoken of.
  private static let reach = 20

  init(_ executor: ProgramExecutor, _ search: ReferringSearch) {
    self.executor = executor
    let objects = executor.facts.objects
    let largest = objects.indices.filter { objects[$0].isClear }
      .sorted { (objects[$1].pixels, objects[$0].instance) < (objects[$0].pixels, objects[$1].instance) }
    named = largest.prefix(Self.reach).map { (index: $0, expressions: search.expressions(for: $0)) }
      .filter { !$0.expressions.isEmpty }
    var kinds = Set<String>()
    for i in largest { kinds.formUnion(ClassNames.names(of: objects[i].category).map(\.id)) }
    present = kinds.filter { $0 != ClassNames.anything }.sorted()
  }

  var facts: SceneFacts { executor.facts }

  /// Questions of as many families as give `count`, beginning with another family in every view: over many views all
  /// families that a world has are asked equally often.
  func questions(_ count: Int, view: Int, _ stream: RandomStream) -> [QuestionDraft] {
    let families = QuestionFamily.allCases
    var out: [QuestionDraft] = []
    for n in families.indices where out.count < count {
      let family = families[(view + n * 7) % families.count]
      var own = stream.child(family.rawValue)
      guard let block = block(family, &own), isBalanced(block) else { continue }
      out += block
    }
    return out
  }

  /// The last word of the executor, whatever the block was made from: every answer is there, each once.
  private func isBalanced(_ block: [QuestionDraft]) -> Bool {
    let answers = block.map { executor.answer($0.program) }
    guard answers.allSatisfy({ $0 != nil }) else { return false }
    return Set(answers).count == block.count
  }

  private func block(_ family: QuestionFamily, _ stream: inout RandomStream) -> [QuestionDraft]? {
    switch family {
    case .exist: exist(&stream)
    case .existAttribute: existAmong(family, attributed(), &stream)
    case .existRelation: existAmong(family, related(present), &stream)
    case .count:
      count(family, present.map { Description($0) } + absent.map { Description($0) } + attributed(), &stream)
    case .countRelation: count(family, related(present + [ClassNames.anything]), &stream)
    case .more: more(&stream)
    case .sameColour: sameColour(&stream)
    case .relates: relates(family, [.leftOf, .rightOf, .above, .below, .nextTo], &stream)
    case .supported: relates(family, [.on, .inside], &stream)
    case .hidden: relates(family, [.hiddenBy], &stream)
    case .whichDistance: which(family, .closer, .farther, &stream)
    case .whichSpeed: which(family, .faster, .slower, &stream)
    case .approaches: approaches(&stream)
    case .reachedWithin: reached(&stream)
    case .chooseClass: chooseClass(&stream)
    default: choose(family, &stream)
    }
  }

  /// Classes that are elsewhere in the world, and surely not in the picture.
  var absent: [String] {
    facts.known.filter { kind in
      guard let concept = ClassNames.concept(kind), !concept.isMass, kind != ClassNames.anything else {
        return false
      }
      return executor.answer(.exist(.every(kind))) == .truth(false)
    }
  }

  /// Present kinds with a value that something in the scene has.
  private func attributed() -> [Description] {
    var seen: [Filter] = []
    for attribute in [Attribute.colour, .openness, .power, .posture, .motion, .signal] {
      let values = Set(
        facts.objects.indices.filter { facts.objects[$0].isClear }.compactMap {
          facts.value(of: attribute, $0)
        })
      seen += values.sorted().map { Filter(attribute, $0) }
      // What can be open or closed can be asked for either way.
      if attribute != .colour, attribute != .posture, !values.isEmpty {
        seen += attribute.values.filter { !values.contains($0) }.map { Filter(attribute, $0) }
      }
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

  /// Kinds related to things that their class tells apart.
  private func related(_ kinds: [String]) -> [Description] {
    let anchors = named.filter { $0.expressions.first?.modifiers.isEmpty == true }
      .map { facts.objects[$0.index].category }
    return kinds.flatMap { kind in
      anchors.filter { ClassNames.verdict($0, is: kind) == .no || kind == ClassNames.anything }.flatMap {
        anchor in
        [Relation.on, .inside, .leftOf, .rightOf, .nextTo, .above, .below].map {
          Description(kind, [.relation($0, to: anchor)])
        }
      }
    }
  }
}
