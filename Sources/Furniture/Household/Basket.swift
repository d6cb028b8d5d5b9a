import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A low basket of wicker or rope, with two handles; at times a folded throw lies in it.
package struct Basket: FurnitureAsset {
  package static let assetName = "basket"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "basket")
    let v = look.variation
    let isRound = v.unit("round") < 0.5
    let (a, b) =
      isRound
      ? (v.number("r", in: 0.15...0.2), 0.0)
      : (v.number("d", in: 0.13...0.16), v.number("w", in: 0.18...0.22))
    let half = Vector2(a, isRound ? a : b)
    let h = v.number("height", in: 0.16...0.28)
    let tones = [Colour(0xc9a06a), Colour(0x9c7444), Colour(0xd9c49a), Colour(0x6a4a2e)]
    let wicker = asset.material(
      IndoorMaterial.wicker(tones[v.choice("tone", of: 4)]), tile: IndoorMaterial.wickerTile)
    let exponent = isRound ? 2.0 : 4.5
    func plan(_ grow: Double) -> [Vector2] {
      superellipse(half.x + grow, half.y + grow, exponent: exponent, count: 40)
    }
    let flare = v.number("flare", in: -0.01...0.03)
    asset.add(
      Tub.shell(height: h, flare: flare, wall: 0.012, floor: 0.012, outline: plan), material: wicker)
    // A rope around the rim.
    let rim = plan(flare - 0.006).map { Vector3($0.x, $0.y, h) }
    asset.add(.ring(rim, radius: 0.009), material: wicker, part: "rim")
    let handle = asset.material(
      v.unit("leather") < 0.4
        ? IndoorMaterial.leather(look.palette.leather) : IndoorMaterial.wicker(tones[3]),
      tile: IndoorMaterial.wickerTile)
    for side in [-1.0, 1] {
      let path = (0...12).map { i -> Vector3 in
        let (s, c) = DeterministicMath.sincos(Double.pi * Double(i) / 12)
        return Vector3(0.055 * c, side * (half.y + flare + 0.004), h - 0.012 + 0.06 * s)
      }
      asset.add(.tube(path, radius: 0.007, sides: 8), material: handle, part: "handle")
    }
    if v.unit("filled") < 0.6 {
      let cloth = asset.material(
        IndoorMaterial.fabric(look.palette.accent(v.choice("cloth", of: 3))), tile: IndoorMaterial.fabricTile)
      asset.add(
        SoftHeap.heap(
          v, half: half - Vector2(repeating: 0.018), low: h * 0.35, high: h * 1.05, exponent: exponent),
        material: cloth, part: "filling", crease: 1.2)
    } else {
      asset.support("inside", at: Vector3(0, 0, 0.012), size: half * 1.2, headroom: h)
    }
    return asset.asset()
  }
}

/// Heaps of cloth.
enum SoftHeap {
  /// A rumpled heap from `low` up to about `high` over a superellipse of half axes `half`.
  static func heap(_ v: AssetVariation, half: Vector2, low: Double, high: Double, exponent: Double = 2)
    -> MeshBuilder
  {
    let rings = 9
    let phase = v.number("heap", in: 0...6)
    var out: [[Vector3]] = []
    for j in 0...rings {
      let t = Double(j) / Double(rings)
      let (s, c) = DeterministicMath.sincos(t * Double.pi / 2)
      let size = j == rings ? 0 : DeterministicMath.pow(max(0.001, c), 0.55)
      let plan = superellipse(half.x * size, half.y * size, exponent: exponent, count: 32)
      out.append(
        plan.map { p in
          let fold =
            DeterministicMath.sin(p.x * 38 + phase + 6 * p.y) * DeterministicMath.sin(p.y * 31 + 2 * phase)
          let ridge = DeterministicMath.sin((p.x + p.y) * 62 + phase * 3)
          let z = low + (high - low) * s * (0.82 + 0.14 * fold + 0.05 * ridge)
          return j == 0 ? Vector3(p.x, p.y, low) : Vector3(p.x, p.y, z)
        })
    }
    return .loft(out)
  }
}

extension MeshBuilder {
  /// A closed round tube along a level closed path.
  static func ring(_ path: [Vector3], radius: Double, sides: Int = 8) -> MeshBuilder {
    var b = MeshBuilder()
    let n = path.count
    guard n >= 3 else { return b }
    var ids: [[Int]] = []
    for i in 0..<n {
      let t = normalized(path[(i + 1) % n] - path[(i + n - 1) % n])
      let side = normalized(cross(t, Vector3(0, 0, 1)))
      ids.append(
        (0..<sides).map { k in
          let (s, c) = DeterministicMath.sincos(2 * Double.pi * Double(k) / Double(sides))
          return b.point(path[i] + side * (c * radius) + Vector3(0, 0, s * radius))
        })
    }
    var v = 0.0
    for i in 0..<n {
      let j = (i + 1) % n
      let next = v + length(path[j] - path[i])
      for k in 0..<sides {
        let l = (k + 1) % sides
        let (u0, u1) = (
          2 * Double.pi * radius * Double(k) / Double(sides),
          2 * Double.pi * radius * Double(k + 1) / Double(sides)
        )
        b.quad(
          ids[i][k], ids[j][k], ids[j][l], ids[i][l],
          uv: (Vector2(u0, v), Vector2(u0, next), Vector2(u1, next), Vector2(u1, v)))
      }
      v = next
    }
    b.orientOutward()
    return b
  }
}
