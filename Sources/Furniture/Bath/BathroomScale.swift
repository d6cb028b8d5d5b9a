import Assets
import Imaging
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A scale for persons: a plate of glass with a display.
package struct BathroomScale: FurnitureAsset {
  package static let assetName = "scale"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "scale", mainPart: "plate")
    let v = look.variation
    let plate = asset.material(
      [
        IndoorMaterial.darkGlass, IndoorMaterial.ceramic(Colour(0xeef0f0)),
        IndoorMaterial.ceramic(look.palette.accent(0)),
      ][v.choice("colour", of: 3)])
    let metal = asset.material(IndoorMaterial.metal(.steel))
    let foot = asset.material(IndoorMaterial.darkRubber())
    let isRound = v.choice("corners", of: 2) == 1
    let apart = isRound ? 0.52 : 0.64
    let s = v.number("side", in: 0.29...0.33) / 2
    asset.add(
      FixtureShape.block(
        from: Vector3(-s, -s, 0.016), to: Vector3(s, s, 0.026), radius: isRound ? s * 0.95 : 0.03,
        edge: 0.003,
        low: 0.002, corner: 8), material: plate)
    for x in [-1.0, 1] {
      for y in [-1.0, 1] {
        let p = Vector3(x * s * apart, y * s * apart, 0)
        asset.add(
          .cylinder(from: p, to: p + Vector3(0, 0, 0.006), radius: 0.018, sides: 16), material: foot,
          part: "foot")
        asset.add(
          .cylinder(from: p + Vector3(0, 0, 0.005), to: p + Vector3(0, 0, 0.018), radius: 0.022, sides: 16),
          material: metal, part: "foot")
        asset.add(
          .cylinder(from: p + Vector3(0, 0, 0.02), to: p + Vector3(0, 0, 0.0265), radius: 0.024, sides: 24),
          material: metal, part: "electrode")
      }
    }
    let display = asset.material(IndoorMaterial.printedPanel(Self.display, roughness: 0.1))
    asset.add(
      FixtureShape.levelPicture(
        z: 0.0268, x: (-s * 0.72)...(-s * 0.72 + 0.035), y: -0.045...0.045, depth: 0.002), material: display,
      part: "display")
    return asset.asset()
  }

  private static let display = {
    var canvas = TextureCanvas(width: 128, height: 50, fill: Colour(0x9fb0a4))
    canvas.write("683", center: Vector2(0.5, 0.5), height: 0.6, weight: 0.14, spacing: 0.4, Colour(0x1d2320))
    canvas.fillDisc(Vector2(0.585, 0.78), radius: 0.05, Colour(0x1d2320))
    return canvas.texture("scale_display", wrap: .clamp)
  }()
}
