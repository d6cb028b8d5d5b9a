import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A backpack that stands, its front pocket to +x, its straps behind.
package struct Backpack: FurnitureAsset {
  package static let assetName = "backpack"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "backpack")
    let v = look.variation
    let tones = [
      Colour(0x2b3440), look.palette.accent(0), Colour(0x5c6650), Colour(0x8a3a34), Colour(0x70757a),
    ]
    let pick = v.choice("tone", of: tones.count)
    let cloth = asset.material(IndoorMaterial.fabric(tones[pick]), tile: 0.25)
    let trim = asset.material(
      v.unit("leather") < 0.4
        ? IndoorMaterial.leather(look.palette.leather) : IndoorMaterial.fabric(Colour(0x1b1c1e)), tile: 0.25)
    let metal = asset.material(IndoorMaterial.metal(.steel))
    let (w, h, d) = (v.number("w", in: 0.27...0.32), v.number("h", in: 0.4...0.47), 0.15)
    func skin(_ profile: [(Double, Double)], _ half: Vector2, _ at: Vector3, _ height: Double) -> MeshBuilder
    {
      .loft(
        profile.map { t, s in
          superellipse(half.x * s, half.y * s, exponent: 3.2, count: 30).map { p in
            let bulge = 0.004 * DeterministicMath.sin(p.y * 30 + t * 9)
            return at + Vector3(p.x + (p.x > 0 ? bulge : 0), p.y, height * t)
          }
        })
    }
    let body: [(Double, Double)] = [
      (0, 0.9), (0.02, 0.97), (0.1, 1), (0.5, 1), (0.75, 0.97), (0.88, 0.86), (0.96, 0.66), (1, 0.36),
    ]
    asset.add(skin(body, Vector2(d / 2, w / 2), .zero, h), material: cloth, crease: 1.1)
    let pocket: [(Double, Double)] = [(0, 0.75), (0.05, 0.93), (0.2, 1), (0.7, 0.98), (0.9, 0.86), (1, 0.6)]
    asset.add(
      skin(pocket, Vector2(0.055, w * 0.4), Vector3(d / 2 - 0.012, 0, 0.03), h * 0.45), material: cloth,
      part: "pocket", crease: 1.1)
    for side in [-1.0, 1] {
      asset.add(
        skin(pocket, Vector2(0.045, 0.028), Vector3(0, side * (w / 2 - 0.004), 0.02), h * 0.36),
        material: trim, part: "pocket", crease: 1.1)
    }
    // Zips: over the pocket, and from side to side over the top.
    let zip = (0...16).map { i -> Vector3 in
      let a = Double.pi * Double(i) / 16
      let (s, c) = DeterministicMath.sincos(a)
      return Vector3(d / 2 * 0.45, w / 2 * 0.985 * c, h * 0.6 + h * 0.31 * s)
    }
    asset.add(.tube(zip, radius: 0.004, sides: 6), material: trim, part: "zip")
    let low = (0...10).map { i -> Vector3 in
      let s = Double(i) / 5 - 1
      return Vector3(
        d / 2 - 0.012 + 0.055
          * DeterministicMath.pow(max(0, 1 - DeterministicMath.pow(s.magnitude, 3.2)), 1 / 3.2) * 0.9 + 0.002,
        s * w * 0.4 * 0.93, 0.03 + h * 0.45 * 0.86)
    }
    asset.add(.tube(low, radius: 0.0035, sides: 6), material: trim, part: "zip")
    asset.add(
      .box(
        from: Vector3(d / 2 + 0.036, 0.03, 0.03 + h * 0.3),
        to: Vector3(d / 2 + 0.042, 0.038, 0.03 + h * 0.39), bevel: 0.001), material: metal, part: "zip")
    // The loop on top, and two straps.
    let loop = (0...10).map { i -> Vector3 in
      let (s, c) = DeterministicMath.sincos(Double.pi * Double(i) / 10)
      return Vector3(-d / 2 * 0.35, 0.045 * c, h * 0.965 + 0.045 * s)
    }
    asset.add(
      .bar(loop, section: roundedRectangle(0.005, 0.022, radius: 0.002, corner: 1), up: Vector3(1, 0, 0)),
      material: trim, part: "loop")
    for side in [-1.0, 1] {
      let strap = (0...14).map { i -> Vector3 in
        let t = Double(i) / 14
        let (s, _) = DeterministicMath.sincos(Double.pi * t)
        return Vector3(-d / 2 - 0.004 - 0.045 * s, side * (0.055 + 0.05 * t), h * (0.9 - 0.82 * t))
      }
      asset.add(
        .bar(strap, section: roundedRectangle(0.05, 0.011, radius: 0.005, corner: 2), up: Vector3(1, 0, 0)),
        material: trim, part: "strap")
    }
    return asset.asset()
  }
}
