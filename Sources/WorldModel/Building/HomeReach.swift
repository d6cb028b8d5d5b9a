import VectorMath

/// Which rooms of a home a walker can get to, over all storeys and the stairs between them.
package struct HomeReach: Sendable {
  /// One a storey, the lowest first.
  package let grids: [NavigationGrid]
  /// By storey and cell: whether it is in the largest part that is joined by floors and stairs.
  package let isReached: [[Bool]]

  /// - Parameter grids: one a storey of one plan, the lowest first.
  package init(_ grids: [NavigationGrid]) {
    self.grids = grids
    // Connected parts of every storey, each with the cells that it holds.
    var parts: [(storey: Int, cells: [Bool], count: Int)] = []
    for (storey, grid) in grids.enumerated() {
      let free = grid.isFree
      var known = [Bool](repeating: false, count: free.count)
      for start in free.indices where free[start] && !known[start] {
        let cells = grid.part(around: start)
        var count = 0
        for i in cells.indices where cells[i] {
          known[i] = true
          count += 1
        }
        parts.append((storey, cells, count))
      }
    }
    // Stairs join the parts that hold their ends.
    var group = Array(parts.indices)
    for stair in grids.first?.plan.stairs ?? [] {
      func part(_ end: Vector2, on floor: Double) -> Int? {
        guard let storey = grids.firstIndex(where: { HomePlan.isLevel($0.floor, floor) }),
          let cell = grids[storey].index(of: end)
        else { return nil }
        return parts.firstIndex { $0.storey == storey && $0.cells[cell] }
      }
      let radius = grids.first?.radius ?? 0
      guard let ends = grids.first?.plan.ends(of: stair, away: radius + 0.15),
        let a = part(ends.lower, on: stair.bottom), let b = part(ends.upper, on: stair.top)
      else { continue }
      let (old, new) = (group[b], group[a])
      group = group.map { $0 == old ? new : $0 }
    }
    var sizes = [Int](repeating: 0, count: parts.count)
    for (k, part) in parts.enumerated() { sizes[group[k]] += part.count }
    // The first of the largest.
    let most = sizes.max() ?? 0
    let main = sizes.firstIndex(of: most)
    isReached = grids.indices.map { storey in
      var out = [Bool](repeating: false, count: grids[storey].clearance.count)
      for (k, part) in parts.enumerated() where part.storey == storey && group[k] == main {
        for i in out.indices where part.cells[i] { out[i] = true }
      }
      return out
    }
  }

  /// One grid a storey.
  ///
  /// - Parameter things: what stands in the way on a storey with a given floor, besides walls and stairs.
  package init(
    plan: HomePlan, radius: Double, height: Double, cell: Double = 0.1,
    things: (_ floor: Double) -> [FloorObstacle]
  ) {
    self.init(
      plan.floors.map {
        NavigationGrid(plan: plan, on: $0, things: things($0), radius: radius, height: height, cell: cell)
      })
  }
}
