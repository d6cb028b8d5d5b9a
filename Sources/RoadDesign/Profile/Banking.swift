import Geometry
package import RoadNetwork
import VectorMath

/// How a road is tilted across: to the inside of bends (superelevation), to both sides on straights (crown).
package enum Banking {
  /// RAL 2012 and AASHTO: water needs 2.5 %.
  static let drainage = 0.025

  /// Superelevation that follows the curvature of the plan: full in the arc, running in over the clothoids.
  ///
  /// - Parameters:
  ///   - full: tangent of the tilt in the tightest bend.
  package static func followingBends(_ alignment: Alignment, full: Double) -> PiecewiseCubic {
    let sharpest = alignment.curves.map { $0.sample(at: $0.length / 2).curvature.magnitude }.max() ?? 0
    guard sharpest > 1e-6 else { return PiecewiseCubic() }
    // The outer side is the higher: bends to the left (positive) lower the left side.
    func tilt(_ k: Double) -> Double {
      let share = k.magnitude / sharpest
      let tangent = share < 1e-3 ? 0 : max(drainage, full * share)
      return DeterministicMath.atan2(k > 0 ? -tangent : tangent, 1)
    }
    var records: [PiecewiseCubic.Record] = []
    var s = 0.0
    for curve in alignment.curves {
      let (a, b) = (curve.sample(at: 0).curvature, curve.sample(at: curve.length).curvature)
      let cubic: CubicPolynomial
      switch curve.shape {
      case .clothoid:
        // The tilt at a curve's ends, so that records meet.
        let (from, to) = (a.magnitude < 1e-9 ? 0 : tilt(a), b.magnitude < 1e-9 ? 0 : tilt(b))
        cubic = smoothStep(from: from, to: to, over: curve.length)
      case .arc(let k): cubic = CubicPolynomial(tilt(k))
      default: cubic = CubicPolynomial(0)
      }
      records.append(.init(start: s, cubic: cubic))
      s += curve.length
    }
    return PiecewiseCubic(records)
  }

  /// A roof profile on straights, which gives way to the tilt of bends over their clothoids.
  ///
  /// - Parameters:
  ///   - flat: half of a level strip in the middle, metres.
  ///   - startRunIn: metres over which the roof grows from a junction; nil at an open end.
  static func crownOnStraights(
    _ alignment: Alignment, left: Double, right: Double, flat: Double = 0, startRunIn: Double? = nil,
    endRunIn: Double? = nil
  ) -> LateralShape {
    var falls: [(s: Double, fall: Double)] = []
    var s = 0.0
    for curve in alignment.curves {
      let ends = [s, s + curve.length]
      s += curve.length
      switch curve.shape {
      case .line: falls += ends.map { ($0, drainage) }
      case .arc: falls += ends.map { ($0, 0) }
      default: continue
      }
    }
    // Where an arc follows a straight without a clothoid, the straight's word counts.
    var seen = -1.0
    falls = falls.filter { fall in
      defer { seen = fall.s }
      return fall.s > seen
    }
    // Level at junctions.
    if let run = startRunIn { falls = [(0, 0), (run, drainage)] + falls.filter { $0.s > run } }
    if let run = endRunIn {
      falls = falls.filter { $0.s < alignment.length - run }
      falls += [(alignment.length - run, drainage), (alignment.length, 0)]
    }
    return LateralShape(
      profiles: falls.map { roof(at: $0.s, fall: $0.fall, left: left, right: right, flat: flat) })
  }

  /// Falls from the middle (or from `flat` metres beside it) to the kerbs, level beyond.
  private static func roof(
    at s: Double, fall: Double, left: Double, right: Double, flat: Double = 0
  ) -> LateralShape.Profile {
    let beyond = 80.0
    var records: [PiecewiseCubic.Record] = [
      .init(start: -beyond, cubic: CubicPolynomial(-fall * (right - flat))),
      .init(start: -right, cubic: CubicPolynomial(-fall * (right - flat), fall)),
    ]
    if flat > 0 { records.append(.init(start: -flat, cubic: CubicPolynomial(0))) }
    records.append(.init(start: flat, cubic: CubicPolynomial(0, -fall)))
    records.append(.init(start: left, cubic: CubicPolynomial(-fall * (left - flat))))
    return LateralShape.Profile(s: s, heights: PiecewiseCubic(records))
  }

  /// A roof profile: falls by `drainage` from the middle to the kerbs and stays level beyond, from level at both ends.
  ///
  /// - Parameters:
  ///   - left, right: distance of the kerbs from the reference line, metres.
  ///   - runIn: metres over which the roof grows from a junction; nil at an open end.
  package static func crown(
    left: Double, right: Double, length: Double, startRunIn: Double?, endRunIn: Double?
  ) -> LateralShape {
    func profile(_ s: Double, _ fall: Double) -> LateralShape.Profile {
      roof(at: s, fall: fall, left: left, right: right)
    }
    var profiles: [LateralShape.Profile] = []
    let (a, b) = (startRunIn ?? 0, length - (endRunIn ?? 0))
    guard b - a > 1 else { return LateralShape() }
    if startRunIn != nil { profiles += [profile(0, 0)] }
    profiles += [profile(a, drainage), profile(b, drainage)]
    if endRunIn != nil { profiles += [profile(length, 0)] }
    return LateralShape(profiles: profiles)
  }
}
