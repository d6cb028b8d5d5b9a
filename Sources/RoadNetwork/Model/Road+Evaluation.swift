package import Geometry
package import VectorMath

/// A place on the surface of a road.
package struct RoadPose: Sendable, Hashable {
  /// Metres.
  package var position: Vector3
  /// Heading of the reference line, radians from +x, counter-clockwise.
  package var heading: Double
  /// Unit normal of the surface, upwards.
  package var normal: Vector3
  /// Unit vector along +s, with the slope of the road.
  package var forward: Vector3
  /// Unit vector along +t, with the superelevation.
  package var left: Vector3

  package init(position: Vector3, heading: Double, normal: Vector3, forward: Vector3, left: Vector3) {
    self.position = position
    self.heading = heading
    self.normal = normal
    self.forward = forward
    self.left = left
  }
}

/// The frame of the reference line at one s, from which all places across the road follow.
struct CrossFrame: Sendable {
  let s: Double
  let origin: Vector3
  let heading: Double
  let curvature: Double
  let forward: Vector3
  let left: Vector3
  let up: Vector3
  let shape: LateralShape
  /// Beyond these offsets, on the left and on the right, level lanes lie: superelevation and shape end there.
  var levelLeft = Double.infinity
  var levelRight = -Double.infinity
  /// Across and up without the superelevation.
  var flatLeft: Vector3
  var flatUp: Vector3

  func position(t: Double, height: Double = 0) -> Vector3 {
    guard t > levelLeft || t < levelRight else {
      return origin + t * left + (height + shape.height(s: s, t: t)) * up
    }
    let edge = t > levelLeft ? levelLeft : levelRight
    let rim = origin + edge * left + shape.height(s: s, t: edge) * up
    return rim + (t - edge) * flatLeft + height * flatUp
  }

  /// The surface's normal at `t`, tilted by the cross profile.
  func normal(t: Double) -> Vector3 {
    if t > levelLeft || t < levelRight { return flatUp }
    guard !shape.isFlat else { return up }
    let step = 0.01
    let slope = (shape.height(s: s, t: t + step) - shape.height(s: s, t: t - step)) / (2 * step)
    return normalized(up - slope * left)
  }
}

extension Road {
  /// The reference line in the plane at `s`, clamped to the road.
  package func planSample(at s: Double) -> PlanSample {
    var low = 0
    var high = planView.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if planView[middle].start <= s { low = middle } else { high = middle }
    }
    guard planView.indices.contains(low) else {
      return PlanSample(point: .zero, heading: 0, curvature: 0)
    }
    return planView[low].curve.sample(at: s - planView[low].start)
  }

  /// OpenDRIVE 1.8 §8.4: the cross-section is turned by heading, then slope, then superelevation.
  ///
  /// - Parameter section: whose level lanes count where two sections meet; nil = the one at `s`.
  func crossFrame(at s: Double, section: Int? = nil) -> CrossFrame {
    let plan = planSample(at: s)
    let (sin, cos) = DeterministicMath.sincos(plan.heading)
    let slope = elevation.slope(at: s)
    let run = 1 / (1 + slope * slope).squareRoot()
    let forward = Vector3(cos * run, sin * run, slope * run)
    let flatLeft = Vector3(-sin, cos, 0)
    let flatUp = Vector3(-cos * slope * run, -sin * slope * run, run)
    let origin = Vector3(plan.point.x, plan.point.y, elevation.value(at: s))
    var (left, up) = (flatLeft, flatUp)
    if !superelevation.isEmpty {
      let (bankSin, bankCos) = DeterministicMath.sincos(superelevation.value(at: s))
      left = bankCos * flatLeft + bankSin * flatUp
      up = bankCos * flatUp - bankSin * flatLeft
    }
    var frame = CrossFrame(
      s: s, origin: origin, heading: plan.heading, curvature: plan.curvature, forward: forward, left: left,
      up: up, shape: lateralShape, flatLeft: flatLeft, flatUp: flatUp)
    // Level lanes make a difference only where the road is banked or has a cross profile.
    if !superelevation.isEmpty || !lateralShape.isFlat {
      limitBank(of: &frame, section: section ?? sectionIndex(at: s))
    }
    return frame
  }

  /// A level lane keeps the lanes outside of it level too (OpenDRIVE 1.8 §11.3).
  private func limitBank(of frame: inout CrossFrame, section index: Int) {
    guard sections.indices.contains(index) else { return }
    let lanes = sections[index].lanes
    guard lanes.contains(where: { $0.isLevel && $0.id != 0 }) else { return }
    let borders = laneBorders(at: frame.s, section: index)
    guard borders.count == lanes.count else { return }
    for i in lanes.indices where lanes[i].isLevel {
      if lanes[i].id > 0, i + 1 < borders.count { frame.levelLeft = min(frame.levelLeft, borders[i + 1]) }
      if lanes[i].id < 0, i > 0 { frame.levelRight = max(frame.levelRight, borders[i - 1]) }
    }
  }

  /// The surface at `s` along and `t` to the left of the reference line, `height` above it.
  package func pose(s: Double, t: Double, height: Double = 0) -> RoadPose {
    let frame = crossFrame(at: s)
    return RoadPose(
      position: frame.position(t: t, height: height), heading: frame.heading, normal: frame.normal(t: t),
      forward: frame.forward, left: frame.left)
  }
}

extension RoadMap {
  /// The surface of road `index` at (s, t); nil when there is no such road. `s` is clamped to the road.
  package func pose(road index: Int, s: Double, t: Double) -> RoadPose? {
    guard roads.indices.contains(index) else { return nil }
    return roads[index].pose(s: s, t: t)
  }
}
