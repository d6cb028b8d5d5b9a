import VectorMath

/// Places spread evenly over a triangle, at which light is worked out and between which it is interpolated
/// (C. Yuksel, J. Keyser, D. H. House, "Mesh Colors", 2010).
///
/// Rows run from one corner, the apex, to the edge opposite to it, the shortest; row k has k segments, or k / 2^q in
/// needles, so that these hold few places, too. Levels halve the distances; their places contain the coarser ones.
struct LightLattice {
  /// What is remembered of a triangle: 32 bits, never zero.
  let code: UInt32

  /// Metres between places at level 0, but for triangles that have one row only.
  static let spacing = 0.06
  /// No level has places nearer to each other than this, metres.
  static let finest = 0.003
  static let maximumRows = 1023
  /// Triangles shorter than the first or narrower than the second are small, metres.
  private static let small = 0.3
  private static let narrow = 0.05

  /// - Parameters: the corners, metres.
  init(_ a: Vector3, _ b: Vector3, _ c: Vector3) {
    let sides = (length(c - b), length(a - c), length(b - a))
    let shortest = min(sides.0, sides.1, sides.2)
    let longest = max(sides.0, sides.1, sides.2)
    let apex: UInt32 = sides.0 == shortest ? 0 : sides.1 == shortest ? 1 : 2
    // Corners are enough of small triangles, and shared with their neighbours.
    let ideal = longest < Self.small ? 1 : (longest / Self.spacing).rounded(.up)
    let rows = ideal.isFinite ? UInt32(max(1, min(ideal, Double(Self.maximumRows)))) : 1
    var thinness: UInt32 = 0
    while thinness < 10, shortest * Double(UInt32(2) << thinness) <= longest { thinness += 1 }
    var levels: UInt32 = 0
    while levels < 4, longest / Double(rows << (levels + 1)) >= Self.finest { levels += 1 }
    let isSmall: UInt32 = longest < Self.small || shortest < Self.narrow ? 1 : 0
    code = 1 << 31 | rows | thinness << 10 | apex << 14 | levels << 16 | isSmall << 19
  }

  init(code: UInt32) { self.code = code }

  /// One row.
  static let single = LightLattice(code: 1 << 31 | 1)

  var rows: Int { Int(code & 1023) }
  /// Whether bounced light is better read from the air than kept for the triangle.
  var isSmall: Bool { code >> 19 & 1 == 1 }
  private var thinness: Int { Int(code >> 10 & 15) }
  private var apex: Int { Int(code >> 14 & 3) }
  /// The finest level that makes sense.
  var lastLevel: Int { Int(code >> 16 & 7) }

  /// The finest level whose places are not much nearer to each other than a width, metres.
  @inline(__always)
  func lastLevel(footprint: Float) -> Int {
    var level = lastLevel
    while level > 0, Float(Self.spacing) < footprint * Float(1 << level) { level -= 1 }
    return level
  }

  /// Rows of a lattice with places `1 << coarseness` times as far apart.
  func rows(coarseness: Int) -> Int { max(1, (rows + (1 << coarseness) - 1) >> coarseness) }

  /// Segments of a row; none in the apex.
  func segments(_ row: Int) -> Int { row == 0 ? 0 : max(1, (row + (1 << thinness) - 1) >> thinness) }

  /// The places around a point, and how far it is between them.
  struct Cell {
    var row: Int
    /// Where in row and row + 1 the two places begin, and the end of the first, which is the same in the apex.
    var low: Int
    var lowNext: Int
    var high: Int
    /// From row to row + 1, and along either.
    var f: Float
    var g: Float
    var h: Float
  }

  /// - Parameters:
  ///   - w: barycentric weights; what lies outside is brought to the edge.
  ///   - rows: of the level that is asked for.
  @inline(__always)
  func cell(at w: SIMD3<Float>, rows: Int) -> Cell {
    let apex = self.apex
    let a = apex == 0 ? w.x : apex == 1 ? w.y : w.z
    let c = apex == 0 ? w.z : apex == 1 ? w.x : w.y
    // What is not a number must not become an index.
    let t = 1 - a > 0 ? (1 - a < 1 ? 1 - a : 1) : 0
    let s = t > 1e-6 && c > 0 ? (c < t ? c / t : 1) : 0
    let x = t * Float(rows)
    let row = min(rows - 1, Int(x))
    let (m, n) = (segments(row), segments(row + 1))
    let (y, z) = (s * Float(m), s * Float(n))
    let low = max(0, min(m - 1, Int(y)))
    let high = min(n - 1, Int(z))
    return Cell(
      row: row, low: low, lowNext: low + (row == 0 ? 0 : 1), high: high, f: x - Float(row), g: y - Float(low),
      h: z - Float(high))
  }

  /// Barycentric weights of a place given as parts of the way from the apex to the edge and along the edge.
  @inline(__always)
  func weights(along t: Double, across s: Double) -> Vector3 {
    let (a, b, c) = (1 - t, t * (1 - s), t * s)
    return apex == 0 ? Vector3(a, b, c) : apex == 1 ? Vector3(c, a, b) : Vector3(b, c, a)
  }

  @inline(__always)
  func weights(row: Int, column: Int, rows: Int) -> Vector3 {
    let m = segments(row)
    return weights(along: Double(row) / Double(rows), across: m == 0 ? 0 : Double(column) / Double(m))
  }

  /// Which corner a place is when there is one row: 0, 1 or 2.
  @inline(__always)
  func corner(row: Int, column: Int) -> Int {
    let k = row == 0 ? 0 : 1 + column
    return (apex + k) % 3
  }

  /// The same place at the coarsest level that has it.
  @inline(__always)
  func coarsest(row: Int, column: Int, level: Int) -> (row: Int, column: Int, level: Int) {
    var (row, column, level) = (row, column, level)
    while level > 0, row & 1 == 0 {
      let (m, n) = (segments(row), segments(row / 2))
      let scaled = column * n
      guard m == 0 || scaled % m == 0 else { break }
      column = m == 0 ? 0 : scaled / m
      row /= 2
      level -= 1
    }
    return (row, column, level)
  }
}
