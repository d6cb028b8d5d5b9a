import Encodings
package import GroundedLanguage

/// A program in CLEVR's functions (Johnson et al. 2017): `relate` takes one thing and gives all that stand so to it, choices
/// are queries, and what is the same is asked of two queries.
///
/// Classes are CLEVR's shapes, `color` is spelt so. Functions of our own: `extreme` (the one of a set that is `leftmost`,
/// `rightmost`, `closest`, `farthest`, or `second_` in that order), `relates` (whether the first thing stands so to the second), `which` (the shape of
/// the one of two that does), `approaches` and `reached_within` (seconds).
package struct CLEVRProgram: Sendable, Hashable {
  package struct Step: Sendable, Hashable {
    package var function: String
    /// Of earlier steps.
    package var inputs: [Int]
    package var values: [String]
  }

  package private(set) var steps: [Step] = []

  package init(_ program: Program) { write(program) }

  private mutating func write(_ program: Program) {
    switch program {
    case .count(let set): add("count", [self.set(set)])
    case .exist(let set): add("exist", [self.set(set)])
    case .query(let attribute, let set), .choose(let attribute, _, let set):
      query(attribute, set)
    case .more(let a, let b):
      let inputs = [add("count", [self.set(a)]), add("count", [self.set(b)])]
      add("greater_than", inputs)
    case .same(let attribute, let a, let b):
      let inputs = [query(attribute, a), query(attribute, b)]
      add("equal_\(Self.name(attribute))", inputs)
    case .relates(let relation, let a, let b): pair("relates", relation, a, b)
    case .which(let relation, let a, let b): pair("which", relation, a, b)
    case .approaches(let set): add("approaches", [one(set)])
    case .reachedWithin(let seconds, let set): add("reached_within", [one(set)], [String(seconds)])
    case .locate(let set): one(set)
    // What chooses among numbers that are named comes to the number itself.
    case .chooseCount(_, let set): write(.count(set))
    }
  }

  /// CLEVR's word for an attribute.
  static func name(_ attribute: Attribute) -> String {
    switch attribute {
    case .kind: "shape"
    case .colour: "color"
    default: attribute.rawValue
    }
  }

  /// CLEVR's word for a relation.
  static func name(_ relation: Relation) -> String {
    switch relation {
    case .leftOf: "left"
    case .rightOf: "right"
    default: relation.rawValue
    }
  }

  @discardableResult
  private mutating func add(_ function: String, _ inputs: [Int], _ values: [String] = []) -> Int {
    steps.append(Step(function: function, inputs: inputs, values: values))
    return steps.count - 1
  }

  @discardableResult
  private mutating func one(_ set: ObjectSet) -> Int { add("unique", [self.set(set)]) }

  @discardableResult
  private mutating func query(_ attribute: Attribute, _ set: ObjectSet) -> Int {
    add("query_\(Self.name(attribute))", [one(set)])
  }

  private mutating func pair(_ function: String, _ relation: Relation, _ a: ObjectSet, _ b: ObjectSet) {
    let inputs = [one(a), one(b)]
    add(function, inputs, [Self.name(relation)])
  }

  private mutating func set(_ set: ObjectSet) -> Int {
    switch set {
    case .scene: return add("scene", [])
    case .filter(let filter, let rest):
      return add("filter_\(Self.name(filter.attribute))", [self.set(rest)], [filter.value])
    case .extreme(let extreme, let rest): return add("extreme", [self.set(rest)], [extreme.rawValue])
    case .related(let relation, let anchor, let rest):
      let related = add("relate", [one(anchor)], [Self.name(relation)])
      // What filters pick out of everything they pick out of what stands there: CLEVR's chains.
      if let filters = Self.filters(rest) {
        return filters.reduce(related) { add("filter_\(Self.name($1.attribute))", [$0], [$1.value]) }
      }
      let others = self.set(rest)
      return add("intersect", [others, related])
    }
  }

  /// The filters of a set that has nothing else, innermost first.
  static func filters(_ set: ObjectSet) -> [Filter]? {
    switch set {
    case .scene: []
    case .filter(let filter, let rest): filters(rest).map { $0 + [filter] }
    case .related, .extreme: nil
    }
  }

  var json: JSONText {
    .array(
      steps.map { step in
        .object([
          ("inputs", .array(step.inputs.map(JSONText.int))), ("function", .string(step.function)),
          ("value_inputs", .array(step.values.map(JSONText.string))),
        ])
      })
  }
}
