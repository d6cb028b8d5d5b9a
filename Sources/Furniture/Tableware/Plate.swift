import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A dinner or side plate, rimmed or coupe, with a ring of another glaze at times.
package struct Plate: FurnitureAsset {
  package static let assetName = "plate"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "plate")
    let radius =
      look.variation.unit("side plate") < 0.3 ? 0.1 : look.variation.number("radius", in: 0.125...0.14)
    let shape = PlateShape(look.variation, radius: radius)
    shape.add(to: &asset, look, at: 0)
    asset.support(
      "middle", at: Vector3(0, 0, shape.floor), size: Vector2(repeating: radius * 1.05), headroom: 0.5)
    return asset.asset()
  }
}

/// Plates of different sizes or of one, one on another.
package struct PlateStack: FurnitureAsset {
  package static let assetName = "plate_stack"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "plate")
    let v = look.variation
    let count = 3 + v.choice("count", of: 6)
    let small = v.choice("small", of: 4)
    let radius = v.number("radius", in: 0.122...0.138)
    var z = 0.0
    for i in 0..<count {
      let isSmall = i >= count - small
      let shape = PlateShape(v, radius: isSmall ? radius * 0.74 : radius)
      shape.add(
        to: &asset, look, at: z,
        shift: Vector2(v.number("x", i, in: -0.002...0.002), v.number("y", i, in: -0.002...0.002)))
      z += shape.pitch
    }
    return asset.asset()
  }
}

/// The profile of a plate. Metres.
struct PlateShape {
  var radius: Double
  /// How high the middle lies.
  let floor = 0.0048
  /// How much higher the next one in a stack stands.
  let pitch = 0.0062
  private let isCoupe: Bool
  private let hasRing: Bool

  init(_ v: AssetVariation, radius: Double) {
    self.radius = radius
    isCoupe = v.unit("coupe") < 0.4
    hasRing = v.unit("ring") < 0.35
  }

  func add(to asset: inout AssetBuilder, _ look: Look, at z: Double, shift: Vector2 = .zero) {
    let glaze = asset.material(Crockery.plain(look))
    let (r, t) = (radius, 0.0036)
    let well = r * (isCoupe ? 0.78 : 0.66)
    let outside = Turned.softened(
      [
        Vector2(0, 0.0012), Vector2(well - 0.016, 0.0012), Vector2(well - 0.014, 0), Vector2(well - 0.01, 0),
        Vector2(well - 0.004, 0.003),
      ]
        + (isCoupe
          ? [Vector2(r * 0.93, 0.01), Vector2(r, 0.024)]
          : [Vector2(well + 0.008, 0.013), Vector2(r * 0.9, 0.0165), Vector2(r, 0.0195)]))
    let inside = outside.map { p -> Vector2 in
      // Level in the middle, whatever the foot does below.
      let rise = smoothstep(well - 0.014, well + 0.004, p.x)
      return Vector2(p.x == 0 ? 0 : p.x - t * 0.3 * rise, floor + (p.y + t - floor) * rise)
    }
    asset.add(
      Turned.shell(outside, inside: inside, sides: 32).translated(shift.x, shift.y, z), material: glaze)
    if hasRing {
      let ring = asset.material(IndoorMaterial.ceramic(look.palette.accent(0)))
      let top = inside[inside.count - 1]
      asset.add(
        MeshBuilder.torus(radius: top.x + 0.0012, tube: 0.0022, sides: 32, rings: 5)
          .translated(shift.x, shift.y, z + top.y - 0.0005), material: ring, part: "ring")
    }
  }
}
