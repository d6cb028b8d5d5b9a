package import Assets
import VectorMath
package import WorldModel

/// A light switch; the origin on the wall behind its middle.
package struct LightSwitch: FurnitureAsset {
  package static let assetName = "light_switch"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "light_switch", mainPart: "plate")
    asset.fittings.mount = .wall
    let plate = WallPlate(look: look)
    let body = plate.material(&asset)
    let gangs = 1 + look.variation.choice("gangs", of: 3) / 2
    plate.addFrame(to: &asset, body, width: 0.084)
    let half = 0.0295
    for k in 0..<gangs {
      let w = 2 * half / Double(gangs)
      let y = -half + w * Double(k)
      // A rocker that leans to one side.
      func at(_ z: Double, _ x: Double) -> [Vector3] {
        [
          Vector3(0.003, y + 0.0006, z), Vector3(0.003, y + w - 0.0006, z), Vector3(x, y + w - 0.0006, z),
          Vector3(x, y + 0.0006, z),
        ]
      }
      asset.add(
        .loft([at(-half, 0.0135), at(-0.002, 0.0112), at(half, 0.0108)]), material: body, part: "rocker")
    }
    return asset.asset()
  }
}

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

/// What switches and sockets of one room share: colour and frame.
private struct WallPlate {
  var look: Look

  func material(_ asset: inout AssetBuilder) -> Int {
    let colour: Colour =
      switch look.style {
      case .industrial: Colour(0x2c2d2f)
      case .classic, .rustic: Colour(0xf0e9d8)
      default: Colour(0xf4f4f2)
      }
    return asset.material(IndoorMaterial.plastic(colour, roughness: 0.25))
  }

  /// A frame 84 mm high, open in the middle by the height of 61 mm.
  func addFrame(to asset: inout AssetBuilder, _ body: Int, width: Double) {
    asset.add(
      FixtureShape.plate(
        from: Vector3(0, -width / 2, -0.042), to: Vector3(0.0085, width / 2, 0.042), radius: 0.006,
        edge: 0.003), material: body)
    asset.add(
      FixtureShape.plate(
        from: Vector3(0.004, -width / 2 + 0.0105, -0.0315), to: Vector3(0.0098, width / 2 - 0.0105, 0.0315),
        radius: 0.002, edge: 0.001), material: body)
  }
}
