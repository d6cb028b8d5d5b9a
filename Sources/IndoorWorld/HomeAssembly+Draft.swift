import Assets
import Geometry
import VectorMath
import WorldModel

/// A stand-in for the shell: floors, walls and ceilings without detail.
extension HomeAssembly {
  mutating func addDraftShell(withCeilings: Bool) {
    for room in plan.rooms {
      let low = room.outline.reduce(Vector2(repeating: .infinity)) { Vector2(min($0.x, $1.x), min($0.y, $1.y)) }
      let high = room.outline.reduce(Vector2(repeating: -.infinity)) { Vector2(max($0.x, $1.x), max($0.y, $1.y)) }
      add(
        box("floor", Vector3(low.x, low.y, -0.05), Vector3(high.x, high.y, 0), Colour(0xc0a080)), .identity)
      if withCeilings {
        add(
          box(
            "ceiling", Vector3(low.x, low.y, room.height), Vector3(high.x, high.y, room.height + 0.1),
            Colour(0xf4f4f0)), .identity)
      }
    }
    for wall in plan.walls {
      var from = -wall.thickness / 2
      let end = wall.length + wall.thickness / 2
      func piece(_ a: Double, _ b: Double, _ low: Double, _ high: Double) {
        guard b > a && high > low else { return }
        let p = wall.start + wall.direction * a - wall.normal * (wall.thickness / 2)
        let q = wall.start + wall.direction * b + wall.normal * (wall.thickness / 2)
        add(
          box(
            "interior_wall", Vector3(min(p.x, q.x), min(p.y, q.y), low), Vector3(max(p.x, q.x), max(p.y, q.y), high),
            Colour(0xe8e4dc)), .identity)
      }
      for opening in wall.openings {
        piece(from, opening.offset, 0, 2.6)
        piece(opening.offset, opening.end, 0, opening.sill)
        piece(opening.offset, opening.end, opening.head, 2.6)
        from = opening.end
      }
      piece(from, end, 0, 2.6)
    }
  }

  private func box(_ name: String, _ a: Vector3, _ b: Vector3, _ colour: Colour) -> Asset {
    Asset(
      name: name, nativeClass: Ontology.named(name) ?? Ontology.classes[0],
      pieces: [Asset.Piece(mesh: MeshBuilder.box(from: a, to: b).mesh(), material: 0)],
      materials: [Material(name: name, baseColor: colour.linear)])
  }
}

extension HomePlan {
  /// A flat drawn by hand.
  static let draft: HomePlan = {
    func box(_ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double) -> [Vector2] {
      [Vector2(x0, y0), Vector2(x1, y0), Vector2(x1, y1), Vector2(x0, y1)]
    }
    let h = 2.6
    let rooms = [
      HomePlan.Room(kind: .livingRoom, outline: box(0.3, 3.9, 5.7, 7.9), height: h),
      HomePlan.Room(kind: .kitchen, outline: box(5.8, 3.9, 9.1, 7.9), height: h),
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
      HomePlan.Opening(kind: .hingedDoor, offset: at, width: 0.86, sill: 0, height: 2.05, opensToLeft: toLeft)
    }
    func window(_ at: Double, _ width: Double) -> HomePlan.Opening {
      HomePlan.Opening(kind: .window, offset: at, width: width, sill: 0.9, height: 1.3)
    }
    let (l, m, r) = (0.15, 5.75, 9.25)
    let (y0, y1, y2, y3) = (-1.25, 2.45, 3.85, 8.05)
    let walls = [
      wall(Vector2(l, y0), Vector2(m, y0), 3, nil, [window(1.8, 1.8)]),
      wall(Vector2(m, y0), Vector2(r, y0), 4, nil, [window(1.4, 0.7)]),
      wall(Vector2(r, y0), Vector2(r, y1), 4, nil),
      wall(Vector2(r, y1), Vector2(r, y2), 2, nil,
        [HomePlan.Opening(kind: .hingedDoor, offset: 0.25, width: 0.9, sill: 0, height: 2.1)]),
      wall(Vector2(r, y2), Vector2(r, y3), 1, nil),
      wall(Vector2(r, y3), Vector2(m, y3), 1, nil, [window(1.0, 1.4)]),
      wall(Vector2(m, y3), Vector2(l, y3), 0, nil, [window(0.9, 1.6), window(3.2, 1.6)]),
      wall(Vector2(l, y3), Vector2(l, y2), 0, nil),
      wall(Vector2(l, y2), Vector2(l, y1), 2, nil),
      wall(Vector2(l, y1), Vector2(l, y0), 3, nil),
      wall(Vector2(l, y1), Vector2(m, y1), 2, 3, [door(4.2, false)]),
      wall(Vector2(m, y1), Vector2(r, y1), 2, 4, [door(0.6, false)]),
      wall(Vector2(l, y2), Vector2(m, y2), 0, 2, [door(4.0, true)]),
      wall(Vector2(m, y2), Vector2(r, y2), 1, 2, [door(0.6, true)]),
      wall(Vector2(m, y2), Vector2(m, y3), 0, 1),
      wall(Vector2(m, y0), Vector2(m, y1), 3, 4),
    ]
    return HomePlan(rooms: rooms, walls: walls, footprint: box(0, -1.4, 9.4, 8.2))
  }()
}
