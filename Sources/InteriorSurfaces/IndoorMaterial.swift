package import Assets
import VectorMath
package import WorldModel

/// Materials of things indoors, by colour. Each name says kind and colour, so that things of one colour share one.
package enum IndoorMaterial {
  /// Metres that one repeat of the wood grain spans: the `tile` to give the builder.
  package static let woodTile = 1.0
  /// Metres that one repeat of the weave spans.
  package static let fabricTile = 0.5
  /// Metres that one repeat of hide spans.
  package static let leatherTile = 0.5

  /// Oiled or varnished wood, the grain along u, its figure after its colour.
  package static func wood(_ colour: Colour, roughness: Float = 0.5) -> Material {
    var wood = wood(WoodFigure(suiting: colour), colour, roughness: roughness)
    wood.name = "wood_\(colour.hex)"
    return wood
  }

  package static func lacquer(_ colour: Colour, roughness: Float = 0.35) -> Material {
    Material(name: "lacquer_\(colour.hex)", baseColor: colour.linear, roughness: roughness)
  }

  /// Woven upholstery.
  package static func fabric(_ colour: Colour) -> Material {
    var fabric = cloth(.plain, colour)
    fabric.name = "fabric_\(colour.hex)"
    return fabric
  }

  /// Grained hide.
  package static func leather(_ colour: Colour) -> Material {
    Material(
      name: "leather_\(colour.hex)", baseColor: IndoorTexture.tint(colour, over: IndoorTexture.leather),
      baseColorTexture: IndoorTexture.leather, roughness: 1,
      metallicRoughnessTexture: IndoorTexture.leatherRoughness, normalTexture: IndoorTexture.leatherNormals)
  }

  package static func plastic(_ colour: Colour, roughness: Float = 0.4) -> Material {
    Material(name: "plastic_\(colour.hex)", baseColor: colour.linear, roughness: roughness)
  }

  package static func ceramic(_ colour: Colour = Colour(0xf4f3ef)) -> Material {
    Material(name: "ceramic_\(colour.hex)", baseColor: colour.linear, roughness: 0.12)
  }

  package static func paper(_ colour: Colour) -> Material {
    Material(name: "paper_\(colour.hex)", baseColor: colour.linear, roughness: 0.9)
  }

  package static func metal(_ finish: Palette.MetalFinish) -> Material {
    let (colour, metallic, roughness): (Colour, Float, Float) =
      switch finish {
      case .steel: (Colour(0xb9bbbc), 1, 0.35)
      case .chrome: (Colour(0xd5d7d8), 1, 0.1)
      case .brass: (Colour(0xc9a35a), 1, 0.28)
      case .blackened: (Colour(0x26282a), 0.4, 0.5)
      case .copper: (Colour(0xb8734e), 1, 0.3)
      case .white: (Colour(0xeeeeec), 0, 0.4)
      }
    return Material(
      name: "metal_\(finish.rawValue)", baseColor: colour.linear, metallic: metallic, roughness: roughness)
  }

  /// Clear glass: blended, counted as solid nowhere (alpha below one half).
  package static func glass(_ colour: Colour = Colour(0xe4eeec), alpha: Float = 0.22) -> Material {
    var base = colour.linear
    base.w = alpha
    return Material(
      name: "glass_\(colour.hex)", baseColor: base, roughness: 0.05, alpha: .blend)
  }

  /// A silvered mirror.
  package static let mirror = Material(
    name: "mirror", baseColor: Colour(0xf2f4f4).linear, metallic: 1, roughness: 0.02)

  /// What glows when a lamp is on (see `Asset.Emitter`): a shade, a bulb, a screen.
  package static func glow(_ colour: Colour, _ name: String = "glow") -> Material {
    Material(name: "\(name)_\(colour.hex)", baseColor: colour.linear, roughness: 0.85)
  }
}
