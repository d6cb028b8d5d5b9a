import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// Folded towels in a pile.
package struct TowelStack: FurnitureAsset {
  package static let assetName = "towel_stack"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "towel", mainPart: "cloth")
    let v = look.variation
    let count = 2 + v.choice("count", of: 3)
    var z = 0.0
    for i in 0..<count {
      let tones = [look.palette.linen, look.palette.accent(0), look.palette.accent(1)]
      let cloth = asset.material(
        IndoorMaterial.terry(tones[v.choice("tone", i, of: tones.count)]), tile: IndoorMaterial.fabricTile)
      let stack = FoldedCloth.stack(
        size: Vector2(v.number("depth", i, in: 0.2...0.22), v.number("width", i, in: 0.29...0.31)), layers: 2,
        thickness: 0.022, sag: 0.1, seed: v.seed &+ UInt64(i) &* 7)
      asset.add(stack.translated(0, 0, z), material: cloth, crease: 1.2)
      z += (stack.points.map(\.z).max() ?? 0.04) - 0.001
    }
    return asset.asset()
  }
}

/// A towel over a rail on a wall: the origin is on the wall at the height of the rail.
package struct HangingTowel: FurnitureAsset {
  package static let assetName = "towel"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "towel", mainPart: "cloth")
    asset.fittings.mount = .wall
    let v = look.variation
    let tones = [look.palette.linen, look.palette.accent(0), look.palette.accent(1)]
    let cloth = asset.material(
      IndoorMaterial.terry(tones[v.choice("tone", of: tones.count)]), tile: IndoorMaterial.fabricTile)
    let metal = asset.material(IndoorMaterial.metal(look.palette.metal))
    let width = v.number("width", in: 0.38...0.5)
    let rail = width / 2 + 0.06
    let x0 = 0.06
    asset.add(
      .cylinder(from: Vector3(x0, -rail, 0), to: Vector3(x0, rail, 0), radius: 0.007, sides: 14),
      material: metal, part: "rail")
    for y in [-rail + 0.01, rail - 0.01] {
      asset.add(
        .cylinder(from: Vector3(0, y, 0), to: Vector3(x0, y, 0), radius: 0.007, sides: 12), material: metal,
        part: "rail")
      asset.add(
        .cylinder(from: Vector3(0, y, 0), to: Vector3(0.006, y, 0), radius: 0.022, sides: 20),
        material: metal, part: "rail")
    }
    let (back, front) = (v.number("back", in: 0.3...0.4), v.number("front", in: 0.42...0.55))
    let r = 0.011
    let arc = Double.pi * r
    let total = back + arc + front
    let phase = v.number("phase", in: 0...6.28)
    func at(_ u: Double, _ t: Double, _ lift: Double) -> Vector3 {
      let s = t * total
      let y = (u - 0.5) * width
      let wave = DeterministicMath.sin(u * 15 + phase)
      if s < back {
        let hang = back - s
        return Vector3(x0 - r - lift + 0.006 * wave * min(1, hang * 6), y, -hang)
      }
      if s < back + arc {
        let (sn, c) = DeterministicMath.sincos((s - back) / r)
        return Vector3(x0 - c * (r + lift), y, sn * (r + lift))
      }
      let hang = s - back - arc
      return Vector3(
        x0 + r + lift + (0.006 * wave + 0.008) * min(1, hang * 5), y * (1 - 0.04 * min(1, hang)), -hang)
    }
    var b = MeshBuilder.slab(columns: 18, rows: 44, front: { at($0, $1, 0.006) }, back: { at($0, $1, 0.001) })
    b.mapUVs { Vector2($0.x * width, $0.y * total) }
    asset.add(b, material: cloth, crease: 1.2)
    return asset.asset()
  }
}
