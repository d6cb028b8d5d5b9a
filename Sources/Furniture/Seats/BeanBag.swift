import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A bag full of beads that takes the shape of who sat in it.
package struct BeanBag: FurnitureAsset {
  package static let assetName = "bean_bag"
  /// Its radius on the floor and its height, metres.
  package var radius: Double
  package var height: Double
  private let look: Look

  package init(_ look: Look) {
    radius = look.variation.number("radius", in: 0.42...0.5)
    height = look.variation.number("height", in: 0.6...0.74)
    self.look = look
  }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "bean_bag", mainPart: "seat")
    let v = look.variation
    let colours = look.palette.accents + [look.palette.upholstery]
    let cover = look.either(
      .fabric(colours[v.choice("c", of: colours.count)]), .leather(look.palette.leather), "cover", share: 0.2)
    let profile = ProfileCurve([
      Vector2(0, 0.8), Vector2(0.08, 0.96), Vector2(0.3, 1.02), Vector2(0.55, 0.88), Vector2(0.75, 0.66),
      Vector2(0.9, 0.42), Vector2(0.97, 0.24), Vector2(1, 0.1),
    ])
    let steps = 26
    let outline =
      [Vector2(0, 0), Vector2(radius * 0.5, 0)]
      + (0...steps).map {
        Vector2(radius * profile(Double($0) / Double(steps)), height * Double($0) / Double(steps))
      } + [Vector2(0, height)]
    let seed = v.unit("phase") * 6.3
    let sin = DeterministicMath.sin
    let body = MeshBuilder.lathe(outline, sides: 54).displaced { p in
      let r = (p.x * p.x + p.y * p.y).squareRoot()
      guard p.z > 1e-6, r > 1e-6 else { return p }
      let a = DeterministicMath.atan2(p.y, p.x)
      let t = p.z / height
      // Six seams, folds that gather toward the neck, a dent where one sits (in front) and a top that droops back.
      let seam = 1 - 0.03 * DeterministicMath.pow(DeterministicMath.cos(3 * a + 0.4).magnitude, 14)
      let folds =
        1 + 0.045 * t * sin(9 * a + 5 * t + seed + 1.5 * sin(3 * a + seed)) + 0.02 * sin(5 * a - 9 * t + seed)
      let (dx, dy) = ((p.x - 0.45 * radius) / radius, p.y / radius)
      let dent = 0.34 * height * DeterministicMath.exp(-(dx * dx + dy * dy) * 5) * t
      let lean = 0.42 * radius * t * t
      return Vector3(p.x * seam * folds - lean, p.y * seam * folds, max(0.001, p.z - dent))
    }
    asset.add(body, cover, crease: 1.3)
    // The neck: a stitched tab.
    let tip = Vector3(-0.42 * radius, 0, height - 0.125 * height)
    asset.add(
      SoftBlock(tip + Vector3(-0.012, -0.03, -0.02), tip + Vector3(0.012, 0.03, 0.025), radius: 0.008).mesh,
      cover, part: "handle", crease: 1.2)
    return asset.asset()
  }
}
