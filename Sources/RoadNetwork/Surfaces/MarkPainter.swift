import VectorMath

/// Paints the marks of a lane section as thin strips just above the lanes' triangles.
///
/// The strips follow the straight edges between stations, not the true curve, so that they neither sink nor float.
struct MarkPainter {
  /// Height of paint above the road, metres: below 5 mm, as real thermoplastic.
  static let lift = 0.004
  /// Most dashes that one mark is painted with.
  private static let dashLimit = 50_000

  private let tessellation: SectionTessellation
  private let surfaces: [LaneSurface]
  private let origin: Vector3
  private let kerbHeight: Double
  /// Dashes of fast roads are longer.
  private let isFast: Bool

  /// Paint ends where another road's lanes lie: in junctions where roads merge.
  private let givesWay: Bool
  /// Stations between which nothing is painted: at crosswalks.
  private let gaps: [(from: Double, to: Double)]
  /// Lines along a lane's border may lie this far within another road's lane, metres.
  private static let overlap = 0.3

  init(
    _ tessellation: SectionTessellation, origin: Vector3, kerbHeight: Double, isFast: Bool,
    givesWay: Bool = false,
    gaps: [(from: Double, to: Double)] = []
  ) {
    self.gaps = gaps
    self.givesWay = givesWay
    surfaces = LaneSurface.all(tessellation.section, inJunction: givesWay)
    self.tessellation = tessellation
    self.origin = origin
    self.kerbHeight = kerbHeight
    self.isFast = isFast
  }

  /// Adds all marks to the builder.
  func paint(over layers: SurfaceLayers, on skin: SkinIndex, into builder: inout SurfaceMeshBuilder) {
    let section = tessellation.section
    for (i, lane) in section.lanes.enumerated() {
      for (k, mark) in lane.marks.enumerated() {
        let start = section.start + mark.start
        let end =
          k + 1 < lane.marks.count ? min(section.end, section.start + lane.marks[k + 1].start) : section.end
        let lines = mark.paintedLines(isFast: isFast)
        guard end - start > 1e-3, !lines.isEmpty else { continue }
        for line in lines {
          let shift = inset(i, width: max(line.width, 0.01), lines: lines)
          for (from, to) in intervals(line, start, end).flatMap(open) {
            for run in tessellation.runs {
              strip(
                i, mark, line, shift, from: from, to: to, markStart: start, run: run,
                color: line.color ?? mark.color,
                layers, skin, &builder)
            }
          }
        }
      }
    }
  }

  /// How far a mark where the paving ends (a kerb, grass, the network's rim) moves so that it lies on the paving as a
  /// whole: lateral offset to the left.
  private func inset(_ i: Int, width: Double, lines: [RoadMark.Line]) -> Double {
    let section = tessellation.section
    let lane = section.lanes[i]
    guard lane.id != 0 else { return 0 }
    let outer = lane.id > 0 ? i - 1 : i + 1
    func isPaved(_ j: Int) -> Bool {
      surfaces.indices.contains(j) && !surfaces[j].isRaised && surfaces[j].kind != .terrain
    }
    let (own, other) = (isPaved(i), isPaved(outer))
    if own == other, section.lanes.indices.contains(outer) { return 0 }
    let reach = width / 2 + (lines.map { $0.lateralOffset.magnitude }.max() ?? 0)
    let inwards: Double = lane.id > 0 ? -1 : 1
    return other ? -inwards * reach : inwards * reach
  }

  private func intervals(_ line: RoadMark.Line, _ start: Double, _ end: Double) -> [(Double, Double)] {
    let first = start + max(0, line.startOffset)
    if !line.repeats {
      return line.length > 0 ? [(first, min(end, first + line.length))] : [(first, end)]
    }
    guard line.length > 0, line.space > 0 else { return [(first, end)] }
    let period = line.length + line.space
    guard (end - first) / period < Double(Self.dashLimit) else { return [(first, end)] }
    var result: [(Double, Double)] = []
    var k = 0
    while first + Double(k) * period < end {
      let from = first + Double(k) * period
      result.append((from, min(end, from + line.length)))
      k += 1
    }
    return result
  }

  /// What the gaps leave of an interval.
  private func open(_ interval: (Double, Double)) -> [(Double, Double)] {
    gaps.reduce([interval]) { parts, gap in
      parts.flatMap { part in
        [(part.0, min(part.1, gap.from)), (max(part.0, gap.to), part.1)].filter { $0.1 - $0.0 > 1e-3 }
      }
    }
  }

  private func strip(
    _ i: Int, _ mark: RoadMark, _ line: RoadMark.Line, _ shift: Double, from: Double, to: Double,
    markStart: Double,
    run: [SectionTessellation.Station], color: RoadMark.Color, _ layers: SurfaceLayers, _ skin: SkinIndex,
    _ builder: inout SurfaceMeshBuilder
  ) {
    guard let first = run.first, let last = run.last else { return }
    let (a, b) = (max(from, first.s), min(to, last.s))
    guard b - a > 1e-3 else { return }
    var previous: (SurfaceVertex, SurfaceVertex)?
    var k = firstSegment(run, a)
    var s = a
    while k + 1 < run.count {
      let (p, q) = (run[k], run[k + 1])
      let w = q.s > p.s ? min(1, max(0, (s - p.s) / (q.s - p.s))) : 0
      let sway = mark.sway.isEmpty ? 0 : mark.sway.value(at: s - markStart)
      let here = pair(i, p, q, w, line.lateralOffset + shift + sway, line.width, s)
      if let before = previous, !p.isTorn(from: q) {
        let open =
          givesWay
          ? layers.uncovered(
            from: .mix(before.0, before.1, 0.5), to: .mix(here.0, here.1, 0.5), road: tessellation.road,
            priority: 5,
            depth: Self.overlap) : [(0, 1)]
        for (start, end) in open {
          let a = (SurfaceVertex.mix(before.0, here.0, start), SurfaceVertex.mix(before.1, here.1, start))
          let b = (SurfaceVertex.mix(before.0, here.0, end), SurfaceVertex.mix(before.1, here.1, end))
          // Where roads meet the surface may lie a little beside its own road's.
          let corners = [a.1, b.1, b.0, a.0]
          builder.add(givesWay ? corners.map { onSkin($0, skin) } : corners, .mark(color))
        }
      }
      previous = here
      if s >= b { break }
      s = min(b, q.s)
      if s >= q.s - 1e-12, k + 2 < run.count { k += 1 }
    }
  }

  private func onSkin(_ v: SurfaceVertex, _ skin: SkinIndex) -> SurfaceVertex {
    var own = v
    own.position.z -= Self.lift
    return skin.painted(own)
  }

  private func firstSegment(_ run: [SectionTessellation.Station], _ s: Double) -> Int {
    var low = 0
    var high = run.count - 1
    while high - low > 1 {
      let middle = (low + high) / 2
      if run[middle].s <= s { low = middle } else { high = middle }
    }
    return low
  }

  /// Left and right vertex of the paint on the edge between two stations.
  private func pair(
    _ i: Int, _ p: SectionTessellation.Station, _ q: SectionTessellation.Station, _ w: Double,
    _ offset: Double,
    _ width: Double, _ s: Double
  ) -> (SurfaceVertex, SurfaceVertex) {
    let (ep, eq) = (edge(i, p), edge(i, q))
    let centre = ep.point * (1 - w) + eq.point * w
    let side = normalized(ep.side * (1 - w) + eq.side * w)
    let normal = normalized(ep.normal * (1 - w) + eq.normal * w)
    let t = p.borders[i] * (1 - w) + q.borders[i] * w + offset
    func vertex(_ d: Double) -> SurfaceVertex {
      SurfaceVertex(
        position: centre + (offset + d) * side + Self.lift * normal, normal: normal, uv: Vector2(s, t + d))
    }
    return (vertex(width / 2), vertex(-width / 2))
  }

  /// The border of lane `i` at a station, on the lower of its two surfaces, with the direction across.
  private func edge(
    _ i: Int, _ station: SectionTessellation.Station
  ) -> (point: Vector3, side: Vector3, normal: Vector3) {
    let section = tessellation.section
    let lane = section.lanes[i]
    let t = station.borders[i]
    var height = LaneSurface.height(lane, at: station.s - section.start, kerb: kerbHeight).outer
    if lane.id == 0 { height = 0 }
    let outer = lane.id > 0 ? i - 1 : i + 1
    if lane.id != 0, section.lanes.indices.contains(outer) {
      let other = LaneSurface.height(section.lanes[outer], at: station.s - section.start, kerb: kerbHeight)
        .inner
      height = min(height, other)
    }
    let frame = station.frame
    let side =
      frame.shape.isFlat
      ? frame.left : normalized(frame.position(t: t + 0.05) - frame.position(t: t - 0.05))
    return (frame.position(t: t, height: height) - origin, side, frame.normal(t: t))
  }
}
