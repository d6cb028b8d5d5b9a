import WorldModel

/// `navigation`: where a walker can go in the home, at the time of the frame, storey by storey; stairs join the storeys.
///
/// Square cells, row by row from the lowest y; cell (i, j) of a storey has its middle at `origin` + `cell` × (i + ½, j + ½)
/// in the world frame, metres. All views of a sample say the same.
package struct NavigationLabel: StructuredLabel {
  package static let name = "navigation"

  package struct Room: Codable, Sendable, Hashable {
    /// Index in the plan.
    package var room: Int
    package var kind: String
    /// Square metres that can be reached from the largest connected part of the home, by cells.
    package var reachableArea: Double
    /// Square metres where the walker could stand, reached or not.
    package var freeArea: Double

    package init(room: Int, kind: String, reachableArea: Double, freeArea: Double) {
      self.room = room
      self.kind = kind
      self.reachableArea = reachableArea
      self.freeArea = freeArea
    }
  }

  package struct Storey: Codable, Sendable, Hashable {
    /// Height of its floor.
    package var floor: Double
    package var origin: [Double]
    package var columns: Int
    package var rows: Int
    /// A row each: lengths of runs of cells that are in turn not reachable and reachable, beginning with the former
    /// (which may be 0 long); they add up to `columns`.
    package var runs: [[Int]]
    /// Square metres over all its rooms and doorways.
    package var reachableArea: Double

    package init(
      floor: Double, origin: [Double], columns: Int, rows: Int, runs: [[Int]], reachableArea: Double
    ) {
      self.floor = floor
      self.origin = origin
      self.columns = columns
      self.rows = rows
      self.runs = runs
      self.reachableArea = reachableArea
    }
  }

  package var cell: Double
  /// Of the walker, metres.
  package var radius: Double
  package var height: Double
  /// The lowest first.
  package var storeys: [Storey]
  package var rooms: [Room]

  package init(cell: Double, radius: Double, height: Double, storeys: [Storey], rooms: [Room]) {
    self.cell = cell
    self.radius = radius
    self.height = height
    self.storeys = storeys
    self.rooms = rooms
  }
}
