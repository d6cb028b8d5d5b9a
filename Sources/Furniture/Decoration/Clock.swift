import Assets
import Imaging
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A round clock on a wall, the origin behind its middle, its hands at a time of its own.
package struct Clock: FurnitureAsset {
  package static let assetName = "clock"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "clock", mainPart: "case")
    asset.fittings.mount = .wall
    let v = look.variation
    let r = v.number("radius", in: 0.13...0.2)
    let isDark = v.unit("dark") < 0.3
    let rims = [
      IndoorMaterial.metal(look.palette.metal), IndoorMaterial.wood(look.palette.wood),
      IndoorMaterial.lacquer(Colour(0x202022)),
    ]
    let rim = asset.material(rims[v.choice("rim", of: rims.count)], tile: 1)
    let toWall = Quaternion(axis: Vector3(0, 1, 0), angle: .pi / 2)
    asset.add(
      MeshBuilder.lathe(
        [
          Vector2(0, 0), Vector2(r, 0), Vector2(r + 0.004, 0.006), Vector2(r + 0.004, 0.032),
          Vector2(r, 0.038),
          Vector2(r - 0.008, 0.038), Vector2(r - 0.011, 0.024), Vector2(0, 0.024),
        ], sides: 56
      ).rotated(toWall), material: rim)
    let texture = Self.dial(v.choice("dial", of: 3), isDark)
    let face = asset.material(Material(name: texture.name, baseColorTexture: texture, roughness: 0.5))
    let q = r - 0.0115
    var dial = MeshBuilder.cylinder(
      from: Vector3(0.0241, 0, 0), to: Vector3(0.026, 0, 0), radius: q, sides: 56)
    dial.setUVs { Vector2(0.5 + $0.y / (2 * q), 0.5 - $0.z / (2 * q)) }
    asset.add(dial, material: face, part: "dial")
    let ink = asset.material(IndoorMaterial.lacquer(isDark ? Colour(0xf0ede4) : Colour(0x1c1c1e)))
    let minutes = v.number("time", in: 0...720)
    func hand(_ turn: Double, _ length: Double, _ half: Double, _ x: Double) -> MeshBuilder {
      MeshBuilder.extrusion(
        [
          Vector2(-half, -0.16 * length), Vector2(half, -0.16 * length), Vector2(half * 0.6, length),
          Vector2(-half * 0.6, length),
        ],
        bottom: 0, top: 0.0015
      ).transformed(
        AffineTransform(
          linear: Matrix3(columns: Vector3(0, 1, 0), Vector3(0, 0, 1), Vector3(1, 0, 0)),
          translation: Vector3(x, 0, 0))
      )
      // Clockwise for who looks along −x.
      .rotated(Quaternion(axis: Vector3(1, 0, 0), angle: -turn))
    }
    let full = 2 * Double.pi
    asset.add(hand(full * minutes / 720, q * 0.52, 0.005, 0.028), material: ink, part: "hand")
    asset.add(
      hand(full * (minutes / 60).truncatingRemainder(dividingBy: 1), q * 0.8, 0.0038, 0.0305), material: ink,
      part: "hand")
    asset.add(
      .cylinder(from: Vector3(0.025, 0, 0), to: Vector3(0.034, 0, 0), radius: 0.007, sides: 14),
      material: ink, part: "hand")
    return asset.asset()
  }

  private static func dial(_ design: Int, _ isDark: Bool) -> Texture {
    let name = "dial_\(design)_\(isDark ? "dark" : "light")"
    return IndoorTexture.painted.texture(name) {
      let (ground, ink) = isDark ? (Colour(0x25272a), Colour(0xf0ede4)) : (Colour(0xf6f4ee), Colour(0x222224))
      var canvas = TextureCanvas(width: 256, height: 256, fill: ground)
      let c = Vector2(0.5, 0.5)
      for i in 0..<60 {
        let isHour = i % 5 == 0
        if design == 2 && !isHour { continue }
        let (s, k) = DeterministicMath.sincos(2 * .pi * Double(i) / 60)
        let way = Vector2(s, -k)
        canvas.stroke(
          [c + way * (isHour ? (design == 1 ? 0.4 : 0.37) : 0.43), c + way * 0.46],
          width: isHour ? (design == 2 ? 0.022 : 0.014) : 0.005, ink)
      }
      if design == 1 {
        for h in 1...12 {
          let (s, k) = DeterministicMath.sincos(2 * .pi * Double(h) / 12)
          canvas.write(String(h), center: c + Vector2(s, -k) * 0.325, height: 0.085, weight: 0.16, ink)
        }
      }
      return canvas.texture(name, wrap: .clamp)
    }
  }
}
