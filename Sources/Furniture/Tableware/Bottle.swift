import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A bottle of water (clear, with a screw cap) or of oil (square shoulders, a cork).
package struct Bottle: FurnitureAsset {
  package static let assetName = "bottle"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "bottle", mainPart: "body")
    let v = look.variation
    let label = asset.material(BottlePrint.material)
    if v.unit("oil") < 0.5 {
      let h = v.number("height", in: 0.24...0.3)
      let r = v.number("radius", in: 0.03...0.035)
      let glass = asset.material(
        IndoorMaterial.plastic(
          [Colour(0x5f6a1c), Colour(0x9a7a1c), Colour(0x2a3a1e)][v.choice("oil colour", of: 3)],
          roughness: 0.06))
      asset.add(
        .lathe(
          Turned.softened([
            Vector2(0, 0), Vector2(r * 0.9, 0), Vector2(r, 0.004), Vector2(r, h * 0.3), Vector2(r, h * 0.6),
            Vector2(r * 0.95, h * 0.68),
            Vector2(0.012, h * 0.74), Vector2(0.0115, h * 0.88), Vector2(0.0135, h * 0.9),
            Vector2(0.0135, h * 0.92),
          ]) + [Vector2(0, h * 0.92)], sides: 24), material: glass)
      let cork = asset.material(IndoorMaterial.paper(Colour(0xb98d5f)))
      asset.add(
        .lathe(
          [
            Vector2(0, h * 0.9), Vector2(0.0085, h * 0.9), Vector2(0.0105, h * 0.93),
            Vector2(0.0105, h - 0.002), Vector2(0.009, h), Vector2(0, h),
          ],
          sides: 16), material: cork, part: "cap")
      asset.add(
        BottlePrint.label(2, radius: r, low: h * 0.14, high: h * 0.46), material: label, part: "label")
    } else {
      let h = v.number("height", in: 0.21...0.32)
      let r = v.number("radius", in: 0.031...0.042)
      let glass = asset.material(IndoorMaterial.glass(Colour(0xcfe2ec), alpha: 0.5))
      // The waist has grooves for the hand.
      let rings = (0...10).flatMap { i -> [Vector2] in
        let z = h * (0.5 + 0.02 * Double(i))
        return [Vector2(r * (i % 2 == 0 ? 1 : 0.955), z)]
      }
      asset.add(
        .lathe(
          Turned.softened(
            [
              Vector2(0, 0.004), Vector2(r * 0.5, 0.003), Vector2(r * 0.8, 0), Vector2(r, 0.008),
              Vector2(r, h * 0.2), Vector2(r, h * 0.44),
            ]
              + rings
              + [
                Vector2(r * 0.98, h * 0.74), Vector2(r * 0.6, h * 0.86), Vector2(0.0125, h * 0.91),
                Vector2(0.0125, h * 0.95),
              ], rounds: 1)
            + [Vector2(0, h * 0.95)], sides: 24), material: glass)
      let cap = asset.material(
        IndoorMaterial.plastic(
          [Colour(0x2f6fb0), Colour(0xf0f0ee), Colour(0x3f8f5f)][v.choice("cap", of: 3)]))
      asset.add(
        .lathe(
          [
            Vector2(0, h * 0.93), Vector2(0.0148, h * 0.93), Vector2(0.0148, h - 0.001), Vector2(0.0138, h),
            Vector2(0, h),
          ],
          sides: 20), material: cap, part: "cap")
      asset.add(
        BottlePrint.label(3, radius: r, low: h * 0.22, high: h * 0.42), material: label, part: "label")
    }
    return asset.asset()
  }
}
