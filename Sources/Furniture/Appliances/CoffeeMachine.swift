import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A coffee machine: one that drips into a jug of glass, or one with a lever and a spout over a grate.
package struct CoffeeMachine: FurnitureAsset {
  package static let assetName = "coffee_machine"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "coffee_machine", mainPart: "case")
    if look.variation.choice("kind", of: 2) == 0 { addDrip(&asset) } else { addEspresso(&asset) }
    return asset.asset()
  }

  private func addDrip(_ asset: inout AssetBuilder) {
    let body = asset.material(
      IndoorMaterial.plastic(
        look.variation.choice("white", of: 3) == 0 ? Colour(0xefeeea) : Colour(0x1e1f21), roughness: 0.35))
    let metal = asset.material(IndoorMaterial.brushedSteel)
    let glass = asset.material(IndoorMaterial.glass(Colour(0x453a34), alpha: 0.62))
    let coffee = asset.material(IndoorMaterial.plastic(Colour(0x24130a), roughness: 0.15))
    let (d, w, h) = (0.25, 0.19, look.variation.number("height", in: 0.32...0.36))
    asset.add(
      FixtureShape.block(
        from: Vector3(-d / 2, -w / 2, 0), to: Vector3(d / 2, w / 2, 0.035), radius: 0.04, edge: 0.006,
        low: 0.002), material: body)
    asset.add(
      FixtureShape.block(
        from: Vector3(-d / 2, -w / 2, 0.03), to: Vector3(-d / 2 + 0.08, w / 2, h), radius: 0.03, edge: 0.008),
      material: body, part: "tank")
    asset.add(
      FixtureShape.block(
        from: Vector3(-d / 2, -w / 2, h - 0.12), to: Vector3(d / 2 - 0.01, w / 2, h), radius: 0.05,
        edge: 0.012, low: 0.006), material: body,
      part: "filter")
    asset.add(
      FixtureShape.block(
        from: Vector3(-d / 2 + 0.01, -w / 2 - 0.001, h - 0.05),
        to: Vector3(d / 2 - 0.008, w / 2 + 0.001, h - 0.035), radius: 0.051, edge: 0), material: metal,
      part: "band")
    let x = 0.035
    asset.add(
      .cylinder(from: Vector3(x, 0, 0.034), to: Vector3(x, 0, 0.038), radius: 0.068, sides: 28),
      material: metal, part: "plate")
    let z = 0.039
    let profile = [
      Vector2(0.0, z), Vector2(0.058, z), Vector2(0.066, z + 0.02), Vector2(0.066, z + 0.055),
      Vector2(0.05, z + 0.1), Vector2(0.053, z + 0.115),
    ]
    asset.add(
      MeshBuilder.lathe(
        profile + [
          Vector2(0.051, z + 0.115), Vector2(0.048, z + 0.1), Vector2(0.064, z + 0.055),
          Vector2(0.064, z + 0.02), Vector2(0.056, z + 0.002), Vector2(0, z + 0.002),
        ], sides: 28
      )
      .translated(x, 0, 0), material: glass, part: "jug")
    asset.add(
      MeshBuilder.lathe(
        [
          Vector2(0, z + 0.003), Vector2(0.055, z + 0.003), Vector2(0.063, z + 0.02),
          Vector2(0.063, z + 0.05), Vector2(0, z + 0.05),
        ], sides: 28
      )
      .translated(x, 0, 0), material: coffee, part: "coffee")
    asset.add(
      MeshBuilder.lathe(
        [
          Vector2(0, z + 0.112), Vector2(0.05, z + 0.112), Vector2(0.05, z + 0.12), Vector2(0.02, z + 0.128),
          Vector2(0, z + 0.128),
        ], sides: 28
      ).translated(x, 0, 0),
      material: body, part: "lid")
    asset.add(
      .bar(
        FixtureShape.rounded(
          [
            Vector3(x + 0.05, 0, z + 0.105), Vector3(x + 0.1, 0, z + 0.105), Vector3(x + 0.095, 0, z + 0.03),
            Vector3(x + 0.063, 0, z + 0.03),
          ], bend: 0.03),
        section: roundedRectangle(0.02, 0.01, radius: 0.004, corner: 2)), material: body, part: "handle")
    asset.add(
      .cylinder(
        from: Vector3(d / 2 - 0.004, 0.05, 0.018), to: Vector3(d / 2 + 0.003, 0.05, 0.018), radius: 0.01,
        sides: 14), material: metal, part: "button")
  }

  private func addEspresso(_ asset: inout AssetBuilder) {
    let isSteel = look.variation.choice("steel", of: 2) == 0
    let body = asset.material(
      isSteel
        ? IndoorMaterial.brushedSteel
        : IndoorMaterial.whiteGoods(look.palette.accent(look.variation.choice("accent", of: 3))))
    let metal = asset.material(IndoorMaterial.metal(.chrome))
    let dark = asset.material(IndoorMaterial.plastic(Colour(0x19191b)))
    let (d, w, h) = (
      0.3, look.variation.number("width", in: 0.2...0.27), look.variation.number("height", in: 0.29...0.33)
    )
    asset.add(
      FixtureShape.block(
        from: Vector3(-d / 2, -w / 2, 0.01), to: Vector3(d / 2, w / 2, 0.065), radius: 0.015, edge: 0.004,
        low: 0.002), material: body)
    asset.add(
      FixtureShape.block(
        from: Vector3(-d / 2, -w / 2, 0.06), to: Vector3(-0.01, w / 2, h), radius: 0.015, edge: 0.006),
      material: body)
    asset.add(
      FixtureShape.block(
        from: Vector3(-d / 2, -w / 2, h - 0.11), to: Vector3(d / 2 - 0.05, w / 2, h), radius: 0.015,
        edge: 0.008, low: 0.004), material: body)
    for s in [-1.0, 1] {
      for x in [-d / 2 + 0.03, d / 2 - 0.03] {
        asset.add(
          .cylinder(
            from: Vector3(x, s * (w / 2 - 0.03), 0), to: Vector3(x, s * (w / 2 - 0.03), 0.012), radius: 0.012,
            sides: 12), material: dark, part: "foot")
      }
    }
    // The grate over the tray.
    asset.add(
      .box(from: Vector3(0.005, -w / 2 + 0.012, 0.062), to: Vector3(d / 2 - 0.01, w / 2 - 0.012, 0.0665)),
      material: dark, part: "grate")
    for k in 0..<9 {
      let x = 0.012 + (d / 2 - 0.028) * Double(k) / 8
      asset.add(
        .box(from: Vector3(x, -w / 2 + 0.014, 0.066), to: Vector3(x + 0.005, w / 2 - 0.014, 0.069)),
        material: metal, part: "grate")
    }
    asset.support("grate", at: Vector3(d / 4, 0, 0.069), size: Vector2(0.1, w - 0.06), headroom: 0.09)
    // The head with its handle, the steam pipe, gauge and buttons.
    let c = Vector3(0.055, 0, h - 0.11)
    asset.add(
      .cylinder(from: c - Vector3(0, 0, 0.03), to: c + Vector3(0, 0, 0.002), radius: 0.034, sides: 24),
      material: metal, part: "head")
    asset.add(
      .cylinder(from: c - Vector3(0, 0, 0.05), to: c - Vector3(0, 0, 0.028), radius: 0.03, sides: 24),
      material: metal, part: "filter")
    asset.add(
      .capsule(
        from: c + Vector3(0.02, 0, -0.04), to: c + Vector3(0.15, 0, -0.05), radius: 0.012, endRadius: 0.015,
        sides: 14), material: dark, part: "handle")
    for s in [-1.0, 1] {
      asset.add(
        FixtureShape.pipe(
          [
            c + Vector3(0.012, 0, -0.05), c + Vector3(0.012, s * 0.014, -0.058),
            c + Vector3(0.012, s * 0.014, -0.072),
          ], radius: 0.005, bend: 0.008, sides: 8), material: metal,
        part: "filter")
    }
    let y = w / 2 - 0.03
    asset.add(
      FixtureShape.pipe(
        [Vector3(0.06, y, h - 0.108), Vector3(0.085, y, h - 0.15), Vector3(0.11, y + 0.015, 0.1)],
        radius: 0.0045, bend: 0.03, sides: 8), material: metal, part: "pipe")
    let face = d / 2 - 0.05
    asset.add(
      FixtureShape.forward(
        .lathe(
          [
            Vector2(0, -0.002), Vector2(0.024, -0.002), Vector2(0.024, 0.004), Vector2(0.02, 0.006),
            Vector2(0.02, 0.003), Vector2(0, 0.003),
          ], sides: 24)
      ).translated(
        face, 0, h - 0.055), material: metal, part: "gauge")
    for k in [-1.0, 1] {
      asset.add(
        .cylinder(
          from: Vector3(face - 0.002, k * w * 0.3, h - 0.055),
          to: Vector3(face + 0.006, k * w * 0.3, h - 0.055), radius: 0.013, sides: 18), material: dark,
        part: "button")
    }
    asset.support("top", at: Vector3(-0.03, 0, h), size: Vector2(d - 0.12, w - 0.04))
  }
}
