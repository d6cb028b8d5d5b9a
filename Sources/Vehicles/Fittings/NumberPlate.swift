import Assets
import Imaging
import VectorMath
import WorldModel

/// A number plate with a made-up number: no real registration is copied.
package struct NumberPlate: Sendable {
  /// How plates look: white with a blue band that names no country, blue with white characters that name no
  /// province, green for electric cars, yellow for lorries and buses.
  package enum Scheme: String, Sendable, CaseIterable { case european, blue, green, yellow }

  package var variant: UInt64
  package var scheme: Scheme

  package init(variant: UInt64, scheme: Scheme = .european) {
    self.variant = variant
    self.scheme = scheme
  }

  private static let letters = Array("ABCDEFHKLMNPRSTUVXYZ")

  /// Metres: 520 × 110 mm (ISO 7591), or 440 × 140 mm (GA 36).
  private var size: Vector2 { scheme == .european ? Vector2(0.52, 0.11) : Vector2(0.44, 0.14) }

  /// E.g. `KR 4827 T`: longer than any European scheme that starts so; or `A 4827K`, of an unnamed province.
  package var text: String {
    let chance = AssetVariation(seed: variant)
    func letter(_ i: Int) -> Character {
      Self.letters[chance.choice("plate letter", i, of: Self.letters.count)]
    }
    func digits(_ n: Int) -> String {
      (0..<n).map { String(chance.choice("plate digit", $0, of: 10)) }.joined()
    }
    guard scheme == .european else { return "\(letter(0)) \(digits(4))\(letter(1))" }
    return "\(letter(0))\(letter(1)) \(digits(4)) \(letter(2))"
  }

  private var texture: Texture {
    let ground: Colour
    let ink: Colour
    switch scheme {
    case .european: (ground, ink) = (Colour(0xf3f3ee), Colour(0x16181c))
    case .blue: (ground, ink) = (Colour(0x1f4fb0), Colour(0xf2f3f2))
    case .green: (ground, ink) = (Colour(0x9fd8b4), Colour(0x16181c))
    case .yellow: (ground, ink) = (Colour(0xe8b422), Colour(0x16181c))
    }
    var canvas = TextureCanvas(
      width: 256, height: scheme == .european ? 54 : 82, fill: scheme == .european ? Colour(0x1c1c1c) : ink)
    canvas.fillRectangle(Vector2(0.008, 0.04), Vector2(0.992, 0.96), ground)
    if scheme == .european {
      canvas.fillRectangle(Vector2(0.008, 0.04), Vector2(0.08, 0.96), Colour(0x27408b))
    }
    canvas.write(
      text, center: Vector2(scheme == .european ? 0.54 : 0.5, 0.5), height: 0.66, weight: 0.16, aspect: 0.5,
      spacing: 0.32, ink)
    return canvas.texture("number_plate_\(variant)_\(scheme)", wrap: .clamp)
  }

  /// Adds the plate in its holder; `at` is the middle of its face.
  func add(to asset: inout AssetBuilder, at: Vector3, isFront: Bool, node: Int = 0) {
    let f: Double = isFront ? 1 : -1
    let half = size / 2
    let plate = asset.material(
      Material(name: "number_plate", baseColorTexture: texture, roughness: 0.4))
    func corner(_ u: Double, _ v: Double, _ depth: Double) -> Vector3 {
      Vector3(at.x - f * depth, at.y + f * (u - 0.5) * 2 * half.x, at.z + half.y - v * 2 * half.y)
    }
    asset.add(
      .slab(columns: 1, rows: 1, front: { corner($0, $1, 0) }, back: { corner($0, $1, 0.006) }),
      material: plate,
      part: "plate", node: node)
    asset.add(
      .box(
        size: Vector3(0.05, size.x + 0.014, size.y + 0.014), center: at - Vector3(f * 0.027, 0, 0),
        bevel: 0.003),
      material: asset.material(VehicleMaterials.trim), node: node)
  }
}
