package import Geometry
import VectorMath
package import WorldModel

/// A thing of the catalog, made: what furnishing needs to know of it.
package struct Thing: Sendable {
  package var asset: Asset
  /// Asset frame, metres, at rest.
  package var bounds: Box3

  package init(asset: Asset, bounds: Box3) {
    self.asset = asset
    self.bounds = bounds
  }

  package var name: String { asset.name }
  /// Depth (along x), width (along y) and height.
  package var depth: Double { bounds.size.x }
  package var width: Double { bounds.size.y }
  package var height: Double { bounds.size.z }
  /// The height of its highest support under open sky, above its origin; `nil` without one.
  package var top: Double? {
    let nodes = asset.objectFromNodes(asset.restPoses)
    return asset.fittings.supports.filter { $0.headroom > 0.5 }.map { (nodes[$0.node] * $0.center).z }.max()
  }
}
