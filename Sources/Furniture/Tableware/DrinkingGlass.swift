import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A tumbler, tall or low, faceted or round; sometimes with water or juice in it.
package struct DrinkingGlass: FurnitureAsset {
  package static let assetName = "drinking_glass"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "drinking_glass", mainPart: "body")
    let v = look.variation
    let isTall = v.unit("tall") < 0.5
    let (r, h) =
      isTall
      ? (v.number("r", in: 0.03...0.034), v.number("h", in: 0.12...0.15))
      : (v.number("r", in: 0.037...0.042), v.number("h", in: 0.082...0.098))
    let foot = r * v.number("foot", in: 0.74...0.98)
    let tint = [Colour(0xe4eeec), Colour(0xe4eeec), Colour(0xb9d6cc), Colour(0xd8c9a8)][
      v.choice("tint", of: 4)]
    let glass = asset.material(IndoorMaterial.glass(tint, alpha: 0.3))
    let outside = [
      Vector2(0, 0), Vector2(foot - 0.002, 0), Vector2(foot, 0.002), Vector2((foot + r) / 2, h / 2),
      Vector2(r, h),
    ]
    let inside = [
      Vector2(0, 0.009), Vector2(foot - 0.006, 0.009), Vector2(foot - 0.002, 0.013),
      Vector2((foot + r) / 2 - 0.0022, h / 2), Vector2(r - 0.0018, h),
    ]
    let sides = v.unit("facets") < 0.35 ? 10 : 28
    asset.add(
      Turned.shell(outside, inside: inside, sides: sides), material: glass, crease: sides == 10 ? 0.3 : 0.7)
    // Rim and foot gather light: solid, so that the glass is seen whatever stands behind it.
    let edge = asset.material(Crockery.glassEdge)
    asset.add(
      MeshBuilder.torus(radius: r - 0.0009, tube: 0.001, sides: sides, rings: 6).translated(0, 0, h - 0.0004),
      material: edge, part: "rim")
    asset.add(
      .lathe(
        [Vector2(0, 0.001), Vector2(foot - 0.003, 0.001), Vector2(foot - 0.003, 0.0032), Vector2(0, 0.0032)],
        sides: sides),
      material: edge, part: "foot")
    if v.unit("full") < 0.65 {
      let colours = [Colour(0xdfeaf0), Colour(0xe8a13a), Colour(0x9c3a2e)]
      let kind = v.choice("drink", of: 3)
      let drink = asset.material(IndoorMaterial.glass(colours[kind], alpha: kind == 0 ? 0.35 : 0.8))
      let level = h * v.number("level", in: 0.45...0.8)
      let wide = foot + (r - foot) * level / h - 0.003
      asset.add(
        .lathe(
          [
            Vector2(0, 0.0095), Vector2((foot - 0.004) * 0.96, 0.0135), Vector2(wide * 0.96, level),
            Vector2(0, level),
          ], sides: sides),
        material: drink, part: "drink")
      asset.vessel(
        "glass", profile: inside, content: ["water", "juice", "juice"][kind], level: level, part: "drink")
    } else {
      asset.vessel("glass", profile: inside)
    }
    return asset.asset()
  }
}
