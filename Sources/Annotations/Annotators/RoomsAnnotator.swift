import Geometry
import VectorMath
package import WorldModel

/// `rooms`: all rooms of a home, in worlds with a plan.
package struct RoomsAnnotator: Annotator {
  package init() {}
  package var name: String { RoomsLabel.name }
  package var summary: String {
    "rooms of homes: kind, outline (m), height, area (m²), doors, windows, neighbours, the things in them"
  }
  package var needs: CaptureChannels { [] }

  package func annotate(_ view: CapturedView, into labels: inout LabelSet) {
    let world = view.capture.world
    guard let plan = world.plan, !plan.rooms.isEmpty else { return }
    let openings = plan.placedOpenings
    let entries = plan.rooms.enumerated().map { i, room in
      let own = openings.filter { plan.walls[$0.wall].left == i || plan.walls[$0.wall].right == i }
      return RoomsLabel.Entry(
        room: i + 1, kind: room.kind.rawValue, outline: room.outline.map { [$0.x, $0.y] },
        floor: room.floor, height: room.height, area: Polygon(room.outline).area,
        doors: own.filter(\.opening.isWay).map(\.id), windows: own.filter { !$0.opening.isWay }.map(\.id),
        neighbours: Self.neighbours(of: i, plan, openings),
        things: world.entities.filter { $0.supportedBy != nil && $0.room == i }.map(\.id))
    }
    labels.set(RoomsLabel(entries: entries))
  }

  static func neighbours(
    of room: Int, _ plan: HomePlan, _ openings: [HomePlan.PlacedOpening]
  ) -> [RoomsLabel.Neighbour] {
    plan.rooms.indices.compactMap { other in
      let walls = plan.walls.indices.filter {
        let wall = plan.walls[$0]
        return other != room
          && ((wall.left == room && wall.right == other) || (wall.left == other && wall.right == room))
      }
      guard !walls.isEmpty else { return nil }
      return RoomsLabel.Neighbour(
        room: other + 1, ways: openings.filter { walls.contains($0.wall) && $0.opening.isWay }.map(\.id),
        wall: walls.reduce(0) { $0 + plan.walls[$1].length })
    }
  }
}
