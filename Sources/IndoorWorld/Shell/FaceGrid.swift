import Assets
import Geometry
import VectorMath

/// A flat face cut into rectangles along lines that run all through it, so that no corner lies on another's edge.
struct FaceGrid {
  /// A rectangle that is left out or finished otherwise.
  struct Patch {
    var u0: Double
    var u1: Double
    var v0: Double
    var v1: Double

    func contains(_ u: Double, _ v: Double) -> Bool { u > u0 && u < u1 && v > v0 && v < v1 }
  }

  /// Ascending, metres.
  var us: [Double]
  var vs: [Double]

  /// - Parameters:
  ///   - us, vs: lines that must be there, in any order.
  ///   - step: how long a side of a rectangle may be, metres.
  init(us: [Double], vs: [Double], step: Double = 1.6) {
    self.us = Self.lines(us, step: step)
    self.vs = Self.lines(vs, step: step)
  }

  /// The rectangles that `keeps` accepts by their middle.
  ///
  /// - Parameters:
  ///   - flipped: the face looks along -(u × v) instead of u × v.
  ///   - place: the point at (u, v).
  ///   - texture: its texture coordinates, metres.
  func mesh(
    flipped: Bool = false, keeps: (Double, Double) -> Bool = { _, _ in true },
    texture: (Double, Double) -> Vector2,
    place: (Double, Double) -> Vector3
  ) -> MeshBuilder {
    var b = MeshBuilder()
    guard us.count > 1, vs.count > 1 else { return b }
    var ids = [Int](repeating: -1, count: us.count * vs.count)
    func point(_ i: Int, _ j: Int) -> Int {
      let k = j * us.count + i
      if ids[k] < 0 { ids[k] = b.point(place(us[i], vs[j])) }
      return ids[k]
    }
    func uv(_ i: Int, _ j: Int) -> Vector2 { texture(us[i], vs[j]) }
    for j in 0..<(vs.count - 1) {
      for i in 0..<(us.count - 1) where keeps((us[i] + us[i + 1]) / 2, (vs[j] + vs[j + 1]) / 2) {
        let c = [(i, j), (i + 1, j), (i + 1, j + 1), (i, j + 1)]
        let o = flipped ? [0, 3, 2, 1] : [0, 1, 2, 3]
        b.quad(
          point(c[o[0]].0, c[o[0]].1), point(c[o[1]].0, c[o[1]].1), point(c[o[2]].0, c[o[2]].1),
          point(c[o[3]].0, c[o[3]].1),
          uv: (
            uv(c[o[0]].0, c[o[0]].1), uv(c[o[1]].0, c[o[1]].1), uv(c[o[2]].0, c[o[2]].1),
            uv(c[o[3]].0, c[o[3]].1)
          ))
      }
    }
    return b
  }

  /// A level floor plan as a face at height `z`, looking up or down. Its sides run along the axes but for corners that
  /// are cut off or rounded: cells there end at the sides.
  static func level(_ outline: [Vector2], z: Double, up: Bool, turned: Bool = false, step: Double = 1.6)
    -> MeshBuilder
  {
    let polygon = Polygon(outline)
    func isSlanted(_ a: Vector2, _ b: Vector2) -> Bool { a.x != b.x && a.y != b.y }
    // The points of a rounding between its ends need no lines.
    let count = outline.count
    let ends = outline.indices.filter {
      !isSlanted(outline[($0 + count - 1) % count], outline[$0])
        || !isSlanted(outline[$0], outline[($0 + 1) % count])
    }.map { outline[$0] }
    let slants = polygon.edges.filter { isSlanted($0.from, $0.to) }
    let grid = FaceGrid(us: ends.map(\.x), vs: ends.map(\.y), step: step)
    func texture(_ x: Double, _ y: Double) -> Vector2 { turned ? Vector2(y, x) : Vector2(x, -y) }
    /// The sides that pass through the bounds of a cell.
    func cutting(_ low: Vector2, _ high: Vector2) -> [(from: Vector2, to: Vector2)] {
      slants.filter { a, b in
        min(a.x, b.x) < high.x - 1e-9 && max(a.x, b.x) > low.x + 1e-9 && min(a.y, b.y) < high.y - 1e-9
          && max(a.y, b.y) > low.y + 1e-9
      }
    }
    var cut: [[Vector2]] = []
    var isCut: Set<SIMD2<Int>> = []
    if !slants.isEmpty {
      for j in 0..<max(0, grid.vs.count - 1) {
        for i in 0..<max(0, grid.us.count - 1) {
          let (low, high) = (Vector2(grid.us[i], grid.vs[j]), Vector2(grid.us[i + 1], grid.vs[j + 1]))
          let sides = cutting(low, high)
          guard !sides.isEmpty else { continue }
          isCut.insert(SIMD2(i, j))
          let piece = sides.reduce(Polygon(min: low, max: high)) { $0.clipped(leftOf: $1.from, $1.to) }
          if piece.area > 1e-9, polygon.contains(piece.centroid) { cut.append(piece.points) }
        }
      }
    }
    func index(_ lines: [Double], _ x: Double) -> Int { (lines.firstIndex { $0 > x } ?? 1) - 1 }
    var b = grid.mesh(
      flipped: !up,
      keeps: { x, y in
        polygon.contains(Vector2(x, y))
          && (isCut.isEmpty || !isCut.contains(SIMD2(index(grid.us, x), index(grid.vs, y))))
      }, texture: texture, place: { Vector3($0, $1, z) })
    for piece in cut {
      let ids = piece.map { b.point(Vector3($0.x, $0.y, z)) }
      for k in stride(from: 1, to: piece.count - 1, by: 1) {
        let (m, n) = up ? (k, k + 1) : (k + 1, k)
        b.triangle(
          ids[0], ids[m], ids[n],
          uv: (
            texture(piece[0].x, piece[0].y), texture(piece[m].x, piece[m].y), texture(piece[n].x, piece[n].y)
          ))
      }
    }
    return b
  }

  /// Sorted, without doubles, nothing further apart than `step`.
  private static func lines(_ wanted: [Double], step: Double) -> [Double] {
    var out: [Double] = []
    for x in wanted.sorted() {
      guard let last = out.last else {
        out.append(x)
        continue
      }
      guard x - last > 1e-6 else { continue }
      let parts = max(1, Int(((x - last) / step).rounded(.up)))
      for k in 1..<max(1, parts) { out.append(last + (x - last) * Double(k) / Double(parts)) }
      out.append(x)
    }
    return out
  }
}
