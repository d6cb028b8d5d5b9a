package import VectorMath

/// A way around what blocks the straight one: by one edge, or by the two of something thick.
package struct Bend: Sendable, Hashable {
  /// The first point after the source and the last before the listener.
  package var first: Vector3
  package var last: Vector3
  /// Metres from the source to the listener.
  package var way: Double
}

extension AcousticScene {
  /// The shortest way around an edge from a source to a listener, where the straight one is blocked.
  ///
  /// The face that blocks the way, seen from either end, is searched in its own plane: outwards from where the way meets
  /// it until both legs are free, then to the shortest of what is free. So it finds door posts from the wall's plane, and
  /// roofs and corners from a façade's. Then the way is pulled taut over both faces. Ways whose edges no one point sees
  /// are not found.
  ///
  /// - Returns: `nil` where no edge within `farthest` metres lets sound by.
  package func bend(
    from source: Vector3, to listener: Vector3, owner: UInt32 = 0, farthest: Double = 40
  ) -> Bend? {
    let reach = length(listener - source)
    guard reach > 2 * AcousticScene.clearance else { return nil }
    let direction = (listener - source) / reach
    let end = reach - AcousticScene.clearance
    guard let near = nearest(source, direction, from: AcousticScene.clearance, to: end, passing: owner),
      let far = nearest(listener, -direction, from: AcousticScene.clearance, to: end, passing: owner)
    else { return nil }
    let searches = [near, far].map {
      EdgeSearch(scene: self, source: source, listener: listener, owner: owner, face: $0)
    }
    var best: (point: Vector3, way: Double)?
    for search in searches {
      guard let found = search.shortest(farthest) else { continue }
      if best.map({ found.way < $0.way }) ?? true { best = found }
    }
    guard let best else { return nil }
    return taut(
      best.point, from: source, to: listener, owner, faces: (searches[0].origin, searches[1].origin))
      ?? Bend(first: best.point, last: best.point, way: best.way)
  }

  /// The way by two points, one at either face, each drawn towards where the straight way would pass as far as the legs stay
  /// free.
  private func taut(
    _ point: Vector3, from source: Vector3, to listener: Vector3, _ owner: UInt32,
    faces: (near: Vector3, far: Vector3)
  ) -> Bend? {
    func isFree(_ a: Vector3, _ b: Vector3) -> Bool { self.isFree(from: a, to: b, passing: owner) }
    /// As far from `p` towards `goal` as it holds, less a hair, so that the next leg clears the edge.
    func drawn(_ p: Vector3, to goal: Vector3, _ holds: (Vector3) -> Bool) -> Vector3 {
      let span = length(goal - p)
      guard span > 0.01 else { return p }
      var (low, high) = (0.0, 1.0)
      for _ in 0..<14 {
        let middle = 0.5 * (low + high)
        if holds(p + (goal - p) * middle) { low = middle } else { high = middle }
      }
      return p + (goal - p) * (low - 0.005 / span)
    }
    // Where the legs pass the faces: the far one on the way to the listener, and the near one on the way from the source.
    let ahead = normalized(listener - source)
    func crossing(_ a: Vector3, _ b: Vector3, _ face: Vector3) -> Vector3 {
      let (from, to) = (dot(face - a, ahead), dot(b - a, ahead))
      return a + (b - a) * (to > 1e-9 ? min(max(from / to, 0), 1) : 0)
    }
    var first = dot(faces.near - point, ahead) < 0 ? crossing(source, point, faces.near) : point
    var last = dot(faces.far - point, ahead) > 0 ? crossing(point, listener, faces.far) : point
    for _ in 0..<2 {
      last = drawn(last, to: faces.far) { isFree(first, $0) && isFree($0, listener) }
      first = drawn(first, to: faces.near) { isFree(source, $0) && isFree($0, last) }
    }
    guard isFree(source, first), isFree(first, last), isFree(last, listener) else { return nil }
    let way = length(first - source) + length(last - first) + length(listener - last)
    let single = length(point - source) + length(listener - point)
    return way < single ? Bend(first: first, last: last, way: way) : nil
  }
}

/// The search in one plane.
private struct EdgeSearch {
  let scene: AcousticScene
  let source: Vector3
  let listener: Vector3
  let owner: UInt32
  let origin: Vector3
  let across: Vector3
  let up: Vector3

  init(
    scene: AcousticScene, source: Vector3, listener: Vector3, owner: UInt32, face: AcousticScene.Hit
  ) {
    self.scene = scene
    self.source = source
    self.listener = listener
    self.owner = owner
    let normal = face.normal
    // A little before the face, so that the face itself is not in the way.
    origin = face.point + normal * 2e-3
    // Level and upright where the face is upright.
    let axis = normal.z.magnitude > 0.9 ? Vector3(1, 0, 0) : Vector3(0, 0, 1)
    across = normalized(cross(axis, normal))
    up = cross(normal, across)
  }

  private func point(_ u: Double, _ v: Double) -> Vector3 { origin + across * u + up * v }

  private func way(_ p: Vector3) -> Double { length(p - source) + length(listener - p) }

  private func isFree(_ p: Vector3) -> Bool {
    scene.isFree(from: source, to: p, passing: owner) && scene.isFree(from: p, to: listener, passing: owner)
  }

  func shortest(_ farthest: Double) -> (point: Vector3, way: Double)? {
    var best: (u: Double, v: Double, way: Double)?
    for k in 0..<16 {
      let (s, c) = DeterministicMath.sincos(2 * Double.pi * Double(k) / 16)
      var (blocked, free) = (0.0, 0.0)
      var radius = 0.05
      while radius <= farthest {
        let p = point(c * radius, s * radius)
        // Farther out it only gets longer.
        if let best, way(p) >= best.way { break }
        if isFree(p) {
          free = radius
          break
        }
        blocked = radius
        radius *= 1.25
      }
      guard free > 0 else { continue }
      for _ in 0..<12 {
        let middle = 0.5 * (blocked + free)
        if isFree(point(c * middle, s * middle)) { free = middle } else { blocked = middle }
      }
      let p = point(c * free, s * free)
      if best.map({ way(p) < $0.way }) ?? true { best = (c * free, s * free, way(p)) }
    }
    guard var best else { return nil }
    // Along the edge, and towards it, in steps that halve.
    var step = 0.5
    for _ in 0..<300 where step > 5e-4 {
      var moved = false
      for (du, dv) in [
        (1.0, 0.0), (-1, 0), (0, 1), (0, -1), (0.7, 0.7), (-0.7, 0.7), (0.7, -0.7), (-0.7, -0.7),
      ] {
        let (u, v) = (best.u + step * du, best.v + step * dv)
        let p = point(u, v)
        if way(p) < best.way - 1e-6, isFree(p) {
          best = (u, v, way(p))
          moved = true
        }
      }
      if !moved { step *= 0.5 }
    }
    return (point(best.u, best.v), best.way)
  }
}
