/// All orders of a few things.
enum Permutations {
  /// The permutations of 0 ..< n in lexicographic order; empty for n outside 1 … 7.
  static func of(_ n: Int) -> [[Int]] { tables.indices.contains(n) ? tables[n] : [] }

  /// Every proposal needs them: made once.
  private static let tables = (0...7).map { made($0) }

  private static func made(_ n: Int) -> [[Int]] {
    guard n > 0 else { return [] }
    var all: [[Int]] = [[]]
    for _ in 0..<n {
      all = all.flatMap { head in (0..<n).filter { !head.contains($0) }.map { head + [$0] } }
    }
    return all
  }
}
