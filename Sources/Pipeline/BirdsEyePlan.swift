package import LocatedYAML
package import WorldModel

/// What the label `bev` covers.
package struct BirdsEyePlan: YAMLDecodable, Sendable {
  package static let summary = "The cells of the label bev: the ground around the carrier from above."
  package var grid: BirdsEyeGrid

  package init(from fields: FieldReader) {
    func reach(_ name: String) -> Double {
      fields.read(
        name, .number(in: 0...500, unit: "m"), default: 50, "How far the cells reach from the carrier.")
    }
    grid = BirdsEyeGrid(
      front: reach("front"), back: reach("back"), left: reach("left"), right: reach("right"))
    grid.resolution = fields.read(
      "resolution", .number(in: 0.02...10, unit: "m"), default: 0.25, "Side of a cell.")
    let (metres, least) = (max(grid.left + grid.right, grid.front + grid.back), grid.resolution)
    fields.check(
      metres / least <= Double(BirdsEyeGrid.most)
        && min(grid.left + grid.right, grid.front + grid.back) >= least,
      "resolution", "\(metres) m in cells of \(least) m are no raster of 1 to \(BirdsEyeGrid.most) cells",
      remedy: "Take other reaches, or larger cells.")
  }
}
