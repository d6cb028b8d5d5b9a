/// Which values variables of an intent can have together: what conditions allow and all languages can say.
///
/// Read off the rows that the compiler has left of all combinations. Variables that no condition and no other language
/// touches have no rows: they take every value of their slot.
struct FeasibleValues: Sendable {
  /// Combinations that are told apart one by one; of more, each variable is counted by itself.
  private static let limit = 1 << 20

  /// One way to decide values before a sentence of an intent is said: assignments by number, independent of each other.
  private typealias Way = [Int]

  private let space: DerivationSpace
  /// By intent.
  private let ways: [[Way]]

  init(_ space: DerivationSpace) {
    self.space = space
    ways = space.intents.map { Self.ways(below: $0.node, space) }
  }

  private static func ways(below number: Int32, _ space: DerivationSpace) -> [Way] {
    let node = space.nodes[Int(number)]
    switch node.kind {
    case .intent: return ways(below: node.length, space)
    case .choice, .alike:
      return (0..<Int(node.length)).flatMap { ways(below: space.links[Int(node.first) + $0], space) }
    case .assign: return [[Int(node.first)]]
    case .sequence:
      let parts = (0..<Int(node.length)).map { space.nodes[Int(space.links[Int(node.first) + $0])] }
      return [parts.filter { $0.kind == .assign }.map { Int($0.first) }]
    default: return [[]]
    }
  }

  /// How many combinations of values some variables of an intent can have.
  /// - Parameter sizes: of the variables' slots.
  func count(of variables: [Int32], sizes: [Int], in intent: Int32) -> Natural {
    let ways = ways[Int(intent)]
    let decided = Set(ways.flatMap { $0 }.flatMap { space.assignments[$0].variables.map(variable) })
    let tied = variables.filter(decided.contains)
    var free = Natural.one
    for (variable, size) in zip(variables, sizes) where !decided.contains(variable) {
      free = free * Natural(size)
    }
    guard !tied.isEmpty else { return free }
    var found: Set<[Int32]> = []
    for way in ways {
      let said = Set(way.flatMap { space.assignments[$0].variables.map(variable) })
      guard said.isSuperset(of: tied) else { continue }
      var rows: [[Int32: Int32]] = [[:]]
      for number in way {
        let own = projection(of: space.assignments[number], on: Set(tied))
        guard !own.isEmpty else { continue }
        guard rows.count * own.count + found.count <= Self.limit else {
          return free * bySize(tied, zip(variables, sizes).reduce(into: [:]) { $0[$1.0] = $1.1 })
        }
        rows = rows.flatMap { row in own.map { row.merging($0) { a, _ in a } } }
      }
      for row in rows { found.insert(tied.map { row[$0] ?? -1 }) }
    }
    return free * Natural(found.count)
  }

  /// As many as if nothing tied them.
  private func bySize(_ variables: [Int32], _ sizes: [Int32: Int]) -> Natural {
    variables.reduce(Natural.one) { $0 * Natural(sizes[$1] ?? 1) }
  }

  /// The different values of some variables in the rows of an assignment; nothing where it has none of them.
  private func projection(
    of assignment: DerivationSpace.Assignment, on variables: Set<Int32>
  ) -> [[Int32: Int32]] {
    let columns = assignment.variables.enumerated().filter { variables.contains(variable($0.element)) }
    guard !columns.isEmpty else { return [] }
    let width = assignment.variables.count
    var found: Set<[Int32]> = []
    for row in 0..<assignment.count {
      found.insert(columns.map { assignment.rows[row * width + $0.offset] })
    }
    return found.map { values in
      Dictionary(uniqueKeysWithValues: zip(columns.map { variable($0.element) }, values))
    }
  }

  /// The variable of a register.
  private func variable(_ register: Int32) -> Int32 { register / Int32(max(1, space.languages.count)) }
}
