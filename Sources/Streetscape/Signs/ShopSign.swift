package import Assets
import Imaging
package import VectorMath
package import WorldModel

/// A board with words over a shop; its back lies on x = 0, its face looks along +x, its middle is the origin.
package struct ShopSign: ParametricAsset {
  package static let assetName = "shop_sign"
  /// Metres along the wall and up.
  package var size: Vector2
  package var isChinese: Bool
  package var variant: UInt64

  package init() { self.init(size: Vector2(4, 0.6), isChinese: false, variant: 1) }

  package init(size: Vector2, isChinese: Bool, variant: UInt64) {
    self.size = size
    self.isChinese = isChinese
    self.variant = variant
  }

  /// Words, as they are read.
  package var text: String {
    let chance = AssetVariation(seed: variant)
    return isChinese ? chance.pick("name", ShopNames.chinese) : chance.pick("name", ShopNames.english)
  }

  /// Board and letters.
  private static let quiet: [(UInt32, UInt32)] = [
    (0x26302c, 0xe8dcc0), (0x5b2226, 0xf0e6d2), (0x1f3552, 0xf2f0ea), (0xe9e4d6, 0x3a342c),
    (0x2d2d2f, 0xd9b45a),
    (0x4a5a4a, 0xf0ecdc), (0x6f5638, 0xf4ead6), (0xb8b4aa, 0x22262a), (0x7b3a2a, 0xf6e8c8),
    (0x2a4d57, 0xf2e9d0),
  ]
  private static let loud: [(UInt32, UInt32)] = [
    (0xb8231f, 0xf6d64a), (0x1f4fa0, 0xf5f5f5), (0xc9211e, 0xfafafa), (0x1d6b3c, 0xf7f4e6),
    (0x2b2b2e, 0xe8473a),
    (0xf0e9da, 0xb52a22), (0xe3b322, 0xa01f1c), (0x6b3f22, 0xf3dfae), (0x0f5d6e, 0xf5f2e4),
  ]

  package func makeAsset() -> Asset {
    let chance = AssetVariation(seed: variant)
    var asset = AssetBuilder(name: "shop_sign", nativeClass: "object", mainPart: "board")
    let (back, ink) = chance.pick("colours", isChinese ? Self.loud : Self.quiet)
    let depth = isChinese ? 0.18 : 0.07
    let (w, h) = (size.x / 2, size.y / 2)
    let face = asset.material(
      Material(
        name: "sign_face", baseColorTexture: picture(Colour(back), Colour(ink)),
        roughness: isChinese ? 0.35 : 0.5))
    let body = asset.material(Material(name: "sign_body", baseColor: Colour(back).linear, roughness: 0.5))
    // A box whose front is the picture: seen from before it, +y is on the right.
    var front = MeshBuilder()
    front.texturedQuad(
      Vector3(depth, -w, -h), Vector3(depth, w, -h), Vector3(depth, w, h), Vector3(depth, -w, h))
    var sides = MeshBuilder()
    let ring = [(-w, -h), (w, -h), (w, h), (-w, h)]
    for i in 0..<4 {
      let (a, b) = (ring[i], ring[(i + 1) % 4])
      let ids = [
        Vector3(0, a.0, a.1), Vector3(0, b.0, b.1), Vector3(depth, b.0, b.1), Vector3(depth, a.0, a.1),
      ].map { sides.point($0) }
      sides.quad(ids[0], ids[1], ids[2], ids[3])
    }
    let rear = ring.reversed().map { sides.point(Vector3(0, $0.0, $0.1)) }
    sides.quad(rear[0], rear[1], rear[2], rear[3])
    asset.add(front, material: face, part: "text")
    asset.add(sides, material: body)
    return asset.asset()
  }

  private func picture(_ back: Colour, _ ink: Colour) -> Texture {
    let aspect = max(0.05, size.y / max(0.1, size.x))
    let width = 512
    let height = max(32, min(512, Int(Double(width) * aspect)))
    var canvas = TextureCanvas(width: width, height: height, fill: back)
    let words = text
    let chance = AssetVariation(seed: variant)
    let glyph = isChinese ? 0.95 : chance.number("glyph", in: 0.5...0.66)
    let spacing = isChinese ? 0.22 : 0.3
    // As tall as the board allows, unless the words are too long for it.
    let across = Double(words.count) * glyph * (1 + spacing)
    let fit = 0.88 * Double(width) / (across * Double(height))
    let tall = min(isChinese ? 0.66 : chance.number("tall", in: 0.4...0.58), fit)
    if !isChinese && chance.unit("rule") < 0.4 {
      let e = 0.04
      let inset = e * aspect * 1.4
      let path = [
        Vector2(inset, e * 2), Vector2(1 - inset, e * 2), Vector2(1 - inset, 1 - e * 2),
        Vector2(inset, 1 - e * 2),
        Vector2(inset, e * 2),
      ]
      canvas.stroke(path, width: 0.025, ink)
    }
    canvas.write(
      words, center: Vector2(0.5, 0.5), height: tall,
      weight: isChinese ? 0.1 : chance.number("weight", in: 0.11...0.19), aspect: glyph, spacing: spacing, ink
    )
    return canvas.texture("sign_\(variant)", wrap: .clamp)
  }
}
