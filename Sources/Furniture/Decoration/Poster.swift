import Assets
import Imaging
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A print hung from two wooden slats by a cord, or stuck to the wall, the origin behind its middle.
package struct Poster: FurnitureAsset {
  package static let assetName = "poster"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "poster", mainPart: "sheet")
    asset.fittings.mount = .wall
    let v = look.variation
    let motifs: [Painting] = [.discs, .arches, .leaves, .moon, .grid, .skyline, .fern, .strokes]
    let texture = motifs[v.choice("motif", of: motifs.count)].texture(v.choice("version", of: 4))
    let print = asset.material(
      Material(name: texture.name, baseColorTexture: texture, roughness: 0.7))
    let paper = asset.material(IndoorMaterial.paper(Colour(0xf5f2ea)))
    let h = v.number("height", in: 0.55...0.9)
    let w = h * 0.7
    let hasSlats = v.unit("slats") < 0.5
    /// Paper that has been rolled bends away from the wall at its ends.
    func bulge(_ t: Double) -> Double {
      let k = 2 * t - 1
      return (hasSlats ? 0.008 : 0.002) + (hasSlats ? 0.004 : 0.006) * k * k * k * k
    }
    var sheet = MeshBuilder.slab(
      columns: 4, rows: 12,
      front: { u, t in Vector3(bulge(t) + 0.0006, w * (u - 0.5), h * (0.5 - t)) },
      back: { u, t in Vector3(bulge(t), w * (u - 0.5), h * (0.5 - t)) })
    sheet.setUVs { Vector2(0.5 + $0.y / w, 0.5 - $0.z / h) }
    asset.add(sheet, material: paper)
    // The print leaves a margin.
    let m = w * 0.07
    var face = MeshBuilder.slab(
      columns: 4, rows: 12,
      front: { u, t in
        Vector3(bulge((t * (h - 2 * m) + m) / h) + 0.0012, (w - 2 * m) * (u - 0.5), (h - 2 * m) * (0.5 - t))
      },
      back: { u, t in
        Vector3(bulge((t * (h - 2 * m) + m) / h) + 0.0003, (w - 2 * m) * (u - 0.5), (h - 2 * m) * (0.5 - t))
      })
    face.setUVs { Vector2(0.5 + $0.y / (w - 2 * m), 0.5 - $0.z / (h - 2 * m)) }
    asset.add(face, material: print, part: "print")
    if hasSlats {
      let wood = asset.material(IndoorMaterial.wood(look.palette.wood), tile: 1)
      for z in [-1.0, 1] {
        asset.add(
          .board(
            from: Vector3(0, -w / 2 - 0.006, z * h / 2 - 0.012),
            to: Vector3(0.02, w / 2 + 0.006, z * h / 2 + 0.012), grain: 1),
          material: wood, part: "slat")
      }
      let cord = asset.material(IndoorMaterial.fabric(Colour(0x6a5a48)), tile: 0.5)
      asset.add(
        .tube(
          [
            Vector3(0.004, -w * 0.42, h / 2 + 0.01), Vector3(0.004, 0, h / 2 + 0.14),
            Vector3(0.004, w * 0.42, h / 2 + 0.01),
          ],
          radius: 0.0015, sides: 6), material: cord, part: "cord")
    } else {
      // Strips of tape at the corners.
      let tape = asset.material(IndoorMaterial.paper(look.palette.accent(0)))
      for (y, z) in [(-1.0, 1.0), (1, 1), (-1, -1), (1, -1)] {
        asset.add(
          MeshBuilder.box(size: Vector3(0.001, 0.05, 0.016)).rotated(
            Quaternion(axis: Vector3(1, 0, 0), angle: y * z * 0.6)
          )
          .translated(0.0095, y * (w / 2 - 0.012), z * (h / 2 - 0.012)), material: tape, part: "tape")
      }
      asset.add(
        .box(from: Vector3(0, -0.02, -0.02), to: Vector3(0.002, 0.02, 0.02)), material: tape, part: "tape")
    }
    return asset.asset()
  }
}
