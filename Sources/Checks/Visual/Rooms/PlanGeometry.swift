import Annotations
import Geometry
import VectorMath
import WorldModel

/// A `floor_plan` label whose places are pairs of finite numbers of sane size, as a plan to ask questions of.
struct PlanGeometry {
  let label: FloorPlanLabel
  let footprint: Polygon
  let outlines: [Polygon]

  /// More than this of anything is no home.
  private static let limit = 2000

  /// - Returns: `nil` when a place is none.
  init?(_ label: FloorPlanLabel) {
    func isPlace(_ p: [Double]) -> Bool { p.count == 2 && p.allSatisfy { $0.isFinite && $0.magnitude < 1e6 } }
    func isLength(_ x: Double) -> Bool { x.isFinite && x >= 0 && x < 1e6 }
    guard label.rooms.count <= Self.limit, label.walls.count <= Self.limit,
      label.openings.count <= Self.limit, label.furniture.count <= 100 * Self.limit,
      label.footprint.count <= Self.limit, label.footprint.allSatisfy(isPlace),
      label.rooms.allSatisfy({
        $0.outline.count >= 3 && $0.outline.count <= Self.limit && $0.outline.allSatisfy(isPlace)
          && isLength($0.height) && $0.floor.isFinite && $0.floor.magnitude < 1e6
      }),
      label.walls.allSatisfy({
        isPlace($0.start) && isPlace($0.end) && isLength($0.thickness) && $0.floor.isFinite
          && $0.floor.magnitude < 1e6
      }), label.stairs.count <= Self.limit, label.stairs.allSatisfy(Self.isSane),
      label.openings.allSatisfy({
        isPlace($0.start) && isPlace($0.end) && $0.sill.isFinite && $0.head.isFinite
          && $0.leaves.allSatisfy {
            isPlace($0.pivot) && isPlace($0.shut) && isPlace($0.open) && isPlace($0.now) && $0.swing.isFinite
              && $0.swing.magnitude < 7
          }
      }),
      label.furniture.allSatisfy({
        isPlace($0.center) && $0.size.count == 2 && $0.size.allSatisfy(isLength) && $0.heading.isFinite
          && $0.footprint.count == 4 && $0.footprint.allSatisfy(isPlace) && $0.low.isFinite
          && $0.high.isFinite
      })
    else { return nil }
    self.label = label
    footprint = Polygon(label.footprint.map(Self.point))
    outlines = label.rooms.map { Polygon($0.outline.map(Self.point)) }
  }

  private static func isSane(_ stair: FloorPlanLabel.Stair) -> Bool {
    func isPlace(_ p: [Double]) -> Bool { p.count == 2 && p.allSatisfy { $0.isFinite && $0.magnitude < 1e6 } }
    func isHeight(_ z: Double) -> Bool { z.isFinite && z.magnitude < 1e6 }
    return isHeight(stair.bottom) && isHeight(stair.top) && stair.flights.count <= limit
      && stair.landings.count <= limit
      && stair.flights.allSatisfy {
        isPlace($0.foot) && isPlace($0.direction) && $0.direction != [0, 0] && isHeight($0.base)
          && (1...1000).contains($0.risers) && $0.width > 0 && $0.width < 1e6 && $0.riser > 0
          && $0.riser < 1e6 && $0.going > 0 && $0.going < 1e6
      }
      && stair.landings.allSatisfy {
        $0.outline.count == 4 && $0.outline.allSatisfy(isPlace) && isHeight($0.top)
      }
  }

  /// Heights of the storeys' floors, ascending.
  var floors: [Double] { plan.floors }

  static func point(_ p: [Double]) -> Vector2 { Vector2(p[0], p[1]) }

  /// The wall that an opening names.
  func wall(of opening: FloorPlanLabel.Opening) -> FloorPlanLabel.Wall? {
    label.walls.first { $0.wall == opening.wall }
  }

  /// Whether a point lies between the faces of a wall.
  ///
  /// - Parameter extra: how many half thicknesses the wall runs on beyond its ends: 1 fills the corners where walls meet.
  func isInWall(_ wall: FloorPlanLabel.Wall, _ p: Vector2, extra: Double) -> Bool {
    let (a, b) = (Self.point(wall.start), Self.point(wall.end))
    let l = length(b - a)
    guard l > 0 else { return false }
    let d = (b - a) / l
    let along = dot(p - a, d)
    let more = extra * wall.thickness / 2
    return along > -more && along < l + more && cross(d, p - a).magnitude < wall.thickness / 2
  }

  /// Whether a place is open to the eye: in a room, in an opening, or out of the house.
  func isOpen(_ p: Vector3) -> Bool {
    let q = Vector2(p.x, p.y)
    let isInRoom = zip(label.rooms, outlines).contains { room, outline in
      p.z >= room.floor && p.z <= room.floor + room.height && outline.contains(q)
    }
    if isInRoom || !footprint.contains(q) { return true }
    return label.openings.contains { opening in
      guard let wall = wall(of: opening) else { return false }
      let (a, b) = (Self.point(opening.start), Self.point(opening.end))
      let l = length(b - a)
      guard l > 0 else { return false }
      let along = dot(q - a, b - a) / l
      return along >= 0 && along <= l && cross(b - a, q - a).magnitude / l <= wall.thickness / 2 + 1e-6
        && p.z >= wall.floor + opening.sill && p.z <= wall.floor + opening.head
    }
  }

  /// The floor that a leaf sweeps until it is open by a part of its way, as a fan of straight edges inside its arc; `nil`
  /// for leaves that slide.
  func sweep(of leaf: FloorPlanLabel.Leaf, until part: Double) -> Polygon? {
    guard leaf.motion == "hinge", leaf.swing * part != 0 else { return nil }
    let pivot = Self.point(leaf.pivot)
    let arm = Self.point(leaf.shut) - pivot
    return Polygon(
      [pivot]
        + (0...12).map { k in
          let (s, c) = DeterministicMath.sincos(leaf.swing * part * Double(k) / 12)
          return pivot + Vector2(c * arm.x - s * arm.y, s * arm.x + c * arm.y)
        })
  }

  /// The plan as the world has it: for asking where one can walk.
  var plan: HomePlan {
    func room(_ number: Int) -> Int? { label.rooms.firstIndex { $0.room == number } }
    return HomePlan(
      rooms: label.rooms.indices.map {
        HomePlan.Room(
          kind: RoomKind(rawValue: label.rooms[$0].kind) ?? .storage, outline: outlines[$0].points,
          height: label.rooms[$0].height, floor: label.rooms[$0].floor)
      },
      walls: label.walls.map { wall in
        let start = Self.point(wall.start)
        let own = label.openings.filter { $0.wall == wall.wall }.map { opening in
          HomePlan.Opening(
            kind: HomePlan.Opening.Kind(rawValue: opening.kind) ?? .window,
            offset: length(Self.point(opening.start) - start), width: opening.width, sill: opening.sill,
            height: opening.head - opening.sill)
        }
        return HomePlan.Wall(
          start: start, end: Self.point(wall.end), thickness: wall.thickness, left: room(wall.left),
          right: room(wall.right), openings: own.sorted { $0.offset < $1.offset },
          floor: wall.floor)
      }, footprint: footprint.points,
      stairs: label.stairs.compactMap { stair in
        guard let well = room(stair.room) else { return nil }
        return HomePlan.Stair(
          form: HomePlan.Stair.Form(rawValue: stair.form) ?? .straight, room: well,
          flights: stair.flights.map {
            HomePlan.Stair.Flight(
              foot: Self.point($0.foot), direction: normalized(Self.point($0.direction)), width: $0.width,
              base: $0.base, risers: $0.risers, riser: $0.riser, going: $0.going)
          },
          landings: stair.landings.map {
            let ring = $0.outline.map(Self.point)
            let (low, high) = ring.reduce((ring[0], ring[0])) {
              (
                Vector2(min($0.0.x, $1.x), min($0.0.y, $1.y)), Vector2(max($0.1.x, $1.x), max($0.1.y, $1.y))
              )
            }
            return HomePlan.Stair.Landing(low: low, high: high, top: $0.top)
          }, rails: [])
      })
  }
}
