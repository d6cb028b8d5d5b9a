import Geometry
import RoadNetwork

/// Lane sections of a street between two junctions (or open ends): the midst with parking, approaches without.
struct StreetSections {
  let profile: StreetProfile
  let length: Double
  let start: StreetEnd?
  let end: StreetEnd?
  /// Shortest midst worth having, metres.
  private static let leastMidst = 16.0
  private var taper: Double { profile.parkingKind == .across ? 1 : 6 }
  /// Turning lanes open over this length, metres.
  private static let opening = 18.0

  /// Metres of the approaches; nil where the street has none there.
  let approaches: (start: Double?, end: Double?)

  init(_ profile: StreetProfile, length: Double, start: StreetEnd?, end: StreetEnd?) {
    self.profile = profile
    self.length = length
    self.start = start
    self.end = end
    var (a, b) = (start?.approach, end?.approach)
    let wanted = (a ?? 0) + (b ?? 0)
    if wanted > 0, length - wanted < Self.leastMidst {
      let share = max(0.2, (length - Self.leastMidst) / wanted)
      let scale = length * 0.8 > Self.leastMidst ? min(1, share) : 0.4 * length / wanted
      (a, b) = (a.map { $0 * scale }, b.map { $0 * scale })
    }
    approaches = (a, b)
  }

  /// The midst, along the road.
  var midst: ClosedRange<Double> {
    let (a, b) = (approaches.start ?? 0, length - (approaches.end ?? 0))
    return a...max(a, b)
  }

  /// A turning lane fits where its approach holds the opening and a car or two behind.
  private func hasTurnLane(atEnd: Bool) -> Bool {
    let room = (atEnd ? approaches.end : approaches.start) ?? 0
    return (atEnd ? end : start)?.hasTurnLane == true && room > Self.opening + 8
  }

  var sections: [LaneSection] {
    let (from, to) = (midst.lowerBound, midst.upperBound)
    var planned: [PlannedSection] = []
    if let a = approaches.start { planned.append(approach(0, a, atEnd: false)) }
    planned.append(
      PlannedSection(
        start: from, left: midstSide(to - from), right: midstSide(to - from),
        centre: centre(isSolid: false, 0)))
    if approaches.end != nil { planned.append(approach(to, length - to, atEnd: true)) }
    return PlannedSection.laneSections(planned, length: length)
  }

  // MARK: Lanes

  private func midstSide(_ length: Double) -> [PlannedLane] {
    let p = profile
    var lanes = inner(isSolid: false)
    if p.parking > 0 {
      let widths = PiecewiseCubic.plateau(
        low: 0, high: p.parking, length: length, taper: taper, start: start != nil, end: end != nil)
      lanes.append(PlannedLane("parking", .parking, widths: widths))
    }
    // The pavement takes what parking leaves, so that its outer edge runs straight.
    let walks = PiecewiseCubic.plateau(
      low: p.walk + p.parking, high: p.walk, length: length, taper: taper, start: start != nil,
      end: end != nil)
    return lanes + outer(p.parking > 0 ? walks : PiecewiseCubic(constant: p.walk))
  }

  private func approach(_ s: Double, _ length: Double, atEnd: Bool) -> PlannedSection {
    let p = profile
    let isSolid = (atEnd ? end : start)?.isSolid ?? false
    func side(isComing: Bool) -> [PlannedLane] {
      var lanes = inner(isSolid: isSolid && isComing)
      var walk = PiecewiseCubic(constant: p.walk + p.parking)
      if let island = (atEnd ? end : start)?.island, island > 0, p.median <= 0 {
        let (a, b) = atEnd ? (0, island / 2) : (island / 2, 0)
        let widths = PiecewiseCubic.taper(from: a, to: b, at: 2, over: max(4, length - 8))
        lanes.insert(
          PlannedLane("island", .median, widths: widths, marks: [mark(.solid, at: 0)]), at: 0)
      }
      if isComing, hasTurnLane(atEnd: atEnd) {
        let opening = Self.opening
        func over(_ a: Double, _ b: Double) -> PiecewiseCubic {
          atEnd
            ? .taper(from: a, to: b, at: 0, over: opening)
            : .taper(from: b, to: a, at: length - opening, over: opening)
        }
        var marks = [mark(.broken, at: 0)]
        marks += [mark(.solid, at: opening)]
        if !atEnd { marks = [mark(.solid, at: 0), mark(.broken, at: length - opening)] }
        let place = p.median > 0 ? 1 : 0
        lanes.insert(PlannedLane("turn", .driving, widths: over(0, p.turnWidth), marks: marks), at: place)
        // Room comes from parking as far as it goes; beyond, the street widens.
        if p.parking > 0 {
          let left = max(min(p.walk, 1.5), p.walk + p.parking - p.turnWidth)
          walk = over(p.walk + p.parking, left)
        }
      }
      return lanes + outer(walk)
    }
    return PlannedSection(
      start: s, left: side(isComing: !atEnd), right: side(isComing: atEnd),
      centre: centre(isSolid: isSolid, length))
  }

  /// From the middle to the edge of the carriageway.
  private func inner(isSolid: Bool) -> [PlannedLane] {
    let p = profile
    var lanes: [PlannedLane] = []
    if p.median > 0 {
      lanes.append(PlannedLane("median", .median, width: p.median / 2, marks: [mark(.solid, at: 0)]))
    }
    for k in 0..<p.lanes {
      let isLast = k == p.lanes - 1
      var marks: [RoadMark] = []
      if !isLast { marks = [mark(isSolid ? .solid : .broken, at: 0)] }
      if isLast, p.bike > 0 { marks = [mark(.broken, at: 0, width: 0.25)] }
      if isLast, p.bike <= 0, p.hasEdgeLine { marks = [mark(.solid, at: 0)] }
      lanes.append(PlannedLane("drive\(k)", .driving, width: p.laneWidth, marks: marks))
    }
    if p.bike > 0 {
      lanes.append(PlannedLane("bike", .biking, width: p.bike))
    }
    return lanes
  }

  private func outer(_ walk: PiecewiseCubic) -> [PlannedLane] {
    let p = profile
    var lanes: [PlannedLane] = []
    if p.shoulder > 0 { lanes.append(PlannedLane("shoulder", .shoulder, width: p.shoulder)) }
    // Where bays lie across, islands take their place at the ends of aisles.
    if p.walk > 0 || p.parkingKind == .across { lanes.append(PlannedLane("walk", .sidewalk, widths: walk)) }
    if p.grass > 0 { lanes.append(PlannedLane("grass", .border, width: p.grass)) }
    return lanes
  }

  private func centre(isSolid: Bool, _ length: Double) -> [RoadMark] {
    guard profile.median <= 0, let pattern = profile.centre else { return [] }
    if isSolid { return [mark(pattern == .solidSolid ? .solidSolid : .solid, at: 0)] }
    return [mark(pattern, at: 0)]
  }

  func mark(_ pattern: RoadMark.Pattern, at start: Double, width: Double = 0.12) -> RoadMark {
    var mark = RoadMark(start: start, pattern: pattern, width: width)
    switch pattern {
    case .solid, .solidSolid: mark.laneChange = .none
    default: mark.laneChange = .both
    }
    mark.isBold = width > 0.2
    return mark
  }
}
