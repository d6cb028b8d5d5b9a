import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A pair of slippers side by side, toes to +x.
package struct Slipper: FurnitureAsset {
  package static let assetName = "slipper"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "slipper", mainPart: "upper")
    let v = look.variation
    let l = v.number("length", in: 0.25...0.285)
    let colours = [look.palette.accent(0), Colour(0x8a8680), Colour(0x3a3f4a), look.palette.upholstery]
    let colour = colours[v.choice("colour", of: 4)]
    let upper = asset.material(
      v.unit("plush") < 0.5 ? IndoorMaterial.fur(colour) : IndoorMaterial.fabric(colour),
      tile: IndoorMaterial.furTile)
    let sole = asset.material(IndoorMaterial.plastic(Colour(0x3a3532), roughness: 0.8))
    let bed = asset.material(IndoorMaterial.fur(Colour(0xe9e2d4)), tile: IndoorMaterial.furTile)
    let shape = ShoeShape(length: l, sole: 0.012, heel: 0.003, collar: 0.05, opening: 0)
    for side in [-1.0, 1] {
      let turn = v.number("turn", side < 0 ? 0 : 1, in: -0.25...0.25)
      let place = AffineTransform(
        linear: Quaternion(axis: Vector3(0, 0, 1), angle: turn).matrix
          * Matrix3(diagonal: Vector3(1, -side, 1)),
        translation: Vector3(v.number("ahead", side < 0 ? 0 : 1, in: -0.02...0.02), side * 0.068, 0))
      asset.add(shape.soleSolid().transformed(place), material: sole, part: "sole")
      // The foot bed: the sole's plan again, soft.
      asset.add(
        shape.soleSolid().scaled(Vector3(0.97, 0.95, 0.55)).translated(0, 0, 0.0105).transformed(place),
        material: bed, part: "foot bed")
      // The upper arches over the front half.
      func arch(_ u: Double, _ t: Double, _ grow: Double) -> Vector3 {
        let along = 0.46 + 0.54 * t * (1.25 - 0.25 * t)
        let (s, c) = DeterministicMath.sincos(Double.pi * u)
        let edge = shape.edge(along)
        let high = (0.048 - 0.026 * t * t) * smoothstep(1.04, 0.75, along) + 0.006
        return Vector3(
          (along - 0.5) * l + 0.004 * t, edge.x - (edge.y + 0.0035 + grow) * c,
          0.008 + shape.spring(along) + (high + grow) * DeterministicMath.pow(max(0, s), 0.75))
      }
      asset.add(
        MeshBuilder.slab(columns: 16, rows: 10, front: { arch($0, $1, 0) }, back: { arch($0, $1, -0.005) })
          .transformed(place), material: upper, crease: 1)
      let hem = (0...16).map { arch(Double($0) / 16, 0, -0.002) }
      asset.add(
        MeshBuilder.tube(hem, radius: 0.0055, sides: 8).transformed(place), material: bed, part: "trim")
    }
    return asset.asset()
  }
}
