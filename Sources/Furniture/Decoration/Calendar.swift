import Assets
import Imaging
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A wall calendar: a picture above the days of a month, on a spiral, the origin behind its middle.
package struct Calendar: FurnitureAsset {
  package static let assetName = "calendar"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "calendar", mainPart: "sheet")
    asset.fittings.mount = .wall
    let v = look.variation
    let (w, h) = (0.3, 0.21)
    let motifs: [Painting] = [.mountains, .sea, .hills, .dunes]
    let picture = motifs[v.choice("motif", of: motifs.count)].texture(v.choice("version", of: 4))
    let month = Self.month(v.choice("first", of: 7))
    for (texture, z) in [(picture, h / 2), (month, -h / 2)] {
      let m = asset.material(Material(name: texture.name, baseColorTexture: texture, roughness: 0.6))
      // The lower sheets curl a little.
      func x(_ t: Double) -> Double { 0.006 + (z < 0 ? 0.012 * t * t : 0) }
      var sheet = MeshBuilder.slab(
        columns: 2, rows: 6,
        front: { u, t in Vector3(x(t) + 0.002, w * (u - 0.5), z + (h - 0.006) * (0.5 - t)) },
        back: { u, t in Vector3(z > 0 ? 0 : x(t), w * (u - 0.5), z + (h - 0.006) * (0.5 - t)) })
      sheet.setUVs { Vector2(0.5 + $0.y / w, 0.5 - ($0.z - z) / h) }
      asset.add(sheet, material: m)
    }
    let wire = asset.material(IndoorMaterial.metal(.steel))
    for i in 0..<26 {
      let y = w * (Double(i) / 25 - 0.5) * 0.94
      asset.add(
        MeshBuilder.torus(radius: 0.006, tube: 0.0007, sides: 10, rings: 5).rotated(
          Quaternion(axis: Vector3(1, 0, 0), angle: .pi / 2)
        )
        .translated(0.0068, y, 0), material: wire, part: "spiral")
    }
    return asset.asset()
  }

  private static func month(_ first: Int) -> Texture {
    let name = "calendar_\(first)"
    return IndoorTexture.painted.texture(name) {
      var canvas = TextureCanvas(width: 360, height: 252, fill: Colour(0xfaf9f5))
      canvas.fillRectangle(Vector2(0, 0), Vector2(1, 0.15), Colour(0xb5463a))
      canvas.write(
        ["MAY", "JUNE", "JULY", "APRIL", "MARCH", "OCTOBER", "JANUARY"][first], center: Vector2(0.5, 0.075),
        height: 0.08, weight: 0.17, Colour(0xffffff))
      for day in 0..<31 {
        let cell = day + first
        let p = Vector2(0.08 + 0.14 * Double(cell % 7), 0.25 + 0.125 * Double(cell / 7))
        canvas.write(
          String(day + 1), center: p, height: 0.055, weight: 0.16,
          cell % 7 == 6 ? Colour(0xb5463a) : Colour(0x2b2b2d))
      }
      return canvas.texture(name, wrap: .clamp)
    }
  }
}
