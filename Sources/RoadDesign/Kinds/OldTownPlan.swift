import RandomStreams
import RoadNetwork
import VectorMath

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
