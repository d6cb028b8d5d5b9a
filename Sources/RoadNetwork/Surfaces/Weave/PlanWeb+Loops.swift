import VectorMath

extension PlanWeb {
  /// A closed way along edges with one face to its left; `2 · edge` runs from a to b, `2 · edge + 1` back.
  struct Loop {
    var halves: [Int32]
    var nodes: [Int32]
    /// Twice the area in units²; negative around the outside of a piece of the web.
    var area: Double
  }

  /// All loops, in the order of their first half-edge. Edges that lead nowhere are left out.
  func loops() -> [Loop] {
    let used = withoutDeadEnds()
    let leaving = around(used)
    // Place of each half-edge among those that leave its node.
    var place = [Int32](repeating: -1, count: 2 * edges.count)
    for list in leaving { for (i, half) in list.enumerated() { place[Int(half)] = Int32(i) } }
    var isDone = [Bool](repeating: false, count: 2 * edges.count)
    var result: [Loop] = []
    for first in 0..<(2 * edges.count) where used[first / 2] && !isDone[first] {
      var loop = Loop(halves: [], nodes: [], area: 0)
      var half = first
      repeat {
        isDone[half] = true
        loop.halves.append(Int32(half))
        loop.nodes.append(origin(half))
        let twin = half ^ 1
        let list = leaving[Int(origin(twin))]
        // Clockwise from the way back: the sharpest left turn.
        let i = Int(place[twin])
        half = Int(list[i == 0 ? list.count - 1 : i - 1])
      } while half != first
      loop.area = area(loop.nodes)
      result.append(loop)
    }
    return result
  }

  func origin(_ half: Int) -> Int32 { half & 1 == 0 ? edges[half / 2].a : edges[half / 2].b }

  private func area(_ ring: [Int32]) -> Double {
    guard let first = ring.first else { return 0 }
    let o = nodes[Int(first)]
    var sum = 0.0
    for i in ring.indices {
      let (p, q) = (nodes[Int(ring[i])], nodes[Int(ring[(i + 1) % ring.count])])
      sum += Double(p.x - o.x) * Double(q.y - o.y) - Double(q.x - o.x) * Double(p.y - o.y)
    }
    return sum
  }

  /// Live edges that belong to some ring.
  private func withoutDeadEnds() -> [Bool] {
    var used = isLive
    var degree = [Int32](repeating: 0, count: nodes.count)
    var touching = [[Int32]](repeating: [], count: nodes.count)
    for (i, edge) in edges.enumerated() where used[i] {
      for n in [edge.a, edge.b] {
        degree[Int(n)] += 1
        touching[Int(n)].append(Int32(i))
      }
    }
    var queue = nodes.indices.filter { degree[$0] == 1 }
    while let n = queue.popLast() {
      for i in touching[n] where used[Int(i)] {
        used[Int(i)] = false
        let edge = edges[Int(i)]
        let other = Int(edge.a) == n ? Int(edge.b) : Int(edge.a)
        degree[n] -= 1
        degree[other] -= 1
        if degree[other] == 1 { queue.append(other) }
      }
    }
    return used
  }

  /// Half-edges that leave each node, counter-clockwise.
  private func around(_ used: [Bool]) -> [[Int32]] {
    var leaving = [[Int32]](repeating: [], count: nodes.count)
    for i in edges.indices where used[i] {
      leaving[Int(edges[i].a)].append(Int32(2 * i))
      leaving[Int(edges[i].b)].append(Int32(2 * i + 1))
    }
    for n in leaving.indices where leaving[n].count > 1 {
      leaving[n].sort { isBefore(Int($0), Int($1)) }
    }
    return leaving
  }

  /// Exact order by angle from the +x axis.
  private func isBefore(_ p: Int, _ q: Int) -> Bool {
    let (a, b) = (direction(p), direction(q))
    let (upperA, upperB) = (a.y > 0 || (a.y == 0 && a.x > 0), b.y > 0 || (b.y == 0 && b.x > 0))
    if upperA != upperB { return upperA }
    let cross = a.x * b.y - a.y * b.x
    return cross != 0 ? cross > 0 : p < q
  }

  private func direction(_ half: Int) -> (x: Int, y: Int) {
    let (a, b) = (nodes[Int(origin(half))], nodes[Int(origin(half ^ 1))])
    return (b.x - a.x, b.y - a.y)
  }
}
