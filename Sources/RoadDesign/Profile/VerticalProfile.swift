import Geometry
package import RoadNetwork

/// Heights along a road: grades joined by parabolas (a vertical curve of radius H changes the grade by 1/H a metre).
package struct VerticalProfile: Sendable {
  /// Where grades change: station and height of the tangents' intersection, and half the curve's length, metres.
  package struct Point: Sendable {
    package var s: Double
    package var z: Double
    package var half: Double

    package init(s: Double, z: Double, half: Double) {
      self.s = s
      self.z = z
      self.half = half
    }
  }

  /// Between first and last point; their `half` does not count. Curves that would overlap are shortened.
  package static func parabolic(_ points: [Point]) -> PiecewiseCubic {
    guard let first = points.first, points.count > 1 else {
      return PiecewiseCubic(constant: points.first?.z ?? 0)
    }
    let grades = zip(points, points.dropFirst()).map { ($1.z - $0.z) / max(1e-9, $1.s - $0.s) }
    var records = [PiecewiseCubic.Record(start: first.s, cubic: CubicPolynomial(first.z, grades[0]))]
    for i in 1..<(points.count - 1) {
      let point = points[i]
      let room = min(point.s - points[i - 1].s, points[i + 1].s - point.s) / 2
      let half = min(point.half, room)
      guard half > 0.01 else {
        guard grades[i] != grades[i - 1] else { continue }
        records.append(.init(start: point.s, cubic: CubicPolynomial(point.z, grades[i])))
        continue
      }
      let bend = (grades[i] - grades[i - 1]) / (4 * half)
      guard bend.magnitude > 1e-12 else { continue }
      records.append(
        .init(
          start: point.s - half, cubic: CubicPolynomial(point.z - grades[i - 1] * half, grades[i - 1], bend)))
      records.append(
        .init(start: point.s + half, cubic: CubicPolynomial(point.z + grades[i] * half, grades[i])))
    }
    return PiecewiseCubic(records)
  }

  /// From one level to another: level for `flat` metres at both ends, a smooth step between.
  package static func step(from a: Double, to b: Double, length: Double, flat: Double) -> PiecewiseCubic {
    guard a != b else { return PiecewiseCubic(constant: a) }
    let level = min(flat, length * 0.2)
    let way = length - 2 * level
    var records = [PiecewiseCubic.Record(start: 0, cubic: CubicPolynomial(a))]
    records.append(.init(start: level, cubic: smoothStep(from: a, to: b, over: way)))
    records.append(.init(start: length - level, cubic: CubicPolynomial(b)))
    return PiecewiseCubic(level > 1e-6 ? records : [.init(start: 0, cubic: records[1].cubic)])
  }
}

/// The cubic that leads from `a` to `b` over `length` metres with level ends.
func smoothStep(from a: Double, to b: Double, over length: Double) -> CubicPolynomial {
  let (l2, rise) = (length * length, b - a)
  return CubicPolynomial(a, 0, 3 * rise / l2, -2 * rise / (l2 * length))
}
