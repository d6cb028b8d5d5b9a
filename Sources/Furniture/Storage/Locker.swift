import Assets
import InteriorSurfaces
package import VectorMath
package import WorldModel

/// A bank of steel lockers: narrow doors with slots to air them.
package struct Locker: FurnitureAsset {
  package static let assetName = "locker"
  /// Metres: along x, y and z.
  package var size: Vector3
  private let columns: Int
  private let tiers: Int
  private let look: Look

  package init(_ look: Look) {
    let v = look.variation
    columns = 2 + v.choice("columns", of: 3)
    tiers = 1 + v.choice("tiers", of: 3)
    size = Vector3(
      v.number("depth", in: 0.45...0.52), Double(columns) * v.number("column", in: 0.3...0.38),
      v.number("height", in: 1.75...1.95))
    self.look = look
  }

  package func makeAsset() -> Asset {
    let v = look.variation
    var suite = CabinetSuite(look)
    suite.body = .lacquer(Colour(0xc9cccc))
    let colours = [Colour(0xc9cccc), Colour(0x2f4a66), look.palette.accent(0), Colour(0x6b7276)]
    suite.fronts = .lacquer(colours[v.choice("colour", of: colours.count)])
    (suite.front, suite.handle, suite.isInset, suite.metal) = (.flat, .bar, true, .metal(.steel))
    var cabinet = Cabinetry(
      AssetBuilder(name: Self.assetName, nativeClass: "cabinet", mainPart: "frame"), suite)
    cabinet.board = 0.012
    cabinet.topThickness = 0.012
    cabinet.handleHeight = 0.5
    let (x, y, foot) = (size.x / 2, size.y / 2, 0.08)
    let bays: [(Cabinetry.Bay, Double)] = (0..<tiers).map { _ in
      (.door(isLeft: false, shelves: tiers == 1 ? 1 : 0), 1)
    }
    cabinet.addCarcass(-x...x, -y...y, foot...size.z, columns: (0..<columns).map { _ in .init(1, bays) })
    cabinet.addBase(-x...x, -y...y, height: foot, base: .plinth)
    // Slots and a number plate on every door, in its own frame: doors hang at their right, so y runs from the hinge.
    let width = size.y / Double(columns) - 0.024
    let height = (size.z - foot) / Double(tiers)
    for (i, joint) in cabinet.asset.fittings.joints.enumerated() {
      let tier = i % tiers
      let top = size.z - height * Double(tier)
      for k in 0..<3 {
        let z = top - 0.09 - 0.025 * Double(k)
        cabinet.asset.add(
          .box(
            from: Vector3(-0.002, width * 0.28, z - 0.004), to: Vector3(0.0025, width * 0.72, z + 0.004),
            bevel: 0.001), .plastic(Colour(0x2a2c2e)), part: "slot",
          node: joint.node)
      }
      cabinet.asset.add(
        .box(from: Vector3(-0.001, width * 0.4, top - 0.21), to: Vector3(0.0015, width * 0.6, top - 0.185)),
        .plastic(Colour(0xf2f1ec)), part: "plate",
        node: joint.node)
    }
    return cabinet.asset.asset()
  }
}
