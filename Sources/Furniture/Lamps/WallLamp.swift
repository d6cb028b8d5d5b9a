import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A lamp on a wall, the origin behind its plate: a tube that shines up and down, a shade on an arm, or a globe.
package struct WallLamp: FurnitureAsset {
  package static let assetName = "wall_lamp"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "wall_lamp", mainPart: "plate")
    asset.fittings.mount = .wall
    let metal = asset.material(IndoorMaterial.metal(look.palette.metal))
    let r = 0.05
    let plate = MeshBuilder.lathe(
      [Vector2(0, 0), Vector2(r, 0), Vector2(r, 0.01), Vector2(r - 0.005, 0.016), Vector2(0, 0.016)],
      sides: 28
    ).rotated(Quaternion(axis: Vector3(0, 1, 0), angle: .pi / 2))
    asset.add(plate, material: metal)
    let reach = look.variation.number("reach", in: 0.13...0.18)
    switch look.variation.choice("design", of: 3) {
    case 0:
      let glow = asset.material(IndoorMaterial.glow(Colour(0xfff3e0), "light"))
      let h = 0.2
      asset.add(
        .cylinder(from: Vector3(0.012, 0, 0), to: Vector3(0.05, 0, 0), radius: 0.01, sides: 12),
        material: metal)
      asset.add(
        MeshBuilder.lathe(
          [Vector2(0.04, -h / 2), Vector2(0.04, h / 2), Vector2(0.036, h / 2), Vector2(0.036, -h / 2)],
          sides: 28,
          isClosed: true
        ).translated(0.085, 0, 0), material: metal, part: "tube")
      for k in [-1.0, 1] {
        asset.add(
          .cylinder(
            from: Vector3(0.085, 0, k * (h / 2 - 0.012)), to: Vector3(0.085, 0, k * (h / 2 - 0.004)),
            radius: 0.0358, sides: 28), material: glow, part: "light")
        asset.fittings.emitters.append(
          Asset.Emitter(
            center: Vector3(0.085, 0, k * (h / 2 - 0.003)),
            shape: .panel(halfU: Vector3(0.03, 0, 0), halfV: Vector3(0, 0.03 * k, 0)), flux: 260,
            temperature: 2900, materials: [glow]))
      }
    case 1:
      let shade = asset.material(IndoorMaterial.glow(look.palette.linen, "shade"))
      asset.add(
        .tube(
          [
            Vector3(0.012, 0, 0), Vector3(reach * 0.5, 0, -0.01), Vector3(reach * 0.92, 0, 0),
            Vector3(reach, 0, 0.04), Vector3(reach, 0, 0.14),
          ], radius: 0.007, sides: 10), material: metal, part: "arm")
      asset.add(
        LampShade.drum(bottom: 0.085, top: 0.055, low: 0.04, high: 0.17).translated(reach, 0, 0),
        material: shade, part: "shade")
      asset.add(
        LampShade.spider(radius: 0.055, at: 0.14).translated(reach, 0, 0), material: metal, part: "arm")
      asset.fittings.emitters = [
        Asset.Emitter(
          center: Vector3(reach, 0, 0.1), shape: .ball(radius: 0.06), flux: 350, temperature: 2700,
          materials: [shade])
      ]
    default:
      let glow = asset.material(IndoorMaterial.glow(Colour(0xfff6e8), "opal"))
      let r = 0.065
      asset.add(
        .tube(
          [
            Vector3(0.012, 0, -0.01), Vector3(reach * 0.8, 0, -0.01), Vector3(reach, 0, 0.01),
            Vector3(reach, 0, 0.03),
          ],
          radius: 0.007, sides: 10), material: metal, part: "arm")
      asset.add(
        MeshBuilder.lathe(
          [Vector2(0, 0.02), Vector2(0.03, 0.024), Vector2(0.034, 0.045), Vector2(0, 0.042)], sides: 20
        ).translated(reach, 0, 0), material: metal, part: "arm")
      asset.add(
        .sphere(center: Vector3(reach, 0, 0.038 + r), radius: r, sides: 24), material: glow, part: "globe")
      asset.fittings.emitters = [
        Asset.Emitter(
          center: Vector3(reach, 0, 0.038 + r), shape: .ball(radius: r), flux: 400, temperature: 2800,
          materials: [glow])
      ]
    }
    return asset.asset()
  }
}
