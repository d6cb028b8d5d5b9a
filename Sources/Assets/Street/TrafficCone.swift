import VectorMath
package import WorldModel

/// A traffic cone with two reflecting bands, 0.75 m as on roads.
package struct TrafficCone: ParametricAsset {
  package static let assetName = "traffic_cone"
  package var height: Double

  package init() { self.init(height: 0.75) }
  package init(height: Double) { self.height = height }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: "traffic_cone", nativeClass: "traffic_cone")
    let orange = asset.material(StreetMaterials.orange)
    let white = asset.material(StreetMaterials.reflective)
    let black = asset.material(Material(name: "base", baseColor: Colour(0x2b2b2c).linear, roughness: 0.9))
    let h = height
    let base = 0.05 * h
    asset.add(
      MeshBuilder.loft(
        [0, base].map { z in
          roundedRectangle(0.53 * h, 0.53 * h, radius: 0.09 * h).map {
            Vector3($0.x * (z > 0 ? 0.94 : 1), $0.y * (z > 0 ? 0.94 : 1), z)
          }
        }), material: black)
    func radius(_ z: Double) -> Double { (0.185 - 0.148 * (z - base) / (h - base) * 0.96) * h }
    func band(_ z0: Double, _ z1: Double, _ grow: Double) -> MeshBuilder {
      .lathe(
        [Vector2(0, z0), Vector2(radius(z0) + grow, z0), Vector2(radius(z1) + grow, z1), Vector2(0, z1)],
        sides: 24)
    }
    asset.add(
      .lathe(
        [
          Vector2(0, base * 0.8), Vector2(0.22 * h, base * 0.8), Vector2(0.22 * h, base + 0.012 * h),
          Vector2(radius(base) + 0.004 * h, base + 0.03 * h),
          Vector2(radius(h * 0.985), h * 0.985), Vector2(radius(h) * 0.8, h), Vector2(0, h),
        ], sides: 24), material: orange)
    asset.add(band(h * 0.36, h * 0.55, 0.009), material: white)
    asset.add(band(h * 0.68, h * 0.83, 0.006), material: white)
    return asset.asset()
  }
}
