import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A bottle of shampoo or shower gel, its label to +x.
package struct ShampooBottle: FurnitureAsset {
  package static let assetName = "shampoo_bottle"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "shampoo_bottle")
    let v = look.variation
    let colours = [
      Colour(0xf0f1f0), Colour(0x2f7f8f), Colour(0xe8c34a), Colour(0x7a4a8a), Colour(0x2a2c30),
      Colour(0x9fc47a),
    ]
    let pick = v.choice("colour", of: colours.count)
    let body = asset.material(IndoorMaterial.plastic(colours[pick], roughness: 0.22))
    let cap = asset.material(IndoorMaterial.plastic(colours[(pick + 2) % colours.count], roughness: 0.3))
    let (w, d) = (v.number("width", in: 0.034...0.042), v.number("depth", in: 0.02...0.026))
    let h = v.number("height", in: 0.15...0.2)
    let stands = v.unit("on its cap") < 0.35
    // Half widths up the bottle, with a waist or without.
    let waist = v.number("waist", in: 0.8...1)
    let shape = ProfileCurve([
      Vector2(0, 0.94), Vector2(0.03, 1), Vector2(0.3, 1), Vector2(0.55, waist), Vector2(0.85, 0.96),
      Vector2(0.95, 0.7), Vector2(1, 0.4),
    ])
    let exponent = v.number("exponent", in: 2.2...4)
    let steps = 18
    let (low, high) = stands ? (0.026, h) : (0.0, h)
    func ring(_ t: Double, grow: Double = 0) -> [Vector3] {
      let s = shape(t)
      let z = stands ? high - (high - low) * t : low + (high - low) * t
      return superellipse(d * s + grow, w * s + grow, exponent: exponent, count: 28).map {
        Vector3($0.x, $0.y, z)
      }
    }
    asset.add(.loft((0...steps).map { ring(Double($0) / Double(steps)) }), material: body)
    if stands {
      asset.add(
        .loft(
          [0, 0.003, 0.026].enumerated().map { i, z in
            superellipse(
              (d * 0.9) - (i == 0 ? 0.002 : 0), (w * 0.8) - (i == 0 ? 0.002 : 0), exponent: exponent,
              count: 28
            ).map { Vector3($0.x, $0.y, z) }
          }), material: cap, part: "cap")
    } else {
      asset.add(
        .lathe(
          [
            Vector2(0, h - 0.004), Vector2(0.0155, h - 0.004), Vector2(0.0155, h + 0.02),
            Vector2(0.0135, h + 0.0225), Vector2(0, h + 0.0225),
          ], sides: 22),
        material: cap, part: "cap")
    }
    // A printed label wraps the front.
    let label = asset.material(
      Material(name: "shampoo_label", baseColorTexture: BathPrint.labels, roughness: 0.35))
    let design = v.choice("label", of: 4)
    let front = MeshBuilder.slab(
      columns: 10, rows: 6,
      front: { u, t in surface(u, t, 0.0005) }, back: { u, t in surface(u, t, -0.001) })
    func surface(_ u: Double, _ t: Double, _ grow: Double) -> Vector3 {
      let at = stands ? 0.2 + 0.55 * t : 0.78 - 0.55 * t
      let s = shape(at)
      let y = (u * 2 - 1) * w * s * 0.72
      let rest = max(0, 1 - DeterministicMath.pow((y / (w * s)).magnitude, exponent))
      let x = d * s * DeterministicMath.pow(rest, 1 / exponent)
      return Vector3(x + grow, y, stands ? high - (high - low) * at : low + (high - low) * at)
    }
    var printed = front
    printed.mapUVs { Vector2((Double(design) + 0.03 + 0.94 * $0.x) / 4, 0.02 + 0.96 * $0.y) }
    asset.add(printed, material: label, part: "label")
    return asset.asset()
  }
}
