import Assets
import InteriorSurfaces
package import VectorMath
package import WorldModel

/// A table with drawers and a mirror to dress at.
package struct DressingTable: FurnitureAsset {
  package static let assetName = "dressing_table"
  /// Metres: along x, y and z, the last without the mirror.
  package var size: Vector3
  private let look: Look

  package init(_ look: Look) {
    let v = look.variation
    size = Vector3(
      v.number("depth", in: 0.4...0.48), v.number("width", in: 0.85...1.15),
      v.number("height", in: 0.73...0.77))
    self.look = look
  }

  package func makeAsset() -> Asset {
    let v = look.variation
    var suite = CabinetSuite(look)
    if suite.front == .fluted || suite.front == .woven { suite.front = .flat }
    var cabinet = Cabinetry(
      AssetBuilder(name: Self.assetName, nativeClass: "dressing_table", mainPart: "frame"), suite)
    let (x, y, h) = (size.x / 2, size.y / 2, size.z)
    let low = h - v.number("case", in: 0.13...0.18)
    cabinet.topThickness = 0.02
    cabinet.isTopFree = false
    let columns: [Cabinetry.Column] =
      v.unit("three") < 0.5
      ? [.init(1, [(.drawer, 1)]), .init(1.4, [(.drawer, 1)]), .init(1, [(.drawer, 1)])]
      : [.init(1, [(.drawer, 1)]), .init(1, [(.drawer, 1)])]
    cabinet.addCarcass(-x...x, -y...y, low...h, columns: columns)
    let base: CabinetSuite.Base =
      switch suite.base {
      case .frame: .frame
      case .legs(.bun), .legs(.turned): .legs(.turned)
      case .legs(let shape): .legs(shape)
      case .plinth: .legs(.tapered)
      }
    cabinet.addBase(-x...x, -y...y, height: low, base: base)
    // The mirror stands at the back: round, oval or arched, in a rim, on two struts.
    let half = v.number("mirror", in: 0.24...0.32)
    let tall = half * [1.0, 1.35, 1.25][v.choice("shape", of: 3)]
    let outline =
      v.choice("shape", of: 3) == 2 ? Self.arch(half, tall) : ovalOutline(half, tall, count: 44)
    let middle = Vector3(0.02 - x, 0, h + tall + 0.05)
    func upright(_ inset: Double, _ x0: Double, _ x1: Double, edge: Double) -> MeshBuilder {
      // From a level plate to one that faces x.
      MeshBuilder.plate(insetOutline(outline, by: inset), bottom: x0, top: x1, edge: edge).displaced {
        middle + Vector3($0.z, $0.x, $0.y)
      }
    }
    let rim = look.style == .modern || look.style == .industrial ? look.frameMetal : suite.body
    cabinet.asset.add(upright(0, -0.009, 0.008, edge: 0.004), rim, part: "rim")
    cabinet.asset.add(
      upright(0.018, 0.004, 0.0095, edge: 0.001), Finish(IndoorMaterial.mirror), part: "mirror")
    for side in [-1.0, 1] {
      cabinet.asset.add(
        .board(
          Vector3(0.004 - x, side * half * 0.5 - 0.012, h - 0.002),
          Vector3(0.014 - x, side * half * 0.5 + 0.012, middle.z), bevel: 0.002),
        rim, part: "strut")
    }
    cabinet.asset.support("top", at: Vector3(0.03, 0, h), size: Vector2(size.x - 0.1, size.y - 0.03))
    return cabinet.asset.asset()
  }

  /// Straight sides under a half round.
  private static func arch(_ half: Double, _ tall: Double) -> [Vector2] {
    [Vector2(-half, -tall), Vector2(half, -tall)]
      + (0...20).map { i in
        let (s, c) = DeterministicMath.sincos(Double.pi * Double(i) / 20)
        return Vector2(half * c, tall - half + half * s)
      }
  }
}
