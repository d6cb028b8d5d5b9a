/// One function of a program written as a list, each after what it takes: the form in labels, and CLEVR's.
package struct ProgramStep: Codable, Sendable, Hashable {
  /// `scene`, `unique`, `filter_colour`, …
  package var function: String
  /// Indices of the steps whose results it takes.
  package var inputs: [Int]
  /// What the function is told besides: a class, a colour, a relation.
  package var values: [String]

  package init(_ function: String, inputs: [Int] = [], values: [String] = []) {
    self.function = function
    self.inputs = inputs
    self.values = values
  }
}

extension Program {
  /// The program as a list; the last step is its answer.
  package var steps: [ProgramStep] {
    var list: [ProgramStep] = []
    switch self {
    case .count(let set): list.append("count", [list.add(set)])
    case .exist(let set): list.append("exist", [list.add(set)])
    case .query(let attribute, let set): list.append("query_\(attribute.rawValue)", [list.addUnique(set)])
    case .choose(let attribute, let values, let set):
      list.append("choose_\(attribute.rawValue)", [list.addUnique(set)], values)
    case .chooseCount(let numbers, let set):
      list.append("choose_count", [list.addCount(set)], numbers.map { String($0) })
    case .more(let a, let b):
      let inputs = [list.addCount(a), list.addCount(b)]
      list.append("greater_than", inputs)
    case .same(let attribute, let a, let b):
      let inputs = [list.addUnique(a), list.addUnique(b)]
      list.append("same_\(attribute.rawValue)", inputs)
    case .relates(let relation, let a, let b):
      let inputs = [list.addUnique(a), list.addUnique(b)]
      list.append("relates", inputs, [relation.rawValue])
    case .which(let relation, let a, let b):
      let inputs = [list.addUnique(a), list.addUnique(b)]
      list.append("which", inputs, [relation.rawValue])
    case .approaches(let set): list.append("approaches", [list.addUnique(set)])
    case .reachedWithin(let seconds, let set):
      list.append("reached_within", [list.addUnique(set)], [String(seconds)])
    case .locate(let set): _ = list.addUnique(set)
    }
    return list
  }

  /// How many relations and superlatives it goes through.
  package var hops: Int { steps.count { ["relate", "extreme", "relates", "which"].contains($0.function) } }
}

extension [ProgramStep] {
  fileprivate mutating func append(_ function: String, _ inputs: [Int], _ values: [String] = []) {
    append(ProgramStep(function, inputs: inputs, values: values))
  }

  /// Appends the steps of a set. - Returns: the index of its result.
  fileprivate mutating func add(_ set: ObjectSet) -> Int {
    switch set {
    case .scene: append("scene", [])
    case .filter(let filter, let rest):
      append("filter_\(filter.attribute.rawValue)", [add(rest)], [filter.value])
    case .related(let relation, let anchor, let rest):
      let inputs = [addUnique(anchor), add(rest)]
      append("relate", inputs, [relation.rawValue])
    case .extreme(let extreme, let rest): append("extreme", [add(rest)], [extreme.rawValue])
    }
    return count - 1
  }

  fileprivate mutating func addUnique(_ set: ObjectSet) -> Int {
    append("unique", [add(set)])
    return count - 1
  }

  fileprivate mutating func addCount(_ set: ObjectSet) -> Int {
    append("count", [add(set)])
    return count - 1
  }
}
