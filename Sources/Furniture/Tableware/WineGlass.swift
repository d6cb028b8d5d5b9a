import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A glass with a stem, for red or white wine or for sparkling; sometimes with wine in it.
package struct WineGlass: FurnitureAsset {
  package static let assetName = "wine_glass"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "wine_glass", mainPart: "bowl")
    let v = look.variation
    let glass = asset.material(IndoorMaterial.glass(Colour(0xe8f0f0), alpha: 0.32))
    let isFlute = v.unit("flute") < 0.25
    let h = v.number("height", in: 0.19...0.23)
    let r = isFlute ? 0.026 : v.number("radius", in: 0.038...0.046)
    let stem = isFlute ? h * 0.32 : h * 0.42
    let bowl = Turned.softened([
      Vector2(0.0035, stem), Vector2(0.006, stem + 0.004), Vector2(r * 0.75, stem + (h - stem) * 0.12),
      Vector2(r * 1.05, stem + (h - stem) * 0.4), Vector2(r * 0.95, stem + (h - stem) * 0.75),
      Vector2(r * 0.76, h),
    ])
    let foot = Turned.softened([
      Vector2(0, 0.0005), Vector2(r * 0.84, 0), Vector2(r * 0.86, 0.0012), Vector2(0.012, 0.005),
      Vector2(0.0035, 0.013),
      Vector2(0.003, stem * 0.6), Vector2(0.0035, stem),
    ])
    let inside = bowl.map { Vector2(max(0, $0.x - 0.0014), $0.y + 0.001) }
    let cup = [Vector2(0, stem + 0.0055)] + inside.dropFirst(4)
    asset.add(
      Turned.shell(foot + bowl.dropFirst(), inside: Array(cup), sides: 24), material: glass)
    // Rim and stem gather light: solid, so that the glass is seen whatever stands behind it.
    let edge = asset.material(Crockery.glassEdge)
    asset.add(
      MeshBuilder.torus(radius: r * 0.76 - 0.0007, tube: 0.0008, sides: 24, rings: 6).translated(0, 0, h),
      material: edge, part: "rim")
    asset.add(
      .cylinder(from: Vector3(0, 0, 0.001), to: Vector3(0, 0, stem + 0.003), radius: 0.0024, sides: 8),
      material: edge,
      part: "stem")
    asset.add(
      MeshBuilder.torus(radius: r * 0.84, tube: 0.0009, sides: 24, rings: 6).translated(0, 0, 0.0009),
      material: edge, part: "foot")
    if v.unit("full") < 0.7 {
      let colours = [Colour(0x4c0f1a), Colour(0xe6d28a), Colour(0xd98e7a)]
      let kind = isFlute ? 1 : v.choice("wine", of: 3)
      let wine = asset.material(IndoorMaterial.glass(colours[kind], alpha: kind == 0 ? 0.92 : 0.7))
      let level = stem + (h - stem) * (isFlute ? 0.75 : 0.42)
      let body = inside.filter { $0.y > stem + 0.009 && $0.y < level - 0.001 }
      if let last = body.last {
        asset.add(
          .lathe(
            [Vector2(0, stem + 0.007)] + body.map { Vector2($0.x * 0.97, $0.y) }
              + [Vector2(last.x * 0.98, level), Vector2(0, level)], sides: 24),
          material: wine, part: "wine")
        asset.vessel("glass", profile: Array(cup), content: "wine", level: level, part: "wine")
      }
    } else {
      asset.vessel("glass", profile: Array(cup))
    }
    return asset.asset()
  }
}
