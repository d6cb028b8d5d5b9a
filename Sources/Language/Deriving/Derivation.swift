/// One derivation: the choices made, in the order in which they are said.
///
/// A scratch pad that is used again for the next, so that deriving allocates nothing.
package struct Derivation {
  enum Operation: UInt8 {
    case text
    case article
    case begin
    case value
    case end
    case read
    case call
    case template
    case language
    case intent
  }

  struct Step {
    var operation: Operation
    var payload: Int32
  }

  var steps: [Step] = []
  /// Values of variables by register; -1 for none.
  var values: [Int32]
  /// Where a variable's words stand among the steps.
  var starts: [Int32]
  var ends: [Int32]

  package init(for space: DerivationSpace) {
    steps.reserveCapacity(256)
    values = [Int32](repeating: -1, count: space.registers)
    starts = [Int32](repeating: -1, count: space.registers)
    ends = [Int32](repeating: -1, count: space.registers)
  }

  mutating func reset() {
    steps.removeAll(keepingCapacity: true)
    for i in values.indices { (values[i], starts[i], ends[i]) = (-1, -1, -1) }
  }

  @inline(__always) mutating func add(_ operation: Operation, _ payload: Int32) {
    steps.append(Step(operation: operation, payload: payload))
  }
}
