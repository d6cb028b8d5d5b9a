import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A pen or pencil that lies along y.
package struct Pen: FurnitureAsset {
  package static let assetName = "pen"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "pen", mainPart: "shaft")
    let v = look.variation
    let shape = PenShape(v, 0)
    shape.add(
      to: &asset, look,
      AffineTransform(
        linear: Quaternion(axis: Vector3(1, 0, 0), angle: Double.pi / 2).matrix,
        translation: Vector3(0, shape.length / 2, shape.radius)))
    return asset.asset()
  }
}

/// A pen, its tip at the origin, its end up the z axis. Metres.
struct PenShape {
  var length: Double
  var radius: Double
  private let kind: Int
  private let colour: Int

  init(_ v: AssetVariation, _ index: Int) {
    kind = v.choice("pen kind", index, of: 3)
    length = kind == 0 ? v.number("pencil", index, in: 0.12...0.18) : v.number("pen", index, in: 0.138...0.15)
    radius = kind == 0 ? 0.0037 : 0.0055
    colour = v.choice("pen colour", index, of: 6)
  }

  func add(to asset: inout AssetBuilder, _ look: Look, _ transform: AffineTransform) {
    let colours = [
      Colour(0xe2a93a), Colour(0x23418a), Colour(0x1e1f22), Colour(0xb0342f), Colour(0x2f6f58),
      look.palette.accent(0),
    ]
    let shaft = asset.material(IndoorMaterial.plastic(colours[colour], roughness: 0.25))
    func turn(_ p: [Vector2], _ sides: Int) -> MeshBuilder { .lathe(p, sides: sides).transformed(transform) }
    if kind == 0 {
      let wood = asset.material(IndoorMaterial.paper(Colour(0xd9b183)))
      let dark = asset.material(IndoorMaterial.plastic(Colour(0x2a2a2c)))
      asset.add(turn([Vector2(0, 0), Vector2(0.001, 0.004)], 8), material: dark, part: "tip")
      asset.add(turn([Vector2(0.001, 0.004), Vector2(radius, 0.019)], 6), material: wood, part: "tip")
      asset.add(turn([Vector2(radius, 0.019), Vector2(radius, length)], 6), material: shaft, crease: 0.3)
    } else {
      let metal = asset.material(IndoorMaterial.metal(.steel))
      asset.add(
        turn([Vector2(0, 0), Vector2(0.0008, 0.001), Vector2(0.004, 0.013), Vector2(0.0046, 0.014)], 10),
        material: metal,
        part: "tip")
      asset.add(
        turn(
          [
            Vector2(0.0046, 0.014), Vector2(radius, 0.05), Vector2(radius, length - 0.004),
            Vector2(0.004, length - 0.001),
          ], 12),
        material: shaft)
      asset.add(
        turn([Vector2(0.003, length - 0.001), Vector2(0.003, length + 0.005)], 8), material: metal,
        part: "button")
      // The clip, upward from the shaft when the pen lies.
      asset.add(
        MeshBuilder.box(
          from: Vector3(-0.0016, radius - 0.001, length - 0.042),
          to: Vector3(0.0016, radius + 0.0022, length - 0.004),
          bevel: 0.0008
        ).transformed(transform), material: metal, part: "clip")
    }
  }
}
