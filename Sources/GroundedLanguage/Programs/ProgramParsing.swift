extension Program {
  /// A program from its list; `nil` for a list that is none. `Program(p.steps) == p`.
  package init?(_ steps: [ProgramStep]) {
    guard let last = steps.last, steps.count <= 64 else { return nil }
    var reader = StepReader(steps: steps)
    func attribute(_ prefix: String) -> Attribute? {
      guard last.function.hasPrefix(prefix) else { return nil }
      return Attribute(rawValue: String(last.function.dropFirst(prefix.count)))
    }
    let inputs = last.inputs
    switch (last.function, inputs.count) {
    case ("count", 1):
      guard let set = reader.set(inputs[0]) else { return nil }
      self = .count(set)
    case ("unique", 1):
      guard let set = reader.set(inputs[0]) else { return nil }
      self = .locate(set)
    case ("exist", 1):
      guard let set = reader.set(inputs[0]) else { return nil }
      self = .exist(set)
    case ("greater_than", 2):
      guard let a = reader.counted(inputs[0]), let b = reader.counted(inputs[1]) else { return nil }
      self = .more(a, than: b)
    case ("relates", 2), ("which", 2):
      guard let relation = last.values.first.flatMap(Relation.init(rawValue:)),
        let a = reader.one(inputs[0]), let b = reader.one(inputs[1])
      else { return nil }
      self =
        last.function == "which"
        ? .which(relation, one: a, other: b) : .relates(relation, one: a, other: b)
    case ("choose_count", 1):
      let numbers = last.values.compactMap { Int($0) }
      guard numbers.count == last.values.count, numbers.count >= 2,
        numbers.allSatisfy({ (0...1000).contains($0) }), let set = reader.counted(inputs[0])
      else { return nil }
      self = .chooseCount(numbers, set)
    case ("approaches", 1):
      guard let set = reader.one(inputs[0]) else { return nil }
      self = .approaches(set)
    case ("reached_within", 1):
      guard let seconds = last.values.first.flatMap({ Int($0) }), (1...100).contains(seconds),
        let set = reader.one(inputs[0])
      else { return nil }
      self = .reachedWithin(seconds: seconds, set)
    case (_, 1):
      guard let set = reader.one(inputs[0]) else { return nil }
      if let attribute = attribute("query_") {
        self = .query(attribute, set)
      } else if let attribute = attribute("choose_"), last.values.count >= 2 {
        self = .choose(attribute, last.values, set)
      } else {
        return nil
      }
    case (_, 2):
      guard let attribute = attribute("same_"), let a = reader.one(inputs[0]), let b = reader.one(inputs[1])
      else { return nil }
      self = .same(attribute, one: a, other: b)
    default: return nil
    }
  }
}

/// Reads sets out of a list whose steps take earlier steps only.
private struct StepReader {
  let steps: [ProgramStep]
  /// Lists can name one step twice, so trees can be larger than lists.
  private var budget = 256

  init(steps: [ProgramStep]) { self.steps = steps }

  mutating func set(_ index: Int) -> ObjectSet? {
    budget -= 1
    guard budget > 0, steps.indices.contains(index) else { return nil }
    let step = steps[index]
    guard step.inputs.allSatisfy({ $0 >= 0 && $0 < index }) else { return nil }
    switch (step.function, step.inputs.count) {
    case ("scene", 0): return .scene
    case ("relate", 2):
      guard let relation = step.values.first.flatMap(Relation.init(rawValue:)),
        let anchor = one(step.inputs[0]), let rest = set(step.inputs[1])
      else { return nil }
      return .related(relation, to: anchor, of: rest)
    case ("extreme", 1):
      guard let extreme = step.values.first.flatMap(Extreme.init(rawValue:)), let rest = set(step.inputs[0])
      else { return nil }
      return .extreme(extreme, of: rest)
    case (let function, 1) where function.hasPrefix("filter_"):
      guard let attribute = Attribute(rawValue: String(function.dropFirst(7))), let value = step.values.first,
        let rest = set(step.inputs[0])
      else { return nil }
      return .filter(Filter(attribute, value), of: rest)
    default: return nil
    }
  }

  mutating func one(_ index: Int) -> ObjectSet? { input(of: "unique", index) }
  mutating func counted(_ index: Int) -> ObjectSet? { input(of: "count", index) }

  private mutating func input(of function: String, _ index: Int) -> ObjectSet? {
    guard steps.indices.contains(index), steps[index].function == function, steps[index].inputs.count == 1,
      steps[index].inputs[0] < index
    else { return nil }
    return set(steps[index].inputs[0])
  }
}
