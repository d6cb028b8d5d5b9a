import VectorMath

/// Straight edges between shared nodes in the plan, of which no two cross but at a node.
///
/// Coordinates are whole numbers of 1/16384 m, so sides and orders are exact. What comes within 11 mm of a node goes
/// through it: ends of roads that meet by the letter of their file, not to the last digit, become one. Edges of
/// different storeys (more than a metre apart in height) know nothing of each other, so the web may lie over itself as
/// bridges do.
struct PlanWeb {
  struct Node {
    var x: Int
    var y: Int
    /// Reference height, for telling storeys apart; metres.
    var z: Double

    var plan: Vector2 { Vector2(Double(x), Double(y)) * PlanWeb.unit }
  }

  struct Edge {
    var a: Int32
    var b: Int32
  }

  /// Metres.
  static let unit = 1.0 / 16384
  /// Nodes and edges nearer than this are joined, in units.
  static let reach = 180.0
  static let storey = 1.0
  /// Half the side of the square that coordinates must lie in, units: products of two differences stay exact.
  private static let limit = 1 << 29
  private static let cellShift = 16

  private(set) var nodes: [Node] = []
  private(set) var edges: [Edge] = []
  private(set) var isLive: [Bool] = []
  private var nodeCells: [SIMD2<Int32>: [Int32]] = [:]
  private var edgeCells: [SIMD2<Int32>: [Int32]] = [:]
  private var known: [SIMD2<Int32>: Int32] = [:]

  /// The node at a place; nil beyond ±32 km. An older one within reach, on the same storey, serves.
  mutating func node(at p: Vector3) -> Int32? {
    let (x, y) = ((p.x / Self.unit).rounded(), (p.y / Self.unit).rounded())
    guard x.magnitude < Double(Self.limit), y.magnitude < Double(Self.limit), p.z.isFinite else { return nil }
    return node(Int(x), Int(y), p.z).index
  }

  private mutating func node(_ x: Int, _ y: Int, _ z: Double) -> (index: Int32, isNew: Bool) {
    let r = Int(Self.reach)
    var best: Int32?
    var nearest = Self.reach * Self.reach
    Self.forEachCell((x - r, y - r), (x + r, y + r)) { cell in
      for i in nodeCells[cell] ?? [] {
        let n = nodes[Int(i)]
        guard (n.z - z).magnitude < Self.storey else { continue }
        let (dx, dy) = (Double(n.x - x), Double(n.y - y))
        let d = dx * dx + dy * dy
        if d < nearest || (d == nearest && best == nil) { (best, nearest) = (i, d) }
      }
    }
    if let best { return (best, false) }
    let index = Int32(nodes.count)
    nodes.append(Node(x: x, y: y, z: z))
    nodeCells[Self.cell(x, y), default: []].append(index)
    return (index, true)
  }

  /// Adds edges; call once all corners have their nodes.
  mutating func add(_ wanted: [Edge]) {
    var queue: [Edge] = wanted.reversed()
    // Splits make edges shorter and nodes never multiply below the reach, so this ends; the bound is for the worst
    // of damaged files.
    var budget = 64 * wanted.count + 100_000
    while let edge = queue.popLast() {
      budget -= 1
      guard edge.a != edge.b, known[Self.key(edge)] == nil else { continue }
      if budget > 0 {
        let between = nodes(near: edge)
        if !between.isEmpty {
          var from = edge.a
          for n in between + [edge.b] {
            queue.append(Edge(a: from, b: n))
            from = n
          }
          continue
        }
        if let (other, node) = crossing(edge, &queue) {
          if edges[Int(other)].a != node, edges[Int(other)].b != node { split(other, at: node, &queue) }
          if node == edge.a || node == edge.b {
            queue.append(edge)
          } else {
            queue.append(Edge(a: edge.a, b: node))
            queue.append(Edge(a: node, b: edge.b))
          }
          continue
        }
      }
      insert(edge)
    }
  }

  private mutating func insert(_ edge: Edge) {
    let index = Int32(edges.count)
    edges.append(edge)
    isLive.append(true)
    known[Self.key(edge)] = index
    forEachCell(of: edge) { edgeCells[$0, default: []].append(index) }
  }

  /// Takes an edge out and queues its halves.
  private mutating func split(_ index: Int32, at node: Int32, _ queue: inout [Edge]) {
    let edge = edges[Int(index)]
    guard isLive[Int(index)] else { return }
    isLive[Int(index)] = false
    known[Self.key(edge)] = nil
    queue.append(Edge(a: edge.a, b: node))
    queue.append(Edge(a: node, b: edge.b))
  }

  /// Nodes that lie on the edge, in order from its start.
  private func nodes(near edge: Edge) -> [Int32] {
    var found: [(t: Double, node: Int32)] = []
    forEachCell(of: edge) { cell in
      for i in nodeCells[cell] ?? [] where i != edge.a && i != edge.b {
        if let t = place(of: i, on: edge), !found.contains(where: { $0.node == i }) { found.append((t, i)) }
      }
    }
    return found.sorted { $0.t != $1.t ? $0.t < $1.t : $0.node < $1.node }.map(\.node)
  }

  /// Where a node lies on an edge, as a share of its length; nil when it is not within reach of its inside.
  private func place(of node: Int32, on edge: Edge) -> Double? {
    let (n, a, b) = (nodes[Int(node)], nodes[Int(edge.a)], nodes[Int(edge.b)])
    let (dx, dy) = (Double(b.x - a.x), Double(b.y - a.y))
    let (px, py) = (Double(n.x - a.x), Double(n.y - a.y))
    let square = dx * dx + dy * dy
    let along = px * dx + py * dy
    guard along > 0, along < square else { return nil }
    let aside = dx * py - dy * px
    guard aside * aside <= Self.reach * Self.reach * square else { return nil }
    let t = along / square
    return (a.z + (b.z - a.z) * t - n.z).magnitude < Self.storey ? t : nil
  }

  /// The first edge that crosses, and the node where they meet; edges that pass a new node are split at it.
  private mutating func crossing(_ edge: Edge, _ queue: inout [Edge]) -> (edge: Int32, node: Int32)? {
    let (a, b) = (nodes[Int(edge.a)], nodes[Int(edge.b)])
    var candidates: [Int32] = []
    forEachCell(of: edge) { candidates += edgeCells[$0] ?? [] }
    candidates.sort()
    var last: Int32 = -1
    for index in candidates where index != last && isLive[Int(index)] {
      last = index
      let other = edges[Int(index)]
      guard other.a != edge.a, other.a != edge.b, other.b != edge.a, other.b != edge.b else { continue }
      let (c, d) = (nodes[Int(other.a)], nodes[Int(other.b)])
      let (oc, od) = (Self.side(a, b, c), Self.side(a, b, d))
      guard (oc < 0 && od > 0) || (oc > 0 && od < 0) else { continue }
      let (oa, ob) = (Self.side(c, d, a), Self.side(c, d, b))
      guard (oa < 0 && ob > 0) || (oa > 0 && ob < 0) else { continue }
      let t = Double(oa) / (Double(oa) - Double(ob))
      let u = Double(oc) / (Double(oc) - Double(od))
      let z = a.z + (b.z - a.z) * t
      guard (c.z + (d.z - c.z) * u - z).magnitude < Self.storey else { continue }
      let x = Double(a.x) + Double(b.x - a.x) * t
      let y = Double(a.y) + Double(b.y - a.y) * t
      let (node, isNew) = node(Int(x.rounded()), Int(y.rounded()), z)
      if isNew { clear(around: node, except: index, &queue) }
      return (index, node)
    }
    return nil
  }

  /// Splits the edges that pass within reach of a new node.
  private mutating func clear(around node: Int32, except: Int32, _ queue: inout [Edge]) {
    let (n, r) = (nodes[Int(node)], Int(Self.reach))
    var near: [Int32] = []
    Self.forEachCell((n.x - r, n.y - r), (n.x + r, n.y + r)) { near += edgeCells[$0] ?? [] }
    near.sort()
    var last: Int32 = -1
    for index in near where index != last && index != except && isLive[Int(index)] {
      last = index
      if place(of: node, on: edges[Int(index)]) != nil { split(index, at: node, &queue) }
    }
  }

  /// Twice the signed area: positive when `p` lies to the left of the way from `a` to `b`.
  static func side(_ a: Node, _ b: Node, _ p: Node) -> Int {
    (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x)
  }

  private static func key(_ edge: Edge) -> SIMD2<Int32> {
    SIMD2(min(edge.a, edge.b), max(edge.a, edge.b))
  }

  private static func cell(_ x: Int, _ y: Int) -> SIMD2<Int32> {
    SIMD2(Int32(truncatingIfNeeded: x >> cellShift), Int32(truncatingIfNeeded: y >> cellShift))
  }

  private func forEachCell(of edge: Edge, _ body: (SIMD2<Int32>) -> Void) {
    let (a, b, r) = (nodes[Int(edge.a)], nodes[Int(edge.b)], Int(Self.reach))
    Self.forEachCell(
      (min(a.x, b.x) - r, min(a.y, b.y) - r), (max(a.x, b.x) + r, max(a.y, b.y) + r), body)
  }

  private static func forEachCell(_ low: (Int, Int), _ high: (Int, Int), _ body: (SIMD2<Int32>) -> Void) {
    let (a, b) = (cell(low.0, low.1), cell(high.0, high.1))
    for y in a.y...b.y { for x in a.x...b.x { body(SIMD2(x, y)) } }
  }
}
