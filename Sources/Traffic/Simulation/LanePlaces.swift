package import RandomStreams

/// Places on lanes where vehicles may start, every metre as likely: outside of junctions, wide enough.
package struct LanePlaces: Sendable {
  private struct Run: Sendable {
    var lane: Int
    var start: Double
    var end: Double
  }

  package static let leastWidth = 1.9
  private var runs: [Run] = []
  /// Sums of lengths up to each run's end.
  private var sums: [Double] = []

  package init() {}

  /// All of a network, but for lanes that end soon beside others that do not.
  package init(_ network: TrafficNetwork) {
    for (i, lane) in network.lanes.enumerated() where lane.junction == nil {
      add(i, from: 0, to: lane.length, network)
    }
  }

  /// Adds a run of a lane, metres along it; short, narrow ones and those in junctions are passed over.
  package mutating func add(_ lane: Int, from start: Double, to end: Double, _ network: TrafficNetwork) {
    let own = network.lanes[lane]
    let isBetterBeside = [own.left, own.right].contains {
      $0.map { network.lanes[$0].reach > own.reach + 30 } ?? false
    }
    guard own.junction == nil, !(own.reach < 250 && isBetterBeside), end - start > 2,
      own.place((start + end) / 2).width >= Self.leastWidth
    else {
      return
    }
    runs.append(Run(lane: lane, start: start, end: end))
    sums.append((sums.last ?? 0) + end - start)
  }

  package var isEmpty: Bool { runs.isEmpty }
  /// Metres of lane.
  package var total: Double { sums.last ?? 0 }

  /// A place on a lane that is accepted; nil where thirty tries find none.
  package func place(_ stream: inout RandomStream, where accepts: (Int) -> Bool = { _ in true }) -> (
    lane: Int, distance: Double
  )? {
    guard total > 0 else { return nil }
    for _ in 0..<30 {
      let x = stream.uniform(0, total)
      var (low, high) = (0, sums.count - 1)
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
