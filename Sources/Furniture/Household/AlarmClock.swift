import Assets
import Imaging
import InteriorSurfaces
import VectorMath
package import WorldModel

/// An alarm clock that looks to +x: round with two bells, or a block with digits.
package struct AlarmClock: FurnitureAsset {
  package static let assetName = "alarm_clock"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "alarm_clock")
    let v = look.variation
    if v.unit("bells") < 0.6 {
      let colours = [look.palette.accent(0), Colour(0xf0efea), Colour(0x2a2c2f), Colour(0xb5352c)]
      let body = asset.material(IndoorMaterial.lacquer(colours[v.choice("colour", of: 4)], roughness: 0.2))
      let metal = asset.material(IndoorMaterial.metal(look.palette.metal == .brass ? .brass : .chrome))
      let dial = asset.material(Material(name: "clock_dial", baseColorTexture: Self.dial, roughness: 0.4))
      let (r, d, z) = (0.048, 0.042, 0.062)
      let facing = AffineTransform(
        linear: Quaternion(axis: Vector3(0, 1, 0), angle: Double.pi / 2).matrix, translation: Vector3(0, 0, z)
      )
      asset.add(
        MeshBuilder.lathe(
          Turned.softened(
            [
              Vector2(0, -d / 2 - 0.004), Vector2(r * 0.7, -d / 2 - 0.003), Vector2(r, -d / 2 + 0.006),
              Vector2(r, d / 2 - 0.004), Vector2(r - 0.001, d / 2), Vector2(r - 0.006, d / 2),
              Vector2(r - 0.007, d / 2 - 0.004), Vector2(0, d / 2 - 0.004),
            ], rounds: 1), sides: 32
        ).transformed(facing), material: body)
      var face = MeshBuilder.cylinder(
        from: Vector3(d / 2 - 0.005, 0, z), to: Vector3(d / 2 - 0.0035, 0, z), radius: r - 0.006, sides: 32)
      face.setUVs { Vector2(0.5 + $0.y / (2 * r), 0.5 - ($0.z - z) / (2 * r)) }
      asset.add(face, material: dial, part: "dial")
      for s in [-1.0, 1] {
        let tilt = AffineTransform(
          linear: Quaternion(axis: Vector3(1, 0, 0), angle: -s * 0.5).matrix, translation: Vector3(0, 0, z))
        asset.add(
          MeshBuilder.lathe(
            [
              Vector2(0, r + 0.024), Vector2(0.01, r + 0.0235), Vector2(0.018, r + 0.018),
              Vector2(0.022, r + 0.008), Vector2(0.0225, r + 0.006), Vector2(0, r + 0.007),
            ], sides: 20
          )
          .transformed(tilt), material: metal, part: "bell")
        asset.add(
          MeshBuilder.cylinder(
            from: Vector3(0, 0, r - 0.003), to: Vector3(0, 0, r + 0.008), radius: 0.003, sides: 8
          ).transformed(tilt), material: metal, part: "bell")
        asset.add(
          .cylinder(
            from: Vector3(0, s * 0.028, z - r * 0.72), to: Vector3(0.002, s * 0.038, 0.001), radius: 0.005,
            endRadius: 0.0035, sides: 10), material: metal, part: "foot")
      }
      let bow = (0...12).map { i -> Vector3 in
        let (s, c) = DeterministicMath.sincos(Double.pi * (0.1 + 0.8 * Double(i) / 12))
        return Vector3(0, 0.034 * c, z + r + 0.004 + 0.034 * s)
      }
      asset.add(.tube(bow, radius: 0.002, sides: 8), material: metal, part: "handle")
      return asset.asset()
    }
    let size = Vector3(0.055, v.number("w", in: 0.11...0.16), 0.065)
    let body = asset.material(
      v.unit("wood") < 0.55
        ? IndoorMaterial.wood(look.palette.wood) : IndoorMaterial.plastic(Colour(0x1c1d1f)),
      tile: IndoorMaterial.woodTile)
    let screen = asset.material(
      Material(name: "clock_digits", baseColorTexture: Self.digits, roughness: 0.15))
    asset.add(
      .box(
        from: Vector3(-size.x / 2, -size.y / 2, 0), to: Vector3(size.x / 2, size.y / 2, size.z), bevel: 0.004),
      material: body)
    let (w, h) = (size.y / 2 - 0.012, size.z / 2 - 0.012)
    asset.add(
      .slab(
        columns: 1, rows: 1,
        front: { u, t in Vector3(size.x / 2 + 0.0006, (2 * u - 1) * w, size.z / 2 + (1 - 2 * t) * h) },
        back: { u, t in Vector3(size.x / 2 - 0.002, (2 * u - 1) * w, size.z / 2 + (1 - 2 * t) * h) }),
      material: screen, part: "display")
    return asset.asset()
  }

  private static let dial: Texture = {
    var canvas = TextureCanvas(width: 128, height: 128, fill: Colour(0xf5f2e8))
    for k in 0..<12 {
      let (s, c) = DeterministicMath.sincos(Double.pi / 6 * Double(k))
      canvas.stroke(
        [
          Vector2(0.5 + 0.37 * s, 0.5 - 0.37 * c),
          Vector2(0.5 + (k % 3 == 0 ? 0.3 : 0.34) * s, 0.5 - (k % 3 == 0 ? 0.3 : 0.34) * c),
        ], width: k % 3 == 0 ? 0.03 : 0.016, Colour(0x222222))
    }
    canvas.stroke([Vector2(0.5, 0.5), Vector2(0.36, 0.4)], width: 0.032, Colour(0x1c1c1c))
    canvas.stroke([Vector2(0.5, 0.5), Vector2(0.64, 0.25)], width: 0.024, Colour(0x1c1c1c))
    canvas.fillDisc(Vector2(0.5, 0.5), radius: 0.03, Colour(0xb5352c))
    return canvas.texture("clock_dial", wrap: .clamp)
  }()

  private static let digits: Texture = {
    var canvas = TextureCanvas(width: 128, height: 64, fill: Colour(0x141618))
    canvas.write("07 38", center: Vector2(0.5, 0.5), height: 0.6, weight: 0.18, aspect: 0.5, Colour(0xf4f6f2))
    canvas.fillDisc(Vector2(0.5, 0.38), radius: 0.05, Colour(0xf4f6f2))
    canvas.fillDisc(Vector2(0.5, 0.62), radius: 0.05, Colour(0xf4f6f2))
    return canvas.texture("clock_digits", wrap: .clamp)
  }()
}
