import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A pot with two handles (at -y and +y) and a lid: steel, enamel or cast iron.
package struct CookingPot: FurnitureAsset {
  package static let assetName = "cooking_pot"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "cooking_pot")
    let v = look.variation
    let r = v.number("radius", in: 0.09...0.125)
    let h = r * v.number("squat", in: 0.95...1.4)
    let isEnamel = v.unit("enamel") < 0.5
    let body = asset.material(
      isEnamel
        ? IndoorMaterial.ceramic(
          [look.palette.accent(0), Colour(0xa8322c), Colour(0xf0ece0), Colour(0x2f4a5a)][
            v.choice("colour", of: 4)]) : IndoorMaterial.metal(.steel))
    let metal = asset.material(isEnamel ? IndoorMaterial.metal(.blackened) : IndoorMaterial.metal(.steel))
    let wall = isEnamel ? 0.004 : 0.0022
    asset.add(
      Turned.shell(
        Turned.softened([
          Vector2(0, 0), Vector2(r * 0.9, 0), Vector2(r, 0.012), Vector2(r, h * 0.5), Vector2(r, h - 0.004),
          Vector2(r + 0.003, h),
        ]), wall: wall,
        sides: 36), material: body)
    // The lid: a low dome with a rim and a knob, or of glass.
    let isGlass = !isEnamel && v.unit("glass lid") < 0.5
    let lid = isGlass ? asset.material(IndoorMaterial.glass(Colour(0xd8e4e4), alpha: 0.35)) : body
    let rise = r * 0.16
    asset.add(
      .lathe(
        Turned.softened(
          [
            Vector2(0, h + rise - 0.003), Vector2(r * 0.5, h + rise * 0.8 - 0.003),
            Vector2(r - 0.004, h - 0.002), Vector2(r - 0.003, h - 0.005),
            Vector2(r + 0.001, h + 0.001), Vector2(r + 0.004, h + 0.001), Vector2(r + 0.004, h + 0.004),
            Vector2(r - 0.002, h + 0.005),
            Vector2(r * 0.5, h + rise * 0.8 + 0.001), Vector2(0, h + rise + 0.001),
          ], rounds: 1), sides: 36), material: lid, part: "lid")
    if isGlass {
      asset.add(
        MeshBuilder.torus(radius: r + 0.002, tube: 0.003, sides: 36, rings: 6).translated(0, 0, h + 0.003),
        material: metal, part: "lid")
    }
    let z = h + rise
    asset.add(
      .lathe(
        Turned.softened([
          Vector2(0, z - 0.002), Vector2(0.009, z - 0.002), Vector2(0.007, z + 0.012),
          Vector2(0.018, z + 0.016), Vector2(0.018, z + 0.024),
          Vector2(0.01, z + 0.028), Vector2(0, z + 0.028),
        ]), sides: 20), material: metal, part: "knob")
    for side in [-1.0, 1] {
      let path = (0...12).map { i -> Vector3 in
        let t = Double(i) / 6 - 1
        let out = 0.034 * DeterministicMath.pow(max(0, 1 - t * t), 0.4)
        return Vector3(t * 0.038, side * (r - 0.002 + out), h * 0.78 + 0.006 * (1 - t * t))
      }
      asset.add(
        .bar(path, section: superellipse(0.0045, isEnamel ? 0.008 : 0.0045, exponent: 3, count: 10)),
        material: isEnamel ? body : metal,
        part: "handle")
    }
    return asset.asset()
  }
}
