import JSON
import RandomStreams

/// The shortest way between two towns.
struct ShortestPath: ProblemFamily {
  let name = "shortest-path"

  func propose(level: Int, _ stream: inout RandomStream) -> Problem? {
    let n = [4, 5, 6, 7, 8][level - 1]
    let names = Array("ABCDEFGH").prefix(n).map(String.init)
    var roads: [(a: Int, b: Int, length: Int)] = []
    // A random tree joins all towns, more roads make choices.
    for town in 1..<n { roads.append((stream.integer(in: 0..<town), town, stream.integer(in: 2...20))) }
    for _ in 0..<(n * 3) where roads.count < n + level {
      let a = stream.integer(in: 0..<n)
      let b = stream.integer(in: 0..<n)
      if a < b, !roads.contains(where: { $0.a == a && $0.b == b }) {
        roads.append((a, b, stream.integer(in: 2...20)))
      }
    }
    var near = Array(repeating: [(town: Int, length: Int)](), count: n)
    for road in roads {
      near[road.a].append((road.b, road.length))
      near[road.b].append((road.a, road.length))
    }
    let (start, end) = (0, n - 1)
    guard !near[start].contains(where: { $0.town == end }) else { return nil }
    // Dijkstra: settle the nearest unsettled town.
    let far = 1 << 30
    var distance = Array(repeating: far, count: n)
    var previous = Array(repeating: -1, count: n)
    var settled = Array(repeating: false, count: n)
    distance[start] = 0
    var steps: [Problem.Step] = []
    while let town = (0..<n).filter({ !settled[$0] && distance[$0] < far }).min(by: {
      distance[$0] < distance[$1]
    }) {
      settled[town] = true
      if town != start {
        steps.append(
          Problem.Step(
            "到 \(names[town]) 的最短路程为 \(distance[town])（经 \(names[previous[town]])）",
            "The shortest way to \(names[town]) is \(distance[town]) (via \(names[previous[town]])).",
            String(distance[town])))
      }
      if town == end { break }
      for (next, length) in near[town] where distance[town] + length < distance[next] {
        distance[next] = distance[town] + length
        previous[next] = town
      }
    }
    let best = distance[end]
    let unit = Bilingual("千米", "km")
    var draft = ProblemDraft(.integer(best, unit: unit))
    // Always on to the nearest town not yet visited.
    var (town, walked, visited) = (start, 0, Set([start]))
    while town != end,
      let step = near[town].filter({ !visited.contains($0.town) }).min(by: {
        ($0.length, $0.town) < ($1.length, $1.town)
      })
    {
      walked += step.length
      town = step.town
      visited.insert(town)
    }
    if town == end { draft.mistake("always_takes_the_nearest_town", walked) }
    if let few = Self.fewestRoads(near, start, end) { draft.mistake("takes_the_fewest_roads", few) }
    draft.mistake("forgets_the_last_road", previous[end] >= 0 ? distance[previous[end]] : 0)
    let edges = Self.hops(previous, end)
    draft.mistake("counts_the_roads", edges)
    draft.fillWithSlips(&stream)
    guard edges >= 2 else { return nil }

    let zh = roads.map { "\(names[$0.a])—\(names[$0.b]) \($0.length) 千米" }.joined(separator: "，")
    let en = roads.map { "\(names[$0.a])–\(names[$0.b]) \($0.length) km" }.joined(separator: ", ")
    return draft.problem(
      self, level: level,
      parameters: [
        "towns": .integer(n),
        "roads": .array(roads.map { [.integer($0.a), .integer($0.b), .integer($0.length)] }),
        "from": .integer(start), "to": .integer(end),
      ],
      chinese: [
        "各镇之间的道路如下：\(zh)。从 \(names[start]) 到 \(names[end]) 最短要走多少千米？",
        "道路及长度：\(zh)。求 \(names[start]) 到 \(names[end]) 的最短路程（千米）。",
      ],
      english: [
        "Roads join some towns: \(en). How many km is the shortest way from \(names[start]) to \(names[end])?",
        "These are the roads and their lengths: \(en). Find the length in km of the shortest way from \(names[start]) to \(names[end]).",
      ],
      steps: steps, difficulty: [.init("towns", n), .init("roads", roads.count)], &stream)
  }

  private static func hops(_ previous: [Int], _ end: Int) -> Int {
    var (town, count) = (end, 0)
    while town >= 0, previous[town] >= 0, count < previous.count {
      town = previous[town]
      count += 1
    }
    return count
  }

  /// Length of the way with the fewest roads that a breadth-first search finds first.
  private static func fewestRoads(_ near: [[(town: Int, length: Int)]], _ start: Int, _ end: Int) -> Int? {
    var queue = [(town: start, length: 0)]
    var seen = Set([start])
    var next = 0
    while next < queue.count {
      let (town, length) = queue[next]
      next += 1
      if town == end { return length }
      for road in near[town] where seen.insert(road.town).inserted {
        queue.append((road.town, length + road.length))
      }
    }
    return nil
  }
}
