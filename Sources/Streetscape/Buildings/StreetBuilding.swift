import Assets
import Geometry
package import VectorMath
package import WorldModel

/// A building of a style on a plot: a function of style, plot and seed. The front faces +x; the origin lies below the
/// middle of the footprint, where the ground is lowest.
package struct StreetBuilding: ParametricAsset {
  package static let assetName = "street_building"
  package var style: BuildingStyle
  package var plot: BuildingPlot

  package var variant: UInt64

  package init() { self.init(style: .oldTown, plot: BuildingPlot(width: 10, depth: 10), variant: 1) }

  package init(style: BuildingStyle, plot: BuildingPlot, variant: UInt64) {
    self.style = style
    self.plot = plot
    self.variant = variant
  }

  /// A building and what hangs on it as things of their own.
  package struct Built: Sendable {
    package var asset: Asset
    /// Places for boards over shops.
    package var boards: [SignPlace]
  }

  package func makeAsset() -> Asset { built().asset }

  package func built() -> Built {
    let chance = AssetVariation(seed: variant)
    var work = BuildingWork(
      style: style, plot: plot, design: style.design(width: plot.width, chance), chance: chance)
    work.raise()
    return Built(asset: work.asset.asset(), boards: work.boards)
  }
}

/// A place for a board with words, in the frame of what it hangs on.
package struct SignPlace: Sendable {
  /// Middle of the board's back.
  package var position: Vector3
  /// Of its face, radians about z from +x.
  package var yaw: Double
  /// Along the wall and up, metres.
  package var size: Vector2
  package var isChinese: Bool
}
