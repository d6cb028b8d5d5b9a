import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A cup with pens and pencils in it.
package struct PenHolder: FurnitureAsset {
  package static let assetName = "pen_holder"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "pen_holder", mainPart: "cup")
    let v = look.variation
    let (r, h) = (v.number("radius", in: 0.034...0.042), v.number("height", in: 0.09...0.11))
    let materials = [
      IndoorMaterial.ceramic(look.palette.accent(v.choice("colour", of: 3))),
      IndoorMaterial.metal(.blackened),
      IndoorMaterial.wood(look.palette.wood), IndoorMaterial.leather(look.palette.leather),
    ]
    let kind = v.choice("kind", of: materials.count)
    let body = asset.material(materials[kind], tile: kind == 2 ? IndoorMaterial.woodTile : 1)
    let round = [Vector2(0, 0), Vector2(r - 0.002, 0), Vector2(r, 0.003), Vector2(r, h)]
    asset.add(Turned.shell(round, wall: 0.0035, sides: kind == 2 ? 6 : 28), material: body)
    for i in 0..<3 + v.choice("pens", of: 4) {
      let pen = PenShape(v, i)
      let heading = Double(i) * 2.4
      let tilt = v.number("tilt", i, in: 0.12...0.26)
      // Tip down on the floor of the cup, the shaft on its rim; ends up if it is a pencil.
      let lean =
        Quaternion(axis: Vector3(0, 0, 1), angle: heading)
        * Quaternion(axis: Vector3(0, 1, 0), angle: tilt)
      let (s, c) = DeterministicMath.sincos(heading)
      let rim = (r - 0.005 - pen.radius / DeterministicMath.cos(tilt)) * (kind == 2 ? 0.86 : 1)
      let foot = rim - (h - 0.004) * DeterministicMath.tan(tilt)
      let upside = i % 3 == 1
      var transform = AffineTransform(
        linear: lean.matrix, translation: Vector3(c * foot, s * foot, 0.004 + pen.radius * 0.3))
      if upside {
        transform =
          transform
          * AffineTransform(
            linear: Quaternion(axis: Vector3(1, 0, 0), angle: Double.pi).matrix,
            translation: Vector3(0, 0, pen.length))
      }
      pen.add(to: &asset, look, transform)
    }
    return asset.asset()
  }
}
