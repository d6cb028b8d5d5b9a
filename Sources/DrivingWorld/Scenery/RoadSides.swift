import RoadNetwork
import VectorMath

/// Both sides of every road of a region, as places along the outer edge of what is paved.
struct RoadSides: Sendable {
  struct Side: Sendable {
    var stretch: Region.Stretch
    var isLeft: Bool
    var length: Double { stretch.length }
    /// A name for draws, unique in the region.
    var path: String {
      "\(stretch.road)/\(stretch.section)/\(isLeft ? "left" : "right")/\(Int(stretch.start))"
    }
  }

  /// A place on the edge.
  struct Place: Sendable {
    var point: Vector3
    /// Away from the road, unit.
    var outward: Vector2
    /// Along +s, unit.
    var along: Vector2

    var outward3: Vector3 { Vector3(outward.x, outward.y, 0) }
  }

  let map: RoadMap
  let sides: [Side]

  /// - Parameter includesMotorways: houses and benches keep away from those.
  init(_ map: RoadMap, _ region: Region) {
    self.map = map
    sides = region.stretches.filter { map.roads[$0.road].junction == nil && $0.length > 1 }.flatMap {
      [Side(stretch: $0, isLeft: true), Side(stretch: $0, isLeft: false)]
    }
  }

  /// Metres of road side.
  var total: Double { sides.reduce(0) { $0 + $1.length } }

  func isMotorway(_ side: Side) -> Bool { map.isMotorway(side.stretch.road, at: side.stretch.start) }

  /// The place `distance` metres along the stretch.
  func place(_ side: Side, _ distance: Double) -> Place? {
    let s = min(side.stretch.end, max(side.stretch.start, side.stretch.start + distance))
    guard let t = map.pavedBorder(side.stretch.road, section: side.stretch.section, at: s, left: side.isLeft)
    else {
      return nil
    }
    let pose = map.roads[side.stretch.road].pose(s: s, t: t)
    let left = normalized(Vector2(pose.left.x, pose.left.y))
    return Place(
      point: pose.position, outward: side.isLeft ? left : -left,
      along: normalized(Vector2(pose.forward.x, pose.forward.y)))
  }

  /// The outer pavement at a place: its inner edge, the kerb, and its width in metres; nil without one.
  func kerb(_ side: Side, _ distance: Double) -> (place: Place, width: Double)? {
    guard let outer = place(side, distance) else { return nil }
    let stretch = side.stretch
    let s = min(stretch.end, max(stretch.start, stretch.start + distance))
    let road = map.roads[stretch.road]
    guard road.sections.indices.contains(stretch.section) else { return nil }
    guard let outerT = map.pavedBorder(stretch.road, section: stretch.section, at: s, left: side.isLeft)
    else { return nil }
    for lane in road.sections[stretch.section].lanes where lane.type == .sidewalk {
      guard let span = road.laneSpan(lane.id, at: s, section: stretch.section) else { continue }
      let width = (span.outer - span.inner).magnitude
      guard (span.outer - outerT).magnitude < 0.01, width > 0.5 else { continue }
      let pose = road.pose(s: s, t: span.inner)
      return (Place(point: pose.position, outward: outer.outward, along: outer.along), width)
    }
    return nil
  }
}
