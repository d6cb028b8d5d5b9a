import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A small sculpture for shelves: a ring, stacked stones, a knot, or a bird.
package struct Sculpture: FurnitureAsset {
  package static let assetName = "sculpture"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "sculpture", mainPart: "figure")
    let v = look.variation
    let finishes: [Material] = [
      IndoorMaterial.marble(.white), IndoorMaterial.metal(.brass),
      IndoorMaterial.plastic(Colour(0x2b2b2c), roughness: 0.6),
      IndoorMaterial.wood(look.palette.darkWood), IndoorMaterial.terracotta(Colour(0xd8cdbb)),
    ]
    let body = asset.material(finishes[v.choice("finish", of: finishes.count)], tile: 0.6)
    let size = v.number("size", in: 0.16...0.28)
    let base = asset.material(IndoorMaterial.marble(.black), tile: 0.6)
    func plinth(_ w: Double, _ d: Double) {
      asset.add(
        .box(from: Vector3(-d / 2, -w / 2, 0), to: Vector3(d / 2, w / 2, 0.025), bevel: 0.002),
        material: base, part: "base")
    }
    let upright = Quaternion(axis: Vector3(0, 1, 0), angle: .pi / 2)
    switch v.choice("form", of: 4) {
    case 0:
      plinth(size * 0.5, size * 0.3)
      var ring = MeshBuilder.torus(radius: size * 0.4, tube: size * 0.085, sides: 40, rings: 14)
      // Thicker below than above.
      ring.displace { p in Vector3(p.x * (1 + 0.2 * p.x / size), p.y, p.z * (1 + 0.9 * p.x / size)) }
      let stood = ring.rotated(upright)
      let low = stood.points.map(\.z).min() ?? 0
      asset.add(stood.translated(0, 0, 0.021 - low), material: body)
    case 1:
      plinth(size * 0.5, size * 0.4)
      var z = 0.023
      for i in 0..<5 {
        let r = size * (0.24 - 0.034 * Double(i)) * v.number("stone", i, in: 0.9...1.1)
        let h = r * v.number("flat", i, in: 0.5...0.7)
        asset.add(
          .ellipsoid(
            center: Vector3(
              v.number("x", i, in: -0.006...0.006), v.number("y", i, in: -0.006...0.006), z + h * 0.96),
            radii: Vector3(r, r * 1.12, h), sides: 22, rings: 12), material: body)
        z += 2 * h * 0.96 - 0.002
      }
    case 2:
      plinth(size * 0.5, size * 0.4)
      // A trefoil knot, closed on itself.
      let n = 90
      let path = (0..<n).map { i -> Vector3 in
        let t = 2 * Double.pi * Double(i) / Double(n)
        let (s1, c1) = DeterministicMath.sincos(t)
        let (s2, c2) = DeterministicMath.sincos(2 * t)
        let k = size * 0.15
        return Vector3(-k * DeterministicMath.sin(3 * t) * 0.8, k * (s1 + 2 * s2), k * (c1 - 2 * c2))
      }
      let low = path.map(\.z).min() ?? 0
      asset.add(
        MeshBuilder.loop(path, radius: size * 0.055).translated(0, 0, 0.024 - low + size * 0.05),
        material: body)
    default:
      plinth(size * 0.3, size * 0.3)
      asset.add(
        .cylinder(from: Vector3(0, 0, 0.024), to: Vector3(0, 0, size * 0.55), radius: 0.003, sides: 8),
        material: base, part: "base")
      // A bird at rest: a drop with a raised tail, a head and a beak.
      let sections = [
        (-0.5, 0.012, 0.12), (-0.34, 0.04, 0.06), (-0.12, 0.11, 0.0), (0.06, 0.135, 0.0), (0.2, 0.1, 0.05),
        (0.3, 0.078, 0.1), (0.38, 0.06, 0.12), (0.43, 0.02, 0.115), (0.5, 0.004, 0.1),
      ]
      let rings = sections.map { y, r, z -> [Vector3] in
        (0..<16).map { q in
          let (s, c) = DeterministicMath.sincos(2 * .pi * Double(q) / 16)
          return Vector3(c * r * size * 0.9, y * size, size * (0.62 + z) + s * r * size)
        }
      }
      asset.add(.loft(rings), material: body, crease: 1.2)
    }
    return asset.asset()
  }
}

extension MeshBuilder {
  /// A tube around a path that closes on itself.
  static func loop(_ path: [Vector3], radius: Double, sides: Int = 12) -> MeshBuilder {
    var b = MeshBuilder()
    guard path.count >= 3 else { return b }
    let n = path.count
    func tangent(_ i: Int) -> Vector3 { normalized(path[(i + 1) % n] - path[(i + n - 1) % n]) }
    var side = normalized(cross(Vector3(1, 0, 0), tangent(0)))
    var frames: [(Vector3, Vector3)] = []
    for i in 0..<n {
      let t = tangent(i)
      side = normalized(side - t * dot(side, t))
      frames.append((side, cross(t, side)))
    }
    // What the frame has turned after one round is taken back little by little.
    let t = tangent(0)
    let last = normalized(side - t * dot(side, t))
    let twist = DeterministicMath.atan2(dot(last, frames[0].1), dot(last, frames[0].0))
    let rings = (0..<n).map { i -> [Int] in
      (0..<sides).map { k in
        let (s, c) = DeterministicMath.sincos(
          2 * .pi * Double(k) / Double(sides) - twist * Double(i) / Double(n))
        return b.point(path[i] + (frames[i].0 * c + frames[i].1 * s) * radius)
      }
    }
    for i in 0..<n {
      let j = (i + 1) % n
      for k in 0..<sides {
        let l = (k + 1) % sides
        let (u, w) = (Double(k) * radius * 0.5, Double(k + 1) * radius * 0.5)
        let (p, q) = (Double(i) * radius, Double(i + 1) * radius)
        b.quad(
          rings[i][k], rings[i][l], rings[j][l], rings[j][k],
          uv: (Vector2(u, p), Vector2(w, p), Vector2(w, q), Vector2(u, q)))
      }
    }
    b.orientOutward()
    return b
  }
}
