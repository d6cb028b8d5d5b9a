import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// Three keys and a fob on a ring, lying.
package struct Keys: FurnitureAsset {
  package static let assetName = "keys"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "keys", mainPart: "key")
    let v = look.variation
    let steel = asset.material(IndoorMaterial.metal(.steel))
    let brass = asset.material(IndoorMaterial.metal(.brass))
    let fob = asset.material(IndoorMaterial.leather(look.palette.accent(v.choice("fob", of: 3))))
    asset.add(
      MeshBuilder.torus(radius: 0.014, tube: 0.0011, sides: 28, rings: 6).translated(0, 0, 0.0031),
      material: steel, part: "ring")
    for k in 0..<3 {
      let heading = -0.9 + 0.75 * Double(k) + v.number("turn", k, in: -0.15...0.15)
      let place = AffineTransform(
        linear: Quaternion(axis: Vector3(0, 0, 1), angle: heading).matrix,
        translation: Vector3(0, 0, 0.0021 * Double(k)))
      // Bow, shoulder, and a bit with its cuts.
      var outline = (0..<14).map { i -> Vector2 in
        let (s, c) = DeterministicMath.sincos(0.4 + (2 * Double.pi - 0.8) * Double(i) / 13)
        return Vector2(0.024 + 0.0115 * c, 0.0115 * s)
      }
      let l = v.number("length", k, in: 0.026...0.032)
      outline += [Vector2(0.036, -0.004), Vector2(0.035 + l - 0.003, -0.004), Vector2(0.035 + l, -0.001)]
      for i in 0..<5 {
        let x = 0.035 + l - 0.004 - 0.004 * Double(i)
        outline.append(Vector2(x, i % 2 == 0 ? 0.0022 : v.number("cut", 5 * k + i, in: 0.0032...0.0042)))
      }
      outline.append(Vector2(0.036, 0.004))
      asset.add(
        MeshBuilder.extrusion(outline, bottom: 0, top: 0.002).transformed(place),
        material: k == 1 ? brass : steel)
    }
    let away = AffineTransform(linear: Quaternion(axis: Vector3(0, 0, 1), angle: 2.7).matrix)
    asset.add(
      MeshBuilder.extrusion(
        roundedRectangle(0.052, 0.022, radius: 0.009, corner: 4).map { $0 + Vector2(0.037, 0) }, bottom: 0,
        top: 0.0035
      ).transformed(away), material: fob, part: "fob")
    return asset.asset()
  }
}
