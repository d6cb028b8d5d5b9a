import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A cutting board of wood that lies flat: a rectangle, one with a handle, or a round one.
package struct CuttingBoard: FurnitureAsset {
  package static let assetName = "cutting_board"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "cutting_board", mainPart: "board")
    let v = look.variation
    let wood = asset.material(
      IndoorMaterial.wood(v.unit("dark") < 0.35 ? look.palette.darkWood : look.palette.wood),
      tile: IndoorMaterial.woodTile)
    let (w, d) = (v.number("width", in: 0.3...0.42), v.number("depth", in: 0.2...0.27))
    let t = v.number("thickness", in: 0.015...0.026)
    func board(_ outline: [Vector2]) {
      // The upper and lower edges are eased by 2 mm.
      let inner = outline.indices.map { i -> Vector2 in
        let along = normalized(
          outline[(i + 1) % outline.count] - outline[(i + outline.count - 1) % outline.count])
        return outline[i] + Vector2(-along.y, along.x) * 0.002
      }
      asset.add(
        .loft([
          inner.map { Vector3($0.x, $0.y, 0) }, outline.map { Vector3($0.x, $0.y, 0.002) },
          outline.map { Vector3($0.x, $0.y, t - 0.002) },
          inner.map { Vector3($0.x, $0.y, t) },
        ]), material: wood, crease: 0.5)
    }
    switch v.choice("shape", of: 3) {
    case 0:
      board(roundedRectangle(d, w, radius: 0.018, corner: 4))
      let metal = asset.material(IndoorMaterial.metal(.steel))
      let groove = asset.material(IndoorMaterial.wood(look.palette.darkWood), tile: IndoorMaterial.woodTile)
      // A darker line where juice gathers.
      for (a, b) in [
        (Vector3(-d / 2 + 0.02, -w / 2 + 0.02, t - 0.001), Vector3(d / 2 - 0.02, -w / 2 + 0.026, t + 0.0002)),
        (Vector3(-d / 2 + 0.02, w / 2 - 0.026, t - 0.001), Vector3(d / 2 - 0.02, w / 2 - 0.02, t + 0.0002)),
        (
          Vector3(-d / 2 + 0.02, -w / 2 + 0.026, t - 0.001),
          Vector3(-d / 2 + 0.026, w / 2 - 0.026, t + 0.0002)
        ),
        (Vector3(d / 2 - 0.026, -w / 2 + 0.026, t - 0.001), Vector3(d / 2 - 0.02, w / 2 - 0.026, t + 0.0002)),
      ] { asset.add(.box(from: a, to: b), material: groove, part: "groove") }
      asset.add(
        MeshBuilder.torus(radius: 0.012, tube: 0.0018, sides: 16, rings: 6)
          .translated(0, w / 2 + 0.006, t / 2), material: metal, part: "ring")
    case 1:
      let half = w / 2
      board(
        Turned.softened([
          Vector2(-d * 0.4, -half), Vector2(d * 0.4, -half), Vector2(d * 0.42, -half + 0.02),
          Vector2(d * 0.42, half * 0.4),
          Vector2(d * 0.38, half * 0.52), Vector2(0.03, half * 0.6), Vector2(0.021, half * 0.7),
          Vector2(0.022, half * 0.97), Vector2(0.01, half * 1.04),
          Vector2(-0.01, half * 1.04), Vector2(-0.022, half * 0.97), Vector2(-0.021, half * 0.7),
          Vector2(-0.03, half * 0.6),
          Vector2(-d * 0.38, half * 0.52), Vector2(-d * 0.42, half * 0.4), Vector2(-d * 0.42, -half + 0.02),
        ]))
    default: board(superellipse(d * 0.6, d * 0.6, count: 40))
    }
    asset.support("top", at: Vector3(0, 0, t), size: Vector2(d * 0.6, d * 0.6))
    return asset.asset()
  }
}
