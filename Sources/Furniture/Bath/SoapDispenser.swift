import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A dispenser of liquid soap, its spout toward +x.
package struct SoapDispenser: FurnitureAsset {
  package static let assetName = "soap_dispenser"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "soap_dispenser")
    let v = look.variation
    let (r, h) = (v.number("radius", in: 0.031...0.037), v.number("height", in: 0.1...0.13))
    let bodies = [
      Crockery.glaze(look), IndoorMaterial.plastic(Colour(0x5a3416), roughness: 0.08),
      IndoorMaterial.lacquer(look.palette.stone),
    ]
    let body = asset.material(bodies[v.choice("body", of: 3)])
    let metal = asset.material(
      IndoorMaterial.metal(look.palette.metal == .white ? .chrome : look.palette.metal))
    let isSquare = v.unit("square") < 0.35
    let profile = Turned.softened([
      Vector2(0, 0), Vector2(r * 0.9, 0), Vector2(r, 0.005), Vector2(r, h * 0.5), Vector2(r, h * 0.86),
      Vector2(r * 0.7, h * 0.97), Vector2(0.013, h),
    ])
    if isSquare {
      asset.add(
        .loft(
          profile.dropFirst().map { p in
            superellipse(p.x, p.x, exponent: 5, count: 28).map { Vector3($0.x, $0.y, p.y) }
          }), material: body)
    } else {
      asset.add(.lathe(profile, sides: 28), material: body)
    }
    asset.add(
      .lathe(
        [
          Vector2(0, h - 0.001), Vector2(0.0145, h - 0.001), Vector2(0.0145, h + 0.013),
          Vector2(0.006, h + 0.015), Vector2(0.004, h + 0.017), Vector2(0.004, h + 0.036),
          Vector2(0.0095, h + 0.038), Vector2(0.01, h + 0.047), Vector2(0, h + 0.049),
        ], sides: 20), material: metal, part: "pump")
    asset.add(
      .tube(
        [
          Vector3(0, 0, h + 0.042), Vector3(0.026, 0, h + 0.043), Vector3(0.036, 0, h + 0.041),
          Vector3(0.041, 0, h + 0.034),
        ], radii: [0.0055, 0.0048, 0.0042, 0.0036], sides: 10),
      material: metal, part: "spout")
    return asset.asset()
  }
}
