import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A loudspeaker: a small box for a shelf, or a slim one that stands on the floor.
package struct Loudspeaker: FurnitureAsset {
  package static let assetName = "loudspeaker"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "loudspeaker", mainPart: "case")
    let v = look.variation
    let isTall = v.choice("tall", of: 3) == 0
    let (d, w, h) =
      isTall
      ? (0.28, 0.2, v.number("height", in: 0.9...1.05))
      : (
        v.number("depth", in: 0.18...0.24), v.number("width", in: 0.15...0.19),
        v.number("height", in: 0.25...0.34)
      )
    let body =
      v.choice("case", of: 2) == 0
      ? asset.material(IndoorMaterial.wood(look.palette.darkWood), tile: IndoorMaterial.woodTile)
      : asset.material(
        IndoorMaterial.lacquer(v.choice("white", of: 2) == 0 ? Colour(0xeeeeea) : Colour(0x222325)))
    let baffle = asset.material(IndoorMaterial.plastic(Colour(0x2a2b2d), roughness: 0.6))
    let cone = asset.material(
      IndoorMaterial.plastic(
        [Colour(0x1b1b1c), Colour(0xc9a44a), Colour(0x9a9da0)][v.choice("cone", of: 3)], roughness: 0.5))
    let rubber = asset.material(IndoorMaterial.darkRubber())
    let low = isTall ? 0.03 : 0.006
    asset.add(
      .box(from: Vector3(-d / 2, -w / 2, low), to: Vector3(d / 2 - 0.012, w / 2, h), bevel: 0.003),
      material: body)
    asset.add(
      FixtureShape.plate(
        from: Vector3(d / 2 - 0.013, -w / 2 + 0.004, low + 0.004),
        to: Vector3(d / 2, w / 2 - 0.004, h - 0.004), radius: 0.008, edge: 0.003),
      material: baffle, part: "baffle")
    if isTall {
      asset.add(
        .box(
          from: Vector3(-d / 2 - 0.02, -w / 2 - 0.02, 0), to: Vector3(d / 2 + 0.02, w / 2 + 0.02, 0.03),
          bevel: 0.004), material: baffle, part: "foot")
    } else {
      for x in [-0.35, 0.35] {
        for y in [-0.35, 0.35] {
          asset.add(
            .cylinder(
              from: Vector3(x * d, y * w, 0), to: Vector3(x * d, y * w, 0.008), radius: 0.009, sides: 12),
            material: rubber, part: "foot")
        }
      }
    }
    func driver(_ r: Double, _ z: Double) {
      asset.add(
        FixtureShape.forward(
          .lathe(
            [
              Vector2(r * 0.9, -0.004), Vector2(r * 1.12, -0.004), Vector2(r * 1.12, 0.003),
              Vector2(r * 1.05, 0.004), Vector2(r, 0.006),
              Vector2(r * 0.9, 0.002),
            ], sides: 28, isClosed: true)
        ).translated(d / 2, 0, z), material: rubber, part: "driver")
      asset.add(
        FixtureShape.forward(
          .lathe(
            [
              Vector2(0, -0.002), Vector2(r * 0.92, -0.002), Vector2(r * 0.92, 0.0025),
              Vector2(r * 0.34, 0.0005), Vector2(r * 0.3, 0.004), Vector2(r * 0.16, 0.009),
              Vector2(0, 0.0105),
            ],
            sides: 28)
        ).translated(d / 2, 0, z), material: cone, part: "driver")
    }
    let r = w * 0.36
    if isTall {
      driver(r, h * 0.3)
      driver(r, h * 0.52)
      driver(r, h * 0.72)
      driver(0.022, h * 0.88)
    } else {
      driver(r, low + h * 0.36)
      driver(0.022, h * 0.8)
    }
    asset.support("top", at: Vector3(-0.01, 0, h), size: Vector2(d - 0.06, w - 0.02))
    return asset.asset()
  }
}
