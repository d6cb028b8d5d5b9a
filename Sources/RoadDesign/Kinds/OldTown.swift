package import RandomStreams
package import RoadNetwork
import VectorMath

/// A grown town: narrow bent streets on rings around a middle that nobody planned.
package enum OldTown: NetworkKind {
  package static let name = "old-town"
  package static let summary = "Narrow bent streets of an old town, on rings around its middle."

  package static func design(_ draws: inout Draws) -> RoadMap {
    var street = StreetProfile()
    street.laneWidth = draws.between(2.5, 3.0, "lane_width")
    street.centre = nil
    street.walk = draws.between(1.2, 2.2, "pavement")
    street.speed = 30 / 3.6
    var ring = StreetProfile()
    ring.laneWidth = draws.between(3.0, 3.25, "ring_lane_width")
    ring.walk = draws.between(2.0, 3.0, "ring_pavement")
    let spokes = draws.whole(6...8, "spokes")
    let rings = draws.whole(2...3, "rings")
    let inner = draws.between(60, 75, step: 1, "inner_radius")
    let step = draws.between(65, 90, step: 1, "ring_distance")
    let jitter = draws.between(0.3, 0.8, step: 0.05, "irregularity")
    var places = draws.stream("places")
    var graph = StreetGraph()
    var angles: [[Double]] = []
    for r in 0..<rings {
      let radius = inner + Double(r) * step
      angles.append([])
      for k in 0..<spokes {
        let part = 2 * Double.pi / Double(spokes)
        let angle = part * (Double(k) + 0.2 * jitter * places.uniform(-1, 1))
        let (sin, cos) = DeterministicMath.sincos(angle)
        let away = radius * (1 + 0.1 * jitter * places.uniform(-1, 1))
        angles[r].append(angle)
        let n = graph.node(away * Vector2(cos, sin), z: (places.uniform(-1.5, 1.5) * 100).rounded() / 100)
        graph.nodes[n].kerbRadius = 4 + 2 * places.uniform()
      }
    }
    func add(_ a: Int, _ b: Int, isRing: Bool, bulge: Double) {
      let (p, q) = (graph.nodes[a].position, graph.nodes[b].position)
      let way = q - p
      let middle = (p + q) / 2 + bulge * Vector2(way.y, -way.x)
      graph.edges.append(
        .init(
          from: a, to: b, through: [middle], radius: 70, profile: isRing ? ring : street, isMajor: isRing))
    }
    for r in 0..<rings {
      for k in 0..<spokes {
        let (a, b) = (r * spokes + k, r * spokes + (k + 1) % spokes)
        // Along the circle, the outermost ring evenly.
        add(a, b, isRing: r == rings - 1, bulge: 0.1 + 0.06 * jitter * places.uniform(-1, 1))
        if r + 1 < rings { add(a, a + spokes, isRing: false, bulge: 0.1 * jitter * places.uniform(-1, 1)) }
      }
    }
    for k in 0..<spokes {
      // From the outer ring out of the map, and from the inner one into yards that end there.
      let n = (rings - 1) * spokes + k
      let out = normalized(graph.nodes[n].position)
      if places.uniform() < 0.7 {
        let far = graph.node(graph.nodes[n].position + 80 * out, z: graph.nodes[n].z)
        graph.edges.append(.init(from: far, to: n, profile: street, isMajor: false))
      }
    }
    for (n, edges) in graph.incidence.enumerated() where edges.count > 1 {
      let majors = edges.filter { graph.edges[$0].isMajor }.count
      if majors > 0, majors < edges.count { graph.nodes[n].rule = .priority(stops: false) }
    }
    var draft = NetworkDraft()
    graph.build(into: &draft)
    return draft.finish(name: "")
  }
}
