import Geometry
import VectorMath

/// Where the areas of two lanes of a junction overlap, so that their traffic must take turns.
package struct ConflictArea: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable {
    /// Their ways cross.
    case crossing
    /// They come from different lanes and lead to one.
    case merging
    /// They come from one lane and lead to different ones.
    case diverging
  }

  package var junction: String
  package var kind: Kind
  /// The earlier in the order of lanes.
  package var first: LaneReference
  package var second: LaneReference
  /// Metres along the lanes' roads over which they overlap.
  package var firstStations: ClosedRange<Double>
  package var secondStations: ClosedRange<Double>
  /// m² in the plan.
  package var area: Double
}

extension LaneGraph {
  /// All conflicts between drivable lanes of one junction, in the order of junctions, then lanes. Lanes that merely
  /// touch (less than `least` m²) or lie on different levels (2 m apart) do not conflict.
  package func conflicts(least: Double = 0.05) -> [ConflictArea] {
    map.junctions.flatMap { junction -> [ConflictArea] in
      let inside = lanes.filter { lane in
        map.roads[lane.road].junction == junction.id && map.lane(lane)?.type.isDrivable == true
      }
      let shapes = inside.map { LaneQuads(map, $0) }
      var result: [ConflictArea] = []
      for i in shapes.indices {
        for j in shapes.indices.dropFirst(i + 1) where shapes[i].lane.road != shapes[j].lane.road {
          guard let overlap = shapes[i].overlap(shapes[j]), overlap.area >= least else { continue }
          result.append(
            ConflictArea(
              junction: junction.id, kind: kind(shapes[i].lane, shapes[j].lane), first: shapes[i].lane,
              second: shapes[j].lane, firstStations: overlap.first, secondStations: overlap.second,
              area: overlap.area))
        }
      }
      return result
    }
  }

  /// Which kind two overlapping lanes are, by the lanes before and after them outside of the junction.
  private func kind(_ a: LaneReference, _ b: LaneReference) -> ConflictArea.Kind {
    let (from, to) = (outside(a, forward: false), outside(b, forward: false))
    if from.contains(where: { to.contains($0) }) { return .diverging }
    let (next, other) = (outside(a, forward: true), outside(b, forward: true))
    if next.contains(where: { other.contains($0) }) { return .merging }
    return .crossing
  }

  /// The first lanes of other roads before or after `lane`.
  private func outside(_ lane: LaneReference, forward: Bool) -> [LaneReference] {
    var front = [lane]
    var result: [LaneReference] = []
    // Within a road ways may part, join and run in circles: each lane once.
    var seen: Set<LaneReference> = [lane]
    while let here = front.popLast() {
      for next in forward ? successors(of: here) : predecessors(of: here)
      where seen.insert(next).inserted {
        if next.road == lane.road { front.append(next) } else { result.append(next) }
      }
    }
    return result
  }
}

/// A lane's area as quads along it; a corner's uv holds its station and offset.
private struct LaneQuads {
  let lane: LaneReference
  private var quads: [[SurfaceVertex]] = []
  private var boxes: [(low: Vector2, high: Vector2)] = []
  private var low = Vector2(repeating: .infinity)
  private var high = Vector2(repeating: -.infinity)
  private static let step = 0.75
  private static let levels = 2.0

  init(_ map: RoadMap, _ lane: LaneReference) {
    self.lane = lane
    guard let section = map.section(lane), section.length > 1e-6 else { return }
    let road = map.roads[lane.road]
    let count = max(1, min(5000, Int((section.length / Self.step).rounded(.up))))
    var previous: (SurfaceVertex, SurfaceVertex)?
    for i in 0...count {
      let s = section.start + section.length * Double(i) / Double(count)
      guard let span = road.laneSpan(lane.lane, at: s, section: lane.section) else { return }
      let frame = road.crossFrame(at: s, section: lane.section)
      func vertex(_ t: Double) -> SurfaceVertex {
        SurfaceVertex(position: frame.position(t: t), normal: frame.up, uv: Vector2(s, t))
      }
      let here = (vertex(max(span.inner, span.outer)), vertex(min(span.inner, span.outer)))
      if let before = previous {
        for facet in Facet.quad(
          before.1, here.1, here.0, before.0, kind: .road, priority: 0, road: lane.road, raise: 0)
        {
          quads.append(facet.corners)
          let box = facet.box
          boxes.append((box.min, box.max))
          low = Vector2(min(low.x, box.min.x), min(low.y, box.min.y))
          high = Vector2(max(high.x, box.max.x), max(high.y, box.max.y))
        }
      }
      previous = here
    }
  }

  func overlap(
    _ other: LaneQuads
  ) -> (first: ClosedRange<Double>, second: ClosedRange<Double>, area: Double)? {
    guard low.x < other.high.x, high.x > other.low.x, low.y < other.high.y, high.y > other.low.y else {
      return nil
    }
    var (a, b) = ((Double.infinity, -Double.infinity), (Double.infinity, -Double.infinity))
    var area = 0.0
    for i in quads.indices
    where boxes[i].low.x < other.high.x && boxes[i].high.x > other.low.x && boxes[i].low.y < other.high.y
      && boxes[i].high.y > other.low.y
    {
      for j in other.quads.indices {
        let (p, q) = (boxes[i], other.boxes[j])
        guard p.low.x < q.high.x, p.high.x > q.low.x, p.low.y < q.high.y, p.high.y > q.low.y,
          let common = CutPolygon(quads[i]).intersection(other.quads[j]), common.planArea > 1e-9,
          let back = CutPolygon(other.quads[j]).intersection(quads[i])
        else { continue }
        let heights = (common.corners[0].position.z, back.corners[0].position.z)
        guard (heights.0 - heights.1).magnitude < Self.levels else { continue }
        area += common.planArea
        for corner in common.corners { a = (min(a.0, corner.uv.x), max(a.1, corner.uv.x)) }
        for corner in back.corners { b = (min(b.0, corner.uv.x), max(b.1, corner.uv.x)) }
      }
    }
    return area > 0 && a.0 <= a.1 && b.0 <= b.1 ? (a.0...a.1, b.0...b.1, area) : nil
  }
}
