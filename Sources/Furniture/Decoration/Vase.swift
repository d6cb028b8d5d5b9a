import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A vase, sometimes with dry twigs in it.
package struct Vase: FurnitureAsset {
  package static let assetName = "vase"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "vase", mainPart: "vase")
    let shape = VaseShape(look)
    shape.add(to: &asset, look)
    if look.variation.unit("twigs") < 0.35 { twigs(&asset, shape) }
    return asset.asset()
  }

  /// Pampas and bare twigs.
  private func twigs(_ asset: inout AssetBuilder, _ shape: VaseShape) {
    let v = look.variation
    let stem = asset.material(Material(name: "dry_stem", baseColor: Colour(0xa88a5e).linear, roughness: 0.9))
    let plume = asset.material(Material(name: "dry_plume", baseColor: Colour(0xd9c29c).linear, roughness: 1))
    for i in 0..<7 {
      let turn = 2.4 * Double(i)
      let (s, c) = DeterministicMath.sincos(turn)
      let l = shape.height * v.number("twig", i, in: 1.1...1.7)
      let out = Vector3(c, s, 0)
      let lean = v.number("lean", i, in: 0.1...0.3)
      let root = Vector3(0, 0, shape.height * 0.12)
      let path = (0...6).map { k -> Vector3 in
        let t = Double(k) / 6
        return root + out * (shape.neck * 0.55 * min(1, t * 2.5) + lean * l * t * t * 0.6)
          + Vector3(0, 0, l * t)
      }
      asset.add(.tube(path, radius: 0.0014, sides: 5), material: stem, part: "twig")
      guard let top = path.last else { continue }
      let way = normalized(top - path[5])
      let size = shape.height * v.number("plume", i, in: 0.28...0.45)
      let plumePath = (0...6).map { k -> Vector3 in
        let t = Double(k) / 6
        return top + way * (size * (t - 0.2)) + out * (0.02 * t * t)
      }
      let thickness = [0.02, 0.1, 0.13, 0.12, 0.095, 0.055, 0]
      asset.add(
        .tube(plumePath, radii: thickness.map { $0 * size }, sides: 7), material: plume, part: "plume")
    }
  }
}

/// The form of a vase: how high, how wide, and its turned outline.
struct VaseShape {
  var height: Double
  /// Inner radius of the mouth, metres.
  var neck: Double
  private var curve: ProfileCurve

  init(_ look: Look) {
    let v = look.variation
    height = v.number("vase height", in: 0.18...0.34)
    let r = height * v.number("vase radius", in: 0.26...0.4)
    let forms: [[Double]] = [
      [0.55, 0.95, 1, 0.7, 0.34, 0.42], [0.7, 0.74, 0.78, 0.82, 0.86, 0.92], [0.5, 0.9, 1, 0.96, 0.6, 0.44],
      [0.4, 0.5, 0.8, 1, 0.72, 0.5], [0.85, 1, 0.7, 0.4, 0.32, 0.5], [0.66, 0.66, 0.66, 0.66, 0.66, 0.66],
    ]
    let form = forms[v.choice("vase form", of: forms.count)]
    curve = ProfileCurve(zip([0, 0.25, 0.45, 0.7, 0.9, 1], form).map { Vector2($0, $1 * r) })
    neck = (form.last ?? 1) * r - 0.004
  }

  func add(to asset: inout AssetBuilder, _ look: Look) {
    let v = look.variation
    let colours = [
      look.palette.accent(0), look.palette.accent(1), look.palette.linen, look.palette.accent(2),
      Colour(0x2a2c2e),
    ]
    let colour = colours[v.choice("vase colour", of: colours.count)]
    let material = asset.material(
      v.unit("vase matt") < 0.4
        ? IndoorMaterial.plastic(colour, roughness: 0.8) : IndoorMaterial.ceramic(colour))
    let steps = 22
    let outer = (0...steps).map {
      Vector2(curve(Double($0) / Double(steps)), height * Double($0) / Double(steps))
    }
    let wall = 0.004
    let inner = outer.dropFirst().reversed().map { Vector2(max(0.004, $0.x - wall), max(0.008, $0.y)) }
    let lip = [Vector2(curve(1) - wall / 2, height + 0.0015)]
    asset.add(
      .lathe(
        [Vector2(0, 0), Vector2(outer[0].x * 0.94, 0)] + outer + lip + inner + [Vector2(0, 0.008)], sides: 32),
      material: material, part: "vase")
  }
}
