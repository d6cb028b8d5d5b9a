import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A hanger with a shirt, a dress or a blazer on it, shoulders along y: it hangs from a rail along x, on which the
/// inside of its hook rests at the origin.
package struct ClothesHanger: FurnitureAsset {
  package static let assetName = "clothes_hanger"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "clothes_hanger", mainPart: "cloth")
    asset.fittings.mount = .rail
    let v = look.variation
    let metal = asset.material(IndoorMaterial.metal(.steel))
    let wood = asset.material(
      v.unit("wooden") < 0.65
        ? IndoorMaterial.wood(look.palette.wood) : IndoorMaterial.plastic(Colour(0x1d1e20)),
      tile: IndoorMaterial.woodTile)
    // The hook over the rail, and the arms.
    let hook = (0...14).map { i -> Vector3 in
      let (s, c) = DeterministicMath.sincos(-0.5 + 3.9 * Double(i) / 14)
      return Vector3(0, 0.019 * c, -0.0172 + 0.019 * s)
    }
    asset.add(
      .tube(
        hook.dropLast(0) + [Vector3(0, -0.004, -0.04), Vector3(0, 0, -0.05), Vector3(0, 0, -0.1)],
        radius: 0.0018, sides: 6), material: metal, part: "hook")
    let kind = v.choice("kind", of: 4)
    let reach = kind == 2 ? 0.135 : 0.178
    let arms = (-10...10).map { i -> Vector3 in
      let y = Double(i) / 10 * reach
      return Vector3(0, y, -0.098 - 2.4 * y * y)
    }
    asset.add(
      .bar(arms, section: superellipse(0.006, 0.009, exponent: 3, count: 10), up: Vector3(0, 0, 1)),
      material: wood, part: "hanger")
    let tones = [
      Colour(0xf0eee8), Colour(0x9fb4c8), Colour(0x2c3646), look.palette.accent(0), Colour(0x8a8f8a),
      look.palette.accent(1), Colour(0xb56a5a), Colour(0x3c3a3a),
    ]
    let cloth = asset.material(
      IndoorMaterial.fabric(tones[v.choice("tone", of: tones.count)]), tile: IndoorMaterial.fabricTile)
    let phase = v.number("phase", in: 0...6)
    let isDress = kind == 2
    let isBlazer = kind == 3
    let l = isDress ? v.number("dress", in: 0.9...1.1) : v.number("shirt", in: 0.66...0.76)
    let top = -0.068
    // Widths over the length: a neck, sloping shoulders, the body.
    let neck = 0.062 / l
    let slope = 0.1 / l
    let body = GarmentShape(
      width: isDress
        ? ProfileCurve([
          Vector2(0, 0.075), Vector2(neck * 0.3, 0.09), Vector2(slope * 0.9, 0.165),
          Vector2(slope * 1.6, 0.17), Vector2(0.42, 0.145), Vector2(0.6, 0.19), Vector2(1, 0.27),
        ])
        : ProfileCurve([
          Vector2(0, 0.06), Vector2(neck * 0.35, 0.085), Vector2(slope * 0.9, 0.205),
          Vector2(slope * 1.15, 0.216), Vector2(0.35, 0.222), Vector2(1, 0.235),
        ]),
      depth: ProfileCurve([
        Vector2(0, 0.018), Vector2(slope, isBlazer ? 0.032 : 0.022), Vector2(0.5, isBlazer ? 0.042 : 0.028),
        Vector2(1, isDress ? 0.05 : 0.032),
      ]), length: l, folds: isDress ? 0.6 : 0.3, phase: phase)
    asset.add(body.body().translated(0, 0, top), material: cloth, crease: 1.2)
    if !isDress {
      for side in [-1.0, 1] {
        let sleeve = GarmentShape.sleeve(
          Vector3(0, side * 0.185, top - 0.125),
          Vector3(0.008, side * 0.265, top - (kind == 0 ? 0.34 : 0.64)), bow: Vector3(0, side * 0.012, 0),
          from: Vector2(isBlazer ? 0.034 : 0.024, 0.062), to: Vector2(isBlazer ? 0.03 : 0.02, 0.048),
          phase: phase)
        asset.add(sleeve, material: cloth, part: "sleeve", crease: 1.2)
      }
      // Collar and placket.
      let trim =
        isBlazer
        ? asset.material(IndoorMaterial.fabric(Colour(0xf0eee8)), tile: IndoorMaterial.fabricTile) : cloth
      let collar = superellipse(0.026, 0.066, count: 24).map {
        Vector3($0.x + 0.004, $0.y, top + 0.006 - 0.35 * max(0, $0.x))
      }
      asset.add(.ring(collar, radius: 0.012, sides: 8), material: trim, part: "collar")
      let reach = isBlazer ? 0.36 : 0.98
      // A shirt's button band all the way down; in a blazer the shirt shows as a wedge between the lapels.
      asset.add(
        .loft(
          (0...8).map { i -> [Vector3] in
            let s = Double(i) / 8
            let t = 0.04 + (reach - 0.04) * s
            let half = isBlazer ? 0.048 * (1 - s) + 0.003 : 0.015
            let x = body.depth(t) * 1.02
            return roundedRectangle(0.008, 2 * half, radius: 0.002, corner: 1).map {
              Vector3(x + $0.x, $0.y, top - l * t)
            }
          }), material: isBlazer ? trim : cloth, part: "placket")
      let button = asset.material(IndoorMaterial.plastic(isBlazer ? Colour(0x1a1a1c) : Colour(0xf2f0ea)))
      for k in 0..<(isBlazer ? 2 : 6) {
        let t = isBlazer ? 0.42 + 0.15 * Double(k) : 0.12 + 0.14 * Double(k)
        let p = Vector3(body.depth(t) * 1.02 + 0.003, 0, top - l * t)
        asset.add(
          .cylinder(
            from: p, to: p + Vector3(isBlazer ? 0.006 : 0.0025, 0, 0), radius: isBlazer ? 0.009 : 0.0055,
            sides: 12),
          material: button, part: "button")
      }
    }
    return asset.asset()
  }
}
