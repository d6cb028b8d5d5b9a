import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A bucket of plastic or zinc; its bail lies on the rim or stands up.
package struct Bucket: FurnitureAsset {
  package static let assetName = "bucket"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "bucket")
    let v = look.variation
    let h = v.number("height", in: 0.24...0.29)
    let r = v.number("radius", in: 0.13...0.148)
    let isZinc = v.unit("zinc") < 0.3
    let colours = [Colour(0x2f6fb0), Colour(0xb5352c), Colour(0x5a9a5a), Colour(0xd9d6d0)]
    let body = asset.material(
      isZinc ? IndoorMaterial.metal(.steel) : IndoorMaterial.plastic(colours[v.choice("colour", of: 4)]))
    let wire = asset.material(IndoorMaterial.metal(.steel))
    asset.add(
      Turned.shell(
        [
          Vector2(0, 0.006), Vector2(r * 0.68, 0.006), Vector2(r * 0.69, 0), Vector2(r * 0.74, 0),
          Vector2(r * 0.75, 0.01), Vector2(r * 0.96, h * 0.85), Vector2(r * 1.0, h * 0.86),
          Vector2(r * 1.01, h),
        ], wall: 0.0028, sides: 36), material: body)
    let lift = v.unit("up") < 0.4 ? 1.35 : 0.12
    let bail = (0...18).map { i -> Vector3 in
      let (s, c) = DeterministicMath.sincos(Double.pi * Double(i) / 18)
      let reach = (r + 0.015) * s
      return Vector3(
        reach * DeterministicMath.cos(lift), (r + 0.004) * c, h * 0.92 + reach * DeterministicMath.sin(lift))
    }
    asset.add(.tube(bail, radius: 0.0025, sides: 6), material: wire, part: "bail")
    asset.add(.tube(Array(bail[7...11]), radius: 0.009, sides: 10), material: body, part: "grip")
    for y in [-1.0, 1] {
      asset.add(
        .box(
          from: Vector3(-0.014, y * (r * 0.97), h * 0.86), to: Vector3(0.014, y * (r + 0.007), h * 0.96),
          bevel: 0.002), material: body, part: "ear")
    }
    return asset.asset()
  }
}
