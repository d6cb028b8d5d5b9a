import Geometry
package import VectorMath

/// A place on a path, as a vehicle would stand there.
package struct PathPose: Sendable, Hashable {
  /// Metres, on the surface: on top of a raised pavement.
  package var position: Vector3
  /// Direction of travel, radians from +x, counter-clockwise, in (−π, π].
  package var heading: Double
  /// Unit normal of the surface.
  package var normal: Vector3
  /// 1/m, positive when the path turns left.
  package var curvature: Double
  package var lane: LaneReference
  /// Where that is on the road.
  package var s: Double
  package var t: Double
}

/// A chain of lanes to drive along, by the arc length of the lanes' middle line in space.
package struct LanePath: Sendable {
  package let map: RoadMap
  private(set) var pieces: [Piece] = []
  /// Metres from the start of the path to its end.
  package private(set) var length = 0.0

  /// One lane of the path with its table of arc lengths.
  struct Piece: Sendable {
    let lane: LaneReference
    let forward: Bool
    /// Path distance at the first station.
    let start: Double
    /// Stations along the road, in the direction of travel.
    let stations: [Double]
    /// Distance of each station from the first.
    let distances: [Double]
    var length: Double { distances.last ?? 0 }
  }

  /// - Parameters:
  ///   - lanes: each a successor of the one before (not checked).
  ///   - start: where on the first lane's road to begin; nil = at the lane's beginning.
  package init(_ map: RoadMap, lanes: [LaneReference], from start: Double? = nil) {
    self.map = map
    for lane in lanes { append(lane, from: pieces.isEmpty ? start : nil) }
  }

  package var lanes: [LaneReference] { pieces.map(\.lane) }

  /// Metres left after `distance`.
  package func remaining(after distance: Double) -> Double { max(0, length - distance) }

  /// Drives from `lane` until the path is `length` metres long or the road ends. At each fork `choose` names the
  /// index of the branch to take among the successors (taken modulo their number).
  package static func walk(
    _ graph: LaneGraph, from lane: LaneReference, at s: Double? = nil, length: Double,
    choose: ([LaneReference]) -> Int
  ) -> LanePath {
    var path = LanePath(graph.map, lanes: [lane], from: s)
    var here = lane
    // Sections may be millimetres long; the bound on their number only guards against endless loops of those.
    while path.length < length, path.pieces.count < 100_000 {
      let next = graph.successors(of: here)
      guard !next.isEmpty else { break }
      let choice = next.count == 1 ? 0 : choose(next)
      here = next[((choice % next.count) + next.count) % next.count]
      path.append(here, from: nil)
    }
    return path
  }

  /// Adds a lane at the end, unknown lanes are passed over.
  package mutating func append(_ lane: LaneReference, from start: Double? = nil) {
    guard let section = map.section(lane), section.lane(lane.lane) != nil else { return }
    let forward = map.runsForward(lane)
    let end = forward ? section.end : section.start
    let begin = min(section.end, max(section.start, start ?? (forward ? section.start : section.end)))
    let span = (end - begin).magnitude
    let count = max(1, Int((span / 1.0).rounded(.up)))
    var stations: [Double] = []
    var distances = [0.0]
    var total = 0.0
    var previous: Vector3?
    for i in 0...count {
      let s = begin + (end - begin) * Double(i) / Double(count)
      let here = point(lane, s)
      if let from = previous, let last = stations.last {
        // Richardson: chords of a half step against the whole leave an error of the fourth order.
        let middle = point(lane, (last + s) / 2)
        let halves = VectorMath.length(middle - from) + VectorMath.length(here - middle)
        let whole = VectorMath.length(here - from)
        total += max(whole, (4 * halves - whole) / 3)
        distances.append(total)
      }
      stations.append(s)
      previous = here
    }
    pieces.append(
      Piece(lane: lane, forward: forward, start: length, stations: stations, distances: distances))
    length += total
  }

  /// The pose `distance` metres along the path (clamped to it), `offset` metres to the left of the lane's middle
  /// as the driver sees it; nil for an empty path.
  package func pose(at distance: Double, offset: Double = 0) -> PathPose? {
    guard let (piece, s) = locate(distance) else { return nil }
    let road = map.roads[piece.lane.road]
    let centre = map.laneCentre(piece.lane, at: s) ?? 0
    let t = centre + (piece.forward ? offset : -offset)
    let frame = road.crossFrame(at: s)
    return PathPose(
      position: frame.position(t: t, height: map.raise(piece.lane, s: s, t: t)), heading: heading(piece, s),
      normal: frame.normal(t: t),
      curvature: curvature(piece, s), lane: piece.lane, s: s, t: t)
  }

  private func locate(_ distance: Double) -> (Piece, Double)? {
    guard !pieces.isEmpty else { return nil }
    let d = min(length, max(0, distance))
    var low = 0
    var high = pieces.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if pieces[middle].start <= d { low = middle } else { high = middle }
    }
    let piece = pieces[low]
    let rest = d - piece.start
    var a = 0
    var b = piece.distances.count
    while b - a > 1 {
      let middle = (a + b) / 2
      if piece.distances[middle] <= rest { a = middle } else { b = middle }
    }
    guard a + 1 < piece.stations.count else { return (piece, piece.stations[a]) }
    let width = piece.distances[a + 1] - piece.distances[a]
    let w = width > 0 ? min(1, (rest - piece.distances[a]) / width) : 0
    return (piece, piece.stations[a] + w * (piece.stations[a + 1] - piece.stations[a]))
  }

  private func point(_ lane: LaneReference, _ s: Double) -> Vector3 {
    let t = map.laneCentre(lane, at: s) ?? 0
    return map.roads[lane.road].crossFrame(at: s).position(t: t)
  }

  /// Direction of the middle line at `s`, by a central difference of its lateral offset.
  private func heading(_ piece: Piece, _ s: Double) -> Double {
    let road = map.roads[piece.lane.road]
    guard let section = map.section(piece.lane) else { return 0 }
    let (a, b) = (max(section.start, s - 0.05), min(section.end, s + 0.05))
    let plan = road.planSample(at: s)
    let centre = map.laneCentre(piece.lane, at: s) ?? 0
    let slope =
      b > a
      ? ((map.laneCentre(piece.lane, at: b) ?? 0) - (map.laneCentre(piece.lane, at: a) ?? 0)) / (b - a) : 0
    let along = DeterministicMath.atan2(slope, max(1e-3, 1 - plan.curvature * centre))
    return wrapped(plan.heading + along + (piece.forward ? 0 : Double.pi))
  }

  /// Turn of the heading over a short way around `s`, within the lane.
  private func curvature(_ piece: Piece, _ s: Double) -> Double {
    guard let section = map.section(piece.lane) else { return 0 }
    let (a, b) = (max(section.start, s - 0.25), min(section.end, s + 0.25))
    let way = VectorMath.length(point(piece.lane, b) - point(piece.lane, a))
    guard way > 1e-6 else { return 0 }
    let turn = wrapped(heading(piece, b) - heading(piece, a))
    return (piece.forward ? turn : -turn) / way
  }
}

/// An angle in (−π, π].
func wrapped(_ angle: Double) -> Double {
  let turns = (angle / (2 * Double.pi)).rounded(.toNearestOrAwayFromZero)
  let r = angle - turns * 2 * Double.pi
  return r <= -Double.pi ? r + 2 * Double.pi : r
}
