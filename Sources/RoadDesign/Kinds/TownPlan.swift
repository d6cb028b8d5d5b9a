import RandomStreams
import RoadNetwork
import VectorMath

/// Makes a net of streets into roads: who is major, where lights stand, and what leads on to the edges of the map.
struct TownPlan {
  /// Of kerbs, metres.
  var radius: Double
  /// Seconds.
  var green: Double
  var hasTurnLanes: Bool
  /// Length of streets that lead out of the map, metres; 0 = none.
  var outlet: Double
  /// Share of the ways out that are there; crossings of two streets keep one.
  var stubShare = 1.0
  /// Share of the ways out that end in a circle for turning.
  var closedShare = 0.0
  /// Metres.
  var bend = 80.0

  /// - Parameters:
  ///   - isAvenue: of the street between two crossings.
  ///   - leadsOut: of a crossing at the rim and the way out: whether an avenue leads on there.
  ///   - through: corners of the street between two crossings.
  func map(
    _ net: StreetNet, avenue: StreetProfile, street: StreetProfile, isAvenue: (Int, Int) -> Bool,
    through: (Int, Int) -> [Vector2] = { _, _ in [] }, outlets: RandomStream = RandomStream(seed: 0),
    leadsOut: (Int, Vector2) -> Bool
  ) -> RoadMap {
    var outlets = outlets
    var graph = StreetGraph()
    for (p, z) in zip(net.points, net.heights) { _ = graph.node(p, z: z) }
    func add(_ i: Int, _ j: Int, _ isMajor: Bool, _ corners: [Vector2] = []) {
      graph.edges.append(
        .init(
          from: i, to: j, through: corners, radius: bend, profile: isMajor ? avenue : street,
          isMajor: isMajor, hasTurnLanes: isMajor && hasTurnLanes))
    }
    for i in net.points.indices {
      for j in net.neighbours(i).sorted() where j > i { add(i, j, isAvenue(i, j), through(i, j)) }
    }
    if outlet > 0 {
      for i in net.points.indices {
        var arms = net.neighbours(i).count
        for outward in outward(net, i) {
          let drawn = outlets.uniform() < stubShare
          guard drawn || arms < 3 else { continue }
          arms += 1
          let far = graph.node(net.points[i] + outlet * outward, z: net.heights[i])
          graph.nodes[far].isClosed = outlets.child("closed/\(far)").uniform(at: 0) < closedShare
          add(far, i, leadsOut(i, outward))
        }
      }
    }
    for (n, edges) in graph.incidence.enumerated() where edges.count > 1 {
      let majors = edges.filter { graph.edges[$0].isMajor }.count
      graph.nodes[n].kerbRadius = radius
      // Avenues that meet have lights; elsewhere the lesser gives way, or none is the lesser.
      if majors >= 3 {
        graph.nodes[n].rule = .lights(green: green)
        graph.nodes[n].hasCrosswalks = true
      } else if majors > 0, majors < edges.count {
        graph.nodes[n].rule = .priority(stops: n % 3 == 0)
      }
    }
    var draft = NetworkDraft()
    graph.build(into: &draft)
    return draft.finish(name: "")
  }

  /// Ways out of the net at a crossing of its rim.
  private func outward(_ net: StreetNet, _ i: Int) -> [Vector2] {
    let (c, r) = (i % net.columns, i / net.columns)
    var result: [Vector2] = []
    if c == 0 { result.append(Vector2(-1, 0)) }
    if c == net.columns - 1 { result.append(Vector2(1, 0)) }
    if r == 0 { result.append(Vector2(0, -1)) }
    if r == net.rows - 1 { result.append(Vector2(0, 1)) }
    return result
  }
}
