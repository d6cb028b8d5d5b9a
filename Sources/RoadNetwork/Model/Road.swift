package import Geometry

/// Which end of a road a link meets.
package enum ContactPoint: String, Sendable, Hashable {
  case start, end
}

/// What follows a road at one of its ends.
package struct RoadLink: Sendable, Hashable {
  package enum Target: Sendable, Hashable {
    case road(id: String, contact: ContactPoint)
    case junction(id: String)
  }
  package var target: Target

  /// Where a link into a virtual junction's main road meets it, metres, and the direction that traffic then takes.
  package var station: Double?
  package var direction: RoadSignal.Orientation = .both

  package init(_ target: Target) { self.target = target }
}

/// A geometry of the plan view and where it begins.
package struct PlanSegment: Sendable, Hashable {
  /// Metres along the road.
  package var start: Double
  package var curve: PlanCurve

  package init(start: Double, curve: PlanCurve) {
    self.start = start
    self.curve = curve
  }
}

/// The kind of a road from `start` on (town, rural, motorway …) and its speed limit.
package struct RoadKind: Sendable, Hashable {
  package var start: Double
  package var name: String
  /// m/s; nil where the file states none.
  package var speedLimit: Double?
  /// ISO 3166 code, where given.
  package var country = ""

  package init(start: Double, name: String, speedLimit: Double?, country: String = "") {
    self.start = start
    self.name = name
    self.speedLimit = speedLimit
    self.country = country
  }
}

/// A road: a reference line with profiles and lane sections along it (OpenDRIVE 1.8 §8–11).
package struct Road: Sendable, Hashable {
  package var id: String
  package var name: String
  /// Metres along the reference line in the plane.
  package var length: Double
  /// The junction that the road lies in, nil for none.
  package var junction: String?
  package var rule: TrafficRule
  package var predecessor: RoadLink?
  package var successor: RoadLink?
  package var kinds: [RoadKind]
  /// Ascending; at least one.
  package var planView: [PlanSegment]
  package var elevation: PiecewiseCubic
  /// Radians, positive = the left side is higher.
  package var superelevation: PiecewiseCubic
  package var lateralShape: LateralShape
  /// Shift of lane 0 to the left of the reference line.
  package var laneOffset: PiecewiseCubic
  /// Ascending and without gaps; at least one.
  package var sections: [LaneSection]
  package var objects: [RoadObject]
  package var signals: [RoadSignal]
  /// Bridges and tunnels, in the order of the file.
  package var structures: [RoadStructure] = []
  package var surfaceFiles: [RoadSurfaceFile] = []

  package init(id: String, length: Double, planView: [PlanSegment], sections: [LaneSection]) {
    self.id = id
    self.length = length
    self.planView = planView
    self.sections = sections
    name = ""
    junction = nil
    rule = .rightHand
    predecessor = nil
    successor = nil
    kinds = []
    elevation = PiecewiseCubic()
    superelevation = PiecewiseCubic()
    lateralShape = LateralShape()
    laneOffset = PiecewiseCubic()
    objects = []
    signals = []
  }

  /// Index of the section at `s`; at a border the later one.
  package func sectionIndex(at s: Double) -> Int {
    var low = 0
    var high = sections.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if sections[middle].start <= s { low = middle } else { high = middle }
    }
    return low
  }

  /// The kind of road at `s`.
  package func kind(at s: Double) -> RoadKind? {
    kinds.last { $0.start <= s + 1e-9 } ?? kinds.first
  }

  /// Lateral offsets of the lanes' outer borders from the reference line at `s` metres, in the order of the
  /// section's lanes; the entry of lane 0 is the lane offset.
  ///
  /// `s` is clamped to the section. At the section's end the limit from within is meant: lane offsets often jump
  /// there, when lane 0 moves on to another lane's border.
  package func laneBorders(at s: Double, section index: Int) -> [Double] {
    guard sections.indices.contains(index) else { return [] }
    let section = sections[index]
    let last = index + 1 < sections.count ? section.end - 1e-9 * max(1, section.end) : section.end
    let inside = min(last, max(section.start, s))
    let shift = laneOffset.value(at: inside)
    return section.outerOffsets(at: inside - section.start).map { $0 + shift }
  }

  /// Inner and outer lateral offset of lane `id` at `s`; nil when the section has no such lane.
  package func laneSpan(_ id: Int, at s: Double, section index: Int) -> (inner: Double, outer: Double)? {
    guard sections.indices.contains(index), let i = sections[index].index(of: id) else { return nil }
    let borders = laneBorders(at: s, section: index)
    let inner = id > 0 ? i + 1 : (id < 0 ? i - 1 : i)
    guard borders.indices.contains(inner) else { return nil }
    return (borders[inner], borders[i])
  }
}
