import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A cup with two toothbrushes and a tube of toothpaste.
package struct ToothbrushCup: FurnitureAsset {
  package static let assetName = "toothbrush_cup"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "toothbrush_cup", mainPart: "cup")
    let v = look.variation
    let (r, h) = (v.number("radius", in: 0.034...0.039), v.number("height", in: 0.09...0.105))
    let glaze = asset.material(Crockery.glaze(look))
    asset.add(
      Turned.shell(
        Turned.softened([Vector2(0, 0), Vector2(r * 0.85, 0), Vector2(r * 0.92, 0.006), Vector2(r, h)]),
        wall: 0.0035), material: glaze)
    let bristle = asset.material(IndoorMaterial.plastic(Colour(0xf4f6f8)))
    let colours = [Colour(0x2f8fc0), Colour(0xd9577a), Colour(0x4aa37a), Colour(0xf0f0ee), look.palette.wood]
    for k in 0..<2 {
      let shaft = asset.material(IndoorMaterial.plastic(colours[(v.choice("brush", of: 5) + 2 * k) % 5]))
      let heading = 0.6 + 2.4 * Double(k)
      let (s, c) = DeterministicMath.sincos(heading)
      let l = 0.185
      let rings = [
        (0.0, 0.0055, 0.004), (0.08, 0.0062, 0.0045), (0.13, 0.0035, 0.003), (0.15, 0.003, 0.003),
        (0.157, 0.006, 0.0028), (0.183, 0.0055, 0.0026), (l, 0.003, 0.002),
      ]
      var brush = MeshBuilder.loft(
        rings.map { z, a, b in superellipse(a, b, exponent: 2.6, count: 10).map { Vector3($0.y, $0.x, z) } })
      let tilt =
        Quaternion(axis: Vector3(0, 0, 1), angle: heading) * Quaternion(axis: Vector3(0, 1, 0), angle: 0.24)
      let place = AffineTransform(
        linear: tilt.matrix, translation: Vector3(c * (r * 0.86 - 0.028), s * (r * 0.86 - 0.028), 0.006))
      brush = brush.transformed(place)
      asset.add(brush, material: shaft, part: "toothbrush")
      asset.add(
        MeshBuilder.box(
          from: Vector3(0.001, -0.0045, 0.158), to: Vector3(0.0125, 0.0045, 0.182), bevel: 0.001
        ).transformed(place), material: bristle, part: "toothbrush")
    }
    // The tube: round at its cap (down), flat at its end.
    let paste = asset.material(IndoorMaterial.plastic(Colour(0xf2f4f6), roughness: 0.25))
    let stripe = asset.material(
      IndoorMaterial.plastic(v.unit("stripe") < 0.5 ? Colour(0x1f6fb0) : Colour(0xc0392f)))
    let lean = AffineTransform(
      linear: (Quaternion(axis: Vector3(0, 0, 1), angle: -1.9)
        * Quaternion(axis: Vector3(0, 1, 0), angle: 0.2)).matrix, translation: Vector3(0.001, 0.002, 0.006))
    func tube(_ rings: [(Double, Double, Double)]) -> MeshBuilder {
      MeshBuilder.loft(
        rings.map { z, a, b in superellipse(a, b, exponent: 2.2, count: 18).map { Vector3($0.y, $0.x, z) } }
      ).transformed(lean)
    }
    asset.add(tube([(0, 0.009, 0.009), (0.016, 0.0095, 0.0095)]), material: stripe, part: "toothpaste")
    asset.add(
      tube([(0.016, 0.008, 0.008), (0.022, 0.0145, 0.0145), (0.075, 0.0165, 0.0125), (0.078, 0.0166, 0.0122)]
      ), material: paste, part: "toothpaste")
    asset.add(tube([(0.078, 0.0167, 0.0123), (0.092, 0.0172, 0.0108)]), material: stripe, part: "toothpaste")
    asset.add(
      tube([(0.092, 0.0171, 0.0107), (0.135, 0.0185, 0.003), (0.146, 0.0188, 0.0009)]), material: paste,
      part: "toothpaste")
    return asset.asset()
  }
}
