import IndoorWorld
import VectorMath
import WorldModel

/// Plans drawn by hand, for tests.
enum SamplePlans {
  /// A flat of five rooms, 9.4 m × 7.4 m outside, outer walls 0.3 m, inner walls 0.1 m.
  ///
  ///     living room | kitchen
  ///     ------------+--------
  ///     hallway (from x = 0.15 to 9.25, 1.3 m wide)
  ///     ------------+--------
  ///     bedroom     | bathroom
  static let flat: HomePlan = {
    func box(_ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double) -> [Vector2] {
      [Vector2(x0, y0), Vector2(x1, y0), Vector2(x1, y1), Vector2(x0, y1)]
    }
    let h = 2.6
    let rooms = [
      HomePlan.Room(kind: .livingRoom, outline: box(0.3, 3.9, 5.7, 7.1), height: h),
      HomePlan.Room(kind: .kitchen, outline: box(5.8, 3.9, 9.1, 7.1), height: h),
      HomePlan.Room(kind: .hallway, outline: box(0.3, 2.5, 9.1, 3.8), height: h),
      HomePlan.Room(kind: .bedroom, outline: box(0.3, -1.1, 5.7, 2.4), height: h),
      HomePlan.Room(kind: .bathroom, outline: box(5.8, -1.1, 9.1, 2.4), height: h),
    ]
    func wall(
      _ a: Vector2, _ b: Vector2, _ left: Int?, _ right: Int?, _ openings: [HomePlan.Opening] = []
    ) -> HomePlan.Wall {
      HomePlan.Wall(
        start: a, end: b, thickness: left == nil || right == nil ? 0.3 : 0.1, left: left, right: right,
        openings: openings)
    }
    func door(_ at: Double, _ toLeft: Bool) -> HomePlan.Opening {
      HomePlan.Opening(
        kind: .hingedDoor, offset: at, width: 0.86, sill: 0, height: 2.05, opensToLeft: toLeft)
    }
    func window(_ at: Double, _ width: Double) -> HomePlan.Opening {
      HomePlan.Opening(kind: .window, offset: at, width: width, sill: 0.9, height: 1.3)
    }
    let (l, m, r) = (0.15, 5.75, 9.25)
    let (y0, y1, y2, y3) = (-1.25, 2.45, 3.85, 7.25)
    let walls = [
      // Outer walls, counter-clockwise: the rooms lie to the left.
      wall(Vector2(l, y0), Vector2(m, y0), 3, nil, [window(1.8, 1.8)]),
      wall(Vector2(m, y0), Vector2(r, y0), 4, nil, [window(1.4, 0.7)]),
      wall(Vector2(r, y0), Vector2(r, y1), 4, nil),
      wall(
        Vector2(r, y1), Vector2(r, y2), 2, nil,
        [HomePlan.Opening(kind: .hingedDoor, offset: 0.25, width: 0.9, sill: 0, height: 2.1)]),
      wall(Vector2(r, y2), Vector2(r, y3), 1, nil),
      wall(Vector2(r, y3), Vector2(m, y3), 1, nil, [window(1.0, 1.4)]),
      wall(Vector2(m, y3), Vector2(l, y3), 0, nil, [window(0.9, 1.6), window(3.2, 1.6)]),
      wall(Vector2(l, y3), Vector2(l, y2), 0, nil),
      wall(Vector2(l, y2), Vector2(l, y1), 2, nil),
      wall(Vector2(l, y1), Vector2(l, y0), 3, nil),
      // Inner walls.
      wall(Vector2(l, y1), Vector2(m, y1), 2, 3, [door(4.2, false)]),
      wall(Vector2(m, y1), Vector2(r, y1), 2, 4, [door(0.6, false)]),
      wall(Vector2(l, y2), Vector2(m, y2), 0, 2, [door(4.0, true)]),
      wall(Vector2(m, y2), Vector2(r, y2), 1, 2, [door(0.6, true)]),
      wall(Vector2(m, y2), Vector2(m, y3), 0, 1),
      wall(Vector2(m, y0), Vector2(m, y1), 3, 4),
    ]
    return HomePlan(rooms: rooms, walls: walls, footprint: box(0, -1.4, 9.4, 7.4))
  }()
}
