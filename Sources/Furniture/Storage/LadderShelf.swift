import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// Shelves between two leaning rails, deeper below, that stand against a wall.
package struct LadderShelf: FurnitureAsset {
  package static let assetName = "ladder_shelf"
  /// Along y and z, metres.
  package var width: Double
  package var height: Double
  private let look: Look

  package init(_ look: Look) {
    width = look.variation.number("width", in: 0.55...0.8)
    height = look.variation.number("height", in: 1.6...1.9)
    self.look = look
  }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "bookshelf", mainPart: "frame")
    let v = look.variation
    let isMetal = look.style == .industrial || (look.style == .modern && v.unit("metal") < 0.5)
    let frame = isMetal ? look.frameMetal : look.wood
    let (depth, y, t) = (0.42, width / 2, isMetal ? 0.01 : 0.014)
    let (front, rear, shelf) = (depth / 2, -depth / 2, 0.022)
    /// The x of the rail's front edge at a height.
    func edge(_ z: Double) -> Double { front - 0.3 * z / height }
    for side in [-1.0, 1] {
      let cy = side * (y - t)
      let section = roundedRectangle(2 * t, 0.045, radius: 0.004, corner: 1)
      let rail = MeshBuilder.bar(
        [Vector3(front - 0.024, cy, 0), Vector3(edge(height) - 0.024, cy, height)], section: section
      )
      .displaced { Vector3($0.x, $0.y, max(0, min(height, $0.z))) }
      asset.add(rail.grainAlong, frame)
      asset.add(
        .board(
          Vector3(rear, cy - t * 0.9, 0), Vector3(rear + 0.03, cy + t * 0.9, height - 0.12), bevel: 0.003),
        frame)
    }
    let rows = 5
    for i in 0..<rows {
      let z = 0.2 + (height - 0.42) * Double(i) / Double(rows - 1)
      let x1 = edge(z) - 0.004
      asset.add(
        .board(
          Vector3(rear + 0.002, 2 * t - y - 0.001, z - shelf), Vector3(x1, y - 2 * t + 0.001, z),
          bevel: 0.003, grain: 1), look.wood, part: "shelf")
      asset.support(
        "shelf \(i + 1)", at: Vector3((rear + x1) / 2, 0, z),
        size: Vector2(x1 - rear - 0.02, width - 4 * t - 0.02),
        headroom: i == rows - 1 ? .infinity : (height - 0.42) / Double(rows - 1) - shelf - 0.004)
    }
    return asset.asset()
  }
}
