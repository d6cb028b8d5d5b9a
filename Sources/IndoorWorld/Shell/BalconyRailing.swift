import Assets
import Furniture
import VectorMath
import WorldModel

/// A railing of upright bars before a glazed door that leads nowhere.
///
/// Frame: x into the room, y along the wall, z up; the origin on the floor in the outer face of the wall, before the
/// middle of the door.
struct BalconyRailing {
  /// Of the opening, metres.
  let width: Double

  func asset() -> Asset {
    var b = AssetBuilder(name: "railing", nativeClass: "railing", mainPart: "bars")
    let metal = b.material(
      Material(name: "railing_metal", baseColor: Colour(0x3a3d40).linear, metallic: 0.3, roughness: 0.5))
    let (w, x, top) = (width / 2 + 0.05, -0.06, 1.02)
    var solid = MeshBuilder()
    for (z, height) in [(0.06, 0.025), (top, 0.035)] {
      solid.append(
        .box(from: Vector3(x - 0.02, -w, z), to: Vector3(x + 0.02, w, z + height), bevel: 0.003))
      // Held by the wall on both sides.
      for side in [-1.0, 1.0] {
        solid.append(
          .box(
            from: Vector3(x + 0.015, side * (w - 0.03), z + 0.004),
            to: Vector3(0.01, side * (w - 0.005), z + height - 0.004)))
      }
    }
    let count = max(4, Int((2 * w / 0.11).rounded(.up)))
    for i in 0...count {
      let y = -w + 0.012 + (2 * w - 0.024) * Double(i) / Double(count)
      solid.append(
        .box(from: Vector3(x - 0.006, y - 0.006, 0.08), to: Vector3(x + 0.006, y + 0.006, top + 0.004)))
    }
    b.add(solid, material: metal)
    return b.asset()
  }
}

/// A paved terrace before a glazed door at the ground.
///
/// Frame: as of `BalconyRailing`.
struct Terrace {
  /// Of the opening, metres.
  let width: Double
  /// How far below the floor the ground lies, metres.
  let groundBelow: Double

  func asset() -> Asset {
    var b = AssetBuilder(name: "terrace", nativeClass: "sidewalk", mainPart: "terrace")
    let stone = b.material(
      Material(
        name: "terrace", baseColor: SIMD4(1, 0.97, 0.92, 1), baseColorTexture: ProceduralTexture.paving,
        roughness: 0.95), tile: ProceduralTexture.pavingTile)
    b.add(
      .box(
        from: Vector3(-2.6, -width / 2 - 0.7, -groundBelow - 0.1),
        to: Vector3(0.01, width / 2 + 0.7, -0.06), bevel: 0.01), material: stone)
    return b.asset()
  }
}
