import Geometry
import VectorMath
package import WorldModel

/// `floor_plan`: rooms, walls, doors, windows and furniture of a home, in worlds with a plan.
package struct FloorPlanAnnotator: Annotator {
  package init() {}
  package var name: String { FloorPlanLabel.name }
  package var summary: String {
    "vector plan of homes (m): rooms, walls, doors with hinges and swing, windows, furniture with heading, graph of rooms"
  }
  package var needs: CaptureChannels { [] }

  /// What nothing but a thing holds is shown from this length on, metres.
  private static let shortest = 0.4

  package func annotate(_ view: CapturedView, into labels: inout LabelSet) {
    guard let home = HomeThings(view) else { return }
    let plan = home.plan
    func list(_ p: Vector2) -> [Double] { [p.x, p.y] }
    func number(_ room: Int?) -> Int { room.map { $0 + 1 } ?? 0 }
    let rooms = plan.rooms.enumerated().map { i, room in
      FloorPlanLabel.Room(
        room: i + 1, kind: room.kind.rawValue, outline: room.outline.map(list), floor: room.floor,
        height: room.height,
        area: Polygon(room.outline).area)
    }
    let walls = plan.walls.enumerated().map { i, wall in
      FloorPlanLabel.Wall(
        wall: i + 1, start: list(wall.start), end: list(wall.end), thickness: wall.thickness,
        left: number(wall.left), right: number(wall.right), floor: wall.floor)
    }
    let leaves = DoorLeaves(capture: view.capture)
    let openings = plan.placedOpenings.map { placed in
      let wall = plan.walls[placed.wall]
      let entity = leaves.entity(in: placed, of: plan)
      return FloorPlanLabel.Opening(
        opening: placed.id, kind: placed.opening.kind.rawValue, wall: placed.wall + 1,
        left: number(wall.left), right: number(wall.right), start: list(wall.point(placed.opening.offset)),
        end: list(wall.point(placed.opening.end)), width: placed.opening.width, sill: placed.opening.sill,
        head: placed.opening.head, instance: entity.map { view.capture.world.entities[$0].id },
        leaves: entity.map(leaves.leaves) ?? [])
    }
    let passages = openings.filter { $0.kind != HomePlan.Opening.Kind.window.rawValue }.map {
      FloorPlanLabel.Passage(
        rooms: [min($0.left, $0.right), max($0.left, $0.right)], opening: $0.opening, width: $0.width)
    }
    labels.set(
      FloorPlanLabel(
        footprint: plan.footprint.map(list), rooms: rooms, walls: walls, openings: openings,
        // People and animals are no furniture.
        furniture: home.things.filter { view.capture.world.entities[$0.subject].attribute("posture") == nil }
          .compactMap { Self.symbol($0, view.capture) }, passages: passages,
        stairs: plan.stairs.enumerated().map { Self.stair($1, number: $0, view.capture.world) }))
  }

  private static func stair(
    _ stair: HomePlan.Stair, number: Int, _ world: World
  ) -> FloorPlanLabel.Stair {
    func list(_ p: Vector2) -> [Double] { [p.x, p.y] }
    func instance(_ name: String) -> UInt32? { world.entities.first { $0.name == name }?.id }
    return FloorPlanLabel.Stair(
      form: stair.form.rawValue, room: stair.room + 1, instance: instance("stairs_\(number)"),
      railing: instance("stairs_railing_\(number)"), bottom: stair.bottom, top: stair.top,
      flights: stair.flights.map {
        FloorPlanLabel.Stair.Flight(
          foot: list($0.foot), direction: list($0.direction), width: $0.width, base: $0.base,
          risers: $0.risers, riser: $0.riser, going: $0.going)
      },
      landings: stair.landings.map {
        FloorPlanLabel.Stair.Landing(outline: $0.outline.map(list), top: $0.top)
      })
  }

  private static func symbol(_ thing: HomeThings.Thing, _ capture: Capture) -> FloorPlanLabel.Symbol? {
    let (center, half) = thing.footprint
    guard UInt32(thing.support) == nil || 2 * max(half.x, half.y) >= shortest else { return nil }
    let ahead = thing.heading
    let left = Vector2(-ahead.y, ahead.x)
    let corners = [(-1.0, -1.0), (1, -1), (1, 1), (-1, 1)].map { x, y in
      center + ahead * (half.x * x) + left * (half.y * y)
    }
    return FloorPlanLabel.Symbol(
      instance: thing.id, category: capture.snapshot.subjects[thing.subject].nativeClass.name,
      room: thing.room + 1, support: thing.support, center: [center.x, center.y],
      size: [2 * half.x, 2 * half.y], heading: DeterministicMath.atan2(ahead.y, ahead.x),
      footprint: corners.map { [$0.x, $0.y] }, low: thing.low, high: thing.high)
  }
}
