import Geometry
import RoadNetwork

extension PiecewiseCubic {
  /// From `a` to `b` over `taper` metres from `start` on, constant before and behind.
  static func taper(from a: Double, to b: Double, at start: Double, over taper: Double) -> PiecewiseCubic {
    var records: [Record] = []
    if start > 1e-9 { records.append(.init(start: 0, cubic: CubicPolynomial(a))) }
    records.append(.init(start: max(0, start), cubic: smoothStep(from: a, to: b, over: taper)))
    records.append(.init(start: max(0, start) + taper, cubic: CubicPolynomial(b)))
    return PiecewiseCubic(records)
  }

  /// Up from `a` to `b` at the start and down again at the end of a stretch.
  static func plateau(low a: Double, high b: Double, length: Double, taper: Double, start: Bool, end: Bool)
    -> PiecewiseCubic
  {
    let taper = min(taper, length / 2.5)
    var records: [Record] = []
    if start { records.append(.init(start: 0, cubic: smoothStep(from: a, to: b, over: taper))) }
    records.append(.init(start: start ? taper : 0, cubic: CubicPolynomial(b)))
    if end { records.append(.init(start: length - taper, cubic: smoothStep(from: b, to: a, over: taper))) }
    return PiecewiseCubic(records)
  }
}
