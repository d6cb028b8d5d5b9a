import Geometry
import RoadNetwork

/// The cross-section of a motorway, the same to both sides, with what interchanges add to it.
struct MotorwaySection {
  /// A carriageway.
  var lanes = 2
  var laneWidth = 3.75
  /// The whole of it, metres.
  var median = 4.0
  var shoulder = 3.0
  /// m/s.
  var speed = 120 / 3.6

  static let strip = 0.75
  static let verge = 1.5
  static let rampLane = 3.5

  /// From the reference line to the outer edge of the last lane.
  var edge: Double { median / 2 + Self.strip + Double(lanes) * laneWidth }

  /// Median to last lane.
  private func inner(lastMark: RoadMark) -> [PlannedLane] {
    var result = [
      PlannedLane("median", .median, width: median / 2),
      PlannedLane("strip", .shoulder, width: Self.strip, marks: [Self.line(.solid, 0.15)]),
    ]
    for k in 0..<lanes {
      let mark = k == lanes - 1 ? lastMark : Self.line(.broken, 0.15)
      result.append(PlannedLane("drive\(k)", .driving, width: laneWidth, marks: [mark]))
    }
    return result
  }

  private var outer: [PlannedLane] {
    [PlannedLane("shoulder", .shoulder, width: shoulder), PlannedLane("verge", .border, width: Self.verge)]
  }

  /// One side of the plain road.
  var plain: [PlannedLane] { inner(lastMark: Self.line(.solid, 0.3)) + outer }

  /// One side with a lane that opens towards its interchange: `widths` over the section.
  func withChangeLane(_ type: LaneType, _ widths: PiecewiseCubic) -> [PlannedLane] {
    let lane = PlannedLane("change", type, widths: widths, marks: [Self.line(.solid, 0.3)])
    return inner(lastMark: Self.line(.broken, 0.3)) + [lane] + outer
  }

  /// One side between exit and entry: the hard shoulder begins again behind the nose.
  func behindNose(_ shoulder: PiecewiseCubic) -> [PlannedLane] {
    inner(lastMark: Self.line(.solid, 0.3)) + [
      PlannedLane("shoulder", .shoulder, widths: shoulder),
      PlannedLane("verge", .border, width: Self.verge),
    ]
  }

  static func line(_ pattern: RoadMark.Pattern, _ width: Double) -> RoadMark {
    var mark = RoadMark(
      start: 0, pattern: pattern, width: width, laneChange: pattern == .solid ? .none : .both)
    mark.isBold = width > 0.2
    return mark
  }
}
