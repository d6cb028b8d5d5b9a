import Assets
import Imaging
import InteriorSurfaces
package import VectorMath
package import WorldModel

/// A framed picture on a wall, the origin behind its middle.
package struct Picture: FurnitureAsset {
  package static let assetName = "picture"
  /// Of the painted sheet, m².
  package private(set) var area: Double
  /// Which one of a series: they share motif, frame and size.
  package var number = 0
  private let look: Look

  package init(_ look: Look) {
    area = look.variation.number("area", in: 0.09...0.42)
    self.look = look
  }

  private var motif: Painting {
    let motifs = Painting.suiting(look.style)
    return motifs[look.variation.choice("motif", of: motifs.count)]
  }

  /// Paintings on canvas have no mat.
  private var mat: Double {
    look.variation.unit("mat") < 0.6 ? look.variation.number("mat width", in: 0.035...0.075) : 0
  }

  private var rail: Double {
    look.variation.number("rail", in: look.style == .classic ? 0.035...0.06 : 0.012...0.024)
  }

  /// With its frame: width and height, metres.
  package var size: Vector2 {
    let height = (area / motif.aspect).squareRoot()
    return Vector2(height * motif.aspect, height) + 2 * (rail + mat)
  }

  /// Makes it as large as a width and a height (metres, with the frame) admit.
  package mutating func fit(_ room: Vector2) {
    let sheet = room - 2 * (rail + mat)
    let height = max(0.08, min(sheet.x / motif.aspect, sheet.y))
    area = height * height * motif.aspect
  }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "picture", mainPart: "frame")
    asset.fittings.mount = .wall
    let v = look.variation
    let texture = motif.texture(v.choice("version", of: Painting.versions) + number)
    let picture = asset.material(
      Material(name: texture.name, baseColorTexture: texture, roughness: v.unit("glass") < 0.4 ? 0.25 : 0.8))
    let frame = FramedPicture(
      width: size.x, height: size.y, rail: rail, depth: look.style == .classic ? 0.032 : 0.024, mat: mat)
    let rails = asset.material(railMaterial, tile: IndoorMaterial.woodTile)
    let paper = mat > 0 ? asset.material(IndoorMaterial.paper(Colour(0xf4f2ea))) : nil
    frame.add(to: &asset, frame: rails, mat: paper, picture: picture)
    return asset.asset()
  }

  private var railMaterial: Material {
    switch look.variation.choice("frame", of: 4) {
    case 0: IndoorMaterial.wood(look.palette.wood)
    case 1: IndoorMaterial.lacquer(Colour(0x1e1e1f), roughness: 0.4)
    case 2: look.style == .classic ? IndoorMaterial.metal(.brass) : IndoorMaterial.lacquer(Colour(0xf0eee8))
    default:
      look.style == .classic || look.style == .modern
        ? IndoorMaterial.metal(.brass) : IndoorMaterial.wood(look.palette.darkWood)
    }
  }
}
