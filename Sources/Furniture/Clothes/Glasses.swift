import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A pair of glasses that stands on a table on its rims, temples folded behind; it looks to +x.
package struct Glasses: FurnitureAsset {
  package static let assetName = "glasses"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "glasses", mainPart: "frame")
    let v = look.variation
    let isWire = v.unit("wire") < 0.4
    let isSun = v.unit("sun") < 0.3
    let frame = asset.material(
      isWire
        ? IndoorMaterial.metal(.brass)
        : IndoorMaterial.plastic(
          [Colour(0x1a1a1b), Colour(0x5a3218), Colour(0x3a4a5a)][v.choice("frame", of: 3)], roughness: 0.15))
    let lens = asset.material(
      isSun
        ? IndoorMaterial.plastic(Colour(0x1c1f20), roughness: 0.05)
        : IndoorMaterial.glass(Colour(0xe8f0f2), alpha: 0.15))
    let (a, b) = (0.0255, isWire ? 0.0235 : 0.0205)
    let rim = isWire ? 0.001 : 0.0019
    let lie = Quaternion(axis: Vector3(0, 1, 0), angle: Double.pi / 2 - 0.12)
    for side in [-1.0, 1] {
      // Level rings turned upright: x becomes down.
      let path = superellipse(b, a, exponent: isWire ? 2 : 3, count: 28).map { Vector3($0.x, $0.y, 0) }
      let place = AffineTransform(linear: lie.matrix, translation: Vector3(0, side * 0.033, b + rim))
      asset.add(MeshBuilder.ring(path, radius: rim, sides: 8).transformed(place), material: frame)
      asset.add(
        MeshBuilder.extrusion(
          superellipse(b, a, exponent: isWire ? 2 : 3, count: 28), bottom: -0.0006, top: 0.0006
        ).transformed(place), material: lens, part: "lens")
      let hinge = Vector3(-0.003, side * 0.06, b * 1.45 + rim)
      asset.add(
        .box(
          size: Vector3(0.005, 0.006, 0.006), center: hinge + Vector3(0.002, -side * 0.001, 0), bevel: 0.001),
        material: frame, part: "hinge")
      // Folded across behind the lenses, one temple before the other, its end bent down.
      let x = side > 0 ? -0.009 : -0.014
      let temple = [
        hinge, Vector3(x, side * 0.058, hinge.z), Vector3(x, side * 0.0, hinge.z - 0.004),
        Vector3(x, -side * 0.045, hinge.z - 0.01), Vector3(x, -side * 0.064, hinge.z - 0.026),
      ]
      asset.add(
        .tube(temple, radii: [rim, rim, rim, rim * 1.1, rim * 1.4].map { $0 * 1.1 }, sides: 8),
        material: frame, part: "temple")
    }
    let bridge = (0...6).map { i -> Vector3 in
      let t = Double(i) / 3 - 1
      return Vector3(0.001, t * 0.0085, b * 1.35 + rim + 0.002 * (1 - t * t))
    }
    asset.add(.tube(bridge, radius: rim, sides: 8), material: frame)
    return asset.asset()
  }
}
