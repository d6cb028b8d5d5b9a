import Assets
import Imaging
import VectorMath
package import WorldModel

/// A ball: for football, for basketball, or a striped one for children.
package struct Ball: FurnitureAsset {
  package static let assetName = "ball"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "ball")
    let v = look.variation
    let kind = v.choice("kind", of: 3)
    let r = [0.11, 0.12, v.number("r", in: 0.075...0.11)][kind]
    let texture = [Self.football, Self.basketball, Self.stripes][kind]
    let skin = asset.material(
      Material(name: "ball_\(kind)", baseColorTexture: texture, roughness: [0.35, 0.65, 0.25][kind]))
    var ball = MeshBuilder.ellipsoid(radii: Vector3(repeating: r), sides: 36, rings: 20)
    // Once around, and from the upper pole to the lower.
    var length = 0.0
    ball.mapUVs {
      length = max(length, $0.y); return $0
    }
    ball.mapUVs { Vector2($0.x, 1 - $0.y / max(length, 1e-9)) }
    let turn = Quaternion(
      axis: Vector3(v.number("ax", in: -1...1), v.number("ay", in: -1...1), v.number("az", in: -1...1)),
      angle: v.number("angle", in: 0.4...2.6))
    asset.add(ball.rotated(turn).translated(0, 0, r), material: skin, crease: 3)
    return asset.asset()
  }

  /// The direction of a texel.
  private static func direction(_ uv: Vector2) -> Vector3 {
    let (s, c) = DeterministicMath.sincos(2 * Double.pi * uv.x)
    let (sp, cp) = DeterministicMath.sincos(Double.pi * uv.y)
    return Vector3(c * sp, s * sp, cp)
  }

  /// Twelve black pentagons about the corners of an icosahedron, seams between them.
  private static let football: Texture = {
    let golden = (1 + 5.0.squareRoot()) / 2
    var corners: [Vector3] = []
    for a in [-1.0, 1] {
      for b in [-golden, golden] { corners += [Vector3(0, a, b), Vector3(a, b, 0), Vector3(b, 0, a)] }
    }
    corners = corners.map { normalized($0) }
    var canvas = TextureCanvas(width: 256, height: 128, fill: Colour(0xf4f4f2))
    canvas.shade { uv in
      let p = direction(uv)
      let near = corners.map { dot(p, $0) }.sorted(by: >)
      // Pentagons turn their flat sides to their neighbours.
      let reach = near[0] - 0.36 * (near[1] + near[2])
      let isBlack = smoothstep(0.50, 0.53, reach)
      let seam = near[0] - near[1] < 0.012 ? 0.35 : 0
      let v = Float(0.95 - 0.86 * isBlack - (isBlack < 0.5 ? seam : 0))
      return SIMD4(v, v, v, 1)
    }
    return canvas.texture("football")
  }()

  private static let basketball: Texture = {
    var canvas = TextureCanvas(width: 256, height: 128, fill: Colour(0xc9662a))
    canvas.shade { uv in
      let p = direction(uv)
      let lines = [p.z.magnitude, p.x.magnitude, (p.y.magnitude - 0.62 + 0.18 * p.z * p.z).magnitude]
      let isLine = smoothstep(0.028, 0.018, lines.min() ?? 1)
      let grain = Float(
        0.94 + 0.12 * AssetVariation.unit(UInt64(uv.x * 25600) &* 1009 &+ UInt64(uv.y * 12800)))
      let base = Colour(0xc9662a).encoded * SIMD4(grain, grain, grain, 1)
      return base + (Colour(0x1c1614).encoded - base) * Float(isLine)
    }
    return canvas.texture("basketball")
  }()

  private static let stripes: Texture = {
    let tones = [
      Colour(0xd9453a), Colour(0xf6f4ee), Colour(0x2f7fc0), Colour(0xf6f4ee), Colour(0xf0b92f),
      Colour(0xf6f4ee),
    ]
    var canvas = TextureCanvas(width: 128, height: 64, fill: Colour(0xffffff))
    canvas.shade { uv in
      uv.y < 0.07 || uv.y > 0.93 ? Colour(0xf6f4ee).encoded : tones[min(5, Int(uv.x * 6))].encoded
    }
    return canvas.texture("striped_ball")
  }()
}
