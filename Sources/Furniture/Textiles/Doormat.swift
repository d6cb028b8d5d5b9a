import Assets
import Imaging
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A mat of coir before a door, its long side along y, with a bordered or striped face.
package struct Doormat: FurnitureAsset {
  package static let assetName = "doormat"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "doormat", mainPart: "mat")
    let v = look.variation
    let (d, w, h) = (v.number("depth", in: 0.4...0.5), v.number("width", in: 0.6...0.8), 0.016)
    let design = v.choice("design", of: 3)
    let texture = Self.texture(design)
    let coir = asset.material(Material(name: texture.name, baseColorTexture: texture, roughness: 1))
    var b = MeshBuilder.box(from: Vector3(-d / 2, -w / 2, 0), to: Vector3(d / 2, w / 2, h), bevel: 0.004)
    b.setUVs { Vector2(0.5 + $0.y / w, 0.5 + $0.x / d) }
    asset.add(b, material: coir)
    return asset.asset()
  }

  private static func texture(_ design: Int) -> Texture {
    let name = "doormat_\(design)"
    return IndoorTexture.painted.texture(name) {
      let (w, h) = (384, 256)
      let fibre = TextureField.noise(w, h, cells: (192, 128), seed: 0xb101)
      let fine = TextureField.grain(w, h, seed: 0xb102)
      return TextureField.texture(name, w, h) { x, y, i in
        let (u, v) = ((Float(x) + 0.5) / Float(w), (Float(y) + 0.5) / Float(h))
        let edge = min(min(u, 1 - u) * 1.5, min(v, 1 - v))
        let isDark =
          switch design {
          case 0: edge < 0.06 || (edge > 0.1 && edge < 0.12)
          case 1: fraction(u * 9) < 0.4
          default: edge < 0.04 || ((fraction(u * 12 + v * 8) - 0.5).magnitude < 0.09)
          }
        let c: SIMD3<Float> = isDark ? SIMD3(0.2, 0.17, 0.15) : SIMD3(0.6, 0.46, 0.3)
        return SIMD4(c * (0.95 + 0.11 * fibre[i] + 0.35 * fine[i]), 1)
      }
    }
  }
}
