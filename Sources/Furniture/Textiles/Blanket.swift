import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A blanket folded into a neat pile.
package struct Blanket: FurnitureAsset {
  package static let assetName = "blanket"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "blanket", mainPart: "cloth")
    let v = look.variation
    let weaves: [Weave] = [.knit, .boucle, .plain, .herringbone, .terry]
    let cloth = asset.material(
      IndoorMaterial.cloth(
        weaves[v.choice("weave", of: weaves.count)], look.palette.accent(v.choice("colour", of: 3))),
      tile: IndoorMaterial.fabricTile)
    asset.add(
      FoldedCloth.stack(
        size: Vector2(v.number("depth", in: 0.3...0.38), v.number("width", in: 0.42...0.55)),
        layers: 4 + v.choice("layers", of: 3),
        thickness: v.number("thickness", in: 0.02...0.028), sag: 0.25, seed: v.seed), material: cloth,
      crease: 1.2)
    return asset.asset()
  }
}

/// A throw hung over something 18 cm wide: the arm or the back of a sofa. Its longer end's fringe touches the origin's
/// plane; its halves hang to −y and +y, and what lies on top is 6 mm thick: the thing's top is that far below the
/// highest point.
package struct Throw: FurnitureAsset {
  package static let assetName = "throw"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "blanket", mainPart: "cloth")
    let v = look.variation
    let weaves: [Weave] = [.knit, .linen, .herringbone, .plain]
    let colour = look.palette.accent(v.choice("colour", of: 3))
    let cloth = asset.material(
      IndoorMaterial.cloth(weaves[v.choice("weave", of: weaves.count)], colour),
      tile: IndoorMaterial.fabricTile)
    let (top, half) = (0.6, 0.09)
    let width = v.number("width", in: 0.42...0.6)
    let falls = [v.number("left", in: 0.35...0.5), v.number("right", in: 0.25...0.598)]
    let phase = v.number("phase", in: 0...6.28)
    // Once over the edge: up one side, across the top, down the other.
    let total = falls[0] + 2 * half + falls[1]
    func at(_ u: Double, _ t: Double, _ lift: Double) -> Vector3 {
      let s = t * total
      let x = (u - 0.5) * width
      var y: Double
      var z: Double
      let r = 0.03
      if s < falls[0] {
        (y, z) = (-half, top - falls[0] + s)
      } else if s > falls[0] + 2 * half {
        (y, z) = (half, top - (s - falls[0] - 2 * half))
      } else {
        (y, z) = (s - falls[0] - half, top)
      }
      // Rounded over the edges, and folds that deepen as it hangs.
      let edge = max(0, 1 - ((half - y.magnitude) + (top - z)) / r)
      y *= 1 - 0.06 * edge
      z -= 0.006 * edge
      let hang = max(0, top - z)
      let fold = DeterministicMath.sin(u * 19 + phase + 2 * hang) * 0.5 + 0.5
      let out = lift + hang * 0.05 * fold + 0.012 * fold * min(1, hang * 8)
      let gather = 1 - 0.12 * min(1, hang * 1.6)
      return Vector3(
        x * gather + 0.01 * DeterministicMath.sin(t * 9 + phase),
        y + (y < 0 ? -out : out) * (hang > 0.004 ? 1 : 0), max(0, z + (hang < 0.03 ? lift : 0)))
    }
    var b = MeshBuilder.slab(columns: 26, rows: 40, front: { at($0, $1, 0.006) }, back: { at($0, $1, 0.001) })
    b.mapUVs { Vector2($0.x * width, $0.y * total) }
    var tassels = MeshBuilder()
    // Tassels along both ends.
    let yarn = asset.material(IndoorMaterial.fabric(colour), tile: IndoorMaterial.fabricTile)
    let count = 22
    for end in 0..<2 {
      for i in 0..<count {
        let u = (Double(i) + 0.5) / Double(count)
        let p = at(u, end == 0 ? 0 : 1, 0.0035)
        let l = min(0.05, max(0.004, p.z - 0.002))
        tassels.append(
          .cylinder(
            from: p + Vector3(0, 0, 0.004), to: p - Vector3(0, 0, l - 0.001), radius: 0.0026,
            endRadius: 0.0042,
            sides: 5))
      }
    }
    let low = tassels.points.map(\.z).min() ?? 0
    asset.add(b.translated(0, 0, -low), material: cloth, crease: 1.2)
    asset.add(tassels.translated(0, 0, -low), material: yarn, part: "fringe")
    return asset.asset()
  }
}
