package import VectorMath

/// Timber: boards and plates whose grain runs the long way.
extension MeshBuilder {
  /// A board between two opposite corners, its grain along `grain` (0 x, 1 y, 2 z; the longest side unless given).
  /// Every board shows a place of the timber of its own.
  package static func board(_ a: Vector3, _ b: Vector3, bevel: Double = 0.002, grain: Int? = nil)
    -> MeshBuilder
  {
    var mesh = box(from: a, to: b, bevel: bevel)
    let d = b - a
    let size = [d.x.magnitude, d.y.magnitude, d.z.magnitude]
    let axis = grain ?? (size[0] >= size[1] && size[0] >= size[2] ? 0 : size[1] >= size[2] ? 1 : 2)
    let (u, v) = ((axis + 1) % 3, (axis + 2) % 3)
    // Wherever the board lies decides which part of the texture it shows.
    let shift = (a.x * 3.1 + a.y * 5.3 + a.z * 7.7)
    mesh.setUVs { Vector2($0[axis] + shift, $0[u] + $0[v] + shift * 1.7) }
    return mesh
  }

  /// A level plate of any convex outline in x-y, counter-clockwise, its edges eased by `edge` metres; `under` metres
  /// more are taken off below, so that it looks thin. The grain runs along `grain` (0 x, 1 y).
  package static func plate(
    _ outline: [Vector2], bottom: Double, top: Double, edge: Double = 0.003, under: Double = 0, grain: Int = 1
  ) -> MeshBuilder {
    let outline = outline.indices.filter {
      length(outline[$0] - outline[($0 + 1) % outline.count]) > 1e-6
    }.map { outline[$0] }
    guard outline.count >= 3 else { return MeshBuilder() }
    func ring(_ inset: Double, _ z: Double) -> [Vector3] {
      insetOutline(outline, by: inset).map { Vector3($0.x, $0.y, z) }
    }
    let soft = edge * 0.3
    var rings = [ring(edge + under, bottom), ring(soft, bottom + edge * (under > 0 ? 2 : 0.3))]
    if under <= 0 { rings.append(ring(0, bottom + edge)) }
    rings += [ring(0, top - edge), ring(soft, top - soft), ring(edge, top)]
    var mesh = loft(rings)
    mesh.setUVs { grain == 1 ? Vector2($0.y, $0.x + $0.z) : Vector2($0.x, $0.y + $0.z) }
    return mesh
  }

  /// The same solid with its texture turned by a quarter, so that the grain of a tube or loft runs along its path.
  package var grainAlong: MeshBuilder {
    var mesh = self
    mesh.mapUVs { Vector2($0.y, $0.x) }
    return mesh
  }

  /// The same solid with every point moved.
  package func displaced(_ f: (Vector3) -> Vector3) -> MeshBuilder {
    var mesh = self
    mesh.displace(f)
    return mesh
  }

  /// A closed cord, e.g. the piping of a cushion, along a loop that lies roughly across `axis`.
  package static func cord(_ loop: [Vector3], axis: Vector3, radius: Double, sides: Int = 4) -> MeshBuilder {
    var b = MeshBuilder()
    let n = loop.count
    guard n >= 3 else { return b }
    let ids = loop.indices.map { i -> [Int] in
      let tangent = normalized(loop[(i + 1) % n] - loop[(i + n - 1) % n])
      let side = normalized(cross(axis, tangent))
      let up = cross(tangent, side)
      return (0..<sides).map { k in
        let (s, c) = DeterministicMath.sincos(2 * Double.pi * Double(k) / Double(sides))
        return b.point(loop[i] + (side * c + up * s) * radius)
      }
    }
    for i in 0..<n {
      for k in 0..<sides {
        let (j, l) = ((i + 1) % n, (k + 1) % sides)
        b.quad(ids[i][k], ids[i][l], ids[j][l], ids[j][k])
      }
    }
    b.projectUVs()
    b.orientOutward()
    return b
  }
}

/// An outline drawn in by `d` metres, its corners mitred; counter-clockwise, convex or nearly so.
package func insetOutline(_ outline: [Vector2], by d: Double) -> [Vector2] {
  guard d != 0 else { return outline }
  let n = outline.count
  return outline.indices.map { i in
    let before = normalized(outline[i] - outline[(i + n - 1) % n])
    let after = normalized(outline[(i + 1) % n] - outline[i])
    let sum = Vector2(-before.y, before.x) + Vector2(-after.y, after.x)
    let square = dot(sum, sum)
    return square < 1e-9 ? outline[i] : outline[i] + sum * (2 * d / square)
  }
}
