import VectorMath
package import WorldModel

/// `navigation`: free cells of homes, in worlds with a plan.
package struct NavigationAnnotator: Annotator {
  package init() {}
  package var name: String { NavigationLabel.name }
  package var summary: String {
    "reachable floor of homes, storey by storey, in cells of 0.1 m for a walker 0.4 m wide and 1.8 m high, and its area a room (m²)"
  }
  package var needs: CaptureChannels { [] }

  package func annotate(_ view: CapturedView, into labels: inout LabelSet) {
    guard let plan = view.capture.world.plan, !plan.rooms.isEmpty else { return }
    let reach = HomeReach(
      plan.floors.compactMap {
        NavigationGrid(
          view.capture.world, on: $0, radius: 0.2, height: 1.8, at: view.capture.snapshot.time)
      })
    guard let first = reach.grids.first else { return }
    let square = first.cell * first.cell
    let rooms = plan.rooms.indices.map { room in
      var (free, reached) = (0, 0)
      for (grid, part) in zip(reach.grids, reach.isReached) {
        let isFree = grid.isFree
        for i in part.indices where grid.rooms[i] == room && isFree[i] {
          free += 1
          reached += part[i] ? 1 : 0
        }
      }
      return NavigationLabel.Room(
        room: room, kind: plan.rooms[room].kind.rawValue, reachableArea: Double(reached) * square,
        freeArea: Double(free) * square)
    }
    labels.set(
      NavigationLabel(
        cell: first.cell, radius: first.radius, height: first.height,
        storeys: zip(reach.grids, reach.isReached).map(Self.storey), rooms: rooms))
  }

  private static func storey(_ grid: NavigationGrid, _ reached: [Bool]) -> NavigationLabel.Storey {
    let runs = (0..<grid.rows).map { row in
      var runs = [0]
      var isReached = false
      for column in 0..<grid.columns {
        let next = reached[row * grid.columns + column]
        if next != isReached {
          runs.append(0)
          isReached = next
        }
        runs[runs.count - 1] += 1
      }
      return runs
    }
    return NavigationLabel.Storey(
      floor: grid.floor, origin: [grid.origin.x, grid.origin.y], columns: grid.columns, rows: grid.rows,
      runs: runs, reachableArea: Double(reached.count { $0 }) * grid.cell * grid.cell)
  }
}
