import Assets
import VectorMath
package import WorldModel

/// A table fork with four tines, along x, the tines toward -x.
package struct Fork: FurnitureAsset {
  package static let assetName = "fork"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "fork")
    let metal = asset.material(Crockery.steel(look))
    let l = 0.2
    let height = ProfileCurve([
      Vector2(0, 0.012), Vector2(0.12, 0.003), Vector2(0.25, 0.002), Vector2(0.42, 0.012),
      Vector2(0.6, 0.011), Vector2(1, 0.0018),
    ])
    let head = 0.23
    var solid = CutleryShape.blank(
      length: l * (1 - head),
      halfWidth: ProfileCurve(
        [Vector2(0, 0.0122), Vector2(0.07, 0.0125), Vector2(0.17, 0.008)]
          + CutleryShape.handle(look.variation).map { Vector2(($0.x - 0.2) / 0.8, $0.y) }),
      height: ProfileCurve(
        [0, 0.04, 0.12, 0.25, 0.4, 0.6, 0.8, 1].map { Vector2($0, height(head + (1 - head) * $0)) }),
      hollow: ProfileCurve([Vector2(0, 0.0015), Vector2(0.2, 0)]),
      thickness: ProfileCurve([Vector2(0, 0.0018), Vector2(0.2, 0.003), Vector2(1, 0.0026)])
    ).translated(l * head / 2, 0, 0)
    for k in 0..<4 {
      let y = (Double(k) - 1.5) * 0.0068
      let path = (0...6).map { i -> Vector3 in
        let t = Double(i) / 6 * (head + 0.015)
        return Vector3((t - 0.5) * l, y, height(t))
      }
      let scales = [0.35, 0.8, 1, 1, 1, 1, 1]
      solid.append(
        .loft(
          zip(path, scales).map { p, s in
            superellipse(0.0018 * s, 0.0011 * s, exponent: 3, count: 8).map { p + Vector3(0, $0.x, $0.y) }
          }))
    }
    asset.add(CutleryShape.settled(solid), material: metal)
    return asset.asset()
  }
}
