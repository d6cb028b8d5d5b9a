import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A full, closed bottle of wine with its label.
package struct WineBottle: FurnitureAsset {
  package static let assetName = "wine_bottle"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "wine_bottle", mainPart: "body")
    let v = look.variation
    let colour = [Colour(0x1c2a1c), Colour(0x2a1a12), Colour(0x4a5a2a)][v.choice("glass", of: 3)]
    let glass = asset.material(IndoorMaterial.plastic(colour, roughness: 0.06))
    let label = asset.material(BottlePrint.material)
    let foil = asset.material(
      IndoorMaterial.metal(v.unit("foil") < 0.4 ? .brass : .blackened))
    let h = v.number("height", in: 0.295...0.325)
    let r = v.number("radius", in: 0.036...0.04)
    // High shoulders or sloping ones.
    let slope = v.unit("sloping") < 0.45
    let profile = Turned.softened(
      [
        Vector2(0, 0.004), Vector2(r * 0.6, 0.004), Vector2(r * 0.8, 0), Vector2(r * 0.95, 0),
        Vector2(r, 0.006),
        Vector2(r, h * 0.3), Vector2(r, h * (slope ? 0.48 : 0.58)),
        Vector2(r * (slope ? 0.8 : 0.98), h * (slope ? 0.62 : 0.66)),
        Vector2(0.0145, h * (slope ? 0.8 : 0.7)), Vector2(0.0138, h * 0.86),
      ], rounds: 2)
    asset.add(.lathe(profile + [Vector2(0.0138, h * 0.9), Vector2(0, h * 0.9)], sides: 28), material: glass)
    asset.add(
      .lathe(
        [
          Vector2(0, h * 0.84), Vector2(0.0146, h * 0.84), Vector2(0.0144, h - 0.018),
          Vector2(0.0152, h - 0.016),
          Vector2(0.0152, h - 0.006), Vector2(0.0142, h - 0.001), Vector2(0, h),
        ], sides: 20), material: foil, part: "capsule")
    asset.add(
      BottlePrint.label(v.choice("label", of: 2), radius: r, low: h * 0.13, high: h * 0.42), material: label,
      part: "label")
    return asset.asset()
  }
}
