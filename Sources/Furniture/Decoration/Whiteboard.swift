import Assets
import Imaging
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A board to write on, in an aluminium frame with a tray for pens; the origin is behind its middle.
package struct Whiteboard: FurnitureAsset {
  package static let assetName = "whiteboard"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "whiteboard", mainPart: "frame")
    asset.fittings.mount = .wall
    let v = look.variation
    let (w, h) = (v.number("width", in: 0.6...1.2), v.number("height", in: 0.45...0.8))
    let texture = Self.notes(v.choice("notes", of: 3))
    let board = asset.material(Material(name: texture.name, baseColorTexture: texture, roughness: 0.2))
    let metal = asset.material(IndoorMaterial.metal(.steel))
    FramedPicture(width: w, height: h, rail: 0.016, depth: 0.02, mat: 0).add(
      to: &asset, frame: metal, mat: nil, picture: board)
    asset.add(
      .bar(
        [Vector3(0.02, -w * 0.3, -h / 2 + 0.008), Vector3(0.02, w * 0.3, -h / 2 + 0.008)],
        section: [
          Vector2(0, 0), Vector2(0, -0.002), Vector2(-0.055, -0.002), Vector2(-0.055, 0.01),
          Vector2(-0.053, 0.01), Vector2(-0.053, 0),
        ]),
      material: metal, part: "tray")
    for (i, tone) in [Colour(0xb5322a), Colour(0x1f4a8a), Colour(0x222224)].enumerated() {
      let ink = asset.material(IndoorMaterial.plastic(tone))
      let y = -w * 0.22 + 0.15 * Double(i)
      asset.add(
        .cylinder(
          from: Vector3(0.045, y, -h / 2 + 0.0175), to: Vector3(0.047, y + 0.12, -h / 2 + 0.0175),
          radius: 0.0085, sides: 10), material: ink,
        part: "pen")
    }
    return asset.asset()
  }

  private static func notes(_ design: Int) -> Texture {
    let name = "whiteboard_\(design)"
    return IndoorTexture.painted.texture(name) {
      var canvas = TextureCanvas(width: 384, height: 256, fill: Colour(0xf5f6f6))
      let chance = AssetVariation(seed: UInt64(design) &+ 40)
      let inks = [Colour(0x2a4a8a), Colour(0xa83a34), Colour(0x2c2c2e)]
      for row in 0..<(design == 0 ? 0 : 5) {
        let y = 0.16 + 0.11 * Double(row)
        var x = 0.08
        canvas.stroke(
          [Vector2(x, y - 0.012), Vector2(x + 0.02, y + 0.012), Vector2(x + 0.035, y - 0.03)], width: 0.008,
          inks[1])
        x += 0.06
        // Words as running scribble.
        while x < 0.5 {
          let w = chance.number("word", row * 8 + Int(x * 20), in: 0.04...0.11)
          canvas.stroke(
            (0...14).map {
              Vector2(
                x + w * Double($0) / 14, y + ($0 % 2 == 0 ? 0.014 : -0.014) * chance.unit("up", row * 99 + $0)
              )
            }, width: 0.008,
            inks[row % 2 == 0 ? 0 : 2])
          x += w + 0.025
        }
      }
      if design == 2 {
        let (a, b, c) = (Vector2(0.66, 0.3), Vector2(0.86, 0.3), Vector2(0.76, 0.66))
        for p in [a, b, c] {
          canvas.stroke(
            [
              p + Vector2(-0.06, -0.07), p + Vector2(0.06, -0.07), p + Vector2(0.06, 0.07),
              p + Vector2(-0.06, 0.07), p + Vector2(-0.06, -0.07),
            ], width: 0.008, inks[0])
        }
        canvas.stroke([a + Vector2(0.06, 0), b - Vector2(0.06, 0)], width: 0.008, inks[1])
        canvas.stroke([a + Vector2(0, 0.07), c - Vector2(0.03, 0.07)], width: 0.008, inks[1])
      }
      return canvas.texture(name, wrap: .clamp)
    }
  }
}
