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

  func position(t: Double, height: Double = 0) -> Vector3 {
    origin + t * left + (height + shape.height(s: s, t: t)) * up
  }

  /// The surface's normal at `t`, tilted by the cross profile.
  func normal(t: Double) -> Vector3 {
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
  func crossFrame(at s: Double) -> CrossFrame {
    let plan = planSample(at: s)
    let (sin, cos) = DeterministicMath.sincos(plan.heading)
    let slope = elevation.slope(at: s)
    let run = 1 / (1 + slope * slope).squareRoot()
    let forward = Vector3(cos * run, sin * run, slope * run)
    let flatLeft = Vector3(-sin, cos, 0)
    let flatUp = Vector3(-cos * slope * run, -sin * slope * run, run)
    let origin = Vector3(plan.point.x, plan.point.y, elevation.value(at: s))
    guard !superelevation.isEmpty else {
      return CrossFrame(
        s: s, origin: origin, heading: plan.heading, curvature: plan.curvature, forward: forward,
        left: flatLeft,
        up: flatUp, shape: lateralShape)
    }
    let (bankSin, bankCos) = DeterministicMath.sincos(superelevation.value(at: s))
    return CrossFrame(
      s: s, origin: origin, heading: plan.heading, curvature: plan.curvature, forward: forward,
      left: bankCos * flatLeft + bankSin * flatUp, up: bankCos * flatUp - bankSin * flatLeft,
      shape: lateralShape)
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
