import VectorMath

/// The cross-sections of one lane section at stations close enough that straight strips between them stay
/// within the chord error.
struct SectionTessellation {
  /// What lies at one station.
  struct Station {
    let frame: CrossFrame
    /// Outer border of each lane (index as in the section), lateral offset.
    let borders: [Double]

    var s: Double { frame.s }

    /// The reference line jumps between the two.
    func isTorn(from next: Station) -> Bool {
      length(next.frame.origin - frame.origin) > 3 * (next.s - s).magnitude + 0.5
    }
  }

  let road: Int
  let section: LaneSection
  /// Unbroken runs of stations; one from end to end, but where only a part of the plan is wanted.
  let runs: [[Station]]

  /// - Parameters:
  ///   - chordError: largest distance of a border's middle from its chord, metres.
  ///   - longest: no step is longer, metres.
  ///   - focus: only steps that reach into this circle are kept.
  init(
    _ source: Road, road: Int, section index: Int, chordError: Double, longest: Double, focus: PlanCircle?
  ) {
    self.road = road
    section = source.sections[index]
    let section = section
    func station(_ s: Double) -> Station {
      let frame = source.crossFrame(at: s, section: index)
      return Station(frame: frame, borders: source.laneBorders(at: s, section: index))
    }
    func isFlat(_ a: Station, _ m: Station, _ b: Station, at w: Double) -> Bool {
      for i in m.borders.indices {
        let chord = a.frame.position(t: a.borders[i]) * (1 - w) + b.frame.position(t: b.borders[i]) * w
        if length(m.frame.position(t: m.borders[i]) - chord) > chordError { return false }
      }
      return true
    }
    let least = max(0.05, section.length / 200_000)
    var run: [Station] = []
    func refine(_ a: Station, _ b: Station, _ depth: Int) {
      let step = b.s - a.s
      if depth < 24, step > 2 * least {
        let middle = station((a.s + b.s) / 2)
        if !isFlat(a, middle, b, at: 0.5) || !isFlat(a, station(a.s + step / 4), b, at: 0.25)
          || !isFlat(a, station(a.s + step * 3 / 4), b, at: 0.75)
        {
          refine(a, middle, depth + 1)
          refine(middle, b, depth + 1)
          return
        }
      }
      run.append(b)
    }
    var runs: [[Station]] = []
    let breaks = Self.breaks(source, section)
    for (from, to) in zip(breaks, breaks.dropFirst()) {
      let count = max(1, Int(((to - from) / longest).rounded(.up)))
      for i in 0..<count {
        let a = station(from + (to - from) * Double(i) / Double(count))
        let b = station(i + 1 == count ? to : from + (to - from) * Double(i + 1) / Double(count))
        if let focus, !focus.touches(a, b) {
          if run.count > 1 { runs.append(run) }
          run = []
          continue
        }
        if run.isEmpty { run.append(a) }
        refine(a, b, 0)
      }
    }
    if run.count > 1 { runs.append(run) }
    self.runs = runs
  }

  /// Places where some record takes over, ascending, from the section's start to its end.
  private static func breaks(_ road: Road, _ section: LaneSection) -> [Double] {
    var all = [section.start, section.end]
    all += road.planView.map(\.start)
    for profile in [road.elevation, road.superelevation, road.laneOffset] {
      all += profile.records.map(\.start)
    }
    all += road.lateralShape.stations
    for lane in section.lanes {
      all += lane.widths.records.map { section.start + $0.start }
      all += lane.borders.records.map { section.start + $0.start }
      all += lane.heights.map { section.start + $0.start }
    }
    var result: [Double] = []
    for s in all.sorted() where s >= section.start && s <= section.end {
      // Records a millimetre apart would make slivers.
      if let last = result.last, s - last < 1e-3 { continue }
      result.append(s)
    }
    if result.count > 1 { result[result.count - 1] = section.end }
    return result
  }
}

/// A circle in the plan, metres.
struct PlanCircle: Sendable {
  let centre: Vector2
  let radius: Double

  /// Some border of the two cross-sections, or the way between them, may lie within.
  func touches(_ a: SectionTessellation.Station, _ b: SectionTessellation.Station) -> Bool {
    let reach = radius + (b.s - a.s)
    return [a, b].contains { station in
      [station.borders.first ?? 0, 0, station.borders.last ?? 0].contains { t in
        let p = station.frame.position(t: t)
        return length(Vector2(p.x, p.y) - centre) <= reach
      }
    }
  }
}
