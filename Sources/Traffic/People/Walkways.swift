import RandomStreams
package import RoadNetwork
package import VectorMath

/// Where people walk: pavements and crosswalks as a graph of ways that meet at nodes.
package struct Walkways: Sendable {
  /// A stretch of pavement, or a crossing.
  package struct Way: Sendable {
    /// On the surface, map frame, at most a metre apart.
    package var points: [Vector3]
    /// Metres to each side that one may keep from the middle.
    package var room: [Double]
    /// Index in `crosswalks`, of a crossing; its kerbs, metres along it.
    package var crosswalk: Int?
    package var kerbs: ClosedRange<Double> = 0...0
    /// Of a pavement: its lane, and the stations that it runs between.
    package var lane: LaneReference?
    package var stations: ClosedRange<Double> = 0...0
    var start = 0
    var end = 0

    package var length: Double {
      zip(points, points.dropFirst()).reduce(0) { $0 + VectorMath.length($1.1 - $1.0) }
    }
  }

  package private(set) var ways: [Way] = []
  package let crosswalks: [Crosswalk]
  /// Ways that meet at each node, with whether it is their end.
  private(set) var nodes: [[(way: Int, atEnd: Bool)]] = []
  private var places: [Vector3] = []
  /// By lane of the network: crosswalks over it and metres along it.
  let onLane: [[(crosswalk: Int, from: Double, to: Double)]]

  /// Ends nearer to one another than this are one node, metres.
  private static let joint = 1.3

  package init(_ network: TrafficNetwork) {
    let map = network.map
    crosswalks = Crosswalk.all(network)
    var onLane = [[(crosswalk: Int, from: Double, to: Double)]](repeating: [], count: network.lanes.count)
    for (i, lane) in network.lanes.enumerated() {
      for (k, walk) in crosswalks.enumerated() where walk.road == lane.reference.road {
        let (a, b) = (
          lane.distance(station: walk.stations.lowerBound), lane.distance(station: walk.stations.upperBound)
        )
        let (from, to) = (min(a, b), max(a, b))
        guard to - from > 0.5 else { continue }
        onLane[i].append((k, from, to))
      }
    }
    self.onLane = onLane
    // Within junctions pavements of connecting roads count only where no traffic lane lies over them.
    let walks = map.walkableLanes
    let locator = walks.contains { map.roads[$0.road].junction != nil } ? RoadLocator(map) : nil
    for lane in walks { addPavement(lane, map, map.roads[lane.road].junction == nil ? nil : locator) }
    for k in crosswalks.indices { addCrossing(k, map) }
  }

  private mutating func addPavement(_ lane: LaneReference, _ map: RoadMap, _ locator: RoadLocator?) {
    guard let section = map.section(lane), section.length > 0.2 else { return }
    // Cut where crossings begin.
    var cuts = [section.start, section.end]
    for walk in crosswalks where walk.left == lane || walk.right == lane {
      if walk.middle > section.start + 0.5, walk.middle < section.end - 0.5 { cuts.append(walk.middle) }
    }
    cuts.sort()
    for (from, to) in zip(cuts, cuts.dropFirst()) {
      let count = max(1, min(5000, Int((to - from).rounded(.up))))
      var way = Way(points: [], room: [], lane: lane, stations: from...to)
      for i in 0...count {
        let s = from + (to - from) * Double(i) / Double(count)
        guard let span = map.laneSpan(lane, at: s) else { return }
        let t = (span.inner + span.outer) / 2
        let pose = map.roads[lane.road].pose(s: s, t: t, height: map.raise(lane, s: s, t: t))
        way.points.append(pose.position)
        way.room.append(max(0, (span.outer - span.inner).magnitude / 2 - 0.45))
      }
      guard (way.room.min() ?? 0) > 0.05 else { continue }
      if let locator {
        let isCovered = way.points.contains { p in
          locator.locateAll(Vector2(p.x, p.y)).contains { map.lane($0.lane)?.type.isDrivable == true }
        }
        if isCovered { continue }
      }
      add(way)
    }
  }

  /// The way that a place on a pavement belongs to, and where along it, metres.
  package func place(_ lane: LaneReference, station: Double) -> (way: Int, distance: Double)? {
    for (i, way) in ways.enumerated() where way.lane == lane && way.stations.contains(station) {
      let span = way.stations.upperBound - way.stations.lowerBound
      return (i, span > 0 ? (station - way.stations.lowerBound) / span * way.length : 0)
    }
    return nil
  }

  private mutating func addCrossing(_ k: Int, _ map: RoadMap) {
    let walk = crosswalks[k]
    let road = map.roads[walk.road]
    guard let a = map.laneSpan(walk.left, at: walk.middle), let b = map.laneSpan(walk.right, at: walk.middle)
    else { return }
    let (from, to) = ((a.inner + a.outer) / 2, (b.inner + b.outer) / 2)
    let count = max(2, Int(((from - to) / 0.7).rounded(.up)))
    var way = Way(points: [], room: [], crosswalk: k)
    for i in 0...count {
      let t = from + (to - from) * Double(i) / Double(count)
      let lane = t > a.inner ? walk.left : t < b.inner ? walk.right : nil
      let raise = lane.map { map.raise($0, s: walk.middle, t: t) } ?? 0
      way.points.append(road.pose(s: walk.middle, t: t, height: raise).position)
      way.room.append(max(0.2, (walk.stations.upperBound - walk.stations.lowerBound) / 2 - 0.4))
    }
    way.kerbs = (from - a.inner)...(from - b.inner)
    add(way)
  }

  private mutating func add(_ way: Way) {
    guard let first = way.points.first, let last = way.points.last else { return }
    var way = way
    way.start = node(first)
    way.end = node(last)
    let i = ways.count
    nodes[way.start].append((i, false))
    nodes[way.end].append((i, true))
    ways.append(way)
  }

  private mutating func node(_ p: Vector3) -> Int {
    if let found = places.firstIndex(where: { length($0 - p) < Self.joint }) { return found }
    places.append(p)
    nodes.append([])
    return places.count - 1
  }
}
