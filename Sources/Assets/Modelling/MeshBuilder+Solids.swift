package import VectorMath

/// Closed solids, faces outward. Texture coordinates in metres unless said otherwise.
extension MeshBuilder {
  /// A box around `center`, its edges cut off by `bevel` metres (0 = sharp).
  package static func box(size: Vector3, center: Vector3 = .zero, bevel: Double = 0) -> MeshBuilder {
    var b = MeshBuilder()
    let h = size / 2
    let cut = Swift.min(bevel, least(h) * 0.99)
    let signs: [Double] = [-1, 1]
    if cut <= 0 {
      var ids: [Int] = []
      for z in signs {
        for y in signs { for x in signs { ids.append(b.point(center + h * Vector3(x, y, z))) } }
      }
      for f in [[0, 2, 3, 1], [4, 5, 7, 6], [0, 1, 5, 4], [2, 6, 7, 3], [0, 4, 6, 2], [1, 3, 7, 5]] {
        b.quad(ids[f[0]], ids[f[1]], ids[f[2]], ids[f[3]])
      }
    } else {
      // Three points a corner: on the face across x, across y, across z.
      var ids: [[Int]] = []
      for z in signs {
        for y in signs {
          for x in signs {
            let s = Vector3(x, y, z)
            ids.append(
              (0..<3).map { axis in
                var p = h - Vector3(repeating: cut)
                p[axis] = h[axis]
                return b.point(center + p * s)
              })
          }
        }
      }
      func corner(_ s: [Int], _ axis: Int) -> Int { ids[s[0] + 2 * s[1] + 4 * s[2]][axis] }
      for axis in 0..<3 {
        let (u, v) = ((axis + 1) % 3, (axis + 2) % 3)
        for side in 0..<2 {
          func at(_ i: Int, _ j: Int) -> Int {
            var s = [0, 0, 0]
            s[axis] = side
            s[u] = i
            s[v] = j
            return corner(s, axis)
          }
          let q = [at(0, 0), at(1, 0), at(1, 1), at(0, 1)]
          if side == 1 { b.quad(q[0], q[1], q[2], q[3]) } else { b.quad(q[3], q[2], q[1], q[0]) }
        }
        // The edges along `axis`: between the faces across u and across v.
        for i in 0..<2 {
          for j in 0..<2 {
            func at(_ k: Int, _ face: Int) -> Int {
              var s = [0, 0, 0]
              s[axis] = k
              s[u] = i
              s[v] = j
              return corner(s, face)
            }
            let q = [at(0, u), at(1, u), at(1, v), at(0, v)]
            if i == j { b.quad(q[3], q[2], q[1], q[0]) } else { b.quad(q[0], q[1], q[2], q[3]) }
          }
        }
      }
      for c in 0..<8 {
        let s = [c & 1, c >> 1 & 1, c >> 2 & 1]
        let isOdd = (s[0] + s[1] + s[2]) % 2 == 1
        if isOdd {
          b.triangle(ids[c][0], ids[c][1], ids[c][2])
        } else {
          b.triangle(ids[c][0], ids[c][2], ids[c][1])
        }
      }
    }
    b.projectUVs()
    return b
  }

  /// A box given by two opposite corners.
  package static func box(from a: Vector3, to b: Vector3, bevel: Double = 0) -> MeshBuilder {
    let d = b - a
    return box(
      size: Vector3(d.x.magnitude, d.y.magnitude, d.z.magnitude), center: (a + b) / 2, bevel: bevel)
  }

  /// A cylinder or a frustum of a cone between two points, closed at both ends; a radius of 0 makes a tip.
  package static func cylinder(
    from a: Vector3, to b: Vector3, radius: Double, endRadius: Double? = nil, sides: Int = 16
  ) -> MeshBuilder {
    tube([a, b], radii: [radius, endRadius ?? radius], sides: sides)
  }

  /// A ball squashed to the radii given, `rings` bands from pole to pole.
  package static func ellipsoid(
    center: Vector3 = .zero, radii: Vector3, sides: Int = 16, rings: Int = 10
  ) -> MeshBuilder {
    let profile = (0...rings).map { i in
      let (s, c) = DeterministicMath.sincos(Double.pi * Double(i) / Double(rings))
      return Vector2(i == 0 || i == rings ? 0 : s, -c)
    }
    return lathe(profile, sides: sides).transformed(
      AffineTransform(linear: Matrix3(diagonal: radii), translation: center))
  }

  package static func sphere(center: Vector3 = .zero, radius: Double, sides: Int = 16) -> MeshBuilder {
    ellipsoid(center: center, radii: Vector3(repeating: radius), sides: sides, rings: max(3, sides * 5 / 8))
  }

  /// A cylinder with round ends; the ends' centres are `a` and `b`.
  package static func capsule(
    from a: Vector3, to b: Vector3, radius: Double, endRadius: Double? = nil, sides: Int = 12,
    capRings: Int = 3
  ) -> MeshBuilder {
    let end = endRadius ?? radius
    let axis = normalized(b - a)
    var path: [Vector3] = []
    var radii: [Double] = []
    for i in 0...capRings {
      let (s, c) = DeterministicMath.sincos(Double.pi / 2 * Double(i) / Double(capRings))
      path.append(a - axis * (radius * c))
      radii.append(i == 0 ? 0 : radius * s)
    }
    for i in 0...capRings {
      let (s, c) = DeterministicMath.sincos(Double.pi / 2 * Double(i) / Double(capRings))
      path.append(b + axis * (end * s))
      radii.append(i == capRings ? 0 : end * c)
    }
    return tube(path, radii: radii, sides: sides)
  }

  /// A ring about the z axis.
  package static func torus(radius: Double, tube: Double, sides: Int = 24, rings: Int = 8) -> MeshBuilder {
    let profile = (0..<rings).map { i in
      let (s, c) = DeterministicMath.sincos(2 * Double.pi * Double(i) / Double(rings))
      return Vector2(radius + tube * c, tube * s)
    }
    return lathe(profile, sides: sides, isClosed: true)
  }

  /// A flat outline in the x-y plane (counter-clockwise) raised from `bottom` to `top` along z.
  package static func extrusion(_ outline: [Vector2], bottom: Double, top: Double) -> MeshBuilder {
    var b = MeshBuilder()
    // Round corners that use up a side leave its two ends in one place.
    let outline = outline.indices.filter { length(outline[$0] - outline[($0 + 1) % outline.count]) > 1e-9 }
      .map { outline[$0] }
    guard outline.count >= 3 else { return b }
    let low = outline.map { b.point(Vector3($0.x, $0.y, bottom)) }
    let high = outline.map { b.point(Vector3($0.x, $0.y, top)) }
    var along = 0.0
    for i in outline.indices {
      let j = (i + 1) % outline.count
      let next = along + length(outline[j] - outline[i])
      b.quad(
        low[i], low[j], high[j], high[i],
        uv: (Vector2(along, -bottom), Vector2(next, -bottom), Vector2(next, -top), Vector2(along, -top)))
      along = next
    }
    b.polygon(high)
    b.polygon(low.reversed())
    b.orientOutward()
    return b
  }
}
