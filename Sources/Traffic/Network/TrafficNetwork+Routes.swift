extension TrafficNetwork {
  /// Lanes one after another from a place on: until the way is `length` metres long or no lane goes on.
  ///
  /// - Parameter choose: the index of the branch to take among so many.
  package func route(
    from lane: Int, at distance: Double, length: Double, choose: (Int) -> Int
  ) -> (lanes: [Int], length: Double) {
    guard lanes.indices.contains(lane) else { return ([], 0) }
    var result = [lane]
    var way = lanes[lane].length - distance
    while way < length, result.count < 100_000, let here = result.last {
      let next = lanes[here].successors
      guard !next.isEmpty else { break }
      let pick = next.count == 1 ? 0 : choose(next.count)
      let chosen = next[((pick % next.count) + next.count) % next.count]
      result.append(chosen)
      way += lanes[chosen].length
    }
    return (result, min(way, length))
  }
}
