import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// An ironing board that stands open along y, its nose at +y.
package struct IroningBoard: FurnitureAsset {
  package static let assetName = "ironing_board"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "ironing_board", mainPart: "board")
    let v = look.variation
    let tones = [look.palette.accent(0), Colour(0x8fa9bd), Colour(0xd9d4c6), look.palette.accent(1)]
    let cover = asset.material(
      IndoorMaterial.fabric(tones[v.choice("cover", of: 4)]), tile: IndoorMaterial.fabricTile)
    let frame = asset.material(IndoorMaterial.metal(v.unit("white") < 0.5 ? .white : .blackened))
    let rubber = asset.material(IndoorMaterial.plastic(Colour(0x222325)))
    let h = v.number("height", in: 0.84...0.94)
    let l = v.number("length", in: 1.1...1.25)
    let w = 0.18
    // Half the outline: square behind, round and narrow at the nose.
    let half = ProfileCurve([
      Vector2(0, w * 0.8), Vector2(0.03, w), Vector2(0.55, w), Vector2(0.78, w * 0.72),
      Vector2(0.9, w * 0.46), Vector2(0.97, w * 0.28), Vector2(1, w * 0.06),
    ])
    let n = 26
    let stations = (0...n).map { 0.5 - 0.5 * DeterministicMath.cos(Double.pi * Double($0) / Double(n)) }
    let outline =
      stations.map { Vector2(half($0), ($0 - 0.5) * l) }
      + stations.reversed().map { Vector2(-half($0), ($0 - 0.5) * l) }
    func ring(_ grow: Double, _ z: Double) -> [Vector3] {
      outline.map { Vector3($0.x * (1 + grow * 4), $0.y * (1 + grow), z) }
    }
    asset.add(
      .loft([
        ring(-0.02, h - 0.028), ring(-0.004, h - 0.026), ring(0, h - 0.016), ring(-0.004, h - 0.003),
        ring(-0.02, h),
      ]), material: cover, crease: 0.9)
    func pipe(_ path: [Vector3], _ r: Double) {
      asset.add(.tube(path, radius: r, sides: 10), material: frame, part: "leg")
    }
    let top = h - 0.036
    // Crossed legs: a wide pair, and a narrow one with its own foot bar.
    for x in [-0.13, 0.13] {
      pipe([Vector3(x, -l * 0.38, 0.014), Vector3(x * 0.55, l * 0.26, top)], 0.011)
    }
    for x in [-0.045, 0.045] { pipe([Vector3(x, l * 0.36, 0.014), Vector3(x, -l * 0.28, top)], 0.011) }
    pipe([Vector3(-0.17, l * 0.36, 0.014), Vector3(0.17, l * 0.36, 0.014)], 0.011)
    pipe([Vector3(-0.17, -l * 0.38, 0.014), Vector3(0.17, -l * 0.38, 0.014)], 0.011)
    pipe([Vector3(-0.1, l * 0.26, top), Vector3(0.1, l * 0.26, top)], 0.009)
    pipe([Vector3(-0.1, -l * 0.28, top), Vector3(0.1, -l * 0.28, top)], 0.009)
    for y in [l * 0.36, -l * 0.38] {
      for x in [-0.17, 0.17] {
        asset.add(
          .capsule(
            from: Vector3(x - 0.014, y, 0.0142), to: Vector3(x + 0.014, y, 0.0142), radius: 0.0142, sides: 10),
          material: rubber, part: "foot")
      }
    }
    // A rest of wire for the iron behind.
    for x in [-0.12, -0.04, 0.04, 0.12] {
      asset.add(
        .tube(
          [Vector3(x, -l / 2 + 0.06, h - 0.03), Vector3(x, -l / 2 - 0.2, h - 0.026)], radius: 0.0035, sides: 6
        ), material: frame, part: "rest")
    }
    asset.add(
      .tube(
        [
          Vector3(-0.12, -l / 2 + 0.02, h - 0.027), Vector3(-0.14, -l / 2 - 0.18, h - 0.023),
          Vector3(-0.1, -l / 2 - 0.22, h - 0.023), Vector3(0.1, -l / 2 - 0.22, h - 0.023),
          Vector3(0.14, -l / 2 - 0.18, h - 0.023), Vector3(0.12, -l / 2 + 0.02, h - 0.027),
        ],
        radius: 0.0045, sides: 8), material: frame, part: "rest")
    asset.support("top", at: Vector3(0, -l * 0.12, h), size: Vector2(0.28, l * 0.6))
    return asset.asset()
  }
}
