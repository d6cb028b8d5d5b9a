import Assets
import VectorMath
import WorldModel

/// Shapes that moulded, cast and pressed things share: blocks with round edges, troughs, pipes.
enum FixtureShape {
  /// A level section: a rectangle with round corners.
  struct Section {
    var center: Vector2
    /// Along x and y, metres.
    var size: Vector2
    var radius: Double
    var z: Double

    init(_ center: Vector2, _ size: Vector2, radius: Double, z: Double) {
      self.center = center
      self.size = size
      self.radius = radius
      self.z = z
    }

    /// As a cross-section of a vessel's inside.
    var hollow: Asset.Vessel.Section {
      .init(height: z, center: center, half: size / 2, corner: max(0, radius))
    }
  }

  /// A skin over sections, in order; its ends are closed. Sections that turn back inside make a vessel.
  static func skin(_ sections: [Section], corner: Int = 4) -> MeshBuilder {
    .loft(
      sections.map { s in
        roundedRectangle(
          max(s.size.x, 0.002), max(s.size.y, 0.002),
          radius: min(max(s.radius, 0.0004), s.size.x * 0.499, s.size.y * 0.499), corner: corner
        ).map { Vector3($0.x + s.center.x, $0.y + s.center.y, s.z) }
      })
  }

  /// A box with upright edges rounded by `radius`, those around its top by `edge` and around its bottom by `low`.
  static func block(
    from a: Vector3, to b: Vector3, radius: Double, edge: Double = 0.003, low: Double = 0, corner: Int = 4,
    steps: Int = 3
  ) -> MeshBuilder {
    let center = Vector2((a.x + b.x) / 2, (a.y + b.y) / 2)
    let size = Vector2(b.x - a.x, b.y - a.y)
    var sections: [Section] = []
    func add(_ inset: Double, _ z: Double) {
      sections.append(
        Section(center, size - Vector2(repeating: 2 * inset), radius: radius - inset, z: z))
    }
    if low > 0 {
      for i in 0..<steps {
        let (s, c) = DeterministicMath.sincos(.pi / 2 * Double(i) / Double(steps))
        add(low * (1 - s), a.z + low * (1 - c))
      }
    }
    add(0, a.z + low)
    if edge > 0 {
      for i in 0...steps {
        let (s, c) = DeterministicMath.sincos(.pi / 2 * Double(i) / Double(steps))
        if i == 0 && b.z - edge <= a.z + low { continue }
        add(edge * (1 - c), b.z - edge + edge * s)
      }
    } else {
      add(0, b.z)
    }
    return skin(sections, corner: corner)
  }

  /// Turned so that what looked up looks along +x: x becomes y, y becomes z, z becomes x.
  static func forward(_ shape: MeshBuilder) -> MeshBuilder {
    shape.transformed(
      AffineTransform(
        linear: Matrix3(columns: Vector3(0, 1, 0), Vector3(0, 0, 1), Vector3(1, 0, 0)), translation: .zero))
  }

  /// A plate that faces +x between two corners, with round corners and a round front edge: screens, doors, fronts.
  static func plate(
    from a: Vector3, to b: Vector3, radius: Double, edge: Double = 0.002, low: Double = 0, corner: Int = 4,
    steps: Int = 3
  ) -> MeshBuilder {
    forward(
      block(
        from: Vector3(a.y, a.z, a.x), to: Vector3(b.y, b.z, b.x), radius: radius, edge: edge, low: low,
        corner: corner, steps: steps))
  }

  /// A flat picture that faces +x: the whole texture, upright, on a plate `depth` thick.
  static func picture(x: Double, y: ClosedRange<Double>, z: ClosedRange<Double>, depth: Double = 0.001)
    -> MeshBuilder
  {
    func at(_ u: Double, _ v: Double, _ x: Double) -> Vector3 {
      Vector3(
        x, y.lowerBound + (y.upperBound - y.lowerBound) * u, z.upperBound - (z.upperBound - z.lowerBound) * v)
    }
    return .slab(columns: 1, rows: 1, front: { at($0, $1, x) }, back: { at($0, $1, x - depth) })
  }

  /// A picture that faces up: u along −y (to the right of somebody looking along +x... from x's far side), v along +x.
  static func levelPicture(z: Double, x: ClosedRange<Double>, y: ClosedRange<Double>, depth: Double = 0.001)
    -> MeshBuilder
  {
    func at(_ u: Double, _ v: Double, _ z: Double) -> Vector3 {
      Vector3(
        x.lowerBound + (x.upperBound - x.lowerBound) * v, y.lowerBound + (y.upperBound - y.lowerBound) * u, z)
    }
    return .slab(columns: 1, rows: 1, front: { at($0, $1, z) }, back: { at($0, $1, z - depth) })
  }

  /// A pipe through points whose corners are rounded by `bend` metres.
  static func pipe(_ points: [Vector3], radius: Double, bend: Double, sides: Int = 10, steps: Int = 5)
    -> MeshBuilder
  {
    .tube(rounded(points, bend: bend, steps: steps), radius: radius, sides: sides)
  }

  /// A path whose inner corners are replaced by arcs (as quadratic curves).
  static func rounded(_ points: [Vector3], bend: Double, steps: Int = 5) -> [Vector3] {
    guard points.count > 2, let first = points.first, let last = points.last else { return points }
    var out = [first]
    for i in 1..<(points.count - 1) {
      let (p, q, r) = (points[i - 1], points[i], points[i + 1])
      let cut = min(bend, length(q - p) * 0.49, length(r - q) * 0.49)
      let (a, b) = (q + normalized(p - q) * cut, q + normalized(r - q) * cut)
      for k in 0...steps {
        let t = Double(k) / Double(steps)
        out.append(a * ((1 - t) * (1 - t)) + q * (2 * t * (1 - t)) + b * (t * t))
      }
    }
    out.append(last)
    return out
  }

  /// A worktop along y: a board with its grain along it.
  /// - Parameter holes: (least x and y, greatest x and y), inside the board, apart from each other.
  static func worktop(from a: Vector3, to b: Vector3, holes: [(Vector2, Vector2)] = []) -> MeshBuilder {
    var mesh = board(from: a, to: b, holes: holes, bevel: 0.004)
    // The grain of wood runs along the wall.
    mesh.setUVs { Vector2($0.y, $0.x + $0.z) }
    return mesh
  }

  /// A level board with rectangular holes; its upper outer edge is cut off by `bevel`.
  /// - Parameter holes: (least x and y, greatest x and y), inside the board, apart from each other.
  static func board(from a: Vector3, to b: Vector3, holes: [(Vector2, Vector2)], bevel: Double) -> MeshBuilder
  {
    let (lowX, highX) = (a.x + bevel, b.x - bevel)
    let (lowY, highY) = (a.y + bevel, b.y - bevel)
    func lines(_ low: Double, _ high: Double, _ cuts: [Double]) -> [Double] {
      var out = [low]
      for c in cuts.sorted() where c > (out.last ?? low) + 1e-6 && c < high - 1e-6 { out.append(c) }
      return out + [high]
    }
    let xs = lines(lowX, highX, holes.flatMap { [$0.0.x, $0.1.x] })
    let ys = lines(lowY, highY, holes.flatMap { [$0.0.y, $0.1.y] })
    let (nx, ny) = (xs.count, ys.count)
    var mesh = MeshBuilder()
    let top = xs.map { x in ys.map { mesh.point(Vector3(x, $0, b.z)) } }
    let bottom = xs.indices.map { i in
      ys.indices.map { j in
        mesh.point(
          Vector3(
            i == 0 ? a.x : i == nx - 1 ? b.x : xs[i], j == 0 ? a.y : j == ny - 1 ? b.y : ys[j], a.z))
      }
    }
    func isSolid(_ i: Int, _ j: Int) -> Bool {
      guard i >= 0, j >= 0, i < nx - 1, j < ny - 1 else { return false }
      let p = Vector2((xs[i] + xs[i + 1]) / 2, (ys[j] + ys[j + 1]) / 2)
      return !holes.contains { $0.0.x < p.x && p.x < $0.1.x && $0.0.y < p.y && p.y < $0.1.y }
    }
    for i in 0..<(nx - 1) {
      for j in 0..<(ny - 1) where isSolid(i, j) {
        mesh.quad(top[i][j], top[i + 1][j], top[i + 1][j + 1], top[i][j + 1])
        mesh.quad(bottom[i][j], bottom[i][j + 1], bottom[i + 1][j + 1], bottom[i + 1][j])
        // Walls of holes: where the neighbour is missing but inside the board.
        if i > 0 && !isSolid(i - 1, j) {
          mesh.quad(top[i][j + 1], bottom[i][j + 1], bottom[i][j], top[i][j])
        }
        if i < nx - 2 && !isSolid(i + 1, j) {
          mesh.quad(top[i + 1][j], bottom[i + 1][j], bottom[i + 1][j + 1], top[i + 1][j + 1])
        }
        if j > 0 && !isSolid(i, j - 1) {
          mesh.quad(top[i][j], bottom[i][j], bottom[i + 1][j], top[i + 1][j])
        }
        if j < ny - 2 && !isSolid(i, j + 1) {
          mesh.quad(top[i + 1][j + 1], bottom[i + 1][j + 1], bottom[i][j + 1], top[i][j + 1])
        }
      }
    }
    // The outer rim: down the bevel, down the side; shared by its points so that the corners close.
    var ring: [(Int, Int)] = []
    for i in 0..<(nx - 1) { ring.append((i, 0)) }
    for j in 0..<(ny - 1) { ring.append((nx - 1, j)) }
    for i in stride(from: nx - 1, to: 0, by: -1) { ring.append((i, ny - 1)) }
    for j in stride(from: ny - 1, to: 0, by: -1) { ring.append((0, j)) }
    let middle = ring.map { i, j -> Int in
      let p = mesh.points[bottom[i][j]]
      return mesh.point(Vector3(p.x, p.y, b.z - bevel))
    }
    for k in ring.indices {
      let m = (k + 1) % ring.count
      let (p, q) = (ring[k], ring[m])
      mesh.quad(top[p.0][p.1], middle[k], middle[m], top[q.0][q.1])
      mesh.quad(middle[k], bottom[p.0][p.1], bottom[q.0][q.1], middle[m])
    }
    mesh.orientOutward()
    mesh.projectUVs()
    return mesh
  }
}
