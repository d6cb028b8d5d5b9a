package import Assets
import Imaging
import VectorMath
package import WorldModel

/// A number plate with a made-up number: no real registration is copied.
package struct NumberPlate: Sendable {
  /// How plates look: white with a blue band that names no country, blue with white characters that name no
  /// province, green for electric cars, yellow for lorries and buses; white in two lines behind motorcycles.
  package enum Scheme: String, Sendable, CaseIterable { case european, blue, green, yellow, motorcycle }

  package var variant: UInt64
  package var scheme: Scheme

  package init(variant: UInt64, scheme: Scheme = .european) {
    self.variant = variant
    self.scheme = scheme
  }

  private static let letters = Array("ABCDEFHKLMNPRSTUVXYZ")

  /// Metres: 520 × 110 mm (ISO 7591), 440 × 140 mm (GA 36), or 180 × 130 mm.
  private var size: Vector2 {
    switch scheme {
    case .european: Vector2(0.52, 0.11)
    case .motorcycle: Vector2(0.18, 0.13)
    case .blue, .green, .yellow: Vector2(0.44, 0.14)
    }
  }

  /// What stands on it, a string a line.
  private var lines: [String] {
    let chance = AssetVariation(seed: variant)
    func letter(_ i: Int) -> Character {
      Self.letters[chance.choice("plate letter", i, of: Self.letters.count)]
    }
    func digits(_ n: Int) -> String {
      (0..<n).map { String(chance.choice("plate digit", $0, of: 10)) }.joined()
    }
    switch scheme {
    case .european: return ["\(letter(0))\(letter(1)) \(digits(4)) \(letter(2))"]
    case .motorcycle: return ["\(letter(0))\(letter(1))", "\(digits(4)) \(letter(2))"]
    case .blue, .green, .yellow: return ["\(letter(0)) \(digits(4))\(letter(1))"]
    }
  }

  /// E.g. `KR 4827 T`: longer than any European scheme that starts so; or `A 4827K`, of an unnamed province.
  package var text: String { lines.joined(separator: " ") }

  /// What every vehicle's plate is called in its asset, so that a world can give each its own.
  package static func scheme(of material: Material) -> Scheme? {
    guard material.name.hasPrefix(prefix) else { return nil }
    return Scheme(rawValue: String(material.name.dropFirst(prefix.count)))
  }

  private static let prefix = "number_plate_"

  /// The sheet with its characters.
  package var material: Material {
    Material(name: Self.prefix + scheme.rawValue, baseColorTexture: texture, roughness: 0.4)
  }

  private var texture: Texture {
    let form = PlateForm.of(scheme)
    return Texture(
      name: "number_plate_\(variant)_\(scheme)", width: form.width, height: form.height,
      texels: form.texels(lines), wrap: (.clamp, .clamp))
  }

  /// Adds the plate in its holder; `at` is the middle of its face.
  func add(to asset: inout AssetBuilder, at: Vector3, isFront: Bool, node: Int = 0) {
    let f: Double = isFront ? 1 : -1
    let half = size / 2
    let plate = asset.material(material)
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
