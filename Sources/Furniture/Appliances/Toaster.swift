import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A toaster with two slots, its lever at the end of +x.
package struct Toaster: FurnitureAsset {
  package static let assetName = "toaster"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "toaster", mainPart: "case")
    let v = look.variation
    let finish = v.choice("finish", of: 3)
    let body = asset.material(
      finish == 0
        ? IndoorMaterial.brushedSteel
        : IndoorMaterial.whiteGoods(finish == 1 ? look.palette.accent(1) : Colour(0xf0ede4)))
    let dark = asset.material(IndoorMaterial.plastic(Colour(0x18191a), roughness: 0.6))
    let metal = asset.material(IndoorMaterial.metal(.chrome))
    let (l, w, h) = (
      v.number("length", in: 0.27...0.31), v.number("width", in: 0.16...0.18),
      v.number("height", in: 0.18...0.2)
    )
    // A rounded arch in section, along x.
    let arch = v.choice("round", of: 2) == 0 ? 0.06 : 0.03
    func section(_ x: Double, _ inset: Double) -> [Vector3] {
      var out: [Vector3] = []
      let (y, top) = (w / 2 - inset, h - inset)
      out.append(Vector3(x, y, 0.012))
      for k in 0...5 {
        let (s, c) = DeterministicMath.sincos(.pi / 2 * Double(k) / 5)
        out.append(Vector3(x, y - arch + arch * c, top - arch + arch * s))
      }
      for k in 0...5 {
        let (s, c) = DeterministicMath.sincos(.pi / 2 * Double(k) / 5)
        out.append(Vector3(x, -(y - arch) - arch * s, top - arch + arch * c))
      }
      out.append(Vector3(x, -y, 0.012))
      return out
    }
    asset.add(
      .loft([
        section(-l / 2, 0.012), section(-l / 2 + 0.004, 0.004), section(-l / 2 + 0.012, 0),
        section(l / 2 - 0.012, 0), section(l / 2 - 0.004, 0.004),
        section(l / 2, 0.012),
      ]), material: body)
    asset.add(
      FixtureShape.block(
        from: Vector3(-l / 2 + 0.006, -w / 2 + 0.006, 0), to: Vector3(l / 2 - 0.006, w / 2 - 0.006, 0.013),
        radius: 0.01, edge: 0), material: dark,
      part: "foot")
    for s in [-1.0, 1] {
      // The slots: dark insets with a bright rim.
      asset.add(
        FixtureShape.block(
          from: Vector3(-l * 0.4, s * 0.032 - 0.018, h - 0.006),
          to: Vector3(l * 0.33, s * 0.032 + 0.018, h + 0.0012), radius: 0.008, edge: 0.0008),
        material: metal, part: "rim")
      asset.add(
        FixtureShape.block(
          from: Vector3(-l * 0.385, s * 0.032 - 0.0135, h - 0.005),
          to: Vector3(l * 0.315, s * 0.032 + 0.0135, h + 0.0018), radius: 0.005, edge: 0.0002),
        material: dark, part: "slot")
    }
    let x = l / 2
    asset.add(
      .box(from: Vector3(x - 0.006, -0.005, h * 0.3), to: Vector3(x + 0.0008, 0.005, h * 0.78)),
      material: dark, part: "slot")
    asset.add(
      FixtureShape.block(
        from: Vector3(x, -0.022, h * 0.68), to: Vector3(x + 0.024, 0.022, h * 0.68 + 0.012), radius: 0.006,
        edge: 0.003, low: 0.003), material: dark,
      part: "lever")
    asset.add(
      FixtureShape.forward(
        .lathe(
          [
            Vector2(0, -0.004), Vector2(0.017, -0.004), Vector2(0.017, 0.008), Vector2(0.014, 0.012),
            Vector2(0, 0.012),
          ], sides: 20)
      ).translated(x, 0, h * 0.22), material: metal, part: "knob")
    return asset.asset()
  }
}
