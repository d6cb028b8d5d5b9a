import VectorMath

extension NavigationGrid {
  /// The cheapest way over free cells (E. W. Dijkstra, 1959), both ends included; `nil` where there is none.
  ///
  /// - Parameter comfort: a step costs up to three times its length where obstacles are nearer than this, metres; 0
  ///   gives the shortest way.
  package func path(from start: Int, to goal: Int, comfort: Double = 0.6) -> [Int]? {
    let free = isFree
    guard free.indices.contains(start), free.indices.contains(goal), free[start], free[goal] else {
      return nil
    }
    var cost = [Double](repeating: .infinity, count: free.count)
    var before = [Int](repeating: -1, count: free.count)
    var heap = CostHeap()
    cost[start] = 0
    heap.push(0, start)
    while let (reached, at) = heap.pop() {
      if at == goal { break }
      guard reached <= cost[at] else { continue }
      for (next, length) in neighbours(of: at, free) {
        let want = comfort > 0 ? max(0, 1 - clearance[next] / comfort) : 0
        let total = reached + length * cell * (1 + 2 * want)
        if total < cost[next] {
          cost[next] = total
          before[next] = at
          heap.push(total, next)
        }
      }
    }
    guard cost[goal] < .infinity else { return nil }
    var path = [goal]
    while let last = path.last, last != start { path.append(before[last]) }
    return path.reversed()
  }
}

/// Cells by cost, the cheapest first; of equals, the lower number.
private struct CostHeap {
  private var items: [(cost: Double, cell: Int)] = []

  private func isBefore(_ a: Int, _ b: Int) -> Bool {
    (items[a].cost, items[a].cell) < (items[b].cost, items[b].cell)
  }

  mutating func push(_ cost: Double, _ cell: Int) {
    items.append((cost, cell))
    var at = items.count - 1
    while at > 0, isBefore(at, (at - 1) / 2) {
      items.swapAt(at, (at - 1) / 2)
      at = (at - 1) / 2
    }
  }

  mutating func pop() -> (Double, Int)? {
    guard let first = items.first, let last = items.popLast() else { return nil }
    guard !items.isEmpty else { return first }
    items[0] = last
    var at = 0
    while true {
      var least = at
      for child in [2 * at + 1, 2 * at + 2] where child < items.count && isBefore(child, least) {
        least = child
      }
      if least == at { return first }
      items.swapAt(at, least)
      at = least
    }
  }
}
