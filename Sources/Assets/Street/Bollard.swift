import VectorMath
package import WorldModel

/// A bollard: a steel post with a reflecting band.
package struct Bollard: ParametricAsset {
  package static let assetName = "bollard"
  package var height: Double
  package var colour: Colour

  package init() { self.init(height: 0.95) }
  package init(height: Double, colour: Colour = Colour(0x2c3033)) {
    self.height = height
    self.colour = colour
  }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: "bollard", nativeClass: "bollard")
    let post = asset.material(Material(name: "post", baseColor: colour.linear, metallic: 0.2, roughness: 0.5))
    let white = asset.material(StreetMaterials.reflective)
    let h = height
    asset.add(
      .lathe(
        [
          Vector2(0, 0), Vector2(0.105, 0), Vector2(0.105, 0.03), Vector2(0.075, 0.05),
          Vector2(0.068, h * 0.9), Vector2(0.082, h * 0.92),
          Vector2(0.082, h * 0.95), Vector2(0.055, h * 0.985), Vector2(0, h),
        ], sides: 20), material: post)
    asset.add(
      .lathe(
        [Vector2(0, h * 0.76), Vector2(0.073, h * 0.76), Vector2(0.073, h * 0.85), Vector2(0, h * 0.85)],
        sides: 20), material: white)
    return asset.asset()
  }
}
