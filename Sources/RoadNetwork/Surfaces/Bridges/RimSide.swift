import VectorMath

/// An edge of the rim with what leads from it to the ground: a slope of grass, or a wall where the ground lies too deep for one.
struct RimSide {
  let edge: SurfaceWeave.RimEdge
  /// Unit, away from the road, shared by the neighbours along the rim.
  let outward: (from: Vector2, to: Vector2)
  var isWall = false
  /// Whether the wall goes on before and behind this piece.
  var isJoined = (before: false, behind: false)

  /// Where the ground beside a road lies deeper than this it has a wall, metres.
  static let steep = 1.5
  /// The ground is asked for at this distance from the edge, metres.
  private static let reach = 1.5
  /// Shorter walls are left out, metres.
  private static let leastRun = 4.0

  /// Long edges are cut into pieces of this length where a wall may begin on them, metres.
  private static let piece = 2.0

  static func all(_ edges: [SurfaceWeave.RimEdge], over field: TerrainField) -> [RimSide] {
    let rim = cut(edges, over: field)
    var outwards: [Int32: Vector2] = [:]
    var leaving: [Int32: [Int]] = [:]
    for (i, edge) in rim.enumerated() {
      let along = edge.to.plan - edge.from.plan
      let out = normalized(Vector2(along.y, -along.x))
      outwards[edge.fromNode, default: .zero] += out
      outwards[edge.toNode, default: .zero] += out
      leaving[edge.fromNode, default: []].append(i)
    }
    var sides = rim.map { edge -> RimSide in
      let out = [edge.fromNode, edge.toNode].map { normalized(outwards[$0] ?? .zero) }
      var side = RimSide(edge: edge, outward: (out[0], out[1]))
      side.isWall = zip([edge.from, edge.to], out).allSatisfy { vertex, out in
        vertex.position.z - field.height(at: vertex.plan + out * reach) > steep
      }
      return side
    }
    join(&sides, leaving)
    return sides
  }

  private static func cut(
    _ edges: [SurfaceWeave.RimEdge], over field: TerrainField
  ) -> [SurfaceWeave.RimEdge] {
    // Numbers for the new nodes, apart from those of the web.
    var fresh: Int32 = -1
    return edges.flatMap { edge -> [SurfaceWeave.RimEdge] in
      let way = edge.to.plan - edge.from.plan
      let out = normalized(Vector2(way.y, -way.x))
      let n = Int((length(way) / piece).rounded(.up))
      guard n > 1 else { return [edge] }
      let places = (0...n).map { SurfaceVertex.mix(edge.from, edge.to, Double($0) / Double(n)) }
      let isDeep = places.map { $0.position.z - field.height(at: $0.plan + out * reach) > steep }
      guard isDeep.contains(true), isDeep.contains(false) else { return [edge] }
      var node = edge.fromNode
      return (0..<n).map { k in
        var part = edge
        (part.from, part.to, part.fromNode) = (places[k], places[k + 1], node)
        if k < n - 1 {
          part.toNode = fresh
          fresh -= 1
        }
        node = part.toNode
        return part
      }
    }
  }

  /// Finds runs of walls; those that are too short become slopes.
  private static func join(_ sides: inout [RimSide], _ leaving: [Int32: [Int]]) {
    // Where two rims touch in one node nothing says which goes on.
    func next(_ i: Int) -> Int? {
      guard let on = leaving[sides[i].edge.toNode], on.count == 1, sides[on[0]].isWall else { return nil }
      return on[0]
    }
    var hasBefore = [Bool](repeating: false, count: sides.count)
    for i in sides.indices where sides[i].isWall { if let j = next(i) { hasBefore[j] = true } }
    var runs: [[Int]] = []
    var isSeen = [Bool](repeating: false, count: sides.count)
    // Ends first, then rings, which have none.
    for i in sides.indices.filter({ !hasBefore[$0] }) + Array(sides.indices) where sides[i].isWall {
      var run: [Int] = []
      var at: Int? = i
      while let k = at, !isSeen[k] {
        isSeen[k] = true
        run.append(k)
        at = next(k)
      }
      if !run.isEmpty { runs.append(run) }
    }
    for run in runs {
      let size = run.reduce(0) { $0 + length(sides[$1].edge.to.plan - sides[$1].edge.from.plan) }
      let isRing = run.first.map { hasBefore[$0] } ?? false
      for (n, i) in run.enumerated() {
        sides[i].isWall = size >= leastRun
        sides[i].isJoined = (n > 0 || isRing, n < run.count - 1 || isRing)
      }
    }
  }
}
