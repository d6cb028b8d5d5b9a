import Geometry
import VectorMath

/// Which loops around the outside of a piece of the web lie within which faces: islands.
enum WeaveHoles {
  private static let cellSize = 16.0

  /// For each loop the islands directly within it.
  static func inner(_ loops: [PlanWeb.Loop], _ web: PlanWeb) -> [[Int]] {
    var result = [[Int]](repeating: [], count: loops.count)
    // The piece of the web that each node belongs to: islands lie in faces of other pieces.
    var piece = [Int32](repeating: -1, count: web.nodes.count)
    let outsides = loops.indices.filter { loops[$0].area < 0 }
    guard outsides.count > 1 else { return result }
    label(loops, &piece)
    var cells: [SIMD2<Int32>: [Int32]] = [:]
    for (i, loop) in loops.enumerated() where loop.area > 0 {
      let box = bounds(loop, web)
      for y in cell(box.low.y)...cell(box.high.y) {
        for x in cell(box.low.x)...cell(box.high.x) { cells[SIMD2(x, y), default: []].append(Int32(i)) }
      }
    }
    for i in outsides {
      guard let first = loops[i].nodes.first else { continue }
      let node = web.nodes[Int(first)]
      var best: Int?
      for k in cells[SIMD2(cell(node.plan.x), cell(node.plan.y))] ?? [] {
        let loop = loops[Int(k)]
        guard let other = loop.nodes.first, piece[Int(other)] != piece[Int(first)],
          loop.area < best.map({ loops[$0].area }) ?? .infinity,
          loop.area > -loops[i].area,
          Polygon(loop.nodes.map { web.nodes[Int($0)].plan }).contains(node.plan),
          height(loop, web, at: node.plan, near: node.z)
        else { continue }
        best = Int(k)
      }
      if let best { result[best].append(i) }
    }
    return result
  }

  /// Some corner of the ring is on about that height: nearest in the plan.
  private static func height(_ loop: PlanWeb.Loop, _ web: PlanWeb, at p: Vector2, near z: Double) -> Bool {
    var (best, nearest) = (0.0, Double.infinity)
    for n in loop.nodes {
      let node = web.nodes[Int(n)]
      let d = length(node.plan - p)
      if d < nearest { (best, nearest) = (node.z, d) }
    }
    return (best - z).magnitude < PlanWeb.storey + 0.1 * nearest
  }

  private static func label(_ loops: [PlanWeb.Loop], _ piece: inout [Int32]) {
    // Union of nodes along loops.
    var parent = piece.indices.map { Int32($0) }
    func root(_ n: Int32) -> Int32 {
      var n = n
      while parent[Int(n)] != n {
        parent[Int(n)] = parent[Int(parent[Int(n)])]
        n = parent[Int(n)]
      }
      return n
    }
    for loop in loops {
      guard let first = loop.nodes.first else { continue }
      for n in loop.nodes {
        let (a, b) = (root(first), root(n))
        if a != b { parent[Int(max(a, b))] = min(a, b) }
      }
    }
    for n in piece.indices { piece[n] = root(Int32(n)) }
  }

  private static func bounds(_ loop: PlanWeb.Loop, _ web: PlanWeb) -> (low: Vector2, high: Vector2) {
    var low = Vector2(repeating: .infinity)
    var high = Vector2(repeating: -.infinity)
    for n in loop.nodes {
      let p = web.nodes[Int(n)].plan
      low = Vector2(min(low.x, p.x), min(low.y, p.y))
      high = Vector2(max(high.x, p.x), max(high.y, p.y))
    }
    return (low, high)
  }

  private static func cell(_ x: Double) -> Int32 { Int32(clamping: Int((x / cellSize).rounded(.down))) }
}
