import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A computer's keyboard; who types sits at +x.
package struct Keyboard: FurnitureAsset {
  package static let assetName = "keyboard"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "keyboard", mainPart: "body")
    let v = look.variation
    let isDark = v.choice("dark", of: 2) == 0
    let isFlat = v.choice("flat", of: 2) == 0
    let body = asset.material(
      isFlat && !isDark
        ? IndoorMaterial.brushedSteel : IndoorMaterial.plastic(isDark ? Colour(0x202123) : Colour(0xd9d7d0)))
    let key = asset.material(
      IndoorMaterial.plastic(isDark ? Colour(0x2f3133) : Colour(0xf3f2ee), roughness: 0.55))
    let accent = asset.material(
      IndoorMaterial.plastic(
        isFlat
          ? (isDark ? Colour(0x393b3e) : Colour(0xe6e5e0)) : look.palette.accent(v.choice("accent", of: 3)),
        roughness: 0.55))
    let keys = KeyboardKeys(
      pitch: Vector2(0.019, isFlat ? 0.0178 : 0.019), height: isFlat ? 0.0035 : 0.009,
      taper: isFlat ? 0.0004 : 0.0022,
      gap: isFlat ? 0.0025 : 0.0012)
    let (d, w) = (keys.size.x + 0.014, keys.size.y + 0.014)
    let (front, back) = isFlat ? (0.006, 0.011) : (0.014, 0.026)
    // A wedge: higher at the far edge.
    func top(_ x: Double) -> Double { front + (back - front) * (d / 2 - x) / d }
    var wedge = FixtureShape.block(
      from: Vector3(-d / 2, -w / 2, 0), to: Vector3(d / 2, w / 2, 0.01), radius: 0.006, edge: 0.002,
      low: 0.001)
    wedge.displace { Vector3($0.x, $0.y, $0.z / 0.01 * top($0.x)) }
    asset.add(wedge, material: body)
    let meshes = keys.meshes(center: .zero) { top($0) - 0.0006 }
    asset.add(meshes.usual, material: key, part: "key")
    asset.add(meshes.accent, material: accent, part: "key")
    return asset.asset()
  }
}
