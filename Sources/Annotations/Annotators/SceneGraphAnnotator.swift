import VectorMath
package import WorldModel

/// `scene_graph`: what holds what, and how rooms are joined, in worlds with a plan.
package struct SceneGraphAnnotator: Annotator {
  package init() {}
  package var name: String { SceneGraphLabel.name }
  package var summary: String {
    "what stands on, hangs on or is held by what in homes, with measured distances (m); rooms and the ways between them"
  }
  package var needs: CaptureChannels { [] }

  package func annotate(_ view: CapturedView, into labels: inout LabelSet) {
    guard let home = HomeThings(view) else { return }
    let support = SupportRelations(home, view.capture)
    let entities = view.capture.world.entities
    var surfaces: [SceneGraphLabel.Surface] = []
    for case let room? in support.rooms {
      func add(_ entity: Int?, _ kind: String) {
        guard let entity else { return }
        surfaces.append(.init(instance: entities[entity].id, room: room.room + 1, kind: kind))
      }
      add(room.floor, "floor")
      add(room.ceiling, "ceiling")
      for side in room.sides { for wall in side.walls { add(wall, "wall") } }
    }
    labels.set(
      SceneGraphLabel(
        surfaces: surfaces.sorted { $0.instance < $1.instance },
        things: home.things.map {
          .init(instance: $0.id, category: entities[$0.subject].nativeClass.name, room: $0.room + 1)
        },
        relations: home.things.flatMap(support.relations), adjacencies: Self.adjacencies(home.plan)))
  }

  private static func adjacencies(_ plan: HomePlan) -> [SceneGraphLabel.Adjacency] {
    var ways: [SIMD2<Int>: [Int]] = [:]
    for wall in plan.walls {
      let (a, b) = (wall.left.map { $0 + 1 } ?? 0, wall.right.map { $0 + 1 } ?? 0)
      if a != b { ways[SIMD2(min(a, b), max(a, b)), default: []] += [] }
    }
    for placed in plan.placedOpenings where placed.opening.isWay {
      let wall = plan.walls[placed.wall]
      let (a, b) = (wall.left.map { $0 + 1 } ?? 0, wall.right.map { $0 + 1 } ?? 0)
      if a != b { ways[SIMD2(min(a, b), max(a, b)), default: []].append(placed.id) }
    }
    return ways.keys.sorted { ($0.x, $0.y) < ($1.x, $1.y) }.map {
      .init(rooms: [$0.x, $0.y], ways: ways[$0] ?? [])
    }
  }
}
