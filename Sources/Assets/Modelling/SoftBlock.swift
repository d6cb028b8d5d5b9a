package import VectorMath

/// An upholstered block: a box with round edges whose faces swell in the middle, the body of cushions, arms and
/// mattresses. Metres, in the frame of its corners.
package struct SoftBlock: Sendable {
  var center: Vector3
  /// Half the lengths at the edges, before any swelling.
  var half: Vector3
  var radius: Double
  /// How far the middle of each pair of faces stands out.
  var crown: Vector3
  /// How far the surface wanders from its ideal form, and where in the pattern.
  var lumps: Double
  var phase: Double
  /// The largest distance between points of a face.
  var pitch: Double
  /// Buttons that draw the face of most x in: their pitch along y and z, and how deep.
  package var tufts: (pitch: Vector2, depth: Double)?

  package init(
    _ a: Vector3, _ b: Vector3, radius: Double, crown: Vector3 = .zero, lumps: Double = 0, phase: Double = 0,
    pitch: Double = 0.2
  ) {
    center = (a + b) / 2
    half = Vector3((b.x - a.x).magnitude, (b.y - a.y).magnitude, (b.z - a.z).magnitude) / 2
    self.radius = min(radius, least(half) * 0.96)
    (self.crown, self.lumps, self.phase, self.pitch) = (crown, lumps, phase, pitch)
  }

  /// Where the lattice has points along one axis: arcs of 45° at both ends, even steps between.
  private func stops(_ axis: Int) -> [Double] {
    let flat = half[axis] - radius
    let arc = [1, 0.41421356].map { flat + radius * $0 }
    let count = max(1, min(40, Int((2 * flat / pitch).rounded(.up))))
    let middle = (0...count).map { -flat + 2 * flat * Double($0) / Double(count) }
    return arc.map { -$0 } + middle + arc.reversed()
  }

  /// From a point on the lattice's box (about the middle) to the surface.
  private func shaped(_ p: Vector3) -> Vector3 {
    var core = p
    for k in 0..<3 { core[k] = max(radius - half[k], min(half[k] - radius, p[k])) }
    let out = p - core
    var q = core + normalized(out) * radius
    let s = Vector3(q.x / half.x, q.y / half.y, q.z / half.z)
    let w = Vector3(1 - s.x * s.x, 1 - s.y * s.y, 1 - s.z * s.z)
    q += s * crown * Vector3(w.y * w.z, w.z * w.x, w.x * w.y)
    if lumps > 0 {
      let m = phase * 6.3
      q.z += lumps * DeterministicMath.sin(9 * q.x + m) * DeterministicMath.sin(7 * q.y + 2 * m) * w.x * w.y
      q.x +=
        lumps * DeterministicMath.sin(8 * q.y + 3 * m) * DeterministicMath.sin(9 * q.z + m) * w.y * w.z
    }
    if let tufts, s.x > 0 { q.x -= tuft(q, tufts.pitch, tufts.depth) * s.x * s.x }
    return q + center
  }

  /// How far the nearest button and the folds between buttons draw the face in.
  private func tuft(_ p: Vector3, _ pitch: Vector2, _ depth: Double) -> Double {
    var sum = 0.0
    for b in buttons(pitch) {
      let (dy, dz) = ((p.y - b.x) / pitch.x, (p.z - b.y) / pitch.y)
      let r = (dy * dy + dz * dz).squareRoot()
      sum = max(sum, max(0, 1 - r / 0.55))
      // The folds run diagonally from button to button.
      for side in [-1.0, 1] {
        let across = (dy - side * dz).magnitude
        let along = (dy + side * dz).magnitude
        if along < 1.02 { sum = max(sum, 0.55 * max(0, 1 - across / 0.22)) }
      }
    }
    return depth * sum
  }

  /// The places of the buttons about the middle, (y, z): rows in quincunx.
  private func buttons(_ pitch: Vector2) -> [Vector2] {
    let rows = max(1, Int((2 * half.z - pitch.y * 0.8) / pitch.y))
    let columns = max(1, Int((2 * half.y - pitch.x * 0.8) / pitch.x))
    return (0..<rows).flatMap { r -> [Vector2] in
      let n = r % 2 == 0 ? columns : columns - 1
      return (0..<max(0, n)).map { c in
        Vector2(
          (Double(c) - Double(n - 1) / 2) * pitch.x, (Double(r) - Double(rows - 1) / 2) * pitch.y)
      }
    }
  }

  /// Small covered buttons where `tufts` draws the face in.
  package var buttonMesh: MeshBuilder {
    var mesh = MeshBuilder()
    guard let tufts else { return mesh }
    for b in buttons(tufts.pitch) {
      let at = shaped(Vector3(half.x, b.x, b.y))
      mesh.append(.ellipsoid(center: at, radii: Vector3(0.007, 0.012, 0.012), sides: 8, rings: 4))
    }
    return mesh
  }

  package var mesh: MeshBuilder {
    var b = MeshBuilder()
    let axes = (0..<3).map(stops)
    let n = axes.map(\.count)
    var ids = [Int](repeating: -1, count: n[0] * n[1] * n[2])
    func id(_ at: [Int]) -> Int {
      let flat = (at[2] * n[1] + at[1]) * n[0] + at[0]
      if ids[flat] < 0 {
        ids[flat] = b.point(shaped(Vector3(axes[0][at[0]], axes[1][at[1]], axes[2][at[2]])))
      }
      return ids[flat]
    }
    for axis in 0..<3 {
      let (u, v) = ((axis + 1) % 3, (axis + 2) % 3)
      for side in 0..<2 {
        for i in 0..<n[u] - 1 {
          for j in 0..<n[v] - 1 {
            func at(_ di: Int, _ dj: Int) -> Int {
              var place = [0, 0, 0]
              place[axis] = side * (n[axis] - 1)
              place[u] = i + di
              place[v] = j + dj
              return id(place)
            }
            let q = [at(0, 0), at(1, 0), at(1, 1), at(0, 1)]
            if side == 1 { b.quad(q[0], q[1], q[2], q[3]) } else { b.quad(q[3], q[2], q[1], q[0]) }
          }
        }
      }
    }
    b.projectUVs()
    b.orientOutward()
    return b
  }

  /// The cord along the edges of the face across `axis` on its positive (or negative) side.
  package func piping(axis: Int, positive: Bool = true, radius: Double = 0.004) -> MeshBuilder {
    let (u, v) = ((axis + 1) % 3, (axis + 2) % 3)
    let (a, c) = (stops(u), stops(v))
    guard let a0 = a.first, let a1 = a.last, let c0 = c.first, let c1 = c.last else { return MeshBuilder() }
    let flat =
      a.dropLast().map { ($0, c0) } + c.dropLast().map { (a1, $0) } + a.reversed().dropLast().map { ($0, c1) }
      + c.reversed().dropLast().map { (a0, $0) }
    let loop = flat.map { pair -> Vector3 in
      var p = Vector3.zero
      p[axis] = positive ? half[axis] : -half[axis]
      (p[u], p[v]) = (pair.0, pair.1)
      return shaped(p)
    }
    var normal = Vector3.zero
    normal[axis] = positive ? 1 : -1
    return .cord(loop, axis: normal, radius: radius)
  }
}

extension MeshBuilder {
  /// The same solid leaning back: x less by `slope` times the height above `z`.
  package func leaning(_ slope: Double, from z: Double) -> MeshBuilder {
    displaced { Vector3($0.x - slope * ($0.z - z), $0.y, $0.z) }
  }
}
