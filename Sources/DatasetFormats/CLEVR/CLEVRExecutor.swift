import JSON

/// Runs CLEVR's programs over a scene as its JSON has it: plain sets, no verdicts. All of CLEVR's functions, and those that
/// `CLEVRProgram` adds.
struct CLEVRExecutor {
  private enum Register {
    case set(Set<Int>)
    case one(Int)
    case value(String)
    case number(Int)
    case truth(Bool)
  }

  let objects: [JSONTree]
  /// For each relation and thing the places of those that stand so to it.
  private let relations: [String: [Set<Int>]]

  /// - Returns: `nil` where a relation names what is not there.
  init?(_ scene: JSONTree) {
    guard let objects = scene["objects"]?.items else { return nil }
    var relations: [String: [Set<Int>]] = [:]
    for name in scene["relationships"]?.keys ?? [] {
      guard let lists = scene["relationships"]?[name]?.items, lists.count == objects.count else { return nil }
      var sets: [Set<Int>] = []
      for (i, list) in lists.enumerated() {
        guard let numbers = list.items?.map(\.whole) else { return nil }
        let places = numbers.compactMap { $0 }
        guard places.count == numbers.count, places.allSatisfy({ objects.indices.contains($0) && $0 != i })
        else { return nil }
        sets.append(Set(places))
      }
      relations[name] = sets
    }
    self.objects = objects
    self.relations = relations
  }

  /// The outcome as answers are written; `nil` for a list that is no program, or has none.
  func answer(_ program: JSONTree) -> String? {
    guard let steps = program.items, !steps.isEmpty, steps.count <= 64 else { return nil }
    var registers: [Register] = []
    for step in steps {
      guard let function = (step["function"] ?? step["type"])?.text,
        let inputs = step["inputs"]?.items?.map({ $0.whole ?? -1 }),
        inputs.allSatisfy({ registers.indices.contains($0) }),
        let result = run(
          function, inputs.map { registers[$0] },
          (step["value_inputs"] ?? step["side_inputs"])?.items?.compactMap(\.text) ?? [])
      else { return nil }
      registers.append(result)
    }
    switch registers.last {
    case .truth(let holds)?: return holds ? "yes" : "no"
    case .number(let n)?: return String(n)
    case .value(let value)?: return value
    default: return nil
    }
  }

  private func run(_ function: String, _ inputs: [Register], _ values: [String]) -> Register? {
    switch (function, inputs.first, inputs.dropFirst().first) {
    case ("scene", nil, nil): return .set(Set(objects.indices))
    case ("unique", .set(let set)?, nil): return set.count == 1 ? set.first.map { .one($0) } : nil
    case ("relate", .one(let i)?, nil):
      return values.first.flatMap { relations[$0] }.map { .set($0[i]) }
    case ("union", .set(let a)?, .set(let b)?): return .set(a.union(b))
    case ("intersect", .set(let a)?, .set(let b)?): return .set(a.intersection(b))
    case ("count", .set(let set)?, nil): return .number(set.count)
    case ("exist", .set(let set)?, nil): return .truth(!set.isEmpty)
    case ("greater_than", .number(let a)?, .number(let b)?): return .truth(a > b)
    case ("less_than", .number(let a)?, .number(let b)?): return .truth(a < b)
    case ("equal_integer", .number(let a)?, .number(let b)?): return .truth(a == b)
    case ("extreme", .set(let set)?, nil): return extreme(values.first, set)
    case ("relates", .one(let a)?, .one(let b)?):
      return values.first.flatMap { relations[$0] }.map { .truth($0[b].contains(a)) }
    case ("which", .one(let a)?, .one(let b)?):
      return values.first.flatMap { relations[$0] }
        .flatMap { attribute("shape", $0[b].contains(a) ? a : b) }.map { .value($0) }
    case ("approaches", .one(let i)?, nil): return objects[i]["approaching"]?.truth.map { .truth($0) }
    case ("reached_within", .one(let i)?, nil):
      guard let seconds = values.first.flatMap({ Int($0) }) else { return nil }
      return .truth(objects[i]["seconds_to_reach"]?.number.map { $0 <= Double(seconds) } ?? false)
    case (_, .set(let set)?, nil):
      guard let name = Self.attribute(of: function, "filter_"), let value = values.first else { return nil }
      return .set(set.filter { has($0, name, value) })
    case (_, .one(let i)?, nil):
      if let name = Self.attribute(of: function, "query_") { return attribute(name, i).map { .value($0) } }
      guard let name = Self.attribute(of: function, "same_"), let value = attribute(name, i) else {
        return nil
      }
      return .set(Set(objects.indices.filter { $0 != i && attribute(name, $0) == value }))
    case (_, .value(let a)?, .value(let b)?):
      return Self.attribute(of: function, "equal_") == nil ? nil : .truth(a == b)
    default: return nil
    }
  }

  private static func attribute(of function: String, _ prefix: String) -> String? {
    function.hasPrefix(prefix) ? String(function.dropFirst(prefix.count)) : nil
  }

  private func attribute(_ name: String, _ i: Int) -> String? { objects[i][name]?.text }

  private func has(_ i: Int, _ name: String, _ value: String) -> Bool {
    if attribute(name, i) == value { return true }
    // Wider kinds, and all the ranges that something is in.
    let list = name == "shape" ? "kinds" : name
    return objects[i][list]?.items?.contains { $0.text == value } ?? false
  }

  /// The one of a set that stands so to all others, or to all but one.
  private func extreme(_ name: String?, _ set: Set<Int>) -> Register? {
    let names = ["leftmost": "left", "rightmost": "right", "closest": "closer", "farthest": "farther"]
    let isSecond = name?.hasPrefix("second_") ?? false
    let first = isSecond ? name?.dropFirst("second_".count).description : name
    // What is hardly seen stands in no set here.
    guard set.count >= (isSecond ? 2 : 1),
      let relation = first.flatMap({ names[$0] }).flatMap({ relations[$0] })
    else { return nil }
    return .set(
      set.filter { i in set.count { $0 != i && !relation[$0].contains(i) } == (isSecond ? 1 : 0) })
  }
}

extension JSONTree {
  /// A boolean.
  var truth: Bool? { if case .boolean(let b) = value { b } else { nil } }
}
