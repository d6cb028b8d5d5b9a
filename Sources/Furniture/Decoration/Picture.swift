import Assets
import Imaging
import VectorMath
package import WorldModel

/// A framed picture on a wall, the origin behind its middle.
package struct Picture: FurnitureAsset {
  package static let assetName = "picture"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "picture", mainPart: "frame")
    asset.fittings.mount = .wall
    let v = look.variation
    let motifs = Painting.suiting(look.style)
    let motif = motifs[v.choice("motif", of: motifs.count)]
    let texture = motif.texture(v.choice("version", of: Painting.versions))
    let picture = asset.material(
      Material(name: texture.name, baseColorTexture: texture, roughness: v.unit("glass") < 0.4 ? 0.25 : 0.8))
    // Paintings on canvas have no mat.
    let hasMat = v.unit("mat") < 0.6
    let area = v.number("area", in: 0.09...0.42)
    let h = (area / motif.aspect).squareRoot()
    let mat = hasMat ? v.number("mat width", in: 0.035...0.075) : 0
    let rail =
      look.style == .classic ? v.number("rail", in: 0.035...0.06) : v.number("rail", in: 0.012...0.024)
    let frame = FramedPicture(
      width: h * motif.aspect + 2 * (rail + mat), height: h + 2 * (rail + mat), rail: rail,
      depth: look.style == .classic ? 0.032 : 0.024, mat: mat)
    let rails = asset.material(railMaterial, tile: IndoorMaterial.woodTile)
    let paper = hasMat ? asset.material(IndoorMaterial.paper(Colour(0xf4f2ea))) : nil
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
