import VectorMath

/// Junctions in which no two ways cross: where roads only part, join, or lead on. Their paint stays.
///
/// In all other junctions marks are left out, since lines of one connecting road would lie in the lanes of another.
struct MergeJunctions {
  let ids: Set<String>

  /// One lane's way through a junction.
  private struct Way {
    let road: Int
    let incoming: RoadLink.Target?
    let outgoing: RoadLink.Target?
    let points: [Vector2]
  }
  private static let steps = 8

  init(_ map: RoadMap) {
    var ids: Set<String> = []
    for junction in map.junctions where junction.kind == .common {
      let roads = map.roads.indices.filter { map.roads[$0].junction == junction.id }
      let ways = roads.flatMap { Self.ways(map, $0) }
      guard !ways.isEmpty, ways.count < 400 else { continue }
      let crosses = ways.indices.contains { i in
        ways[(i + 1)...].contains { Self.cross(ways[i], $0) }
      }
      if !crosses { ids.insert(junction.id) }
    }
    self.ids = ids
  }

  private static func ways(_ map: RoadMap, _ index: Int) -> [Way] {
    let road = map.roads[index]
    return road.sections.indices.flatMap { k -> [Way] in
      road.sections[k].lanes.filter { $0.id != 0 && $0.type.isDrivable }.map { lane in
        let reference = LaneReference(road: index, section: k, lane: lane.id)
        let forward = map.runsForward(reference)
        let points = (0...steps).map { i -> Vector2 in
          let s = road.sections[k].start + road.sections[k].length * Double(i) / Double(steps)
          let p = road.crossFrame(at: s).position(t: map.laneCentre(reference, at: s) ?? 0)
          return Vector2(p.x, p.y)
        }
        return Way(
          road: index, incoming: (forward ? road.predecessor : road.successor)?.target,
          outgoing: (forward ? road.successor : road.predecessor)?.target, points: points)
      }
    }
  }

  /// Ways from one road part and ways to one road join; others cross if their middle lines do.
  private static func cross(_ a: Way, _ b: Way) -> Bool {
    guard a.road != b.road, a.incoming != b.incoming, a.outgoing != b.outgoing else { return false }
    for (p, q) in zip(a.points, a.points.dropFirst()) {
      for (u, v) in zip(b.points, b.points.dropFirst()) {
        let (d, e) = (q - p, v - u)
        let (left, right) = (VectorMath.cross(d, u - p), VectorMath.cross(d, v - p))
        let (before, behind) = (VectorMath.cross(e, p - u), VectorMath.cross(e, q - u))
        if left * right < 0, before * behind < 0 { return true }
      }
    }
    return false
  }
}
