package import RandomStreams
package import RoadNetwork
import VectorMath

/// A grown town: narrow bent streets around a market, within a ring where the walls once stood.
package enum OldTown: NetworkKind {
  package static let name = "old-town"
  package static let summary = "Narrow bent streets of an old town, within a ring road."

  package static func design(_ draws: inout Draws) -> RoadMap {
    var lane = StreetProfile()
    lane.laneWidth = draws.between(2.5, 3.0, "lane_width")
    lane.centre = nil
    lane.walk = draws.between(1.2, 2.2, "pavement")
    lane.speed = 30 / 3.6
    var ring = StreetProfile()
    ring.laneWidth = draws.between(3.0, 3.25, "ring_lane_width")
    ring.walk = draws.between(2.0, 3.0, "ring_pavement")
    var plan = OldTownPlan(lane: lane, ring: ring)
    plan.spokes = draws.whole(5...7, "spokes")
    plan.rings = draws.whole(2...3, "rings")
    plan.inner = draws.between(52, 66, step: 1, "inner_radius")
    plan.step = draws.between(62, 80, step: 1, "ring_distance")
    plan.stretch = draws.between(0.8, 1.3, step: 0.05, "stretch")
    plan.irregularity = draws.between(0.5, 1, step: 0.05, "irregularity")
    plan.missing = draws.between(0.1, 0.4, step: 0.05, "missing")
    return plan.map(draws.stream("places"))
  }
}

/// Rings and spokes, each crossing moved by chance, all bent by a smooth distortion of the plane.
struct OldTownPlan {
  let lane: StreetProfile
  let ring: StreetProfile
  var spokes = 6
  var rings = 2
  /// Metres.
  var inner = 60.0
  var step = 70.0
  /// Length over width of the whole.
  var stretch = 1.0
  var irregularity = 0.7
  /// Share of the streets between rings' crossings that are left out.
  var missing = 0.2

  init(lane: StreetProfile, ring: StreetProfile) {
    self.lane = lane
    self.ring = ring
  }

  func map(_ stream: RandomStream) -> RoadMap {
    var places = stream.child("crossings")
    let warp = Distortion(stream.child("distortion"), amplitude: 11 * irregularity)
    var graph = StreetGraph()
    // Before the distortion.
    var plain: [Vector2] = []
    func add(_ p: Vector2, radius: Double) {
      plain.append(p)
      let n = graph.node(warp.moved(p))
      graph.nodes[n].kerbRadius = radius
    }
    let turn = places.uniform(0, 6)
    for r in 0..<rings {
      for k in 0..<spokes {
        let part = 2 * Double.pi / Double(spokes)
        let shift = 0.16 * irregularity * places.uniform(-1, 1) + (r % 2 == 1 ? 0.12 : 0)
        let (sin, cos) = DeterministicMath.sincos(turn + part * (Double(k) + shift))
        let away = (inner + Double(r) * step) * (1 + 0.07 * irregularity * places.uniform(-1, 1))
        add(away * Vector2(cos * stretch, sin), radius: 3 + 2 * places.uniform())
      }
    }
    var streets: [(a: Int, b: Int, isRing: Bool)] = []
    for r in 0..<rings {
      for k in 0..<spokes {
        let (a, b) = (r * spokes + k, r * spokes + (k + 1) % spokes)
        streets.append((a, b, r == rings - 1))
        if r + 1 < rings { streets.append((a, a + spokes, false)) }
      }
    }
    // A market street through the middle.
    streets.append((0, spokes / 2, false))
    thin(&streets, stream.child("missing"))
    for street in streets {
      graph.edges.append(edge(street, plain, warp))
    }
    for k in 0..<spokes where places.uniform() < 0.65 {
      let n = (rings - 1) * spokes + k
      let far = plain[n] + 75 * normalized(plain[n])
      graph.edges.append(
        .init(from: graph.node(warp.moved(far)), to: n, radius: 60, profile: lane, isMajor: false))
    }
    for (n, edges) in graph.incidence.enumerated() where edges.count > 1 {
      let majors = edges.filter { graph.edges[$0].isMajor }.count
      if majors > 0, majors < edges.count { graph.nodes[n].rule = .priority(stops: false) }
      if majors > 0 { graph.nodes[n].kerbRadius = 6 }
    }
    var draft = NetworkDraft()
    graph.build(into: &draft)
    return draft.finish(name: "")
  }

  /// Leaves some inner streets out; every crossing keeps three.
  private func thin(_ streets: inout [(a: Int, b: Int, isRing: Bool)], _ stream: RandomStream) {
    var stream = stream
    func degree(_ n: Int) -> Int { streets.filter { $0.a == n || $0.b == n }.count }
    var k = 0
    while k < streets.count {
      let street = streets[k]
      let drawn = stream.uniform() < missing
      if drawn, !street.isRing, degree(street.a) > 3, degree(street.b) > 3 {
        streets.remove(at: k)
      } else {
        k += 1
      }
    }
  }

  /// Ring streets follow their oval; all go where the distortion leads them.
  private func edge(
    _ street: (a: Int, b: Int, isRing: Bool), _ plain: [Vector2], _ warp: Distortion
  ) -> StreetGraph.Edge {
    let (a, b) = (plain[street.a], plain[street.b])
    let way = b - a
    let isAround = street.a / spokes == street.b / spokes && (street.b - street.a).magnitude != spokes / 2
    let bulge = isAround ? 0.2 * length(way) / max(1, length(a + b) / 2) : 0
    let through = [0.34, 0.66].map { share -> Vector2 in
      warp.moved(a + share * way + bulge * Vector2(way.y, -way.x))
    }
    return .init(
      from: street.a, to: street.b, through: through, radius: 45, profile: street.isRing ? ring : lane,
      isMajor: street.isRing)
  }
}

/// A smooth displacement of the plane: two waves across one another.
struct Distortion {
  private let waves: [(k: Vector2, phase: Double, way: Vector2)]

  init(_ stream: RandomStream, amplitude: Double) {
    var stream = stream
    waves = (0..<2).map { _ in
      let k = stream.unitVector2() * (2 * Double.pi / stream.uniform(130, 220))
      return (k, stream.uniform(0, 2 * Double.pi), stream.unitVector2() * amplitude)
    }
  }

  func moved(_ p: Vector2) -> Vector2 {
    waves.reduce(p) { $0 + DeterministicMath.sin(dot(p, $1.k) + $1.phase) * $1.way }
  }
}
