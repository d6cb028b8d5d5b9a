import VectorMath

/// Turns the cross-sections of a lane section into facets.
struct SectionStrips {
  private(set) var facets: [Facet] = []

  private let section: LaneSection
  private let surfaces: [LaneSurface]
  private let road: Int
  private let origin: Vector3
  private let kerbHeight: Double
  /// Later layers give way to earlier ones: roads of junctions come after the others of their priority.
  private let inJunction: Bool
  /// Strips that each lane is drawn as, so that a curved cross profile is followed.
  private let parts: [Int]
  /// Width of the stone along a raised lane's edge, metres.
  private static let kerbWidth = 0.15

  init(
    _ tessellation: SectionTessellation, origin: Vector3, kerbHeight: Double, inJunction: Bool,
    chordError: Double = 0.01
  ) {
    parts = Self.parts(tessellation, chordError)
    section = tessellation.section
    surfaces = LaneSurface.all(section, inJunction: inJunction)
    road = tessellation.road
    self.origin = origin
    self.kerbHeight = kerbHeight
    self.inJunction = inJunction
    for run in tessellation.runs {
      for (a, b) in zip(run, run.dropFirst()) { step(a, b) }
    }
  }

  private typealias Station = SectionTessellation.Station

  /// The least of 1, 2, 4, 8, 16 and 32 with which chords across the lane stay within the error at all stations.
  private static func parts(_ tessellation: SectionTessellation, _ chordError: Double) -> [Int] {
    let lanes = tessellation.section.lanes
    let stations = tessellation.runs.flatMap { $0 }.filter { !$0.frame.shape.isFlat }
    return lanes.indices.map { i in
      let inner = lanes[i].id > 0 ? i + 1 : i - 1
      guard lanes[i].id != 0, !stations.isEmpty, lanes.indices.contains(inner) else { return 1 }
      var n = 1
      while n < 32 {
        let fits = stations.allSatisfy { station in
          let (from, to) = (station.borders[inner], station.borders[i])
          func height(_ w: Double) -> Double {
            station.frame.shape.height(s: station.s, t: from + (to - from) * w)
          }
          return (0..<n).allSatisfy { k in
            let (a, b) = (Double(k) / Double(n), Double(k + 1) / Double(n))
            return [0.25, 0.5, 0.75].allSatisfy { w in
              (height(a + (b - a) * w) - height(a) * (1 - w) - height(b) * w).magnitude <= chordError
            }
          }
        }
        if fits { break }
        n *= 2
      }
      return n
    }
  }

  private mutating func step(_ a: Station, _ b: Station) {
    // A jump of the reference line (a gap between geometries) is not road.
    guard !a.isTorn(from: b) else { return }
    for i in section.lanes.indices where section.lanes[i].id != 0 { lane(i, a, b) }
  }

  /// - Parameters:
  ///   - middle: the lane's.
  ///   - lane: its number.
  private func vertex(_ station: Station, _ t: Double, _ height: Double, middle: Double, lane: Int)
    -> SurfaceVertex
  {
    SurfaceVertex(
      position: station.frame.position(t: t, height: height) - origin, normal: station.frame.normal(t: t),
      uv: Vector2(
        station.s + Double(road * 37 % 16) * 53, t - middle + Double(lane) * SurfaceMesh.laneStride))
  }

  /// Lateral offsets (left, right) and heights there, of lane `i`.
  private func span(_ i: Int, _ station: Station) -> (
    left: Double, right: Double, leftHeight: Double, rightHeight: Double
  ) {
    let lane = section.lanes[i]
    let h = LaneSurface.height(lane, at: station.s - section.start, kerb: kerbHeight)
    let inner = station.borders[lane.id > 0 ? i + 1 : i - 1]
    let outer = station.borders[i]
    return lane.id > 0 ? (outer, inner, h.outer, h.inner) : (inner, outer, h.inner, h.outer)
  }

  private mutating func lane(_ i: Int, _ a: Station, _ b: Station) {
    let surface = surfaces[i]
    let (p, q) = (span(i, a), span(i, b))
    /// Stones lie where a paved lower lane adjoins.
    let stoneLeft = surface.isRaised && surface.kind == .sidewalk && isPavedAndLow(neighbour(i, left: true))
    let stoneRight = surface.isRaised && surface.kind == .sidewalk && isPavedAndLow(neighbour(i, left: false))
    let parts = parts[i]
    func cut(_ s: (left: Double, right: Double, leftHeight: Double, rightHeight: Double)) -> [Double] {
      let stone = min(Self.kerbWidth, (s.left - s.right) / 3)
      let (from, to) = (s.left - (stoneLeft ? stone : 0), s.right + (stoneRight ? stone : 0))
      let inner = (1..<parts).map { from + (to - from) * Double($0) / Double(parts) }
      return [s.left] + (stoneLeft ? [from] : []) + inner + (stoneRight ? [to] : []) + [s.right]
    }
    let (ta, tb) = (cut(p), cut(q))
    for k in 0..<(ta.count - 1) {
      let isStone = (stoneLeft && k == 0) || (stoneRight && k == ta.count - 2)
      func at(
        _ station: Station, _ t: Double,
        _ s: (left: Double, right: Double, leftHeight: Double, rightHeight: Double)
      )
        -> SurfaceVertex
      {
        let w = s.left > s.right ? (s.left - t) / (s.left - s.right) : 0
        return vertex(
          station, t, s.leftHeight + (s.rightHeight - s.leftHeight) * w, middle: (s.left + s.right) / 2,
          lane: section.lanes[i].id)
      }
      facets += Facet.quad(
        at(a, ta[k + 1], p), at(b, tb[k + 1], q), at(b, tb[k], q), at(a, ta[k], p),
        kind: isStone ? .kerb : surface.kind, priority: 2 * surface.priority + (inJunction ? 1 : 0),
        road: road,
        raise: max(p.leftHeight, p.rightHeight, q.leftHeight, q.rightHeight))
    }
  }

  private func neighbour(_ i: Int, left: Bool) -> LaneSurface? {
    var j = i + (left ? -1 : 1)
    if section.lanes.indices.contains(j), section.lanes[j].id == 0 { j += left ? -1 : 1 }
    return surfaces.indices.contains(j) ? surfaces[j] : nil
  }

  private func isPavedAndLow(_ surface: LaneSurface?) -> Bool {
    guard let surface else { return false }
    return !surface.isRaised && surface.kind != .terrain
  }
}
