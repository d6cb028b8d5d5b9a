/// One lane of a lane section. Ids grow to the left; 0 is the centre line and has no width.
package struct Lane: Sendable, Hashable {
  /// Which way traffic runs, compared with the road's rule.
  package enum Direction: String, Sendable, Hashable {
    case standard, reversed, both
  }

  /// A speed limit from `start` on.
  package struct SpeedLimit: Sendable, Hashable {
    /// Metres after the start of the lane section.
    package var start: Double
    /// m/s.
    package var limit: Double

    package init(start: Double, limit: Double) {
      self.start = start
      self.limit = limit
    }
  }

  /// Who may use the lane from `start` on.
  package struct Access: Sendable, Hashable {
    /// Metres after the start of the lane section.
    package var start: Double
    /// True: only those named may; false: all but those named.
    package var isAllowed: Bool
    /// Traffic as named in the file: bus, emergency, pedestrian, passengerCar …
    package var traffic: [String]
  }

  /// What the lane is made of from `start` on.
  package struct Material: Sendable, Hashable {
    /// Metres after the start of the lane section.
    package var start: Double
    package var surface: String
    package var friction: Double?
    package var roughness: Double?
  }

  /// A rule in words from `start` on.
  package struct Rule: Sendable, Hashable {
    /// Metres after the start of the lane section.
    package var start: Double
    package var value: String
  }

  /// Height above the road's surface from `start` on.
  package struct Height: Sendable, Hashable {
    /// Metres after the start of the lane section.
    package var start: Double
    /// Metres, at the border nearer to lane 0.
    package var inner: Double
    /// Metres, at the other border.
    package var outer: Double

    package init(start: Double, inner: Double, outer: Double) {
      self.start = start
      self.inner = inner
      self.outer = outer
    }
  }

  package var id: Int
  package var type: LaneType
  /// Level lanes do not follow the road's superelevation.
  package var isLevel: Bool
  package var direction: Direction
  /// Metres over the distance from the start of the lane section.
  package var widths: PiecewiseCubic
  /// Outer limit as a lateral offset from lane 0; rules instead of `widths` where present.
  package var borders: PiecewiseCubic
  package var marks: [RoadMark]
  package var speeds: [SpeedLimit]
  package var heights: [Height]
  package var access: [Access] = []
  package var materials: [Material] = []
  package var rules: [Rule] = []
  /// Work goes on here (1.8); the type says what the lane is otherwise.
  package var isRoadWorks = false
  /// Its type or direction changes with time (1.8).
  package var isDynamic = false
  /// Ids of the lanes that continue it at the section's start (or before it), and at its end.
  package var predecessors: [Int]
  package var successors: [Int]

  package init(
    id: Int, type: LaneType, widths: PiecewiseCubic = PiecewiseCubic(), marks: [RoadMark] = [],
    predecessors: [Int] = [], successors: [Int] = []
  ) {
    self.id = id
    self.type = type
    self.widths = widths
    self.marks = marks
    self.predecessors = predecessors
    self.successors = successors
    isLevel = false
    direction = .standard
    borders = PiecewiseCubic()
    speeds = []
    heights = []
  }

  /// Heights (inner, outer) above the surface at `offset` metres into the section.
  package func height(at offset: Double) -> (inner: Double, outer: Double)? {
    guard let record = heights.last(where: { $0.start <= offset + 1e-9 }) else { return nil }
    return (record.inner, record.outer)
  }
}

/// A stretch of road with a fixed set of lanes.
package struct LaneSection: Sendable, Hashable {
  /// Metres along the road.
  package var start: Double
  package var end: Double
  /// Left to right as seen along +s: ids fall, lane 0 among them.
  package var lanes: [Lane]

  package init(start: Double, end: Double, lanes: [Lane]) {
    self.start = start
    self.end = end
    self.lanes = lanes.sorted { $0.id > $1.id }
  }

  package var length: Double { end - start }
  /// Index of lane 0 in `lanes`.
  package var centerIndex: Int { lanes.firstIndex { $0.id <= 0 } ?? lanes.count }

  package func index(of id: Int) -> Int? { lanes.firstIndex { $0.id == id } }
  package func lane(_ id: Int) -> Lane? { lanes.first { $0.id == id } }

  /// Outer lateral offsets of all lanes from lane 0 at `offset` metres into the section, in the order of
  /// `lanes` (the entry of lane 0 is 0). They never cross: negative widths count as zero.
  package func outerOffsets(at offset: Double) -> [Double] {
    var result = [Double](repeating: 0, count: lanes.count)
    let center = centerIndex
    var t = 0.0
    for i in stride(from: center - 1, through: 0, by: -1) {
      let lane = lanes[i]
      t =
        lane.borders.isEmpty
        ? t + max(0, lane.widths.value(at: offset)) : max(t, lane.borders.value(at: offset))
      result[i] = t
    }
    t = 0
    guard center + 1 < lanes.count else { return result }
    for i in (center + 1)..<lanes.count {
      let lane = lanes[i]
      t =
        lane.borders.isEmpty
        ? t - max(0, lane.widths.value(at: offset)) : min(t, lane.borders.value(at: offset))
      result[i] = t
    }
    return result
  }
}
