import Assets
import Imaging
import InteriorSurfaces
package import VectorMath
package import WorldModel

/// A sofa cushion that leans back as it would on a sofa: its front to +x, its lower edge on the ground.
package struct Cushion: FurnitureAsset {
  package static let assetName = "cushion"
  /// Metres along y and up, when it stands upright.
  package var size: Vector2
  private let look: Look

  package init(_ look: Look) {
    let v = look.variation
    let side = v.number("side", in: 0.4...0.52)
    size = v.unit("oblong") < 0.25 ? Vector2(side * 1.25, side * 0.72) : Vector2(side, side)
    self.look = look
  }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "cushion", mainPart: "cover")
    let v = look.variation
    let weaves: [Weave] = [.linen, .velvet, .plain, .knit, .boucle, .corduroy]
    let weave = weaves[v.choice("weave", of: weaves.count)]
    let colour =
      v.unit("plain") < 0.25 ? look.palette.linen : look.palette.accent(v.choice("colour", of: 3))
    let height = v.number("height", in: 0.13...0.18)
    let lean = Quaternion(axis: Vector3(0, 1, 0), angle: .pi / 2 - v.number("lean", in: 0.2...0.4))
    func placed(_ b: MeshBuilder) -> MeshBuilder {
      // Lying face up, its top edge towards −x; then raised.
      b.rotated(lean)
    }
    var body = MeshBuilder.filled(
      Vector2(size.y, size.x), height, weave == .velvet ? 0.006 : 0.004, v.seed)
    let hasPattern = v.unit("pattern") < 0.3
    if hasPattern { body.mapUVs { Vector2(0.5 - $0.y / size.y, (0.5 + $0.x / size.x)) } }
    let cloth =
      hasPattern
      ? asset.material(patterned(colour), tile: 1)
      : asset.material(IndoorMaterial.cloth(weave, colour), tile: IndoorMaterial.fabricTile)
    let low = placed(body).points.map(\.z).min() ?? 0
    let middle = placed(body).points.map(\.x)
    let shift = ((middle.min() ?? 0) + (middle.max() ?? 0)) / 2
    asset.add(placed(body).translated(-shift, 0, -low), material: cloth, crease: 1.2)
    if v.unit("piping") < 0.6 {
      let cord = asset.material(
        v.unit("contrast") < 0.4 ? IndoorMaterial.fabric(look.palette.linen) : IndoorMaterial.fabric(colour),
        tile: IndoorMaterial.fabricTile)
      var ring = placed(PillowShape.piping(size: Vector2(size.y, size.x), softness: 0.9, radius: 0.004))
        .translated(-shift, 0, -low)
      ring.displace { Vector3($0.x, $0.y, max(0, $0.z)) }
      asset.add(ring, material: cord, part: "piping")
    }
    return asset.asset()
  }

  private func patterned(_ colour: Colour) -> Material {
    let patterns: [RugPattern] = [.stripes, .kilim, .berber]
    let pattern = patterns[look.variation.choice("print", of: patterns.count)]
    let texture = pattern.texture(
      look.palette.linen, colour, [look.palette.accent(1), look.palette.upholstery])
    return Material(
      name: "cushion_" + texture.name, baseColorTexture: texture, roughness: 0.95,
      normalTexture: RugPattern.normals, normalScale: 0.5)
  }
}

extension MeshBuilder {
  fileprivate static func filled(
    _ size: Vector2, _ height: Double, _ wrinkles: Double, _ seed: UInt64
  ) -> MeshBuilder {
    PillowShape.filled(size: size, height: height, softness: 0.9, wrinkles: wrinkles, seed: seed)
  }
}
