import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A hat that lies on its brim: of straw or felt with a ribbon, a cap with a peak (to +x), or a knitted one.
package struct Hat: FurnitureAsset {
  package static let assetName = "hat"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "hat", mainPart: "crown")
    let v = look.variation
    switch v.choice("kind", of: 4) {
    case 0, 1: brimmed(&asset)
    case 2: peaked(&asset)
    default:
      let wool = asset.material(
        IndoorMaterial.fur(look.palette.accent(v.choice("wool", of: 3))), tile: IndoorMaterial.furTile)
      let pale = asset.material(IndoorMaterial.fur(Colour(0xece6da)), tile: IndoorMaterial.furTile)
      var crown = MeshBuilder.lathe(
        Turned.softened([
          Vector2(0, 0.05), Vector2(0.09, 0.05), Vector2(0.1, 0.08), Vector2(0.09, 0.14),
          Vector2(0.05, 0.175), Vector2(0, 0.18),
        ]), sides: 32)
      crown.displace { p in
        let a = DeterministicMath.atan2(p.y, p.x)
        let rib = 1 + 0.018 * DeterministicMath.cos(16 * a)
        return Vector3(p.x * rib, p.y * rib * 0.92, p.z * 0.9)
      }
      asset.add(crown, material: wool)
      asset.add(
        MeshBuilder.torus(radius: 0.086, tube: 0.022, sides: 32, rings: 10).scaled(Vector3(1.02, 0.94, 1.25))
          .translated(0, 0, 0.0275), material: wool, part: "brim")
      var bobble = MeshBuilder.sphere(center: Vector3(0, 0, 0.185), radius: 0.03, sides: 16)
      bobble.displace { p in p + Vector3(repeating: 0.002 * DeterministicMath.sin(p.x * 700 + p.y * 500)) }
      asset.add(bobble, material: pale, part: "bobble")
    }
    return asset.asset()
  }

  private func brimmed(_ asset: inout AssetBuilder) {
    let v = look.variation
    let isStraw = v.unit("straw") < 0.55
    let body = asset.material(
      isStraw
        ? IndoorMaterial.wicker(Colour(0xdcc08a))
        : IndoorMaterial.fabric(
          [Colour(0x6a5a4c), Colour(0x2e3236), Colour(0xa08a70)][v.choice("felt", of: 3)]),
      tile: isStraw ? 0.04 : IndoorMaterial.fabricTile)
    let ribbon = asset.material(
      IndoorMaterial.fabric(isStraw ? look.palette.accent(0) : Colour(0x1c1c1e)),
      tile: IndoorMaterial.fabricTile)
    let brim = v.number("brim", in: 0.055...0.085)
    let r = 0.085
    var b = MeshBuilder.lathe(
      Turned.softened([
        Vector2(r - 0.004, 0.004), Vector2(r + brim - 0.004, 0), Vector2(r + brim, 0.002),
        Vector2(r + brim - 0.004, 0.004), Vector2(r + 0.01, 0.008), Vector2(r, 0.014),
        Vector2(r * 0.98, 0.06),
        Vector2(r * 0.86, 0.105), Vector2(r * 0.5, 0.112), Vector2(0, 0.1),
      ]), sides: 40
    ).scaledU(by: 0.6)
    b.displace { p in
      // Longer than wide; the brim dips in front and behind, the crown has a crease.
      let radius = length(Vector2(p.x, p.y))
      let wave = radius > r ? 0.012 * (radius - r) / brim * (1 - (p.x / radius) * (p.x / radius)) : 0
      let crease =
        p.z > 0.09 ? 0.018 * smoothstep(0.035, 0, p.y.magnitude) * smoothstep(0.08, 0.03, p.x.magnitude) : 0
      return Vector3(p.x * 1.06, p.y * 0.96, p.z + wave - crease)
    }
    asset.add(b, material: body, crease: 1)
    var band = MeshBuilder.lathe(
      [
        Vector2(r * 0.96, 0.012), Vector2(r + 0.0015, 0.012), Vector2(r * 0.985 + 0.0022, 0.038),
        Vector2(r * 0.95, 0.038),
      ], sides: 40, isClosed: true)
    band.displace { Vector3($0.x * 1.06, $0.y * 0.96, $0.z) }
    asset.add(band, material: ribbon, part: "ribbon")
  }

  private func peaked(_ asset: inout AssetBuilder) {
    let v = look.variation
    let cloth = asset.material(
      IndoorMaterial.fabric(
        [look.palette.accent(0), Colour(0x23304a), Colour(0x8a2a2a)][v.choice("cap", of: 3)]),
      tile: IndoorMaterial.fabricTile)
    let crown = MeshBuilder.lathe(
      [
        Vector2(0, 0.118), Vector2(0.03, 0.116), Vector2(0.065, 0.1), Vector2(0.086, 0.065),
        Vector2(0.092, 0.03), Vector2(0.092, 0), Vector2(0.089, 0), Vector2(0.089, 0.03),
        Vector2(0.083, 0.064),
        Vector2(0.063, 0.098), Vector2(0.03, 0.113), Vector2(0, 0.115),
      ], sides: 30)
    asset.add(crown.scaled(Vector3(1.05, 0.95, 0.88)), material: cloth)
    func peak(_ u: Double, _ t: Double, _ off: Double) -> Vector3 {
      let a = (u - 0.5) * 2.1
      let (s, c) = DeterministicMath.sincos(a)
      let out = 0.088 + 0.07 * t * DeterministicMath.cos(a * 0.75)
      return Vector3(
        out * c * 1.05, out * s * 0.95, max(0, 0.012 + off - 0.012 * t * t + 0.01 * (1 - s * s * 1.4) * t))
    }
    asset.add(
      .slab(columns: 14, rows: 6, front: { peak($0, $1, 0.0015) }, back: { peak($0, $1, -0.0015) }),
      material: cloth, part: "peak", crease: 1)
    asset.add(
      .sphere(center: Vector3(0, 0, 0.104), radius: 0.006, sides: 10), material: cloth, part: "button")
  }
}
