package import RandomStreams
import VectorMath
package import WorldModel

/// One room of a larger building, off a corridor: an office, a classroom, a shop.
///
/// The corridor runs along one long side; windows are in the side opposite to it.
package struct SingleRoomPlan: Sendable {
  package var kind: RoomKind

  package init(_ kind: RoomKind) { self.kind = kind }

  /// Usual width (along the corridor), depth and height in metres.
  private var sizes: (width: ClosedRange<Double>, depth: ClosedRange<Double>, height: ClosedRange<Double>) {
    switch kind {
    case .office: (5...12, 4.5...8, 2.7...3.2)
    case .meetingRoom: (4.2...7.5, 3.8...5.5, 2.6...3)
    case .classroom: (7.5...10.5, 6.6...8, 3...3.4)
    case .hotelRoom: (3.6...4.6, 4.6...6.4, 2.6...2.8)
    case .shop: (6...11, 6...9, 3...3.6)
    case .clinic: (3.8...5.5, 4.2...6, 2.6...2.9)
    case .warehouse: (12...20, 10...15, 4.5...6)
    default: (4...6, 4...6, 2.6...2.8)
    }
  }

  package func plan(_ draws: inout Draws) -> HomePlan {
    let sizes = self.sizes
    func drawn(_ range: ClosedRange<Double>, _ name: String) -> Double {
      let value = draws.draw(.uniform(min: range.lowerBound, max: range.upperBound), name)
      // A grid of 0.1 m, as everywhere in plans.
      return (value * 10).rounded() / 10
    }
    let (w, d, h) = (drawn(sizes.width, "width"), drawn(sizes.depth, "depth"), drawn(sizes.height, "height"))
    var chance = draws.stream("openings")
    let corridor = kind == .warehouse ? 2.4 : 1.8
    let (outer, inner) = (0.3, 0.1)
    func box(_ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double) -> [Vector2] {
      [Vector2(x0, y0), Vector2(x1, y0), Vector2(x1, y1), Vector2(x0, y1)]
    }
    // The corridor lies at y < 0, the room above it.
    let rooms = [
      HomePlan.Room(kind: kind, outline: box(0, 0, w, d), height: h),
      HomePlan.Room(kind: .hallway, outline: box(0, -inner - corridor, w, -inner), height: min(h, 3)),
    ]
    func wall(
      _ a: Vector2, _ b: Vector2, _ left: Int?, _ right: Int?, _ openings: [HomePlan.Opening] = []
    ) -> HomePlan.Wall {
      HomePlan.Wall(
        start: a, end: b, thickness: left == nil || right == nil ? outer : inner, left: left, right: right,
        openings: openings)
    }
    let (l, r, top, mid, low) = (
      -outer / 2, w + outer / 2, d + outer / 2, -inner / 2, -inner - corridor - outer / 2
    )
    let isWide = [.classroom, .shop, .warehouse, .office].contains(kind)
    let door = HomePlan.Opening(
      kind: kind == .shop || kind == .warehouse ? .doubleDoor : .hingedDoor,
      offset: chance.bool() ? 0.6 : w - 0.6 - (kind == .shop || kind == .warehouse ? 1.8 : 0.96),
      width: kind == .shop || kind == .warehouse ? 1.8 : 0.96, sill: 0, height: 2.1,
      hingeAtStart: chance.bool(),
      opensToLeft: !isWide || chance.bool())
    let entrance = HomePlan.Opening(
      kind: .hingedDoor, offset: (corridor - 0.96) / 2, width: 0.96, sill: 0, height: 2.1)
    return HomePlan(
      rooms: rooms,
      walls: [
        wall(Vector2(l, low), Vector2(r, low), 1, nil),
        wall(Vector2(r, low), Vector2(r, mid), 1, nil, [entrance]),
        wall(Vector2(r, mid), Vector2(r, top), 0, nil),
        wall(Vector2(r, top), Vector2(l, top), 0, nil, windows(w, h, &chance)),
        wall(Vector2(l, top), Vector2(l, mid), 0, nil),
        wall(Vector2(l, mid), Vector2(l, low), 1, nil),
        wall(Vector2(l, mid), Vector2(r, mid), 0, 1, [door]),
      ],
      footprint: box(-outer, -inner - corridor - outer, w + outer, d + outer))
  }

  /// Equal windows with equal piers between them.
  private func windows(_ width: Double, _ height: Double, _ chance: inout RandomStream) -> [HomePlan.Opening]
  {
    let isHigh = kind == .warehouse
    let pier = chance.uniform(0.5, 0.9)
    let wanted = chance.uniform(1.2, 2.2)
    let count = max(1, Int((width - pier) / (wanted + pier)))
    let each = ((width - pier * Double(count + 1)) / Double(count) * 20).rounded(.down) / 20
    let sill = isHigh ? height - 1.6 : kind == .shop ? 0.4 : chance.choose([0.8, 0.9, 1.0]) ?? 0.9
    let head = isHigh ? height - 0.6 : min(height - 0.35, 2.5)
    guard each > 0.5 else { return [] }
    // The wall is longer than the room by its own thickness at either end.
    let first = 0.15 + (width - each * Double(count) - pier * Double(count - 1)) / 2
    return (0..<count).map { i in
      HomePlan.Opening(
        kind: .window, offset: first + Double(i) * (each + pier), width: each, sill: sill, height: head - sill
      )
    }
  }
}
