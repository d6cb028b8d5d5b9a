import Assets
import VectorMath

/// Feels a body from outside along an axis: where lamps, gaps and handles go, exactly on the faces as they are.
struct SurfaceProbe {
  /// The side from which it feels.
  enum Side: CaseIterable {
    case front, rear, left, top

    /// Outward.
    var normal: Vector3 {
      switch self {
      case .front: Vector3(1, 0, 0)
      case .rear: Vector3(-1, 0, 0)
      case .left: Vector3(0, 1, 0)
      case .top: Vector3(0, 0, 1)
      }
    }

    /// The two coordinates that stay: (y, z), (y, z), (x, z), (x, y).
    func flat(_ p: Vector3) -> Vector2 {
      switch self {
      case .front, .rear: Vector2(p.y, p.z)
      case .left: Vector2(p.x, p.z)
      case .top: Vector2(p.x, p.y)
      }
    }

    func point(_ p: Vector2, height: Double) -> Vector3 {
      switch self {
      case .front: Vector3(height, p.x, p.y)
      case .rear: Vector3(-height, p.x, p.y)
      case .left: Vector3(p.x, height, p.y)
      case .top: Vector3(p.x, p.y, height)
      }
    }
  }

  private struct Face {
    var a: Vector2
    var b: Vector2
    var c: Vector2
    var heights: Vector3
    var normal: Vector3
  }

  /// A place on the body and the way out of it.
  struct Contact {
    var point: Vector3
    var normal: Vector3
  }

  private static let cell = 0.08
  private let sides: [[SIMD2<Int>: [Face]]]

  init(_ bodies: [MeshBuilder]) {
    sides = Side.allCases.map { side in
      var cells: [SIMD2<Int>: [Face]] = [:]
      for body in bodies {
        for t in stride(from: 0, to: body.corners.count, by: 3) {
          let p = (0..<3).map { body.points[body.corners[t + $0].point] }
          guard dot(cross(p[1] - p[0], p[2] - p[0]), side.normal) > 0 else { continue }
          let flat = p.map { side.flat($0) }
          let face = Face(
            a: flat[0], b: flat[1], c: flat[2],
            heights: Vector3(dot(p[0], side.normal), dot(p[1], side.normal), dot(p[2], side.normal)),
            normal: normalized(cross(p[1] - p[0], p[2] - p[0])))
          let low = Self.place(Vector2(flat.map(\.x).min() ?? 0, flat.map(\.y).min() ?? 0))
          let high = Self.place(Vector2(flat.map(\.x).max() ?? 0, flat.map(\.y).max() ?? 0))
          for i in low.x...high.x { for j in low.y...high.y { cells[SIMD2(i, j), default: []].append(face) } }
        }
      }
      return cells
    }
  }

  private static func place(_ p: Vector2) -> SIMD2<Int> {
    SIMD2(Int((p.x / cell).rounded(.down)), Int((p.y / cell).rounded(.down)))
  }

  /// The outermost point seen from a side at the coordinates that stay; `nil` beside the body.
  func touch(_ side: Side, _ p: Vector2) -> Vector3? { contact(side, p)?.point }

  func contact(_ side: Side, _ p: Vector2) -> Contact? {
    let index = Side.allCases.firstIndex(of: side) ?? 0
    var best: (height: Double, normal: Vector3)?
    for f in sides[index][Self.place(p)] ?? [] {
      let (u, v, w) = (cross(f.b - f.a, p - f.a), cross(f.c - f.b, p - f.b), cross(f.a - f.c, p - f.c))
      let sum = u + v + w
      guard sum.magnitude > 1e-12 else { continue }
      let weights = Vector3(v, w, u) / sum
      guard least(weights) > -1e-6 else { continue }
      let height = dot(weights, f.heights)
      if height > best?.height ?? -.infinity { best = (height, f.normal) }
    }
    return best.map { Contact(point: side.point(p, height: $0.height), normal: $0.normal) }
  }

  /// As `touch`; beside the body the nearest place towards `inside`, so that patches may reach around corners.
  func reach(_ side: Side, _ p: Vector2, inside: Vector2) -> Vector3 {
    nearest(side, p, inside: inside).point
  }

  private func nearest(_ side: Side, _ p: Vector2, inside: Vector2) -> Contact {
    for k in 0...24 {
      if let hit = contact(side, p + (inside - p) * (Double(k) / 24)) { return hit }
    }
    return Contact(point: side.point(p, height: 0), normal: side.normal)
  }

  // MARK: What is laid on

  /// A plate on the body between an upper and a lower line of as many points, in the coordinates of the side; it
  /// stands `proud` metres off the faces and reaches `depth` into them.
  func plate(
    _ side: Side, upper: [Vector2], lower: [Vector2], rows: Int = 2, proud: Double = 0.004,
    depth: Double = 0.03
  ) -> MeshBuilder {
    guard upper.count == lower.count, upper.count >= 2 else { return MeshBuilder() }
    let middle = (upper.reduce(.zero, +) + lower.reduce(.zero, +)) / Double(2 * upper.count)
    let columns = upper.count - 1
    var points: [[Contact]] = []
    for j in 0...rows {
      points.append(
        (0...columns).map { i in
          let p = upper[i] + (lower[i] - upper[i]) * (Double(j) / Double(rows))
          return nearest(side, p, inside: middle)
        })
    }
    func at(_ u: Double, _ v: Double) -> Contact {
      points[Int((v * Double(rows)).rounded())][Int((u * Double(columns)).rounded())]
    }
    return .slab(
      columns: columns, rows: rows, front: { at($0, $1).point + at($0, $1).normal * proud },
      back: { at($0, $1).point - side.normal * depth })
  }

  /// A plate over a quadrilateral: upper inner or left, upper right, lower right, lower left.
  func quad(
    _ side: Side, _ corners: (Vector2, Vector2, Vector2, Vector2), columns: Int = 6, rows: Int = 2,
    proud: Double = 0.004, depth: Double = 0.03
  ) -> MeshBuilder {
    func line(_ a: Vector2, _ b: Vector2) -> [Vector2] {
      (0...columns).map { a + (b - a) * (Double($0) / Double(columns)) }
    }
    return plate(
      side, upper: line(corners.0, corners.1), lower: line(corners.3, corners.2), rows: rows, proud: proud,
      depth: depth)
  }

  /// A strip along a line on the body, `width` metres wide: gaps between panels, mouldings.
  func strip(
    _ side: Side, _ line: [Vector2], width: Double, proud: Double = 0.002, depth: Double = 0.012,
    step: Double = 0.05
  ) -> MeshBuilder {
    var path: [Vector2] = []
    for (a, b) in zip(line, line.dropFirst()) {
      let n = max(1, Int((length(b - a) / step).rounded(.up)))
      for k in 0..<n { path.append(a + (b - a) * (Double(k) / Double(n))) }
    }
    if let last = line.last { path.append(last) }
    guard path.count >= 2 else { return MeshBuilder() }
    let n = path.count
    let normals = path.indices.map { i -> Vector2 in
      let t = normalized(path[min(i + 1, n - 1)] - path[max(i - 1, 0)])
      return Vector2(-t.y, t.x) * (width / 2)
    }
    return plate(
      side, upper: zip(path, normals).map { $0 + $1 }, lower: zip(path, normals).map { $0 - $1 }, rows: 1,
      proud: proud, depth: depth)
  }
}
