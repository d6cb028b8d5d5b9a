import VectorMath

/// Turns the cross-sections of a lane section into facets, kerb faces and outer edges.
struct SectionStrips {
  /// A vertical face between a lower and a higher surface along a lane border.
  struct KerbFace {
    /// Bottom and top at both ends; seen from outside `from` lies to the left.
    var from: (low: SurfaceVertex, high: SurfaceVertex)
    var to: (low: SurfaceVertex, high: SurfaceVertex)
    var road: Int
  }

  /// A piece of the network's outer edge; the surface lies to its left.
  struct OuterEdge {
    var from: SurfaceVertex
    var to: SurfaceVertex
    /// Level unit vectors away from the surface at both ends.
    var fromOutward: Vector2
    var toOutward: Vector2
    var road: Int
  }

  private(set) var facets: [Facet] = []
  private(set) var kerbs: [KerbFace] = []
  private(set) var edges: [OuterEdge] = []

  private let section: LaneSection
  private let surfaces: [LaneSurface]
  private let road: Int
  private let origin: Vector3
  private let kerbHeight: Double
  /// Later layers give way to earlier ones: roads of junctions come after the others of their priority.
  private let inJunction: Bool
  /// Width of the stone along a raised lane's edge, metres.
  private static let kerbWidth = 0.15

  init(_ tessellation: SectionTessellation, origin: Vector3, kerbHeight: Double, inJunction: Bool) {
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

  private mutating func step(_ a: Station, _ b: Station) {
    // A jump of the reference line (a gap between geometries) is not road.
    guard !a.isTorn(from: b) else { return }
    for i in section.lanes.indices where section.lanes[i].id != 0 { lane(i, a, b) }
    for i in section.lanes.indices.dropLast() { border(i, a, b) }
    outerEdges(a, b)
  }

  private func vertex(_ station: Station, _ t: Double, _ height: Double, normal: Vector3? = nil)
    -> SurfaceVertex
  {
    SurfaceVertex(
      position: station.frame.position(t: t, height: height) - origin,
      normal: normal ?? station.frame.normal(t: t),
      uv: Vector2(station.s, t))
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
    func cut(_ s: (left: Double, right: Double, leftHeight: Double, rightHeight: Double)) -> [Double] {
      let stone = min(Self.kerbWidth, (s.left - s.right) / 3)
      return [s.left] + (stoneLeft ? [s.left - stone] : []) + (stoneRight ? [s.right + stone] : []) + [
        s.right
      ]
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
        return vertex(station, t, s.leftHeight + (s.rightHeight - s.leftHeight) * w)
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

  /// The face between the lanes on both sides of the border that lies right of lane `i`.
  private mutating func border(_ i: Int, _ a: Station, _ b: Station) {
    let left = section.lanes[i].id == 0 ? i - 1 : i
    let right = section.lanes[i + 1].id == 0 ? i + 2 : i + 1
    // The centre line has two entries for one border: take it from the left one only.
    guard section.lanes[i].id != 0, section.lanes.indices.contains(left),
      section.lanes.indices.contains(right)
    else { return }
    let (la, lb) = (span(left, a), span(left, b))
    let (ra, rb) = (span(right, a), span(right, b))
    let (da, db) = (la.rightHeight - ra.leftHeight, lb.rightHeight - rb.leftHeight)
    guard max(da.magnitude, db.magnitude) > 2e-3 else { return }
    let leftIsHigher = da + db > 0
    func face(_ station: Station, _ t: Double, _ h0: Double, _ h1: Double) -> (
      low: SurfaceVertex, high: SurfaceVertex
    ) {
      let normal = leftIsHigher ? -station.frame.left : station.frame.left
      return (
        vertex(station, t, min(h0, h1), normal: normal), vertex(station, t, max(h0, h1), normal: normal)
      )
    }
    let fa = face(a, la.right, la.rightHeight, ra.leftHeight)
    let fb = face(b, lb.right, lb.rightHeight, rb.leftHeight)
    // Seen from the lower side: from the right of it, +s runs to the right; from the left, to the left.
    kerbs.append(
      leftIsHigher ? KerbFace(from: fa, to: fb, road: road) : KerbFace(from: fb, to: fa, road: road))
  }

  private mutating func outerEdges(_ a: Station, _ b: Station) {
    guard let first = section.lanes.first, let last = section.lanes.last else { return }
    func outward(_ station: Station, _ sign: Double) -> Vector2 {
      normalized(Vector2(station.frame.left.x, station.frame.left.y)) * sign
    }
    let i = section.lanes.count - 1
    if last.id < 0 {
      let (p, q) = (span(i, a), span(i, b))
      edges.append(
        OuterEdge(
          from: vertex(a, p.right, p.rightHeight), to: vertex(b, q.right, q.rightHeight),
          fromOutward: outward(a, -1), toOutward: outward(b, -1), road: road))
    } else {
      edges.append(
        OuterEdge(
          from: vertex(a, a.borders[i], 0), to: vertex(b, b.borders[i], 0), fromOutward: outward(a, -1),
          toOutward: outward(b, -1), road: road))
    }
    if first.id > 0 {
      let (p, q) = (span(0, a), span(0, b))
      edges.append(
        OuterEdge(
          from: vertex(b, q.left, q.leftHeight), to: vertex(a, p.left, p.leftHeight),
          fromOutward: outward(b, 1),
          toOutward: outward(a, 1), road: road))
    } else {
      edges.append(
        OuterEdge(
          from: vertex(b, b.borders[0], 0), to: vertex(a, a.borders[0], 0), fromOutward: outward(b, 1),
          toOutward: outward(a, 1), road: road))
    }
  }

  /// Closes the section at one of its stations: an outer edge across, and faces below raised lanes.
  mutating func close(_ station: SectionTessellation.Station, atEnd: Bool) {
    let forward = normalized(Vector2(station.frame.forward.x, station.frame.forward.y)) * (atEnd ? 1 : -1)
    for i in section.lanes.indices where section.lanes[i].id != 0 {
      let s = span(i, station)
      guard s.left - s.right > 1e-6 else { continue }
      let left = vertex(station, s.left, s.leftHeight)
      let right = vertex(station, s.right, s.rightHeight)
      edges.append(
        OuterEdge(
          from: atEnd ? right : left, to: atEnd ? left : right, fromOutward: forward, toOutward: forward,
          road: road))
    }
  }

  /// Faces that close raised lanes where the road ends but another one follows, with its own lanes.
  mutating func cap(_ station: SectionTessellation.Station, atEnd: Bool) {
    let normal = atEnd ? station.frame.forward : -station.frame.forward
    for i in section.lanes.indices where section.lanes[i].id != 0 {
      let s = span(i, station)
      guard s.left - s.right > 1e-6, max(s.leftHeight, s.rightHeight) > 2e-3 else { continue }
      let left = (
        low: vertex(station, s.left, 0, normal: normal),
        high: vertex(station, s.left, s.leftHeight, normal: normal)
      )
      let right = (
        low: vertex(station, s.right, 0, normal: normal),
        high: vertex(station, s.right, s.rightHeight, normal: normal)
      )
      kerbs.append(
        atEnd ? KerbFace(from: right, to: left, road: road) : KerbFace(from: left, to: right, road: road))
    }
  }
}
