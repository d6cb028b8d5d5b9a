import VectorMath
package import WorldModel

/// A street lamp: a tapered mast with an arm that reaches forward (+x) over the road.
///
/// Parts: pole, lamp.
package struct StreetLamp: ParametricAsset {
  package static let assetName = "street_lamp"
  /// Metres, to the top of the mast.
  package var height: Double
  /// Metres that the arm reaches out.
  package var reach: Double
  package var isLit: Bool

  package init() { self.init(height: 8) }

  package init(height: Double, reach: Double = 1.6, isLit: Bool = false) {
    self.height = height
    self.reach = reach
    self.isLit = isLit
  }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: "street_lamp", nativeClass: "street_light", mainPart: "pole")
    let metal = asset.material(StreetMaterials.galvanised)
    let dark = asset.material(StreetMaterials.darkMetal)
    let glow = asset.material(
      Material(
        name: "lamp", baseColor: Colour(0xf4efdf).linear, roughness: 0.3,
        emissive: isLit ? Colour(0xffe2b0).linearRGB * 4 : .zero))
    asset.add(
      .lathe(
        [
          Vector2(0, 0), Vector2(0.14, 0), Vector2(0.14, 0.03), Vector2(0.1, 0.06), Vector2(0.1, 1.1),
          Vector2(0.085, 1.16),
          Vector2(0.055, height - 0.6), Vector2(0.05, height - 0.5), Vector2(0, height - 0.49),
        ], sides: 16), material: metal)
    // The service door.
    asset.add(
      .box(size: Vector3(0.02, 0.09, 0.38), center: Vector3(0.098, 0, 0.72), bevel: 0.006), material: dark)
    let arm = (0...8).map { k -> Vector3 in
      let (s, c) = DeterministicMath.sincos(Double.pi / 2 * Double(k) / 8)
      return Vector3((reach - 0.3) * (1 - c), 0, height - 0.62 + 0.62 * s)
    }
    asset.add(.tube(arm, radii: arm.indices.map { 0.045 - 0.0012 * Double($0) }, sides: 10), material: metal)
    let tip = Vector3(reach, 0, height)
    let head = MeshBuilder.loft(
      [(-0.4, 0.45), (-0.36, 0.7), (-0.1, 1), (0.22, 0.92), (0.3, 0.5)].map { x, k in
        superellipse(0.15 * k, 0.06 * k, exponent: 2.6, count: 14).map {
          tip + Vector3(x, $0.x, $0.y + 0.012)
        }
      })
    asset.add(head, material: dark, part: "lamp", crease: 0.9)
    asset.add(
      .box(size: Vector3(0.42, 0.2, 0.035), center: tip + Vector3(-0.04, 0, -0.044), bevel: 0.012),
      material: glow, part: "lamp")
    return asset.asset()
  }
}
