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
