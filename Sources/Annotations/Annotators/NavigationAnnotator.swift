import VectorMath
package import WorldModel

/// `navigation`: free cells of homes, in worlds with a plan.
package struct NavigationAnnotator: Annotator {
  package init() {}
  package var name: String { NavigationLabel.name }
  package var summary: String {
    "reachable floor of homes in cells of 0.1 m for a walker 0.4 m wide and 1.8 m high, and its area a room (m²)"
  }
  package var needs: CaptureChannels { [] }

  package func annotate(_ view: CapturedView, into labels: inout LabelSet) {
    guard
      let grid = NavigationGrid(
        view.capture.world, radius: 0.2, height: 1.8, at: view.capture.snapshot.time)
    else { return }
    let reached = grid.largestPart
    let square = grid.cell * grid.cell
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
    let rooms = grid.plan.rooms.indices.map { room in
      let cells = grid.rooms.indices.filter { grid.rooms[$0] == room && grid.isFree[$0] }
      return NavigationLabel.Room(
        room: room, kind: grid.plan.rooms[room].kind.rawValue,
        reachableArea: Double(cells.count { reached[$0] }) * square,
        freeArea: Double(cells.count) * square)
    }
    labels.set(
      NavigationLabel(
        origin: [grid.origin.x, grid.origin.y], cell: grid.cell, columns: grid.columns, rows: grid.rows,
        radius: grid.radius, height: grid.height, runs: runs,
        reachableArea: Double(reached.count { $0 }) * square, rooms: rooms))
  }
}
