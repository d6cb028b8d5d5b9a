package import VectorMath

extension PlanCurve {
  /// The arc length of the point of the curve that lies nearest to `p`; the smaller one where two tie.
  ///
  /// Lines are exact; other shapes are searched at steps that turn by at most a quarter radian, then
  /// refined by Newton steps on the projection to about 1e-12 m.
  package func nearest(to p: Vector2) -> Double {
    guard length > 0 else { return 0 }
    if case .line = shape {
      let direction = sample(at: length).point - start
      return min(length, max(0, dot(p - start, direction) / length))
    }
    let steps = searchSteps
    var best = 0
    var bestDistance = Double.infinity
    for i in 0...steps {
      let offset = point(at: length * Double(i) / Double(steps)) - p
      let distance = dot(offset, offset)
      if distance < bestDistance { (best, bestDistance) = (i, distance) }
    }
    let low = length * Double(max(0, best - 1)) / Double(steps)
    let high = length * Double(min(steps, best + 1)) / Double(steps)
    return refine(p, from: length * Double(best) / Double(steps), within: low...high)
  }

  /// Newton on f(s) = (C(s) − p)·T(s), f′ = 1 + κ (C − p)·N, guarded by bisection on the sign of f.
  private func refine(_ p: Vector2, from guess: Double, within range: ClosedRange<Double>) -> Double {
    var (low, high) = (range.lowerBound, range.upperBound)
    var s = guess
    for _ in 0..<60 {
      let here = sample(at: s)
      let (sin, cos) = DeterministicMath.sincos(here.heading)
      let offset = here.point - p
      let f = dot(offset, Vector2(cos, sin))
      if f > 0 { high = min(high, s) } else { low = max(low, s) }
      let slope = 1 + here.curvature * dot(offset, Vector2(-sin, cos))
      var next = slope > 1e-9 ? s - f / slope : (low + high) / 2
      if next < low || next > high { next = (low + high) / 2 }
      if (next - s).magnitude < 1e-12 { return next }
      s = next
    }
    return s
  }

  private var searchSteps: Int {
    let turn: Double
    switch shape {
    case .line: return 1
    case .arc(let k): turn = k.magnitude * length
    case .clothoid(let a, let b): turn = max(a.magnitude, b.magnitude) * length
    case .cubic, .parametricCubic: turn = 12
    }
    return Int(min(4096, max(8, (turn * 4).rounded(.up))))
  }
}
