import Geometry
package import VectorMath

/// Where a plan point lies on the network.
package struct RoadLocation: Sendable, Hashable {
  package var lane: LaneReference
  package var s: Double
  package var t: Double
  /// Height of the surface there, metres.
  package var elevation: Double

  package var road: Int { lane.road }
}

/// Finds the lanes at a plan point: the inverse of `RoadMap.pose`.
///
/// A grid of cells names the patches of road whose bounds touch it; inside a patch Newton's method solves for
/// (s, t) to 1e-9 m.
package struct RoadLocator: Sendable {
  package let map: RoadMap
  private let patches: [Patch]
  private let cells: [SIMD2<Int32>: [Int32]]
  private static let cellSize = 16.0

  private struct Patch: Sendable {
    let road: Int
    let section: Int
    let start: Double
    let end: Double
  }

  package init(_ map: RoadMap) {
    self.map = map
    var patches: [Patch] = []
    var cells: [SIMD2<Int32>: [Int32]] = [:]
    for (r, road) in map.roads.enumerated() {
      for (i, section) in road.sections.enumerated() {
        var s = section.start
        while s < section.end - 1e-9 {
          let k = max(
            road.planSample(at: s).curvature.magnitude, road.planSample(at: s + 5).curvature.magnitude)
          let step = max(0.5, min(10, 0.25 / max(k, 1e-3)), section.length / 50_000)
          let end = min(section.end, s + step)
          let patch = Patch(road: r, section: i, start: s, end: end)
          Self.insert(Self.bounds(road, patch), Int32(patches.count), &cells)
          patches.append(patch)
          s = end
        }
      }
    }
    self.patches = patches
    self.cells = cells
  }

  /// The best lane at the point: nearest in height when `z` is given, else drivable before others, then the one
  /// whose middle is nearest. Nil off the network.
  package func locate(_ p: Vector2, z: Double? = nil) -> RoadLocation? {
    var best: (location: RoadLocation, cost: Double)?
    for location in locateAll(p) {
      var cost = ((map.laneCentre(location.lane, at: location.s) ?? 0) - location.t).magnitude
      if map.lane(location.lane)?.type.isDrivable != true { cost += 1000 }
      if let z { cost += 100 * max(0, (location.elevation - z).magnitude - 0.5) }
      if cost < (best?.cost ?? .infinity) { best = (location, cost) }
    }
    return best?.location
  }

  /// Every lane that covers the point, in the order of roads; several in junctions and under bridges.
  package func locateAll(_ p: Vector2) -> [RoadLocation] {
    guard p.x.magnitude < 1e10, p.y.magnitude < 1e10 else { return [] }
    let cell = Self.cell(p)
    var found: [RoadLocation] = []
    for index in cells[cell] ?? [] {
      let patch = patches[Int(index)]
      guard let location = solve(p, patch) else { continue }
      let isKnown = found.contains {
        $0.lane.road == location.lane.road && ($0.s - location.s).magnitude < 1e-6
          && ($0.t - location.t).magnitude < 1e-6
      }
      if !isKnown { found.append(location) }
    }
    return found
  }

  private func solve(_ p: Vector2, _ patch: Patch) -> RoadLocation? {
    let road = map.roads[patch.road]
    var s = (patch.start + patch.end) / 2
    var t = 0.0
    var rest = Vector2.zero
    var frame = road.crossFrame(at: s)
    for _ in 0..<30 {
      let here = frame.position(t: t)
      rest = Vector2(p.x - here.x, p.y - here.y)
      if dot(rest, rest) < 1e-20 { break }
      let stretch = 1 - frame.curvature * t
      let along = Vector2(frame.forward.x, frame.forward.y)
      let run = max(1e-6, length(along))
      let ds = along / run * (stretch.magnitude < 0.05 ? 0.05 : stretch)
      let dt = Vector2(frame.left.x, frame.left.y)
      let determinant = cross(ds, dt)
      guard determinant.magnitude > 1e-9 else { return nil }
      let step = min(10, max(-10, cross(rest, dt) / determinant))
      let next = min(road.length, max(0, s + step))
      t += cross(ds, rest) / determinant
      guard t.magnitude < 2000 else { return nil }
      s = next
      frame = road.crossFrame(at: s)
    }
    let slack = 1e-7
    guard dot(rest, rest) < 1e-14, s >= patch.start - slack, s <= patch.end + slack else { return nil }
    let section = road.sections[patch.section]
    let borders = road.laneBorders(at: s, section: patch.section)
    guard let left = borders.first, let right = borders.last, t <= left + slack, t >= right - slack else {
      return nil
    }
    let center = section.centerIndex
    guard borders.indices.contains(center) else { return nil }
    var lane: Int?
    if t >= borders[center] {
      lane =
        (0..<center).last { borders[$0] >= t }.map { section.lanes[$0].id }
        ?? (center > 0 ? section.lanes.first?.id : nil)
    }
    if lane == nil, center + 1 < borders.count {
      lane =
        ((center + 1)..<borders.count).first { borders[$0] <= t }.map { section.lanes[$0].id }
        ?? section.lanes.last?.id
    }
    guard let lane, lane != 0 else { return nil }
    return RoadLocation(
      lane: LaneReference(road: patch.road, section: patch.section, lane: lane), s: s, t: t,
      elevation: frame.position(t: t).z)
  }

  private static func bounds(_ road: Road, _ patch: Patch) -> (min: Vector2, max: Vector2) {
    var low = Vector2(repeating: .infinity)
    var high = Vector2(repeating: -.infinity)
    for i in 0...4 {
      let s = patch.start + (patch.end - patch.start) * Double(i) / 4
      let frame = road.crossFrame(at: s)
      let borders = road.laneBorders(at: s, section: patch.section)
      for t in [borders.first ?? 0, 0, borders.last ?? 0] {
        let p = frame.position(t: t)
        low = Vector2(Swift.min(low.x, p.x), Swift.min(low.y, p.y))
        high = Vector2(Swift.max(high.x, p.x), Swift.max(high.y, p.y))
      }
    }
    // Between samples the border bulges out by less than a hundredth of the patch's length squared over its
    // radius; half a metre covers that and the shear of widths.
    return (low - 0.5, high + 0.5)
  }

  private static func cell(_ p: Vector2) -> SIMD2<Int32> {
    SIMD2(
      Int32(clamping: Int((p.x / cellSize).rounded(.down))),
      Int32(clamping: Int((p.y / cellSize).rounded(.down))))
  }

  private static func insert(
    _ box: (min: Vector2, max: Vector2), _ patch: Int32, _ cells: inout [SIMD2<Int32>: [Int32]]
  ) {
    let (a, b) = (cell(box.min), cell(box.max))
    // A patch spans at most 10 m by 2 km of lanes.
    guard Int(b.x) - Int(a.x) < 1000, Int(b.y) - Int(a.y) < 1000, a.x <= b.x, a.y <= b.y else { return }
    for x in a.x...b.x { for y in a.y...b.y { cells[SIMD2(x, y), default: []].append(patch) } }
  }
}
