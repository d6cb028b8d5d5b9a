import Geometry
import VectorMath

/// What carries roads over others: an abutment at both ends of every free stretch, piers with heads between them, never on what
/// is driven or walked on below.
struct BridgeSupports {
  private let map: RoadMap
  private let origin: Vector3
  private let focus: PlanCircle?
  private let field: TerrainField
  private let below: FacetIndex

  /// Deeper below the road than this the ground is free of it, metres: where abutments stand.
  private static let free = 2.0
  /// Shorter stretches need no support, metres.
  private static let shortest = 5.0
  /// Metres between two places that are looked at.
  private static let step = 1.0
  /// From support to support at most where nothing below forbids it, metres.
  private static let span = 24.0
  /// Of columns, and the room kept free around their middle, metres.
  private static let column = (radius: 0.5, room: 1.1)
  /// A column carries this much of a road's width, metres.
  private static let share = 13.0
  /// The head on the columns: its depth at the columns and at its ends, and its half thickness, metres.
  private static let head = (depth: 1.1, end: 0.5, half: 0.6)
  /// Supports reach into the deck and the ground by this, metres.
  private static let bond = 0.2
  private static let footing = 0.8

  init(map: RoadMap, origin: Vector3, focus: PlanCircle?, facets: [Facet], field: TerrainField) {
    self.map = map
    self.origin = origin
    self.focus = focus
    self.field = field
    below = FacetIndex(facets)
  }

  /// A cross-section of a road, relative to the origin.
  private struct Section {
    let frame: CrossFrame
    let left: Double
    let right: Double
    let shift: Vector3
    var width: Double { left - right }

    func point(_ t: Double, height: Double = 0) -> Vector3 { frame.position(t: t) - shift + [0, 0, height] }
  }

  private func section(_ road: Road, _ s: Double) -> Section? {
    let borders = road.laneBorders(at: s, section: road.sectionIndex(at: s))
    guard let left = borders.first, let right = borders.last, left - right > 2 else { return nil }
    return Section(frame: road.crossFrame(at: s), left: left, right: right, shift: origin)
  }

  func add(to builder: inout SurfaceMeshBuilder) {
    for road in map.roads where road.junction == nil {
      for stretch in stretches(road) { carry(road, stretch, &builder) }
    }
  }

  /// Stretches of a road, along it, below which all of its width is free.
  private func stretches(_ road: Road) -> [ClosedRange<Double>] {
    let count = Int(road.length / Self.step)
    guard count > 4 else { return [] }
    var result: [ClosedRange<Double>] = []
    var start: Double?
    for k in 0...count {
      let s = Double(k) * Self.step
      let isOpen = k < count && isFree(road, s)
      if isOpen, start == nil { start = s }
      if !isOpen, let from = start {
        if s - from > Self.shortest { result.append(from...(s - Self.step)) }
        start = nil
      }
    }
    return result
  }

  private func isFree(_ road: Road, _ s: Double) -> Bool {
    let plan = road.planSample(at: s).point
    if let focus, length(plan - focus.centre) > focus.radius { return false }
    // Most places are settled by the middle alone.
    let z = road.elevation.value(at: s) - origin.z
    guard z - field.height(at: plan - Vector2(origin.x, origin.y)) > Self.free, let cut = section(road, s)
    else { return false }
    return [cut.left, cut.right].allSatisfy {
      let p = cut.point($0)
      return p.z - field.height(at: Vector2(p.x, p.y)) > Self.free
    }
  }

  private func carry(_ road: Road, _ stretch: ClosedRange<Double>, _ builder: inout SurfaceMeshBuilder) {
    abutment(road, stretch.lowerBound, away: -1, &builder)
    abutment(road, stretch.upperBound, away: 1, &builder)
    for s in piers(road, stretch) { pier(road, s, &builder) }
  }

  // MARK: Places

  /// Where columns stand across a road.
  private func columns(_ cut: Section) -> [Double] {
    let n = max(1, Int((cut.width / Self.share).rounded(.up)))
    return (0..<n).map { cut.right + cut.width * (Double($0) + 0.5) / Double(n) }
  }

  private func isBlocked(_ road: Road, _ s: Double) -> Bool {
    guard let cut = section(road, s) else { return true }
    return columns(cut).contains { t in
      let p = cut.point(t)
      return (0..<9).contains { k in
        let (sin, cos) = DeterministicMath.sincos(Double(k) * Double.pi / 4)
        let reach = k == 8 ? 0 : Self.column.room
        return below.isTravelled(Vector2(p.x, p.y) + Vector2(cos, sin) * reach, below: p.z - Self.free)
      }
    }
  }

  /// Beside what passes below: in the middle of narrow strips, else at both edges; more where spans would be long.
  private func piers(_ road: Road, _ stretch: ClosedRange<Double>) -> [Double] {
    let (low, high) = (stretch.lowerBound, stretch.upperBound)
    let count = Int((high - low) / (Self.step / 2))
    var open: [ClosedRange<Double>] = []
    var start: Double?
    for k in 0...(count + 1) {
      let s = low + Double(k) * Self.step / 2
      let isOpen = k <= count && !isBlocked(road, s)
      if isOpen, start == nil { start = s }
      if !isOpen, let from = start {
        open.append(from...(s - Self.step / 2))
        start = nil
      }
    }
    var places: [Double] = []
    for range in open {
      let isFirst = range.lowerBound <= low
      let isLast = range.upperBound >= high - Self.step
      switch (isFirst, isLast) {
      case (true, true): break
      case (true, false): places.append(range.upperBound)
      case (false, true): places.append(range.lowerBound)
      case (false, false):
        let isNarrow = range.upperBound - range.lowerBound < 10
        places +=
          isNarrow
          ? [(range.lowerBound + range.upperBound) / 2] : [range.lowerBound, range.upperBound]
      }
    }
    let fixed = [low] + places.filter { $0 - low > Self.shortest && high - $0 > Self.shortest } + [high]
    var result = Array(fixed.dropFirst().dropLast())
    for (a, b) in zip(fixed, fixed.dropFirst()) where b - a > Self.span {
      let n = Int(((b - a) / Self.span).rounded(.up))
      for k in 1..<n {
        let s = a + (b - a) * Double(k) / Double(n)
        if open.contains(where: { $0.contains(s) }) { result.append(s) }
      }
    }
    return result.sorted()
  }

  // MARK: Bodies

  private func ground(_ p: Vector3) -> Double { field.height(at: Vector2(p.x, p.y)) }

  /// A wall across the whole road under the end of its deck, its back in the earth.
  private func abutment(_ road: Road, _ s: Double, away: Double, _ builder: inout SurfaceMeshBuilder) {
    let (front, back) = (s - away * 0.2, s + away * 1.2)
    guard let near = section(road, min(front, back)), let far = section(road, max(front, back)) else {
      return
    }
    let ring = [near.point(near.right), far.point(far.right), far.point(far.left), near.point(near.left)]
    let low = (ring.map(ground).min() ?? 0) - Self.footing
    let top = ring.map { $0 - Vector3(0, 0, BridgeDeck.thickness - Self.bond) }
    guard top.allSatisfy({ $0.z > low }) else { return }
    builder.add(body: top.map { Vector3($0.x, $0.y, low) }, top)
  }

  /// Columns below a head that carries the deck.
  private func pier(_ road: Road, _ s: Double, _ builder: inout SurfaceMeshBuilder) {
    guard let cut = section(road, s) else { return }
    let under = -BridgeDeck.thickness
    let places = columns(cut)
    guard let first = places.first, let last = places.last else { return }
    let (right, left) = (cut.right + 0.3, cut.left - 0.3)
    let waist = Self.column.radius + 0.15
    let outline: [(t: Double, height: Double)] = [
      (right, under + Self.bond), (left, under + Self.bond), (left, under - Self.head.end),
      (last + waist, under - Self.head.depth), (first - waist, under - Self.head.depth),
      (right, under - Self.head.end),
    ]
    let forward = Vector3(cut.frame.forward.x, cut.frame.forward.y, 0) * Self.head.half
    let face = outline.map { cut.point($0.t, height: $0.height) }
    // Seen from ahead the road's left is on the right.
    builder.add(body: face.map { $0 - forward }.reversed(), face.map { $0 + forward }.reversed())
    for t in places {
      let top = cut.point(t, height: under - Self.head.depth + Self.bond)
      let low = ground(top) - Self.footing
      guard top.z - low > 0.5 else { continue }
      let ring = (0..<12).map { k -> Vector3 in
        let (sin, cos) = DeterministicMath.sincos(Double(k) * Double.pi / 6)
        return Vector3(top.x + cos * Self.column.radius, top.y + sin * Self.column.radius, top.z)
      }
      builder.add(body: ring.map { Vector3($0.x, $0.y, low) }, ring)
    }
  }
}
