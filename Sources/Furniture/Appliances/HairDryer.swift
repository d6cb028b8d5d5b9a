import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A hair dryer that lies on its side, its nozzle toward +x.
package struct HairDryer: FurnitureAsset {
  package static let assetName = "hair_dryer"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "hair_dryer", mainPart: "case")
    let v = look.variation
    let body = asset.material(
      IndoorMaterial.plastic(
        [Colour(0x26272a), Colour(0xe8e6e4), Colour(0xb5566c), look.palette.accent(1)][
          v.choice("colour", of: 4)], roughness: 0.25))
    let dark = asset.material(IndoorMaterial.plastic(Colour(0x17181a)))
    let metal = asset.material(IndoorMaterial.metal(.chrome))
    let r = v.number("radius", in: 0.038...0.045)
    let l = v.number("length", in: 0.19...0.23)
    func along(_ m: MeshBuilder) -> MeshBuilder { FixtureShape.forward(m).translated(0, -0.04, r) }
    asset.add(
      along(
        .lathe(
          [
            Vector2(0, -l * 0.42), Vector2(r * 0.8, -l * 0.42), Vector2(r * 0.97, -l * 0.36),
            Vector2(r, -l * 0.2), Vector2(r * 0.92, 0), Vector2(r * 0.68, l * 0.3),
            Vector2(r * 0.62, l * 0.4),
            Vector2(r * 0.55, l * 0.4), Vector2(r * 0.58, l * 0.3), Vector2(0, l * 0.2),
          ], sides: 28)), material: body)
    asset.add(
      along(
        .lathe(
          [
            Vector2(r * 0.66, l * 0.36), Vector2(r * 0.7, l * 0.4), Vector2(r * 0.66, l * 0.44),
            Vector2(r * 0.58, l * 0.44), Vector2(r * 0.58, l * 0.36),
          ], sides: 28, isClosed: true)), material: metal,
      part: "ring")
    for k in 0..<4 {
      let z = -l * 0.42 - 0.0006
      asset.add(
        along(
          .lathe(
            [
              Vector2(r * (0.16 + 0.17 * Double(k)), z), Vector2(r * (0.24 + 0.17 * Double(k)), z),
              Vector2(r * (0.24 + 0.17 * Double(k)), z + 0.002),
              Vector2(r * (0.16 + 0.17 * Double(k)), z + 0.002),
            ], sides: 24, isClosed: true)), material: dark, part: "grille")
    }
    // The flat nozzle.
    asset.add(
      .loft([
        roundedRectangle(r * 1.1, r * 1.1, radius: r * 0.5, corner: 4).map {
          Vector3(l * 0.42, -0.04 + $0.x, r + $0.y)
        },
        roundedRectangle(r * 1.5, r * 0.4, radius: r * 0.18, corner: 4).map {
          Vector3(l * 0.62, -0.04 + $0.x, r + $0.y)
        },
      ]), material: dark, part: "nozzle")
    let grip = [
      Vector3(-l * 0.16, -0.04, r), Vector3(-l * 0.18, 0.03, r * 0.85), Vector3(-l * 0.26, 0.11, r * 0.6),
    ]
    asset.add(.tube(grip, radii: [0.022, 0.018, 0.016], sides: 16), material: body, part: "handle")
    asset.add(
      .box(
        from: Vector3(-l * 0.16 - 0.006, 0.02, r * 0.9 + 0.012),
        to: Vector3(-l * 0.16 + 0.006, 0.05, r * 0.85 + 0.02), bevel: 0.003), material: dark, part: "switch")
    asset.add(
      .tube(
        FixtureShape.rounded(
          [
            grip[2], grip[2] + Vector3(-0.02, 0.05, -0.012), Vector3(-l * 0.1, 0.2, 0.004),
            Vector3(l * 0.4, 0.16, 0.004), Vector3(l * 0.5, 0.06, 0.004),
          ], bend: 0.05), radius: 0.004, sides: 8),
      material: dark, part: "cord")
    return asset.asset()
  }
}
