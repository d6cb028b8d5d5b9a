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

  /// A level floor plan of straight corners as a face at height `z`, looking up or down.
  static func level(_ outline: [Vector2], z: Double, up: Bool, turned: Bool = false, step: Double = 1.6)
    -> MeshBuilder
  {
    let grid = FaceGrid(us: outline.map(\.x), vs: outline.map(\.y), step: step)
    let polygon = Polygon(outline)
    return grid.mesh(
      flipped: !up, keeps: { polygon.contains(Vector2($0, $1)) },
      texture: { turned ? Vector2($1, $0) : Vector2($0, -$1) }, place: { Vector3($0, $1, z) })
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
