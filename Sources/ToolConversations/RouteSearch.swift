/// The fastest way through the stations of a world.
enum RouteSearch {
  /// Dijkstra's search: the nearest station that is not settled yet is settled next; of equals, the first.
  static func fastest(_ world: ToolWorld, _ from: Int, _ to: Int) -> (minutes: Int, path: [Int])? {
    let count = world.stations.count
    guard (0..<count).contains(from), (0..<count).contains(to), from != to else { return nil }
    var minutes = [Int?](repeating: nil, count: count)
    var previous = [Int?](repeating: nil, count: count)
    var open = Set([from])
    minutes[from] = 0
    var settled: Set<Int> = []
    while let here = open.min(by: { (minutes[$0] ?? 0, $0) < (minutes[$1] ?? 0, $1) }) {
      open.remove(here)
      settled.insert(here)
      if here == to { break }
      for link in world.links where link.a == here || link.b == here {
        let next = link.a == here ? link.b : link.a
        let total = (minutes[here] ?? 0) + link.minutes
        if settled.contains(next) || minutes[next].map({ $0 <= total }) ?? false { continue }
        minutes[next] = total
        previous[next] = here
        open.insert(next)
      }
    }
    guard let total = minutes[to] else { return nil }
    var path = [to]
    while let before = previous[path[0]] { path.insert(before, at: 0) }
    return (total, path)
  }

  /// Whether another way takes as long: then no answer is the only right one.
  static func isUnique(_ world: ToolWorld, _ from: Int, _ to: Int) -> Bool {
    guard let best = fastest(world, from, to) else { return false }
    var ways = 0
    func walk(_ here: Int, _ seen: [Int], _ spent: Int) {
      if spent > best.minutes { return }
      if here == to { return ways += 1 }
      for link in world.links where link.a == here || link.b == here {
        let next = link.a == here ? link.b : link.a
        if !seen.contains(next) { walk(next, seen + [next], spent + link.minutes) }
      }
    }
    walk(from, [from], 0)
    return ways == 1
  }
}
