import Geometry
import RoadNetwork

/// A lane of a planned section, known along the road by its name.
struct PlannedLane {
  /// What it is to the road (`drive1`, `parking`, …): lanes of one name in neighbouring sections are one lane.
  var name: String
  var type: LaneType
  var widths: PiecewiseCubic
  /// On its outer border.
  var marks: [RoadMark] = []
  var heights: [Lane.Height] = []

  init(_ name: String, _ type: LaneType, width: Double, marks: [RoadMark] = []) {
    self.init(name, type, widths: PiecewiseCubic(constant: width), marks: marks)
  }

  init(_ name: String, _ type: LaneType, widths: PiecewiseCubic, marks: [RoadMark] = []) {
    self.name = name
    self.type = type
    self.widths = widths
    self.marks = marks
  }
}

/// A stretch of planned lanes; each side from lane 0 outwards.
struct PlannedSection {
  var start: Double
  var left: [PlannedLane]
  var right: [PlannedLane]
  /// On lane 0.
  var centre: [RoadMark] = []

  /// Sections as the model has them, linked by the names of their lanes.
  static func laneSections(_ planned: [PlannedSection], length: Double) -> [LaneSection] {
    planned.indices.map { i in
      let end = i + 1 < planned.count ? planned[i + 1].start : length
      var lanes = [Lane(id: 0, type: .none, marks: planned[i].centre)]
      for side in [1, -1] {
        let own = planned[i].side(side)
        for (k, lane) in own.enumerated() {
          var made = Lane(id: side * (k + 1), type: lane.type, widths: lane.widths, marks: lane.marks)
          made.heights = lane.heights
          if i > 0 { made.predecessors = planned[i - 1].ids(of: lane.name, side) }
          if i + 1 < planned.count { made.successors = planned[i + 1].ids(of: lane.name, side) }
          lanes.append(made)
        }
      }
      return LaneSection(start: planned[i].start, end: end, lanes: lanes)
    }
  }

  func side(_ side: Int) -> [PlannedLane] { side > 0 ? left : right }

  private func ids(of name: String, _ side: Int) -> [Int] {
    self.side(side).firstIndex { $0.name == name }.map { [side * ($0 + 1)] } ?? []
  }
}

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
