/// All orders of a few things.
enum Permutations {
  /// The permutations of 0 ..< n in lexicographic order; empty for n outside 1 … 8.
  static func of(_ n: Int) -> [[Int]] {
    guard (1...8).contains(n) else { return [] }
    var all: [[Int]] = [[]]
    for _ in 0..<n {
      all = all.flatMap { head in (0..<n).filter { !head.contains($0) }.map { head + [$0] } }
    }
    return all
  }
}
