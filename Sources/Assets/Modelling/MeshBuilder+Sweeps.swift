package import VectorMath

/// Surfaces swept along a path or turned about an axis, closed, faces outward.
extension MeshBuilder {
  /// A skin over cross-sections, each a closed ring of as many points, in order along a path; the ends are
  /// closed by flat caps, or run to a point where a ring is one place only.
  ///
  /// u runs around the ring, v along the path, both in metres.
  /// - Parameter girth: metres of u around every ring, so that a pattern goes on from ring to ring where these narrow; `nil` =
  ///   each strip has its own.
  package static func loft(_ rings: [[Vector3]], girth: Double? = nil) -> MeshBuilder {
    var b = MeshBuilder()
    guard rings.count >= 2, let n = rings.first?.count, n >= 3, rings.allSatisfy({ $0.count == n }) else {
      return b
    }
    let ids = rings.map { ring -> [Int] in
      if ring.allSatisfy({ $0 == ring[0] }) {
        let tip = b.point(ring[0])
        return [Int](repeating: tip, count: n)
      }
      return ring.map { b.point($0) }
    }
    var v = 0.0
    for r in 1..<rings.count {
      let step = length(mean(rings[r]) - mean(rings[r - 1]))
      let vNext = v + max(step, length(rings[r][0] - rings[r - 1][0]))
      var u = 0.0
      for i in 0..<n {
        let j = (i + 1) % n
        let step = max(length(rings[r][j] - rings[r][i]), length(rings[r - 1][j] - rings[r - 1][i]))
        let uNext = u + (girth.map { $0 / Double(n) } ?? step)
        b.quad(
          ids[r - 1][i], ids[r - 1][j], ids[r][j], ids[r][i],
          uv: (Vector2(u, v), Vector2(uNext, v), Vector2(uNext, vNext), Vector2(u, vNext)))
        u = uNext
      }
      v = vNext
    }
    if let first = ids.first, Set(first).count > 1 { b.polygon(first.reversed()) }
    if let last = ids.last, Set(last).count > 1 { b.polygon(last) }
    b.orientOutward()
    return b
  }

  /// A round tube along a path, its radius given at every point of the path; radius 0 at an end makes a tip.
  package static func tube(
    _ path: [Vector3], radii: [Double], sides: Int = 12, girth: Double? = nil
  ) -> MeshBuilder {
    guard path.count >= 2, path.count == radii.count else { return MeshBuilder() }
    let frames = transportedFrames(path)
    return loft(
      path.indices.map { i in
        guard radii[i] > 0 else { return [Vector3](repeating: path[i], count: sides) }
        return (0..<sides).map { k in
          let (s, c) = DeterministicMath.sincos(2 * Double.pi * Double(k) / Double(sides))
          return path[i] + (frames[i].side * c + frames[i].up * s) * radii[i]
        }
      }, girth: girth)
  }

  package static func tube(_ path: [Vector3], radius: Double, sides: Int = 12) -> MeshBuilder {
    tube(path, radii: path.map { _ in radius }, sides: sides)
  }

  /// A profile of (radius, height) turned about the z axis; a radius of 0 makes a pole. Ends that are not
  /// poles are closed by flat discs, unless the profile itself is a closed loop.
  package static func lathe(_ profile: [Vector2], sides: Int = 24, isClosed: Bool = false) -> MeshBuilder {
    var b = MeshBuilder()
    guard profile.count >= 2, sides >= 3 else { return b }
    let turns = (0..<sides).map { DeterministicMath.sincos(2 * Double.pi * Double($0) / Double(sides)) }
    let rings = profile.map { p -> [Int] in
      if p.x <= 0 {
        let pole = b.point(Vector3(0, 0, p.y))
        return [Int](repeating: pole, count: sides)
      }
      return turns.map { b.point(Vector3(p.x * $0.cos, p.x * $0.sin, p.y)) }
    }
    var v = 0.0
    for r in 0..<(isClosed ? profile.count : profile.count - 1) {
      let s = (r + 1) % profile.count
      let vNext = v + length(profile[s] - profile[r])
      for i in 0..<sides {
        let j = (i + 1) % sides
        let (u0, u1) = (Double(i) / Double(sides), Double(i + 1) / Double(sides))
        b.quad(
          rings[r][i], rings[r][j], rings[s][j], rings[s][i],
          uv: (Vector2(u0, v), Vector2(u1, v), Vector2(u1, vNext), Vector2(u0, vNext)))
      }
      v = vNext
    }
    if !isClosed {
      if let first = rings.first, profile[0].x > 0 { b.polygon(first.reversed()) }
      if let last = rings.last, profile[profile.count - 1].x > 0 { b.polygon(last) }
    }
    b.orientOutward()
    return b
  }

  /// A bar of constant section along a path: `section` is an outline of (side, up) metres.
  package static func bar(_ path: [Vector3], section: [Vector2], up: Vector3 = Vector3(0, 0, 1))
    -> MeshBuilder
  {
    guard path.count >= 2 else { return MeshBuilder() }
    return loft(
      path.indices.map { i in
        let tangent = normalized(path[min(i + 1, path.count - 1)] - path[max(i - 1, 0)])
        let side = normalized(cross(up, tangent))
        let top = cross(tangent, side)
        return section.map { path[i] + side * $0.x + top * $0.y }
      })
  }

  private static func mean(_ ring: [Vector3]) -> Vector3 { ring.reduce(.zero, +) / Double(ring.count) }

  /// Frames along a path that do not spin about it.
  private static func transportedFrames(_ path: [Vector3]) -> [(side: Vector3, up: Vector3)] {
    var out: [(side: Vector3, up: Vector3)] = []
    var side = Vector3.zero
    for i in path.indices {
      let t = normalized(path[min(i + 1, path.count - 1)] - path[max(i - 1, 0)])
      if i == 0 {
        side = normalized(cross(t.z.magnitude < 0.9 ? Vector3(0, 0, 1) : Vector3(1, 0, 0), t))
      } else {
        side = normalized(side - t * dot(side, t))
      }
      out.append((side, cross(t, side)))
    }
    return out
  }
}

/// A closed outline between an ellipse (exponent 2) and a rectangle (large exponents), counter-clockwise.
package func superellipse(_ a: Double, _ b: Double, exponent: Double = 2, count: Int = 16) -> [Vector2] {
  (0..<count).map { i in
    let (s, c) = DeterministicMath.sincos(2 * Double.pi * (Double(i) + 0.5) / Double(count))
    func bend(_ x: Double) -> Double {
      let m = DeterministicMath.pow(x.magnitude, 2 / exponent)
      return x < 0 ? -m : m
    }
    return Vector2(a * bend(c), b * bend(s))
  }
}

/// A rectangle with round corners, counter-clockwise, `corner` segments a quarter.
package func roundedRectangle(_ width: Double, _ height: Double, radius: Double, corner: Int = 4) -> [Vector2]
{
  let r = min(radius, width / 2, height / 2)
  let centers = [
    Vector2(width / 2 - r, height / 2 - r), Vector2(r - width / 2, height / 2 - r),
    Vector2(r - width / 2, r - height / 2), Vector2(width / 2 - r, r - height / 2),
  ]
  return centers.enumerated().flatMap { q, c in
    (0...corner).map { i in
      let a = Double.pi / 2 * (Double(q) + Double(i) / Double(corner))
      let (s, k) = DeterministicMath.sincos(a)
      return c + Vector2(k, s) * r
    }
  }
}
