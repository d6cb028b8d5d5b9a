import Geometry
import VectorMath

/// A flat face of a thing, of however many triangles: places lie on one grid over its bounding rectangle, so that light
/// on it does not show how it was cut. Places beside its triangles lie in the air, and say what arrives there.
struct LightSheet {
  /// The corner at which the grid begins, and its directions, unit; world, metres.
  var origin: Vector3
  var u: Vector3
  var v: Vector3
  /// Unit, outward.
  var normal: Vector3
  /// Metres along u and v.
  var width: Double
  var height: Double
  /// Cells at level 0 along u and v; each level halves them.
  var columns: Int
  var rows: Int
  /// The number of its first triangle, which names its places.
  var number: Int

  /// At most this far are places apart at level 0, metres, and the finest level.
  static let spacing = 0.24
  static let lastLevel = 6
  private static let most = 255
  /// Places on the outline are moved in by this, metres: walls run on behind each other, and there they would be buried.
  private static let inset = 0.006

  init(
    origin: Vector3, u: Vector3, v: Vector3, normal: Vector3, width: Double, height: Double, number: Int
  ) {
    self.origin = origin
    self.u = u
    self.v = v
    self.normal = normal
    self.width = width
    self.height = height
    self.number = number
    columns = Self.cells(width)
    rows = Self.cells(height)
  }

  private static func cells(_ length: Double) -> Int {
    let ideal = (length / spacing - 1e-6).rounded(.up)
    return ideal.isFinite ? Int(max(1, min(ideal, Double(most)))) : 1
  }

  /// The finest level whose places are not much nearer to each other than a width, metres.
  @inline(__always)
  static func lastLevel(footprint: Float) -> Int {
    var level = lastLevel
    while level > 0, Float(spacing) < footprint * Float(1 << level) { level -= 1 }
    return level
  }

  /// The places around a point of the sheet.
  @inline(__always)
  func cell(at p: Vector3, rows: Int, columns: Int) -> LightLattice.Cell {
    let d = p - origin
    let (i, f) = Self.place(dot(d, u) / width, columns)
    let (j, g) = Self.place(dot(d, v) / height, rows)
    return LightLattice.Cell(row: j, low: i, lowNext: i + 1, high: i, f: g, g: f, h: f)
  }

  /// The cell of a part of the way, and the part within it. What is not a number must not become an index.
  @inline(__always)
  private static func place(_ part: Double, _ count: Int) -> (Int, Float) {
    let x = part > 0 ? (part < 1 ? part * Double(count) : Double(count)) : 0
    let i = min(count - 1, Int(x))
    return (i, Float(x - Double(i)))
  }

  /// A point of the grid, in cells from its origin.
  func point(row y: Double, column x: Double, rows: Int, columns: Int) -> Vector3 {
    let (a, b) = (width * x / Double(columns), height * y / Double(rows))
    let (insetU, insetV) = (min(Self.inset, width / 8), min(Self.inset, height / 8))
    return origin + u * max(insetU, min(width - insetU, a)) + v * max(insetV, min(height - insetV, b))
  }

  /// The same place at the coarsest level that has it.
  @inline(__always)
  static func coarsest(row: Int, column: Int, level: Int) -> (row: Int, column: Int, level: Int) {
    let common = min(level, (row | column).trailingZeroBitCount)
    return (row >> common, column >> common, level - common)
  }
}
