import Assets
import Imaging
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A small frame that stands on furniture, leaning back on its strut, with a picture to +x.
package struct PhotoFrame: FurnitureAsset {
  package static let assetName = "photo_frame"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "photo_frame", mainPart: "frame")
    let v = look.variation
    let motifs: [Painting] = [.mountains, .sea, .hills, .birches, .vase, .petals, .dunes, .skyline]
    let texture = motifs[v.choice("motif", of: motifs.count)].texture(v.choice("version", of: 4))
    let photo = asset.material(Material(name: texture.name, baseColorTexture: texture, roughness: 0.2))
    let isUpright = v.unit("upright") < 0.5
    let (a, b) = (v.number("long", in: 0.17...0.25), v.number("short", in: 0.13...0.18))
    let frame = FramedPicture(
      width: isUpright ? b : a, height: isUpright ? a : b, rail: 0.014, depth: 0.014,
      mat: v.unit("mat") < 0.5 ? 0.018 : 0)
    let rails = asset.material(
      [
        IndoorMaterial.wood(look.palette.darkWood), IndoorMaterial.metal(look.palette.metal),
        IndoorMaterial.lacquer(Colour(0xf0eee8)), IndoorMaterial.lacquer(Colour(0x232324)),
      ][v.choice("frame", of: 4)],
      tile: 1)
    let paper = frame.mat > 0 ? asset.material(IndoorMaterial.paper(Colour(0xf4f2ea))) : nil
    let lean = Quaternion(axis: Vector3(0, 1, 0), angle: -0.2)
    let h = frame.height / 2
    // The middle between its lower edge and the foot of the strut is over the origin.
    let forward = h * 0.42
    frame.add(to: &asset, frame: rails, mat: paper, picture: photo) {
      $0.translated(0, 0, h).rotated(lean).translated(forward, 0, 0)
    }
    let (s, c) = DeterministicMath.sincos(0.2)
    asset.add(
      .bar(
        [Vector3(-s * h * 1.3, 0, c * h * 1.3), Vector3(-h * 0.85, 0, 0.004)],
        section: [Vector2(-0.02, 0), Vector2(0.02, 0), Vector2(0.02, 0.003), Vector2(-0.02, 0.003)]
      ).levelled.translated(forward, 0, 0), material: rails, part: "strut")
    return asset.asset()
  }
}
