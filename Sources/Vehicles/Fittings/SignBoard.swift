import Assets
import Imaging
import VectorMath
import WorldModel

/// Words on a vehicle: a bus's destination, a livery's letters. Capitals and digits, made up.
struct SignBoard {
  var text: String
  /// Shines of itself: amber on black.
  var isLit = false
  var ink = Colour(0x16181c)
  var ground = Colour(0xf0f0ec)
  private static let places = [
    "HARBOUR", "CENTRAL", "NORTH PARK", "UNIVERSITY", "STATION", "OLD MARKET", "LAKE SIDE", "HOSPITAL",
  ]

  static func destination(_ variant: UInt64) -> String {
    places[AssetVariation(seed: variant).choice("destination", of: places.count)]
  }

  private func texture(aspect: Double) -> Texture {
    let height = 40
    let width = max(40, min(480, Int((Double(height) * aspect).rounded())))
    var canvas = TextureCanvas(width: width, height: height, fill: isLit ? Colour(0x0a0a0a) : ground)
    let n = Double(max(1, text.count))
    let most = aspect * 0.92 / n / 0.72
    canvas.write(
      text, center: Vector2(0.5, 0.5), height: min(0.66, most), weight: 0.16, aspect: 0.55, spacing: 0.3,
      isLit ? Colour(0xffa424) : ink)
    return canvas.texture("sign_\(text)_\(ink.hex)_\(ground.hex)_\(isLit)", wrap: .clamp)
  }

  /// Lays the board on a face; `center` in the coordinates of the side, `size` in metres.
  func add(
    to asset: inout AssetBuilder, probe: SurfaceProbe, side: SurfaceProbe.Side, center: Vector2,
    size: Vector2,
    mirrored: Bool = false, part: String? = "sign", proud: Double = 0.006, node: Int = 0,
    offset: Double = 0, turned: Quaternion = .identity
  ) {
    let texture = texture(aspect: size.x / size.y)
    let name = "sign_\(text)_\(size.x)_\(size.y)"
    let material = asset.material(
      Material(
        name: name, baseColorTexture: texture, roughness: 0.35,
        emissive: isLit ? Vector3f(0.9, 0.9, 0.9) : .zero,
        emissiveTexture: isLit ? texture : nil))
    // u runs to the right as one looks at the face.
    let right: Double = side == .front ? 1 : side == .rear ? -1 : side == .left ? -1 : 1
    let n = 8
    let us = (0...n).map { (Double($0) / Double(n) - 0.5) * size.x * right }
    let h = size.y / 2
    let shape = probe.plate(
      side, upper: us.map { center + Vector2($0, h) }, lower: us.map { center + Vector2($0, -h) }, rows: 5,
      proud: proud
    ).translated(-offset, 0, 0).rotated(turned)
    guard mirrored else {
      asset.add(shape, material: material, part: part, node: node)
      return
    }
    // On the other side the words must still run to the right.
    var other = shape.mirrored
    other.mapUVs { Vector2(1 - $0.x, $0.y) }
    asset.add(other, material: material, part: part, node: node)
  }
}
