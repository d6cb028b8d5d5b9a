import Diagnostics
import RandomStreams
import RoadNetwork
import VectorMath

/// Where the carrier of the cameras drives.
struct EgoRoute: Sendable {
  let line: DrivingLine
  let lane: LaneReference

  /// Looks for a start with road enough ahead; where no lane has that, takes the longest way found.
  ///
  /// - Throws: `badInput` where no lane can be driven on at all.
  static func choose(
    _ graph: LaneGraph, _ lanes: DrivableLanes, time: Double, wanted: Double?, name: String,
    _ draws: inout Draws
  ) throws -> (route: EgoRoute, temper: Double) {
    let map = graph.map
    let temper = wanted == nil ? draws.draw(.uniform(min: 0.8, max: 1), "share_of_limit") : 1
    var places = draws.stream("place")
    var forks = draws.stream("forks")
    var best: EgoRoute?
    for _ in 0..<24 {
      guard let (lane, s) = lanes.place(&places) else { break }
      let usual = wanted ?? map.usualSpeed(lane, at: s)
      let need = usual * temper * time + 30
      let path = LanePath.walk(graph, from: lane, at: s, length: need) {
        forks.integer(in: 0..<max(1, $0.count))
      }
      let line = DrivingLine(path, rest: VehicleBody.ego.ahead + 1) { wanted ?? map.usualSpeed($0, at: $1) }
      guard !line.isEmpty, line.length > (best?.line.length ?? 0) else { continue }
      best = EgoRoute(line: line, lane: lane)
      if line.length >= need - 2 { break }
    }
    guard let best else {
      throw DioramaError(
        .badInput, "\(name) has no lane that is long and wide enough to drive on",
        remedy: "give a road network with lanes of type driving, at least 2 m wide and 5 m long")
    }
    return (best, temper)
  }
}

/// Lanes where vehicles may start, weighted by length: drivable, outside of junctions, wide enough.
struct DrivableLanes: Sendable {
  private struct Run: Sendable {
    var lane: LaneReference
    var start: Double
    var end: Double
  }

  private var runs: [Run] = []
  /// Sums of lengths up to each run's end.
  private var sums: [Double] = []

  static let leastWidth = 1.9

  /// All of a map.
  init(_ map: RoadMap) {
    for (r, road) in map.roads.enumerated() {
      for (k, section) in road.sections.enumerated() {
        add(map, Region.Stretch(road: r, section: k, start: section.start, end: section.end))
      }
    }
  }

  /// Those of a region.
  init(_ map: RoadMap, in region: Region) {
    for stretch in region.stretches { add(map, stretch) }
  }

  private mutating func add(_ map: RoadMap, _ stretch: Region.Stretch) {
    let road = map.roads[stretch.road]
    guard stretch.length > 2, road.junction == nil else { return }
    for lane in road.sections[stretch.section].lanes where lane.id != 0 && lane.type.isDrivable {
      let reference = LaneReference(road: stretch.road, section: stretch.section, lane: lane.id)
      let middle = (stretch.start + stretch.end) / 2
      guard (map.laneWidth(reference, at: middle) ?? 0) >= Self.leastWidth else { continue }
      runs.append(Run(lane: reference, start: stretch.start, end: stretch.end))
      sums.append((sums.last ?? 0) + stretch.length)
    }
  }

  var isEmpty: Bool { runs.isEmpty }
  /// Metres of lane.
  var total: Double { sums.last ?? 0 }

  /// A place on a lane, every metre as likely.
  func place(_ stream: inout RandomStream, where accepts: (LaneReference) -> Bool = { _ in true }) -> (
    lane: LaneReference, s: Double
  )? {
    guard let total = sums.last else { return nil }
    for _ in 0..<30 {
      let x = stream.uniform(0, total)
      var low = 0
      var high = sums.count - 1
      while low < high {
        let middle = (low + high) / 2
        if sums[middle] > x { high = middle } else { low = middle + 1 }
      }
      let run = runs[low]
      if accepts(run.lane) { return (run.lane, min(run.end, max(run.start, run.end - (sums[low] - x)))) }
    }
    return nil
  }
}
