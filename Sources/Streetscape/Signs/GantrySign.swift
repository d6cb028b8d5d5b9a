package import Assets
import Imaging
package import VectorMath
package import WorldModel

/// A sign that hangs before the beam of a gantry: a display with a speed limit for a lane, or the board of an exit. It faces
/// +x; the middle of its lower edge is the origin, which lies in the plane of the beam's face.
package struct GantrySign: ParametricAsset {
  package enum Kind: Sendable, Hashable {
    /// km/h.
    case limit(Int)
    case exit
  }

  package static let assetName = "gantry_sign"
  package var kind: Kind

  package init() { self.init(kind: .limit(120)) }

  package init(kind: Kind) { self.kind = kind }

  /// Across and up, metres.
  private var size: Vector2 { kind == .exit ? Vector2(3.4, 1.7) : Vector2(1.5, 1.5) }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "traffic_sign", mainPart: "face")
    let (w, h) = (size.x / 2, size.y)
    let depth = kind == .exit ? 0.08 : 0.28
    let shell = Surfacing.paint(Colour(kind == .exit ? 0x84888b : 0x1c1e20), roughness: 0.6).index(in: &asset)
    asset.add(
      .box(from: Vector3(0.05, -w, 0), to: Vector3(0.05 + depth, w, h), bevel: 0.015), material: shell,
      part: "back")
    let x = 0.05 + depth
    var plate: MeshBuilder
    let picture: Texture
    switch kind {
    case .limit(let value):
      let (face, across) = (TrafficSignFace.speedLimit(value), 1.2)
      plate = MeshBuilder.loft(
        [x - 0.004, x + 0.004].map { px in
          face.outline.map { Vector3(px, $0.x * across, h / 2 + $0.y * across) }
        })
      plate.setUVs { p in Vector2(0.5 + p.y / across, 0.5 - (p.z - h / 2) / across) }
      picture = face.texture
    case .exit:
      plate = .slab(
        columns: 1, rows: 1,
        front: { u, v in Vector3(x + 0.004, -w + 0.02 + (2 * w - 0.04) * u, h - 0.02 - (h - 0.04) * v) },
        back: { u, v in Vector3(x - 0.004, -w + 0.02 + (2 * w - 0.04) * u, h - 0.02 - (h - 0.04) * v) })
      picture = Self.board
    }
    let face = asset.material(Material(name: "sign_face", baseColorTexture: picture, roughness: 0.45))
    asset.add(plate, material: face)
    return asset.asset()
  }

  /// White on blue: a word and an arrow up to the right.
  private static let board: Texture = {
    let (blue, white) = (Colour(0x1a4f9c), Colour(0xf2f2ee))
    var canvas = TextureCanvas(width: 512, height: 256, fill: blue)
    canvas.stroke(
      [
        Vector2(0.02, 0.04), Vector2(0.98, 0.04), Vector2(0.98, 0.96), Vector2(0.02, 0.96),
        Vector2(0.02, 0.04),
      ],
      width: 0.025, white)
    canvas.write("EXIT", center: Vector2(0.38, 0.5), height: 0.36, white)
    canvas.fill([Vector2(0.73, 0.7), Vector2(0.78, 0.8), Vector2(0.88, 0.48), Vector2(0.85, 0.4)], white)
    canvas.fill([Vector2(0.79, 0.42), Vector2(0.92, 0.2), Vector2(0.93, 0.6)], white)
    return canvas.texture("exit_board", wrap: .clamp)
  }()
}
