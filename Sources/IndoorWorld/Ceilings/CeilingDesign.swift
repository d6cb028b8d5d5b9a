import Furniture
import Geometry
package import InteriorSurfaces
package import RandomStreams
package import RoomGeometry
package import VectorMath
package import WorldModel

/// How the ceiling of a room is meant to be: decided before it is furnished, so that nothing reaches too high, and fitted
/// afterwards, so that lamps hang from the flat ceiling between beams and inside of trays.
package struct CeilingDesign: Sendable, Hashable {
  package var form: RoomCeiling.Form
  /// How far it reaches below the flat ceiling, metres; nothing in the room stands higher.
  package var drop: Double
  /// Of the border or of a beam, metres.
  package var width: Double
  /// From beam to beam about, metres.
  package var spacing: Double

  package init(form: RoomCeiling.Form, drop: Double, width: Double, spacing: Double) {
    self.form = form
    self.drop = drop
    self.width = width
    self.spacing = spacing
  }

  package static let plain = CeilingDesign(form: .plain, drop: 0, width: 0, spacing: 1)

  /// The kinds of rooms that have them, and how many of those in a home that does.
  private static let shares: [RoomKind: Double] = [
    .livingRoom: 1, .diningRoom: 0.9, .bedroom: 0.6, .study: 0.5, .hotelRoom: 1, .meetingRoom: 0.8,
    .office: 0.6,
    .shop: 0.6,
  ]
  /// How low the lowest part may come above the floor, and above the heads of doors and windows; metres.
  private static let (clear, overHeads) = (2.3, 0.11)
  private static let leastDrop = 0.09

  /// Designs for all rooms of a home.
  ///
  /// - Parameter asked: in all rooms that can have it; as suits the style where `nil`.
  package static func draw(
    _ asked: RoomCeiling.Form?, style: StylePack, plan: HomePlan, _ draws: inout Draws
  ) -> [CeilingDesign] {
    var chance = draws.stream("ceilings")
    let lot = chance.uniform()
    let share = shares(of: style)
    let form =
      asked ?? (lot < share.tray ? .tray : lot < share.tray + share.beams ? .beams : .plain)
    let (reach, width, spacing) = (chance.uniform(), chance.uniform(), chance.uniform())
    return plan.rooms.indices.map { room in
      // Each has its own chance, whatever the others are.
      let lot = chance.uniform()
      guard form != .plain, let share = shares[plan.rooms[room].kind], lot < share || asked != nil else {
        return .plain
      }
      let box = plan.rooms[room].outline.reduce(into: Box3()) { $0.insert(Vector3($1.x, $1.y, 0)) }
      guard min(box.size.x, box.size.y) >= (form == .tray ? 2.6 : 2.2) else { return .plain }
      let head = plan.walls(of: room).flatMap { plan.walls[$0.wall].openings.map(\.head) }.max() ?? 0
      let most = plan.rooms[room].height - max(clear, head + overHeads)
      guard most >= leastDrop else { return .plain }
      let wanted = form == .tray ? 0.1 + 0.14 * reach : 0.1 + 0.12 * reach
      return CeilingDesign(
        form: form, drop: (min(most, wanted) * 100).rounded(.down) / 100,
        width: form == .tray ? 0.32 + 0.28 * width : 0.09 + 0.09 * width, spacing: 0.75 + 0.5 * spacing)
    }
  }

  /// Of homes in a style.
  private static func shares(of style: StylePack) -> (tray: Double, beams: Double) {
    switch style {
    case .scandinavian: (0.06, 0.14)
    case .modern: (0.22, 0.05)
    case .industrial: (0.02, 0.4)
    case .classic: (0.35, 0.08)
    case .rustic: (0.03, 0.6)
    case .chineseModern: (0.5, 0.1)
    }
  }

  /// The ceiling of a room, clear of all lamps that hang from it; plain where there is no such.
  ///
  /// - Parameter lamps: what they take of the ceiling, seen from below.
  package func fitted(to outline: [Vector2], around lamps: [FloorRectangle]) -> RoomCeiling {
    let room = lamps.map { $0.grown(form == .tray ? 0.07 : 0.03) }
    switch form {
    case .plain: return .plain
    case .tray: return tray(outline, room) ?? .plain
    case .beams: return beams(outline, room) ?? .plain
    }
  }

  // MARK: Trays

  private func tray(_ outline: [Vector2], _ lamps: [FloorRectangle]) -> RoomCeiling? {
    for share in [1, 0.8, 0.62] {
      guard let inner = Self.inset(outline, by: width * share) else { continue }
      let ring = Polygon(inner)
      let isClear = lamps.allSatisfy { lamp in
        lamp.corners.allSatisfy { ring.contains($0) } && !inner.contains { lamp.contains($0) }
      }
      if isClear { return RoomCeiling(form: .tray, drop: drop, inner: inner) }
    }
    return nil
  }

  /// A ring moved inwards; `nil` where little would be left of it, or of one of its sides.
  static func inset(_ ring: [Vector2], by distance: Double) -> [Vector2]? {
    let n = ring.count
    let ways = ring.indices.map { normalized(ring[($0 + 1) % n] - ring[$0]) }
    let moved = ring.indices.map { k -> Vector2 in
      let (a, b) = (ways[(k + n - 1) % n], ways[k])
      let (p, q) = (Vector2(-a.y, a.x), Vector2(-b.y, b.x))
      return ring[k] + (p + q) * (distance / (1 + dot(p, q)))
    }
    let isWhole = moved.indices.allSatisfy { dot(moved[($0 + 1) % n] - moved[$0], ways[$0]) > 0.02 }
    let inner = Polygon(moved)
    guard isWhole, inner.isSimple, inner.signedArea > 0.3 * Polygon(ring).area else { return nil }
    return moved
  }

  // MARK: Beams

  private func beams(_ outline: [Vector2], _ lamps: [FloorRectangle]) -> RoomCeiling? {
    let box = outline.reduce(into: Box3()) { $0.insert(Vector3($1.x, $1.y, 0)) }
    // They span the shorter way, and follow each other along the longer.
    let isAlongX = box.size.x < box.size.y
    let (low, long) = isAlongX ? (box.min.y, box.size.y) : (box.min.x, box.size.x)
    let usual = max(1, Int((long / spacing).rounded()) - 1)
    for count in [usual, usual + 1, max(1, usual - 1), usual + 2] {
      let bay = long / Double(count + 1)
      guard bay - width >= 0.4 else { continue }
      for shift: Double in [0, 0.5, 0.25, -0.25] {
        // Half a bay further there is one more, at half a bay from either wall.
        let (first, last) = (low + 0.15 + width / 2, low + long - 0.15 - width / 2)
        var places: [Double] = []
        for k in 0...(count + 1) {
          let place = low + bay * (Double(k) + shift)
          if place > first && place < last { places.append(place) }
        }
        let all = places.flatMap { beam($0, isAlongX: isAlongX, outline) }
        let isClear = all.allSatisfy { beam in
          let rectangle = Self.rectangle(beam)
          return !lamps.contains { $0.overlaps(rectangle) }
        }
        if isClear, !all.isEmpty { return RoomCeiling(form: .beams, drop: drop, beams: all) }
      }
    }
    return nil
  }

  /// The pieces of a beam whose middle line lies at `place` across; none where it would run along a wall.
  private func beam(_ place: Double, isAlongX: Bool, _ outline: [Vector2]) -> [[Vector2]] {
    /// Where a line crosses the outline, ascending.
    func crossings(_ across: Double) -> [Double] {
      Polygon(outline).edges.compactMap { a, b -> Double? in
        let (p, q) = isAlongX ? (a, b) : (Vector2(a.y, a.x), Vector2(b.y, b.x))
        guard (p.y > across) != (q.y > across) else { return nil }
        return p.x + (q.x - p.x) * ((across - p.y) / (q.y - p.y))
      }.sorted()
    }
    let shares: [Double] = [-0.5, -0.25, 0, 0.25, 0.5]
    let cuts = shares.map { crossings(place + $0 * width) }
    guard let count = cuts.first?.count, count >= 2, cuts.allSatisfy({ $0.count == count }) else { return [] }
    return stride(from: 0, to: count - 1, by: 2).compactMap { k in
      // Into the walls, where these slant up to the farther corner.
      let (starts, ends) = (cuts.map { $0[k] }, cuts.map { $0[k + 1] })
      guard let from = starts.min(), let after = starts.max(), let to = ends.max(), let before = ends.min(),
        after - from < 0.25, to - before < 0.25, to - from > 0.3
      else { return nil }
      let (a, b) = (Vector2(from - Self.lap, place - width / 2), Vector2(to + Self.lap, place + width / 2))
      return isAlongX
        ? [a, Vector2(b.x, a.y), b, Vector2(a.x, b.y)]
        : [Vector2(a.y, a.x), Vector2(b.y, a.x), Vector2(b.y, b.x), Vector2(a.y, b.x)]
    }
  }

  /// How far what hangs runs on into walls and ceiling, metres.
  static let lap = 0.006

  private static func rectangle(_ ring: [Vector2]) -> FloorRectangle {
    let (low, high) = (ring[0], ring[2])
    return FloorRectangle(
      center: (low + high) / 2, forward: Vector2(1, 0), half: (high - low) / 2)
  }
}
