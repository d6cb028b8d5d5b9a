import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A lamp for tables: a turned foot under a shade of cloth, a mushroom, a globe, or a wooden tripod.
package struct TableLamp: FurnitureAsset {
  package static let assetName = "table_lamp"
  /// Metres.
  package var height: Double
  package var shadeRadius: Double
  private let look: Look

  package init(_ look: Look) {
    height = look.variation.number("height", in: 0.38...0.56)
    shadeRadius = look.variation.number("shade", in: 0.11...0.16)
    self.look = look
  }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "table_lamp", mainPart: "foot")
    switch look.variation.choice("design", of: 5) {
    case 0: mushroom(&asset)
    case 1: globe(&asset)
    case 2: tripod(&asset)
    default: turned(&asset)
    }
    return asset.asset()
  }

  private func shine(_ asset: inout AssetBuilder, at height: Double, radius: Double, _ material: Int) {
    asset.fittings.emitters = [
      Asset.Emitter(
        center: Vector3(0, 0, height), shape: .ball(radius: radius),
        flux: look.variation.number("flux", in: 350...600).rounded(), temperature: 2700,
        materials: [material])
    ]
  }

  private func clothShade(_ asset: inout AssetBuilder, low: Double) {
    let shade = asset.material(IndoorMaterial.glow(look.palette.linen, "shade"))
    let slope = look.variation.number("slope", in: 0.62...0.95)
    asset.add(
      LampShade.drum(bottom: shadeRadius, top: shadeRadius * slope, low: low, high: height),
      material: shade, part: "shade")
    shine(&asset, at: (low + height) / 2, radius: shadeRadius * 0.8, shade)
  }

  private func turned(_ asset: inout AssetBuilder) {
    let v = look.variation
    let ceramic = asset.material(IndoorMaterial.ceramic(look.palette.accent(v.choice("c", of: 3))))
    let metal = asset.material(IndoorMaterial.metal(look.palette.metal))
    let foot = height * 0.5
    let r = shadeRadius * 0.55
    let shapes: [[Double]] = [
      [1, 1, 0.95, 1.05, 0.4, 0.22], [0.7, 0.8, 1.2, 1.3, 0.8, 0.2], [0.9, 0.92, 0.5, 0.42, 0.62, 0.24],
      [1.1, 1.14, 1.14, 1.14, 1.1, 0.3],
    ]
    let shape = shapes[v.choice("foot", of: shapes.count)]
    let profile = ProfileCurve(
      zip([0, 0.08, 0.25, 0.5, 0.8, 1], shape).map { Vector2($0, $1 * r) })
    let steps = 24
    asset.add(
      .lathe(
        [Vector2(0, 0)]
          + (0...steps).map {
            Vector2(profile(Double($0) / Double(steps)), foot * Double($0) / Double(steps))
          }
          + [Vector2(0, foot)], sides: 28), material: ceramic)
    asset.add(
      .cylinder(from: Vector3(0, 0, foot - 0.002), to: Vector3(0, 0, height - 0.03), radius: 0.006, sides: 8),
      material: metal, part: "stem")
    asset.add(LampShade.spider(radius: shadeRadius * 0.6, at: height - 0.03), material: metal, part: "stem")
    clothShade(&asset, low: height - shadeRadius * 1.35)
  }

  /// A bowl of opal glass or sheet metal on a stout stem of the same colour.
  private func mushroom(_ asset: inout AssetBuilder) {
    let colour = look.palette.accent(look.variation.choice("c", of: 3))
    let paint = asset.material(IndoorMaterial.lacquer(colour, roughness: 0.3))
    let glow = asset.material(IndoorMaterial.glow(Colour(0xfff4e2), "opal"))
    let h = height * 0.8
    let r = shadeRadius * 1.15
    asset.add(
      .lathe(
        [
          Vector2(0, 0), Vector2(r * 0.55, 0), Vector2(r * 0.58, 0.008), Vector2(r * 0.5, 0.018),
          Vector2(0.022, 0.035), Vector2(0.018, h * 0.5), Vector2(0.024, h - r * 0.62),
          Vector2(0, h - r * 0.62),
        ], sides: 28), material: paint)
    let bowl = LampShade.dome(radius: r, low: h - r * 0.62, height: r * 0.62, thickness: 0.003)
    asset.add(bowl, material: glow, part: "shade")
    shine(&asset, at: h - r * 0.3, radius: r * 0.75, glow)
  }

  private func globe(_ asset: inout AssetBuilder) {
    let base = asset.material(IndoorMaterial.marble(look.style == .modern ? .black : .white), tile: 0.8)
    let metal = asset.material(IndoorMaterial.brushedMetal(look.palette.metal), tile: 0.4)
    let glow = asset.material(IndoorMaterial.glow(Colour(0xfff6e8), "opal"))
    let r = shadeRadius * 0.72
    asset.add(
      .lathe(
        [
          Vector2(0, 0), Vector2(r * 0.8, 0), Vector2(r * 0.82, 0.004), Vector2(r * 0.82, 0.036),
          Vector2(r * 0.8, 0.04), Vector2(0, 0.04),
        ], sides: 32), material: base)
    let top = height * 0.7
    asset.add(
      .cylinder(from: Vector3(0, 0, 0.039), to: Vector3(0, 0, top - 2 * r + 0.01), radius: 0.008, sides: 12),
      material: metal, part: "stem")
    asset.add(
      .lathe(
        [
          Vector2(0, top - 2 * r - 0.004), Vector2(0.026, top - 2 * r - 0.002),
          Vector2(0.03, top - 2 * r + 0.02), Vector2(0, top - 2 * r + 0.018),
        ], sides: 20), material: metal, part: "stem")
    asset.add(
      .sphere(center: Vector3(0, 0, top - r), radius: r, sides: 28), material: glow, part: "globe")
    shine(&asset, at: top - r, radius: r, glow)
  }

  private func tripod(_ asset: inout AssetBuilder) {
    let wood = asset.material(IndoorMaterial.wood(look.palette.wood), tile: IndoorMaterial.woodTile)
    let knot = height * 0.52
    for k in 0..<3 {
      let (s, c) = DeterministicMath.sincos(2 * Double.pi * Double(k) / 3 + 0.3)
      let foot = Vector3(c, s, 0) * (shadeRadius * 0.9)
      asset.add(
        .tube(
          [foot + Vector3(0, 0, 0.001), Vector3(c * 0.012, s * 0.012, knot)], radii: [0.006, 0.01], sides: 10
        )
        .levelled, material: wood)
    }
    asset.add(
      .cylinder(from: Vector3(0, 0, knot - 0.03), to: Vector3(0, 0, knot + 0.02), radius: 0.02, sides: 16),
      material: wood)
    let metal = asset.material(IndoorMaterial.metal(look.palette.metal))
    asset.add(
      .cylinder(from: Vector3(0, 0, knot), to: Vector3(0, 0, height - 0.03), radius: 0.005, sides: 8),
      material: metal, part: "stem")
    asset.add(LampShade.spider(radius: shadeRadius * 0.6, at: height - 0.03), material: metal, part: "stem")
    clothShade(&asset, low: height - shadeRadius * 1.4)
  }
}

extension MeshBuilder {
  /// Moved up or down so that its lowest point is on the floor.
  var levelled: MeshBuilder {
    let low = points.map(\.z).min() ?? 0
    return translated(0, 0, -low)
  }
}
