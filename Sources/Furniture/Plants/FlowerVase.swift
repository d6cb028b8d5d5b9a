import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A bunch of flowers in a vase: roses, tulips, daisies or lavender.
package struct FlowerVase: FurnitureAsset {
  package static let assetName = "flower"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "flower", mainPart: "vase")
    let v = look.variation
    let shape = VaseShape(look)
    shape.add(to: &asset, look)
    let stem = asset.material(
      Material(name: "flower_stem", baseColor: Colour(0x5c7f3c).linear, roughness: 0.6))
    let leaf = asset.material(LeafTexture.veined.material(Colour(0x55803f)))
    let tones: [[UInt32]] = [
      [0xd94f5c, 0xe8a0a8, 0xf4e6e0], [0xf2c53d, 0xf6e3a0, 0xe88a3c], [0xf5f2ea, 0xe9dff0, 0xf7e8d8],
      [0x8a6fc0, 0xb9a0d9, 0xe8dff2],
    ]
    let set = tones[v.choice("tone", of: tones.count)]
    let kind = v.choice("kind", of: 3)
    let count = kind == 2 ? 13 : 10
    for i in 0..<count {
      let turn = 2.4 * Double(i) + v.number("turn", i, in: -0.3...0.3)
      let spread = (Double(i) / Double(count)).squareRoot()
      let (s, c) = DeterministicMath.sincos(turn)
      let out = Vector3(c, s, 0)
      let rise = shape.height * v.number("rise", i, in: 0.52...0.75) * (1.1 - 0.4 * spread)
      let root = Vector3(0, 0, shape.height * 0.1)
      let mouth = Vector3(0, 0, shape.height) + out * (shape.neck * 0.7 * spread)
      let top = mouth + Vector3(0, 0, rise) + out * (shape.height * 0.42 * spread)
      asset.add(
        .tube(
          [root + out * 0.004, mouth, (mouth + top) / 2 + Vector3(0, 0, rise * 0.06), top], radius: 0.0018,
          sides: 5),
        material: stem, part: "stem")
      let petal = asset.material(
        Material(
          name: "petal_\(Colour(set[i % set.count]).hex)", baseColor: Colour(set[i % set.count]).linear,
          roughness: 0.7,
          isDoubleSided: true))
      let way = normalized(top - mouth)
      let size = shape.height * v.number("size", i, in: 0.12...0.16)
      switch kind {
      case 0: rose(&asset, top, way, size, petal, i)
      case 1: tulip(&asset, top, way, size, petal)
      default:
        let heart = asset.material(
          Material(name: "daisy_heart", baseColor: Colour(0xd9a12e).linear, roughness: 0.9))
        daisy(&asset, top, way, size, petal, heart)
      }
      let blade = LeafShape.drooping(
        (mouth + top) / 2, normalized(out + Vector3(0, 0, 0.6)), length: size * 1.5, droop: 0.9, steps: 5)
      asset.add(
        LeafShape.blade(blade, up: normalized(Vector3(0, 0, 1) - out * 0.5), fold: 0.3, columns: 2) { t in
          size * 0.3 * DeterministicMath.sin(.pi * min(0.98, 0.06 + t)) + 0.001
        }, material: leaf, part: "leaf", crease: 1.5)
    }
    return asset.asset()
  }

  /// Two directions across a way.
  private func across(_ way: Vector3) -> (Vector3, Vector3) {
    let a = normalized(cross(way.x.magnitude < 0.9 ? Vector3(1, 0, 0) : Vector3(0, 1, 0), way))
    return (a, cross(way, a))
  }

  /// A cupped petal from the heart outwards.
  private func cup(
    _ center: Vector3, _ way: Vector3, turn: Double, radius: Double, height: Double, width: Double,
    flare: Double
  ) -> MeshBuilder {
    let (a, b) = across(way)
    let (s, c) = DeterministicMath.sincos(turn)
    let out = a * c + b * s
    let path = (0...4).map { k -> Vector3 in
      let t = Double(k) / 4
      return center + out * (radius * (DeterministicMath.sin(t * 1.5) + flare * t * t * t)) + way
        * (height * t)
    }
    return LeafShape.blade(path, up: normalized(way - out), fold: 0.45, columns: 4) { t in
      width * DeterministicMath.sin(.pi * (0.12 + 0.72 * t))
    }
  }

  private func rose(
    _ asset: inout AssetBuilder, _ p: Vector3, _ way: Vector3, _ size: Double, _ petal: Int, _ n: Int
  ) {
    for ring in 0..<4 {
      let k = Double(ring) / 3
      for i in 0..<(3 + ring) {
        let turn = 2 * .pi * (Double(i) + 0.4 * Double(ring)) / Double(3 + ring) + Double(n)
        asset.add(
          cup(
            p, way, turn: turn, radius: size * (0.1 + 0.34 * k), height: size * (0.75 - 0.22 * k),
            width: size * (0.22 + 0.18 * k),
            flare: 0.5 * k), material: petal, part: "petal", crease: 1.5)
      }
    }
  }

  private func tulip(_ asset: inout AssetBuilder, _ p: Vector3, _ way: Vector3, _ size: Double, _ petal: Int)
  {
    for i in 0..<6 {
      asset.add(
        cup(
          p, way, turn: .pi * Double(i) / 3, radius: size * (i % 2 == 0 ? 0.34 : 0.3), height: size * 1.05,
          width: size * 0.32,
          flare: -0.35), material: petal, part: "petal", crease: 1.5)
    }
  }

  private func daisy(
    _ asset: inout AssetBuilder, _ p: Vector3, _ way: Vector3, _ size: Double, _ petal: Int, _ heart: Int
  ) {
    let (a, b) = across(way)
    for i in 0..<12 {
      let (s, c) = DeterministicMath.sincos(2 * .pi * Double(i) / 12)
      let out = a * c + b * s
      let path = [
        p, p + out * (size * 0.3) + way * (size * 0.07), p + out * (size * 0.56) + way * (size * 0.04),
      ]
      asset.add(
        LeafShape.blade(path, up: way, fold: 0.15, columns: 2) { t in size * (0.06 + 0.07 * t) },
        material: petal, part: "petal",
        crease: 1.5)
    }
    asset.add(
      .ellipsoid(
        center: p + way * (size * 0.03), radii: Vector3(repeating: size * 0.14), sides: 10, rings: 6),
      material: heart, part: "heart")
  }
}
