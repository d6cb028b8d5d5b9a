package import Imaging
import VectorMath
package import WorldModel

/// Number plates with made-up numbers: no real registration is copied. 520 × 110 mm.
package enum NumberPlate {
  private static let letters = Array("ABCDEFHKLMNPRSTUVXYZ")

  /// The text that a variant shows, e.g. `KR 4827`. Two letters, a gap, two letters and three digits: longer
  /// than any European scheme that starts so.
  package static func text(variant: UInt64) -> String {
    let chance = AssetVariation(seed: variant)
    var out = ""
    for i in 0..<2 { out.append(letters[chance.choice("plate letter", i, of: letters.count)]) }
    out += " "
    for i in 0..<4 { out += String(chance.choice("plate digit", i, of: 10)) }
    out += " "
    out.append(letters[chance.choice("plate last letter", of: letters.count)])
    return out
  }

  package static func texture(variant: UInt64) -> Texture {
    var canvas = TextureCanvas(width: 384, height: 80, fill: Colour(0x1c1c1c))
    canvas.fillRectangle(Vector2(0.008, 0.04), Vector2(0.992, 0.96), Colour(0xf3f3ee))
    canvas.fillRectangle(Vector2(0.008, 0.04), Vector2(0.075, 0.96), Colour(0x27408b))
    for k in 0..<12 {
      let (s, c) = DeterministicMath.sincos(Double.pi * Double(k) / 6)
      canvas.fillDisc(
        Vector2(0.0415 + 0.018 * c, 0.34 + 0.018 * 384 / 80 * s), radius: 0.018, Colour(0xf0d24a))
    }
    canvas.write(
      text(variant: variant), center: Vector2(0.535, 0.5), height: 0.66, weight: 0.16, aspect: 0.5,
      spacing: 0.32,
      Colour(0x16181c))
    return canvas.texture("number_plate_\(variant)", wrap: .clamp)
  }

  package static func material(variant: UInt64) -> Material {
    Material(name: "number_plate", baseColorTexture: texture(variant: variant), roughness: 0.4)
  }
}
