import VectorMath

/// Triangulates a terrain field: fine near roads, coarse beyond, without gaps between the two.
///
/// A block of cells is divided while a road is nearer than the block is wide and the ground around it is not flat.
/// Both are asked of the block with a rim of its own width: what holds for a half of the block holds for the whole, and
/// for its neighbours. So neighbours differ by one step at most, and each block is a fan that takes in its
/// neighbours' corners.
struct TerrainMesh {
  private let field: TerrainField
  /// Counts of near nodes in all rectangles from the corner (summed-area table).
  private let sums: [Int32]
  private let marginCells: Int
  private static let top = 16
  /// Lowest and highest node of all blocks of 1, 2, 4 … `top` cells, by rows.
  private var ranges: [[(low: Double, high: Double)]] = []
  /// Ground within this height is flat, metres: well below the depth under roads.
  private static let flatness = 0.02

  init(_ field: TerrainField, margin: Double) {
    self.field = field
    marginCells = Int((margin / field.step).rounded(.up))
    var sums = [Int32](repeating: 0, count: (field.columns + 1) * (field.rows + 1))
    for y in 0..<field.rows {
      for x in 0..<field.columns {
        let w = field.columns + 1
        sums[(y + 1) * w + x + 1] =
          sums[y * w + x + 1] + sums[(y + 1) * w + x] - sums[y * w + x]
          + (field.isNear[y * field.columns + x] ? 1 : 0)
      }
    }
    self.sums = sums
    guard field.columns > Self.top, field.rows > Self.top else { return }
    ranges = [Self.cells(field)]
    var n = 2
    while n <= Self.top, let finer = ranges.last {
      ranges.append(Self.blocks(finer, columns: (field.columns - 1) / n, rows: (field.rows - 1) / n))
      n *= 2
    }
  }

  private static func cells(_ field: TerrainField) -> [(low: Double, high: Double)] {
    var result: [(low: Double, high: Double)] = []
    result.reserveCapacity((field.columns - 1) * (field.rows - 1))
    for y in 0..<(field.rows - 1) {
      for x in 0..<(field.columns - 1) {
        let i = y * field.columns + x
        let (a, b) = (field.heights[i], field.heights[i + 1])
        let (c, d) = (field.heights[i + field.columns], field.heights[i + field.columns + 1])
        result.append((min(a, b, c, d), max(a, b, c, d)))
      }
    }
    return result
  }

  /// Each of the wanted blocks is made of two by two finer ones.
  private static func blocks(
    _ finer: [(low: Double, high: Double)], columns: Int, rows: Int
  ) -> [(low: Double, high: Double)] {
    var result: [(low: Double, high: Double)] = []
    result.reserveCapacity(columns * rows)
    for y in 0..<rows {
      for x in 0..<columns {
        let i = 2 * y * 2 * columns + 2 * x
        let four = [finer[i], finer[i + 1], finer[i + 2 * columns], finer[i + 2 * columns + 1]]
        result.append(
          (four.reduce(.infinity) { min($0, $1.low) }, four.reduce(-.infinity) { max($0, $1.high) }))
      }
    }
    return result
  }

  func add(to builder: inout SurfaceMeshBuilder) {
    guard field.columns > Self.top, field.rows > Self.top else { return }
    for y in stride(from: 0, to: field.rows - 1, by: Self.top) {
      for x in stride(from: 0, to: field.columns - 1, by: Self.top) {
        if hasNear(x, y, Self.top, grown: marginCells) { divide(x, y, Self.top, &builder) }
      }
    }
  }

  private func divide(_ x: Int, _ y: Int, _ n: Int, _ builder: inout SurfaceMeshBuilder) {
    if n > 1, isDivided(x, y, n) {
      let h = n / 2
      for (dx, dy) in [(0, 0), (h, 0), (0, h), (h, h)] { divide(x + dx, y + dy, h, &builder) }
      return
    }
    if n == 1 {
      builder.add([vertex(x, y), vertex(x + 1, y), vertex(x + 1, y + 1), vertex(x, y + 1)], .terrain)
      return
    }
    let h = n / 2
    var ring: [SurfaceVertex] = [vertex(x, y)]
    if isDivided(x, y - n, n) { ring.append(vertex(x + h, y)) }
    ring.append(vertex(x + n, y))
    if isDivided(x + n, y, n) { ring.append(vertex(x + n, y + h)) }
    ring.append(vertex(x + n, y + n))
    if isDivided(x, y + n, n) { ring.append(vertex(x + h, y + n)) }
    ring.append(vertex(x, y + n))
    if isDivided(x - n, y, n) { ring.append(vertex(x, y + h)) }
    if ring.count == 4 {
      builder.add(ring, .terrain)
      return
    }
    let middle = vertex(x + h, y + h)
    for i in ring.indices { builder.add(middle, ring[i], ring[(i + 1) % ring.count], .terrain) }
  }

  private func isDivided(_ x: Int, _ y: Int, _ n: Int) -> Bool {
    hasNear(x, y, n, grown: n) && !isFlat(x, y, n)
  }

  /// The block and the eight around it hold no two nodes that differ by more than `flatness`.
  private func isFlat(_ x: Int, _ y: Int, _ n: Int) -> Bool {
    let level = n.trailingZeroBitCount
    guard ranges.indices.contains(level) else { return false }
    let (columns, rows) = ((field.columns - 1) / n, (field.rows - 1) / n)
    var (low, high) = (Double.infinity, -Double.infinity)
    for j in max(0, y / n - 1)...max(0, min(rows - 1, y / n + 1)) {
      for i in max(0, x / n - 1)...max(0, min(columns - 1, x / n + 1)) {
        let block = ranges[level][j * columns + i]
        (low, high) = (min(low, block.low), max(high, block.high))
      }
    }
    return high - low <= Self.flatness
  }

  private func hasNear(_ x: Int, _ y: Int, _ n: Int, grown: Int) -> Bool {
    let (x0, y0) = (max(0, x - grown), max(0, y - grown))
    let (x1, y1) = (min(field.columns, x + n + grown + 1), min(field.rows, y + n + grown + 1))
    guard x0 < x1, y0 < y1 else { return false }
    let w = field.columns + 1
    return sums[y1 * w + x1] - sums[y0 * w + x1] - sums[y1 * w + x0] + sums[y0 * w + x0] > 0
  }

  private func vertex(_ x: Int, _ y: Int) -> SurfaceVertex {
    let p = field.corner + Vector2(Double(x), Double(y)) * field.step
    func height(_ x: Int, _ y: Int) -> Double {
      field.heights[min(field.rows - 1, max(0, y)) * field.columns + min(field.columns - 1, max(0, x))]
    }
    let slope =
      Vector2(height(x + 1, y) - height(x - 1, y), height(x, y + 1) - height(x, y - 1)) / (2 * field.step)
    return SurfaceVertex(
      position: Vector3(p.x, p.y, height(x, y)), normal: normalized(Vector3(-slope.x, -slope.y, 1)), uv: p)
  }
}
