package import WorldModel

/// `bev`: the frame of `bev_layers` and `bev_instance`, what their bits mean, and the boxes of road users in them.
///
/// All of it is worked out from the map and the world's surfaces, not from a picture, in the frame of the carrier turned
/// upright (origin under the rear axle, x ahead, y left, metres). Rows of the rasters run backwards, columns to the right.
package struct BirdsEyeLabel: StructuredLabel {
  package static let name = "bev"

  package struct Layer: Codable, Sendable, Hashable {
    /// A cell has it when (value >> bit) & 1 is 1.
    package var bit: Int
    package var name: String

    package init(bit: Int, name: String) {
      self.bit = bit
      self.name = name
    }
  }

  package struct Entry: Codable, Sendable, Hashable {
    package var instance: UInt32
    package var category: String
    /// The middle of the box, carrier frame, metres.
    package var center: [Double]
    /// Length and width, metres.
    package var size: [Double]
    /// Of the box's length, counter-clockwise from straight ahead, radians.
    package var heading: Double
    /// Its corners as (column, row), integers at cell centres: front left, rear left, rear right, front right.
    package var corners: [[Double]]
    /// Cells of `bev_instance` that show it.
    package var cells: Int

    package init(
      instance: UInt32, category: String, center: [Double], size: [Double], heading: Double,
      corners: [[Double]], cells: Int
    ) {
      self.instance = instance
      self.category = category
      self.center = center
      self.size = size
      self.heading = heading
      self.corners = corners
      self.cells = cells
    }
  }

  package var grid: BirdsEyeGrid
  package var columns: Int
  package var rows: Int
  /// Two rows of three: (x, y) = matrix · (column, row, 1).
  package var egoFromCell: [[Double]]
  /// Of the carrier's frame in the world: x, y, heading in radians.
  package var worldFromEgo: [Double]
  package var layers: [Layer]
  /// Ascending by instance: road users whose boxes reach into the range. What stands under another, or is narrower than a
  /// cell, may have no cell.
  package var entries: [Entry]

  package init(grid: BirdsEyeGrid, worldFromEgo: [Double], entries: [Entry]) {
    self.grid = grid
    columns = grid.columns
    rows = grid.rows
    egoFromCell = grid.egoFromCell
    self.worldFromEgo = worldFromEgo
    layers = BirdsEyeLayer.allCases.map { Layer(bit: $0.rawValue, name: $0.name) }
    self.entries = entries
  }
}
