package import Assets
package import Imaging
import VectorMath
package import WorldModel

extension IndoorMaterial {
  /// Metres that one repeat of the tiles of a splashback or a shower spans.
  package static let glazedTile = 0.6

  /// Glazed tiles with joints: 75 × 150 mm in half bond.
  package static func glazedTiles(_ colour: Colour) -> Material {
    Material(
      name: "tiles_\(colour.hex)", baseColor: colour.linear, baseColorTexture: ProceduralTexture.bondedTiles,
      roughness: 0.15)
  }

  /// Brushed stainless steel.
  package static let brushedSteel = Material(
    name: "stainless", baseColor: Colour(0xb4b6b8).linear, metallic: 1, roughness: 0.32)

  /// Glass with a dark ground: hobs, oven doors, screens that are off.
  package static let darkGlass = Material(
    name: "black_glass", baseColor: Colour(0x0b0c0e).linear, roughness: 0.06)

  /// Glossy enamelled sheet of white goods.
  package static func whiteGoods(_ colour: Colour = Colour(0xf0f0ee)) -> Material {
    Material(name: "enamel_\(colour.hex)", baseColor: colour.linear, roughness: 0.22)
  }

  package static func darkRubber(_ colour: Colour = Colour(0x1c1c1d)) -> Material {
    Material(name: "rubber_\(colour.hex)", baseColor: colour.linear, roughness: 0.85)
  }

  /// A screen: dark gloss when off; the scene lights its picture.
  package static func litScreen(_ texture: Texture) -> Material {
    Material(
      name: "screen_\(texture.name)", baseColor: Colour(0x0a0b0d).linear, roughness: 0.08,
      emissiveTexture: texture)
  }

  /// A picture printed on a surface.
  package static func printedPanel(_ texture: Texture, roughness: Float = 0.4) -> Material {
    Material(name: "print_\(texture.name)", baseColorTexture: texture, roughness: roughness)
  }
}
