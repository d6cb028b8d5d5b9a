import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A toilet on the wall: its cistern is hidden in a box as high as the chest, with a plate to press.
package struct WallHungToilet: FurnitureAsset {
  package static let assetName = "toilet_wall_hung"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "toilet", mainPart: "bowl")
    let v = look.variation
    let ceramic = asset.material(IndoorMaterial.ceramic())
    let bowl = ToiletBowl(x: 0.1, rim: 0.41, exponent: v.choice("square", of: 2) == 0 ? 3.4 : 2.3)
    let seat = asset.material(IndoorMaterial.plastic(Colour(0xf1f0ec), roughness: 0.25))
    bowl.add(to: &asset, ceramic: ceramic, isHung: true, seatWood: seat)
    let (w, h) = (v.number("box", in: 0.5...0.7), v.number("box height", in: 0.98...1.15))
    let (back, front) = (-0.335, -0.185)
    let isTiled = v.choice("tiled", of: 2) == 0
    let box = asset.material(
      isTiled
        ? IndoorMaterial.glazedTiles(Colour(0xf0efea))
        : IndoorMaterial.lacquer(Colour(0xf2f1ed), roughness: 0.5),
      tile: isTiled ? IndoorMaterial.glazedTile : 1)
    asset.add(
      .box(from: Vector3(back, -w / 2, 0), to: Vector3(front, w / 2, h - 0.02), bevel: 0.001), material: box,
      part: "box")
    let top = asset.material(
      isTiled ? IndoorMaterial.granite(look.palette.stone) : IndoorMaterial.wood(look.palette.wood),
      tile: isTiled ? IndoorMaterial.worktopTile : IndoorMaterial.woodTile)
    asset.add(
      FixtureShape.worktop(
        from: Vector3(back, -w / 2 - 0.005, h - 0.02), to: Vector3(front + 0.01, w / 2 + 0.005, h)),
      material: top, part: "shelf")
    let plate = asset.material(
      v.choice("plate", of: 2) == 0
        ? IndoorMaterial.metal(.chrome) : IndoorMaterial.plastic(Colour(0xf4f4f2), roughness: 0.2))
    asset.add(
      FixtureShape.plate(
        from: Vector3(front - 0.002, -0.123, h - 0.26), to: Vector3(front + 0.01, 0.123, h - 0.095),
        radius: 0.008,
        edge: 0.004), material: plate, part: "button")
    for (a, b) in [(-0.1, 0.03), (0.04, 0.1)] {
      asset.add(
        FixtureShape.plate(
          from: Vector3(front + 0.008, a, h - 0.235), to: Vector3(front + 0.0145, b, h - 0.12), radius: 0.02,
          edge: 0.003),
        material: plate, part: "button")
    }
    asset.support("shelf", at: Vector3((back + front) / 2, 0, h), size: Vector2(0.12, w - 0.04))
    return asset.asset()
  }
}
