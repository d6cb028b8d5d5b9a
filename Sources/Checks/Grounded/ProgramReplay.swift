import GroundedLanguage

/// Runs programs a second time, as a list with a register for each step, over raw labels.
///
/// Sets are kept from below and from above: what is surely in them and what may be. It shares no code with
/// `ProgramExecutor`, which folds verdicts over a tree.
struct ProgramReplay {
  private enum Register {
    case set(sure: Set<UInt32>, possible: Set<UInt32>)
    case one(UInt32)
    case number(Int)
    case answer(String)
  }

  let scene: RawScene
  /// Of the carrier, as the label says.
  let egoVelocity: [Double]?

  /// The answer in the form of labels; `nil` where the labels leave it open or the list is no program.
  func answer(_ steps: [ProgramStep]) -> String? {
    guard !steps.isEmpty, steps.count <= 64 else { return nil }
    var registers: [Register] = []
    for step in steps {
      guard step.inputs.allSatisfy({ registers.indices.contains($0) }),
        let result = run(step, step.inputs.map { registers[$0] })
      else { return nil }
      registers.append(result)
    }
    switch registers.last {
    case .answer(let text)?: return text
    case .number(let n)?: return String(n)
    case .one(let id)?: return String(id)
    default: return nil
    }
  }

  private func run(_ step: ProgramStep, _ inputs: [Register]) -> Register? {
    switch (step.function, inputs.count) {
    case ("scene", 0):
      let all = scene.candidates
      return .set(sure: Set(all.filter(scene.isClear)), possible: Set(all))
    case ("unique", 1):
      guard case .set(let sure, let possible) = inputs[0], possible.count == 1, sure == possible else {
        return nil
      }
      return sure.first.map { .one($0) }
    case ("count", 1):
      guard case .set(let sure, let possible) = inputs[0], sure == possible else { return nil }
      return .number(sure.count)
    case ("exist", 1):
      guard case .set(let sure, let possible) = inputs[0] else { return nil }
      return sure.isEmpty && !possible.isEmpty ? nil : .answer(possible.isEmpty ? "no" : "yes")
    case ("choose_count", 1):
      guard case .number(let n) = inputs[0], step.values.contains(String(n)) else { return nil }
      return .answer(String(n))
    case ("greater_than", 2):
      guard case .number(let a) = inputs[0], case .number(let b) = inputs[1] else { return nil }
      return .answer(a > b ? "yes" : "no")
    case ("relate", 2):
      guard case .one(let anchor) = inputs[0], let relation = relation(step) else { return nil }
      return narrowed(inputs[1]) { scene.stands($0, relation, anchor) }
    case ("extreme", 1): return extreme(step, inputs[0])
    case ("relates", 2):
      guard let (a, b) = pair(inputs), let relation = relation(step) else { return nil }
      return Self.decided(scene.stands(a, relation, b))
    case ("which", 2):
      guard let (a, b) = pair(inputs), let relation = relation(step) else { return nil }
      let (forth, back) = (scene.stands(a, relation, b), scene.stands(b, relation, a))
      if forth.sure, !back.possible { return scene.category(a).map { .answer($0) } }
      if back.sure, !forth.possible { return scene.category(b).map { .answer($0) } }
      return nil
    case ("approaches", 1):
      guard case .one(let id) = inputs[0], let (_, speed) = scene.closing(id, ego: egoVelocity) else {
        return nil
      }
      return Self.decided((speed >= FactMargins.approaching, speed > FactMargins.notApproaching))
    case ("reached_within", 1): return reached(step, inputs[0])
    default: return attributes(step, inputs)
    }
  }

  private func attributes(_ step: ProgramStep, _ inputs: [Register]) -> Register? {
    guard let cut = step.function.firstIndex(of: "_"),
      let attribute = Attribute(rawValue: String(step.function[step.function.index(after: cut)...]))
    else { return nil }
    switch (step.function[..<cut], inputs.count) {
    case ("filter", 1):
      guard let value = step.values.first else { return nil }
      return narrowed(inputs[0]) { scene.has($0, Filter(attribute, value)) }
    case ("choose", 1):
      guard case .one(let id) = inputs[0] else { return nil }
      let found = step.values.filter { scene.has(id, Filter(attribute, $0)).possible }
      guard found.count == 1, let only = found.first, scene.has(id, Filter(attribute, only)).sure else {
        return nil
      }
      return .answer(only)
    case ("query", 1):
      guard case .one(let id) = inputs[0] else { return nil }
      return value(attribute, id).map { .answer($0) }
    case ("same", 2):
      guard let (a, b) = pair(inputs), let x = value(attribute, a), let y = value(attribute, b) else {
        return nil
      }
      if x == y { return .answer("yes") }
      let isApart =
        !scene.has(a, Filter(attribute, y)).possible && !scene.has(b, Filter(attribute, x)).possible
      return isApart ? .answer("no") : nil
    default: return nil
    }
  }

  private func value(_ attribute: Attribute, _ id: UInt32) -> String? {
    switch attribute {
    case .kind: return scene.category(id)
    case .distance: return scene.metres(id).map(Self.round)
    case .arrival: return scene.seconds(id).map(Self.round)
    case .text: return scene.words(on: id)
    default: break
    }
    let sure = attribute.values.filter { scene.has(id, Filter(attribute, $0)).sure }
    return sure.count == 1 ? sure.first : nil
  }

  /// To the nearest whole number, from 20 on to the nearest five.
  private static func round(_ x: Double) -> String {
    String(x < 20 ? Int((x + 0.5).rounded(.down)) : 5 * Int((x / 5 + 0.5).rounded(.down)))
  }

  private func relation(_ step: ProgramStep) -> Relation? {
    step.values.first.flatMap(Relation.init(rawValue:))
  }

  private func pair(_ inputs: [Register]) -> (UInt32, UInt32)? {
    guard inputs.count == 2, case .one(let a) = inputs[0], case .one(let b) = inputs[1], a != b else {
      return nil
    }
    return (a, b)
  }

  private static func decided(_ bounds: RawScene.Bounds) -> Register? {
    bounds.sure == bounds.possible ? .answer(bounds.sure ? "yes" : "no") : nil
  }

  private func narrowed(_ register: Register, _ test: (UInt32) -> RawScene.Bounds) -> Register? {
    guard case .set(let sure, let possible) = register else { return nil }
    return .set(sure: sure.filter { test($0).sure }, possible: possible.filter { test($0).possible })
  }

  private func extreme(_ step: ProgramStep, _ input: Register) -> Register? {
    guard case .set(let sure, let possible) = input,
      let (relation, place) = step.values.first.flatMap(Self.order), possible.count > place
    else { return nil }
    // What surely stands before a thing, and what is not surely behind it.
    func before(_ id: UInt32) -> (surely: Int, maybe: Int) {
      let others = possible.filter { $0 != id }
      return (
        others.count {
          sure.contains($0) && scene.stands($0, relation, id).sure
            && !scene.stands(id, relation, $0).sure
        },
        others.count { !scene.stands(id, relation, $0).sure }
      )
    }
    let places = possible.map { (id: $0, before: before($0)) }
    let open = places.filter { $0.before.surely < place && $0.before.maybe >= place - 1 }
    return .set(
      sure: Set(open.filter { sure.contains($0.id) && $0.before == (place - 1, place - 1) }.map(\.id)),
      possible: Set(open.map(\.id)))
  }

  /// What a superlative goes by, and the place in that order, from 1.
  private static func order(_ name: String) -> (Relation, place: Int)? {
    switch name {
    case "leftmost": (.leftOf, 1)
    case "rightmost": (.rightOf, 1)
    case "closest": (.closer, 1)
    case "farthest": (.farther, 1)
    case "second_leftmost": (.leftOf, 2)
    case "second_rightmost": (.rightOf, 2)
    case "second_closest": (.closer, 2)
    default: nil
    }
  }

  private func reached(_ step: ProgramStep, _ input: Register) -> Register? {
    guard case .one(let id) = input, let limit = step.values.first.flatMap({ Double($0) }),
      let (gap, speed) = scene.closing(id, ego: egoVelocity)
    else { return nil }
    if speed <= FactMargins.notApproaching { return .answer("no") }
    guard speed >= FactMargins.approaching else { return nil }
    if gap / speed <= limit * (1 - FactMargins.timeShare) { return .answer("yes") }
    return gap / speed >= limit * (1 + FactMargins.timeShare) ? .answer("no") : nil
  }
}
