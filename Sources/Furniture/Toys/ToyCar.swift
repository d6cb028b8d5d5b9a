import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A toy car that looks to +x: of wood with peg wheels, or of painted tin with windows.
package struct ToyCar: FurnitureAsset {
  package static let assetName = "toy_car"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "toy_car")
    let v = look.variation
    let isWooden = v.unit("wooden") < 0.4
    let l = v.number("length", in: 0.11...0.19)
    let paints = [Colour(0xc8342c), Colour(0x2f7fc0), Colour(0xf0b92f), Colour(0x3f9a5a), Colour(0xe8e6e0)]
    let paint = paints[v.choice("paint", of: paints.count)]
    let body = asset.material(
      isWooden && v.unit("plain") < 0.5
        ? IndoorMaterial.wood(look.palette.wood) : IndoorMaterial.lacquer(paint, roughness: 0.18),
      tile: IndoorMaterial.woodTile)
    let glass = asset.material(
      isWooden
        ? IndoorMaterial.wood(look.palette.darkWood)
        : IndoorMaterial.plastic(Colour(0x2a3a48), roughness: 0.06), tile: IndoorMaterial.woodTile)
    let tyre = asset.material(
      IndoorMaterial.plastic(isWooden ? Colour(0x8a3a2c) : Colour(0x1b1c1e), roughness: 0.7))
    let hub = asset.material(
      isWooden ? IndoorMaterial.wood(look.palette.wood) : IndoorMaterial.metal(.chrome),
      tile: IndoorMaterial.woodTile)
    let lamp = asset.material(IndoorMaterial.plastic(Colour(0xf6efc9), roughness: 0.1))
    let w = l * 0.23
    let r = l * 0.105
    // The lower body and the cabin: lofts across x with eased ends.
    func shape(_ rings: [(x: Double, low: Double, high: Double, half: Double)]) -> MeshBuilder {
      .loft(
        rings.map { ring in
          superellipse(ring.half, (ring.high - ring.low) / 2, exponent: 4.5, count: 24).map {
            Vector3(ring.x * l, $0.x, (ring.low + ring.high) / 2 + $0.y)
          }
        })
    }
    let (low, belt) = (r * 0.75, r * 2.6)
    asset.add(
      shape([
        (-0.5, low * 1.3, belt * 0.8, w * 0.75), (-0.485, low, belt * 0.95, w * 0.92), (-0.42, low, belt, w),
        (-0.1, low, belt, w), (0.2, low, belt, w), (0.32, low, belt * 0.92, w),
        (0.46, low, belt * 0.82, w * 0.96), (0.49, low * 1.1, belt * 0.75, w * 0.88),
        (0.5, low * 1.4, belt * 0.62, w * 0.7),
      ]), material: body, crease: 0.9)
    let roof = r * 4.5
    asset.add(
      shape([
        (-0.4, belt - 0.002, belt + 0.004, w * 0.84), (-0.3, belt - 0.002, roof - 0.002, w * 0.78),
        (-0.22, belt - 0.002, roof, w * 0.8), (0.02, belt - 0.002, roof, w * 0.8),
        (0.08, belt - 0.002, roof - 0.002, w * 0.78), (0.22, belt - 0.002, belt + 0.003, w * 0.84),
      ]),
      material: glass, part: "window", crease: 0.7)
    asset.add(
      shape([
        (-0.305, roof - r * 0.42, roof - 0.001, w * 0.76),
        (-0.29, roof - r * 0.42, roof + r * 0.14, w * 0.83),
        (0.07, roof - r * 0.42, roof + r * 0.14, w * 0.83), (0.09, roof - r * 0.42, roof - 0.001, w * 0.76),
      ]), material: body, part: "roof",
      crease: 0.9)
    for x in [-0.29, 0.29] {
      for side in [-1.0, 1] {
        let at = Vector3(x * l, side * (w * 0.9), r)
        let out = Vector3(0, side * w * 0.24, 0)
        asset.add(
          .tube(
            [at, at + out * 0.15, at + out * 0.85, at + out], radii: [r * 0.86, r, r, r * 0.86], sides: 24),
          material: tyre, part: "wheel")
        asset.add(
          .cylinder(
            from: at + out * 0.9, to: at + out * 1.06, radius: r * 0.55, endRadius: r * 0.45, sides: 18),
          material: hub, part: "wheel")
      }
    }
    for side in [-1.0, 1] {
      asset.add(
        .ellipsoid(
          center: Vector3(0.488 * l, side * w * 0.6, belt * 0.64), radii: Vector3(r * 0.2, r * 0.3, r * 0.3),
          sides: 12, rings: 8), material: lamp, part: "lamp")
    }
    return asset.asset()
  }
}
