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

  /// The faces that look to one side, in the cells of a lattice that they touch.
  private struct Lattice {
    private static let cell = 0.09
    private var faces: [Face] = []
    private var origin = Vector2.zero
    private var size = SIMD2<Int>.zero
    /// Where each cell's numbers begin in `numbers`.
    private var starts: [Int32] = []
    private var numbers: [Int32] = []

    init(_ bodies: [MeshBuilder], side: Side) {
      let out = side.normal
      var spans: [(low: Vector2, high: Vector2)] = []
      var (least, most) = (Vector2(repeating: .infinity), Vector2(repeating: -.infinity))
      for body in bodies {
        for t in stride(from: 0, to: body.corners.count, by: 3) {
          let a = body.points[body.corners[t].point]
          let b = body.points[body.corners[t + 1].point]
          let c = body.points[body.corners[t + 2].point]
          let normal = cross(b - a, c - a)
          guard dot(normal, out) > 1e-12 else { continue }
          let (p, q, r) = (side.flat(a), side.flat(b), side.flat(c))
          let low = Vector2(min(p.x, q.x, r.x), min(p.y, q.y, r.y))
          let high = Vector2(max(p.x, q.x, r.x), max(p.y, q.y, r.y))
          faces.append(
            Face(
              a: p, b: q, c: r, heights: Vector3(dot(a, out), dot(b, out), dot(c, out)),
              normal: normalized(normal)))
          spans.append((low, high))
          least = Vector2(min(least.x, low.x), min(least.y, low.y))
          most = Vector2(max(most.x, high.x), max(most.y, high.y))
        }
      }
      guard !faces.isEmpty else { return }
      origin = least
      let cells = (most - least) / Self.cell
      size = SIMD2(Int(cells.x) + 1, Int(cells.y) + 1)
      let ranges = spans.map { (place($0.low), place($0.high)) }
      var counts = [Int32](repeating: 0, count: size.x * size.y + 1)
      for (low, high) in ranges {
        for j in low.y...high.y { for i in low.x...high.x { counts[j * size.x + i + 1] += 1 } }
      }
      for i in 1..<counts.count { counts[i] += counts[i - 1] }
      starts = counts
      numbers = [Int32](repeating: 0, count: Int(counts[counts.count - 1]))
      for (k, (low, high)) in ranges.enumerated() {
        for j in low.y...high.y {
          for i in low.x...high.x {
            let cell = j * size.x + i
            numbers[Int(counts[cell])] = Int32(k)
            counts[cell] += 1
          }
        }
      }
    }

    private func place(_ p: Vector2) -> SIMD2<Int> {
      let q = (p - origin) / Self.cell
      return SIMD2(max(0, min(size.x - 1, Int(q.x))), max(0, min(size.y - 1, Int(q.y))))
    }

    /// The highest face above a place.
    func top(_ p: Vector2) -> (height: Double, normal: Vector3)? {
      guard !faces.isEmpty, (p - origin).x.isFinite, (p - origin).y.isFinite else { return nil }
      let at = place(p)
      let cell = at.y * size.x + at.x
      var best: (height: Double, normal: Vector3)?
      for i in starts[cell]..<starts[cell + 1] {
        let f = faces[Int(numbers[Int(i)])]
        let (u, v, w) = (cross(f.b - f.a, p - f.a), cross(f.c - f.b, p - f.b), cross(f.a - f.c, p - f.c))
        let sum = u + v + w
        guard sum.magnitude > 1e-12 else { continue }
        let weights = Vector3(v, w, u) / sum
        guard least(weights) > -1e-6 else { continue }
        let height = dot(weights, f.heights)
        if height > best?.height ?? -.infinity { best = (height, f.normal) }
      }
      return best
    }
  }

  private let lattices: [Lattice]
  /// How finely what is laid on follows the body.
  private let detail: Fineness

  init(_ bodies: [MeshBuilder], detail: Fineness = .fine) {
    lattices = Side.allCases.map { Lattice(bodies, side: $0) }
    self.detail = detail
  }

  /// The outermost point seen from a side at the coordinates that stay; `nil` beside the body.
  func touch(_ side: Side, _ p: Vector2) -> Vector3? { contact(side, p)?.point }

  func contact(_ side: Side, _ p: Vector2) -> Contact? {
    let index = Side.allCases.firstIndex(of: side) ?? 0
    return lattices[index].top(p).map { Contact(point: side.point(p, height: $0.height), normal: $0.normal) }
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
    let sum: Vector2 = (upper + lower).reduce(.zero, +)
    let middle = sum / Double(2 * upper.count)
    let (upper, lower) = (detail.following(upper), detail.following(lower))
    let rows = detail.following(rows)
    // Fewer corners would sink between those of the body.
    let proud = proud + detail.clearance
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
    // Thinner than a pixel of who sees this level.
    guard detail.hasLines || width > 0.012 else { return MeshBuilder() }
    var path: [Vector2] = []
    for (a, b) in zip(line, line.dropFirst()) {
      let n = max(1, Int((length(b - a) / detail.spacing(step)).rounded(.up)))
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
