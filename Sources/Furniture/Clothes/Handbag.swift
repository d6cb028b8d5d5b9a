import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A handbag that stands: a soft tote, or a stiff one with a flap; its front to +x.
package struct Handbag: FurnitureAsset {
  package static let assetName = "handbag"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "handbag")
    let v = look.variation
    let tones = [
      look.palette.leather, Colour(0x1d1c1c), Colour(0x8a2f2f), Colour(0xc9b08a), look.palette.accent(0),
    ]
    let leather = asset.material(IndoorMaterial.leather(tones[v.choice("tone", of: tones.count)]))
    let metal = asset.material(IndoorMaterial.metal(.brass))
    let isTote = v.unit("tote") < 0.5
    let (w, h) =
      isTote
      ? (v.number("w", in: 0.3...0.38), v.number("h", in: 0.26...0.32))
      : (v.number("w", in: 0.23...0.29), v.number("h", in: 0.17...0.22))
    let d = isTote ? 0.13 : 0.1
    // The body narrows upward to its mouth.
    let steps = 14
    let out = (0...steps).map { j -> [Vector3] in
      let t = Double(j) / Double(steps)
      let depth = d / 2 * (isTote ? 1 - 0.62 * t * t : 1 - 0.3 * t)
      let wide = w / 2 * (isTote ? 1 + 0.08 * t : 1 - 0.1 * t)
      let ease = j == 0 ? 0.006 : 0.0
      return superellipse(depth - ease, wide - ease, exponent: isTote ? 3.4 : 6, count: 36).map { p in
        let slump =
          isTote ? 0.006 * DeterministicMath.sin(p.y * 26 + 5 * t) * DeterministicMath.sin(Double.pi * t) : 0
        return Vector3(p.x + slump, p.y, h * t)
      }
    }
    let mouth = out[steps].map { Vector3($0.x * 0.85, $0.y * 0.98, h) }
    let inner = out[steps].map { Vector3($0.x * 0.75, $0.y * 0.96, h - 0.03) }
    asset.add(.loft(out + [mouth, inner]), material: leather, crease: 0.9)
    for side in [-1.0, 1] {
      let x = side * d / 2 * (isTote ? 0.4 : 0.0)
      guard isTote || side > 0 else { continue }
      let path = (0...18).map { i -> Vector3 in
        let (s, c) = DeterministicMath.sincos(Double.pi * Double(i) / 18)
        let fall = isTote ? side * 0.03 * s : 0
        return Vector3(
          x + fall, (isTote ? 0.075 : 0.07) * c * (1 + 0.1 * s),
          h - (isTote ? 0.02 : 0.004) + (isTote ? 0.15 : 0.09) * s)
      }
      asset.add(.tube(path, radius: 0.006, sides: 8), material: leather, part: "handle")
      for y in [-0.075, 0.075] {
        asset.add(
          .torusAt(
            Vector3(x, y * (isTote ? 1 : 0.93), h - (isTote ? 0.024 : 0.002)), radius: 0.01, tube: 0.002),
          material: metal, part: "ring")
      }
    }
    if !isTote {
      // The flap: over the top and half down the front.
      func flap(_ u: Double, _ t: Double, _ off: Double) -> Vector3 {
        let y = (u - 0.5) * w * 0.93
        let edge = d / 2 * 0.7
        let over = t * 0.24
        if over < 0.09 {
          return Vector3(
            -edge + over / 0.09 * (2 * edge + 0.006), y,
            h + 0.003 + off + 0.004 * DeterministicMath.sin(Double.pi * over / 0.09))
        }
        let down = (over - 0.09) / 0.15 * h * 0.62 * (1 - 0.28 * (2 * u - 1) * (2 * u - 1))
        return Vector3(edge + 0.006 + off + down / h * d * 0.15 + 0.002, y, h + 0.002 - down)
      }
      asset.add(
        .slab(columns: 14, rows: 16, front: { flap($0, $1, 0.002) }, back: { flap($0, $1, -0.0015) }),
        material: leather, part: "flap", crease: 1)
      asset.add(
        .box(
          from: Vector3(d / 2 * 0.7 + 0.008, -0.016, h * 0.4),
          to: Vector3(d / 2 * 0.7 + 0.026, 0.016, h * 0.4 + 0.028), bevel: 0.003), material: metal,
        part: "clasp")
    }
    return asset.asset()
  }
}

extension MeshBuilder {
  /// An upright ring across y.
  static func torusAt(_ center: Vector3, radius: Double, tube: Double) -> MeshBuilder {
    MeshBuilder.torus(radius: radius, tube: tube, sides: 16, rings: 6).rotated(
      Quaternion(axis: Vector3(0, 1, 0), angle: Double.pi / 2)
    )
    .translated(center.x, center.y, center.z)
  }
}
