/// A condition on values of one sentence, such as `origin != destination`; it holds where one of its variables is not
/// said.
package struct Constraint: Sendable {
  package indirect enum Condition: Sendable {
    case compare(Operand, Comparison, Operand)
    case all([Condition])
    case any([Condition])
    case not(Condition)
  }

  package enum Operand: Sendable {
    /// A variable's canonical value, or an attribute of it.
    case variable(String, attribute: String?)
    case constant(String)
  }

  package enum Comparison: String, Sendable, CaseIterable {
    case equal = "=="
    case different = "!="
    case atMost = "<="
    case atLeast = ">="
    case less = "<"
    case greater = ">"
  }

  package var condition: Condition
  package var origin: Origin

  package init(_ condition: Condition, origin: Origin = .none) {
    self.condition = condition
    self.origin = origin
  }

  /// Names of the variables that it speaks of, each once, in order.
  package var variables: [String] {
    var names: [String] = []
    func visit(_ condition: Condition) {
      switch condition {
      case .compare(let a, _, let b):
        for case .variable(let name, _) in [a, b] where !names.contains(name) { names.append(name) }
      case .all(let parts), .any(let parts): parts.forEach(visit)
      case .not(let part): visit(part)
      }
    }
    visit(condition)
    return names
  }

  /// Whether it holds for these values.
  ///
  /// Equality compares numbers as numbers, all else byte by byte; order asks for numbers and is false without them.
  package func holds(_ value: (String) -> SlotValue?) -> Bool { Self.holds(condition, value) }

  private static func holds(_ condition: Condition, _ value: (String) -> SlotValue?) -> Bool {
    switch condition {
    case .all(let parts): return parts.allSatisfy { holds($0, value) }
    case .any(let parts): return parts.contains { holds($0, value) }
    case .not(let part): return !holds(part, value)
    case .compare(let a, let comparison, let b):
      guard let left = text(a, value), let right = text(b, value) else { return false }
      return compare(left, comparison, right)
    }
  }

  private static func text(_ operand: Operand, _ value: (String) -> SlotValue?) -> String? {
    switch operand {
    case .constant(let text): text
    case .variable(let name, let attribute): value(name)?.attribute(attribute ?? "value")
    }
  }

  private static func compare(_ left: String, _ comparison: Comparison, _ right: String) -> Bool {
    if let a = Double(left), let b = Double(right) {
      switch comparison {
      case .equal: return a == b
      case .different: return a != b
      case .less: return a < b
      case .atMost: return a <= b
      case .greater: return a > b
      case .atLeast: return a >= b
      }
    }
    let isEqual = left.utf8.elementsEqual(right.utf8)
    switch comparison {
    case .equal: return isEqual
    case .different: return !isEqual
    default: return false
    }
  }
}
