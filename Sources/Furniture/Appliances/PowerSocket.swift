import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A socket for plugs, one or two; the origin on the wall behind its middle.
package struct PowerSocket: FurnitureAsset {
  package static let assetName = "power_socket"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "power_socket", mainPart: "plate")
    asset.fittings.mount = .wall
    let plate = WallPlate(look: look)
    let body = plate.material(&asset)
    let dark = asset.material(IndoorMaterial.darkRubber())
    let metal = asset.material(IndoorMaterial.metal(.steel))
    let count = 1 + look.variation.choice("sockets", of: 2)
    plate.addFrame(to: &asset, body, width: 0.084 + 0.071 * Double(count - 1))
    for k in 0..<count {
      let y = 0.071 * (Double(k) - Double(count - 1) / 2)
      // A round well with two holes and a clip above and below.
      asset.add(
        FixtureShape.forward(
          .lathe(
            [
              Vector2(0, 0.002), Vector2(0.027, 0.002), Vector2(0.027, 0.0115), Vector2(0.0255, 0.0125),
              Vector2(0.0215, 0.0125), Vector2(0.0195, 0.0115), Vector2(0.0185, 0.004), Vector2(0, 0.004),
            ],
            sides: 32)
        ).translated(0, y, 0), material: body, part: "well")
      for s in [-1.0, 1] {
        asset.add(
          .cylinder(
            from: Vector3(0.002, y + s * 0.0095, 0), to: Vector3(0.0046, y + s * 0.0095, 0), radius: 0.003,
            sides: 12), material: dark, part: "hole")
        asset.add(
          .box(
            from: Vector3(0.004, y - 0.003, s * 0.0178 - 0.0012),
            to: Vector3(0.0105, y + 0.003, s * 0.0178 + 0.0012)), material: metal, part: "clip")
      }
    }
    return asset.asset()
  }
}
