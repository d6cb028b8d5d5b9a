/// A painted line at the outer border of a lane (lane 0: the centre line), from `start` to the next record.
package struct RoadMark: Sendable, Hashable {
  /// One or two lines, named left to right as seen along +s.
  package enum Pattern: String, Sendable, Hashable {
    case none = "none"
    case solid = "solid"
    case broken = "broken"
    case solidSolid = "solid solid"
    case solidBroken = "solid broken"
    case brokenSolid = "broken solid"
    case brokenBroken = "broken broken"
    case bottsDots = "botts dots"
    case grass = "grass"
    case curb = "curb"
    case edge = "edge"
    case custom = "custom"

    /// Who may cross such a line where the file does not say: OpenDRIVE's default is both, but no driver would take a
    /// solid line for that.
    var usualLaneChange: LaneChange {
      switch self {
      case .solid, .solidSolid, .curb: .none
      case .solidBroken: .increase
      case .brokenSolid: .decrease
      default: .both
      }
    }
  }

  package enum Color: String, Sendable, Hashable, CaseIterable {
    case white, yellow, blue, green, red, black, orange, violet
  }

  /// Who may cross: towards lanes with higher ids, lower ids, both or nobody.
  package enum LaneChange: String, Sendable, Hashable {
    case increase, decrease, both, none
  }

  /// One explicit line of the mark (`type/line` repeats, `explicit/line` does not).
  package struct Line: Sendable, Hashable {
    /// Painted length, metres; 0 = without end.
    package var length: Double
    /// Gap after it, metres.
    package var space: Double
    /// Lateral offset of its middle from the mark's, metres, positive to the left.
    package var lateralOffset: Double
    /// Metres after the start of the mark.
    package var startOffset: Double
    /// Metres; 0 = the mark's.
    package var width: Double
    package var color: Color?
    package var repeats: Bool
    /// Who may cross this line, seen along +s: `no passing`, `caution` or `none`; empty = not given.
    package var rule = ""

    package init(
      length: Double, space: Double, lateralOffset: Double = 0, startOffset: Double = 0, width: Double = 0,
      color: Color? = nil, repeats: Bool = true
    ) {
      self.length = length
      self.space = space
      self.lateralOffset = lateralOffset
      self.startOffset = startOffset
      self.width = width
      self.color = color
      self.repeats = repeats
    }
  }

  /// Metres after the start of the lane section.
  package var start: Double
  package var pattern: Pattern
  package var color: Color
  /// Metres; a default by weight where the file gives none.
  package var width: Double
  package var laneChange: LaneChange
  package var lines: [Line]
  package var isBold = false
  /// What it is made of, as written; empty = not given.
  package var material = ""
  /// Metres above the road; 0 = not given.
  package var height = 0.0
  /// Lateral displacement along the mark, from the start of the mark.
  package var sway: PiecewiseCubic

  package init(
    start: Double, pattern: Pattern, color: Color = .white, width: Double = RoadMark.standardWidth,
    laneChange: LaneChange = .both, lines: [Line] = [], sway: PiecewiseCubic = PiecewiseCubic()
  ) {
    self.start = start
    self.pattern = pattern
    self.color = color
    self.width = width
    self.laneChange = laneChange
    self.lines = lines
    self.sway = sway
  }

  /// What a mark measures where the file is silent, metres.
  package static let standardWidth = 0.12
  package static let boldWidth = 0.25
}
