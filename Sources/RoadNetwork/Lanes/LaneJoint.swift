import Geometry
import VectorMath

/// Where one lane leads on to another, and how well their ends meet.
package struct LaneJoint: Sendable, Hashable {
  package var from: LaneReference
  package var to: LaneReference
  /// Distance of the borders that meet best, metres. Lanes that begin or end with another width meet with one border.
  package var gap: Double
  /// Turn between the directions of that border, radians, in the plan.
  package var turn: Double
  /// Change of width, metres.
  package var step: Double
}

extension LaneGraph {
  /// All pairs of lanes of which one leads to the other, in the order of lanes.
  package var joints: [LaneJoint] {
    lanes.flatMap { lane in successors(of: lane).compactMap { Self.joint(map, from: lane, to: $0) } }
  }

  static func joint(_ map: RoadMap, from: LaneReference, to: LaneReference) -> LaneJoint? {
    guard let a = map.laneEnd(from, atEnd: true), let b = map.laneEnd(to, atEnd: false) else { return nil }
    let pairs = [(a.left, b.left), (a.right, b.right)].map { p, q in
      (
        gap: length(p.position - q.position),
        turn: DeterministicMath.atan2(cross(p.direction, q.direction), dot(p.direction, q.direction))
          .magnitude
      )
    }
    // A border that meets and runs straight on is enough; of two that meet the straighter counts.
    let limit = 0.01
    let best = pairs.min { p, q in
      let (p0, q0) = (max(limit, p.gap), max(limit, q.gap))
      return p0 != q0 ? p0 < q0 : p.turn < q.turn
    }
    guard let best else { return nil }
    let widths = [a, b].map { length($0.left.position - $0.right.position) }
    return LaneJoint(
      from: from, to: to, gap: best.gap, turn: best.turn, step: (widths[0] - widths[1]).magnitude)
  }
}

/// A border of a lane at one of its ends.
struct BorderEnd {
  var position: Vector3
  /// Of travel, in the plan, unit length.
  var direction: Vector2
}

extension RoadMap {
  /// Both borders where traffic leaves the lane (`atEnd`) or enters it, as the driver sees them.
  func laneEnd(_ lane: LaneReference, atEnd: Bool) -> (left: BorderEnd, right: BorderEnd)? {
    guard let section = section(lane) else { return nil }
    let forward = runsForward(lane)
    let s = forward == atEnd ? section.end : section.start
    let road = roads[lane.road]
    guard let span = laneSpan(lane, at: s),
      let slopes = road.laneSlopes(lane.lane, at: s, section: lane.section)
    else { return nil }
    let frame = road.crossFrame(at: s, section: lane.section)
    func end(_ t: Double, _ slope: Double) -> BorderEnd {
      let direction = normalized(
        Vector2(frame.flatForward.x, frame.flatForward.y) * max(1e-9, 1 - frame.curvature * t)
          + Vector2(frame.flatLeft.x, frame.flatLeft.y) * slope)
      return BorderEnd(position: frame.position(t: t), direction: forward ? direction : -direction)
    }
    let (inner, outer) = (end(span.inner, slopes.inner), end(span.outer, slopes.outer))
    let innerIsLeft = (lane.lane < 0) == forward
    return innerIsLeft ? (inner, outer) : (outer, inner)
  }
}

extension CrossFrame {
  /// Along the reference line in the plan.
  var flatForward: Vector3 { Vector3(flatLeft.y, -flatLeft.x, 0) }
}

extension Road {
  /// Slopes dt/ds of the inner and outer border of lane `id` at `s`; nil when the section has no such lane.
  func laneSlopes(_ id: Int, at s: Double, section index: Int) -> (inner: Double, outer: Double)? {
    guard sections.indices.contains(index), let i = sections[index].index(of: id) else { return nil }
    let section = sections[index]
    let last = index + 1 < sections.count ? section.end - 1e-9 * max(1, section.end) : section.end
    let inside = min(last, max(section.start, s))
    let shift = laneOffset.slope(at: inside)
    let center = section.centerIndex
    func slope(_ j: Int) -> Double {
      // Outwards from lane 0: widths add up, a border stands for all within.
      var sum = 0.0
      let side: Double = j < center ? 1 : -1
      var k = center
      while k != j {
        k += j < center ? -1 : 1
        let lane = section.lanes[k]
        let offset = inside - section.start
        if !lane.borders.isEmpty {
          sum = lane.borders.slope(at: offset)
        } else if lane.widths.value(at: offset) > 0 || lane.widths.slope(at: offset) > 0 {
          sum += side * lane.widths.slope(at: offset)
        }
      }
      return shift + sum
    }
    guard section.lanes.indices.contains(center) else { return nil }
    let inner = id > 0 ? i + 1 : (id < 0 ? i - 1 : i)
    guard section.lanes.indices.contains(inner) else { return nil }
    return (slope(inner), slope(i))
  }
}
