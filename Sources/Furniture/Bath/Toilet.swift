import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A toilet with its cistern on the bowl.
package struct Toilet: FurnitureAsset {
  package static let assetName = "toilet"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "toilet", mainPart: "bowl")
    let v = look.variation
    let isSquare = look.style == .modern || look.style == .chineseModern || v.choice("square", of: 3) == 0
    let bowl = ToiletBowl(x: 0.045, rim: v.number("rim", in: 0.39...0.42), exponent: isSquare ? 3.2 : 2.15)
    let ceramic = asset.material(IndoorMaterial.ceramic())
    bowl.add(to: &asset, ceramic: ceramic, isHung: false, seatWood: seatMaterial(&asset))
    // The cistern and its lid.
    let back = -0.335
    let (w, top) = (
      v.number("cistern", in: 0.36...0.4), bowl.rim + v.number("cistern height", in: 0.35...0.4)
    )
    let r = isSquare ? 0.025 : 0.05
    asset.add(
      FixtureShape.skin([
        .init(Vector2(back + 0.09, 0), Vector2(0.17, w - 0.03), radius: r, z: bowl.rim - 0.01),
        .init(Vector2(back + 0.09, 0), Vector2(0.18, w), radius: r, z: bowl.rim + 0.06),
        .init(Vector2(back + 0.09, 0), Vector2(0.18, w + 0.01), radius: r, z: top - 0.035),
      ]), material: ceramic, part: "cistern")
    asset.add(
      FixtureShape.block(
        from: Vector3(back - 0.003, -w / 2 - 0.012, top - 0.035),
        to: Vector3(back + 0.19, w / 2 + 0.012, top),
        radius: r + 0.01, edge: 0.012, low: 0.004), material: ceramic, part: "cistern")
    let chrome = asset.material(IndoorMaterial.metal(.chrome))
    asset.add(
      MeshBuilder.lathe(
        [
          Vector2(0, -0.004), Vector2(0.024, -0.004), Vector2(0.024, 0.003), Vector2(0.02, 0.005),
          Vector2(0, 0.004),
        ], sides: 24
      ).translated(back + 0.095, 0, top), material: chrome, part: "button")
    // The bridge between bowl and cistern.
    asset.add(
      FixtureShape.skin([
        .init(Vector2(back + 0.1, 0), Vector2(0.17, 0.2), radius: 0.05, z: 0.03),
        .init(Vector2(back + 0.12, 0), Vector2(0.2, 0.24), radius: 0.05, z: bowl.rim - 0.1),
        .init(Vector2(back + 0.125, 0), Vector2(0.22, w - 0.03), radius: r, z: bowl.rim - 0.03),
        .init(Vector2(back + 0.125, 0), Vector2(0.22, w - 0.03), radius: r, z: bowl.rim),
      ]), material: ceramic)
    asset.support("cistern", at: Vector3(back + 0.1, w * 0.28, top), size: Vector2(0.12, 0.12))
    return asset.asset()
  }

  private func seatMaterial(_ asset: inout AssetBuilder) -> Int {
    if look.style == .rustic || look.style == .classic, look.variation.choice("seat", of: 3) == 0 {
      return asset.material(IndoorMaterial.wood(look.palette.darkWood), tile: IndoorMaterial.woodTile)
    }
    return asset.material(IndoorMaterial.plastic(Colour(0xf1f0ec), roughness: 0.25))
  }
}
