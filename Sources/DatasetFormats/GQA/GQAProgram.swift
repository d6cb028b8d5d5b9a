import Encodings
import GroundedLanguage

/// A program as GQA writes semantics (Hudson and Manning 2019): operations with arguments in words, each with the ids of
/// what it comes to in the picture, `-` where that is nothing.
///
/// `select`, `filter …`, `relate`, `exist`, `query`, `choose …`, `verify rel` and `same …` are GQA's. Of our own are `count`,
/// `more`, `superlative`, `intersect`, `choose rel` (which of two things it is), `verify approaching` and
/// `verify reached within` (seconds).
struct GQAProgram {
  struct Step {
    var operation: String
    var dependencies: [Int]
    var argument: String
  }

  let tongue: Tongue
  /// What a set surely holds: instances, ascending.
  let meant: (ObjectSet) -> [UInt32]
  private(set) var steps: [Step] = []

  init(_ program: Program, _ tongue: Tongue, meant: @escaping (ObjectSet) -> [UInt32]) {
    self.tongue = tongue
    self.meant = meant
    write(program)
  }

  private mutating func write(_ program: Program) {
    switch program {
    case .count(let set): add("count", [self.set(set)], "?")
    case .exist(let set): add("exist", [self.set(set)], "?")
    case .query(let attribute, let set): add("query", [self.set(set)], Self.name(attribute))
    case .choose(let attribute, let values, let set):
      let kind = Self.kind(set)
      add(
        "choose \(Self.name(attribute))", [self.set(set)],
        values.map { FactWords.value(Filter(attribute, $0), of: kind, tongue) }.joined(separator: "|"))
    case .more(let a, let b):
      let inputs = [self.set(a), self.set(b)]
      add("more", inputs, "")
    case .same(let attribute, let a, let b):
      let inputs = [self.set(a), self.set(b)]
      add("same \(Self.name(attribute))", inputs, "")
    case .relates(let relation, let a, let b):
      let input = self.set(a)
      let other = self.set(b)
      steps.append(
        Step(
          operation: "verify rel", dependencies: [input, other],
          argument:
            "\(FactWords.name(Self.kind(b), tongue)),\(FactWords.relation(relation, tongue)),o \(ids(b))"))
    case .which(let relation, let a, let b):
      let inputs = [self.set(a), self.set(b)]
      add("choose rel", inputs, FactWords.relation(relation, tongue))
    case .approaches(let set): add("verify approaching", [self.set(set)], "")
    case .reachedWithin(let seconds, let set):
      add("verify reached within", [self.set(set)], String(seconds))
    case .locate(let set): _ = self.set(set)
    case .chooseCount(let numbers, let set):
      write(.count(set))
      add("choose count", [max(0, steps.count - 1)], numbers.map(String.init).joined(separator: "|"))
    }
  }

  @discardableResult
  private mutating func add(_ operation: String, _ inputs: [Int], _ argument: String) -> Int {
    steps.append(Step(operation: operation, dependencies: inputs, argument: argument))
    return steps.count - 1
  }

  private mutating func set(_ set: ObjectSet) -> Int {
    switch set {
    case .scene: return add("select", [], "\(name(ClassNames.anything)) \(ids(set))")
    case .filter(let filter, .scene) where filter.attribute == .kind:
      return add("select", [], "\(name(filter.value)) \(ids(set))")
    case .filter(let filter, let rest):
      return add(
        "filter \(Self.name(filter.attribute))", [self.set(rest)],
        FactWords.value(filter, of: Self.kind(rest), tongue))
    case .extreme(let extreme, let rest):
      return add("superlative", [self.set(rest)], extreme.rawValue)
    case .related(let relation, let anchor, let rest):
      let words = FactWords.relation(relation, tongue)
      let place = self.set(anchor)
      guard let filters = CLEVRProgram.filters(rest) else {
        let stands = ObjectSet.related(relation, to: anchor, of: .scene)
        let related = add("relate", [place], "_,\(words),s \(ids(stands))")
        let others = self.set(rest)
        return add("intersect", [others, related], "")
      }
      // What is of a class and stands there, then the rest of it.
      let kind = Self.kind(rest)
      let stands = ObjectSet.related(relation, to: anchor, of: .every(kind))
      let related = add("relate", [place], "\(name(kind)),\(words),s \(ids(stands))")
      return filters.filter { $0.attribute != .kind }.reduce(related) {
        add("filter \(Self.name($1.attribute))", [$0], FactWords.value($1, of: kind, tongue))
      }
    }
  }

  private func name(_ category: String) -> String { FactWords.name(category, tongue) }

  private func ids(_ set: ObjectSet) -> String {
    let found = meant(set)
    return "(" + (found.isEmpty ? "-" : found.map { String($0) }.joined(separator: ",")) + ")"
  }

  /// GQA's word for an attribute.
  private static func name(_ attribute: Attribute) -> String {
    switch attribute {
    case .kind: "name"
    case .colour: "color"
    default: attribute.rawValue
    }
  }

  /// The class that a set is narrowed down from.
  static func kind(_ set: ObjectSet) -> String {
    switch set {
    case .scene: ClassNames.anything
    case .filter(let filter, .scene) where filter.attribute == .kind: filter.value
    case .filter(_, let rest), .related(_, _, let rest), .extreme(_, let rest): kind(rest)
    }
  }

  /// `select: chair (4)->filter color: red [0]->exist: ? [1]`.
  var text: String {
    steps.map { step in
      let inputs =
        step.dependencies.isEmpty
        ? "" : " [" + step.dependencies.map(String.init).joined(separator: ",") + "]"
      return "\(step.operation): \(step.argument)\(inputs)"
    }.joined(separator: "->")
  }

  var json: JSONText {
    .array(
      steps.map { step in
        .object([
          ("operation", .string(step.operation)),
          ("dependencies", .array(step.dependencies.map(JSONText.int))),
          ("argument", .string(step.argument)),
        ])
      })
  }
}
