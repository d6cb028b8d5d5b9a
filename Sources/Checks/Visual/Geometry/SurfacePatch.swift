import Annotations
import Imaging
import VectorMath
import WorldModel

/// The pixel whose square holds a coordinate; `nil` outside `0..<limit` or for what is not a number.
@inline(__always)
func pixel(_ x: Double, limit: Int) -> Int? {
  let r = x.rounded()
  return r >= 0 && r < Double(limit) ? Int(r) : nil
}

/// Questions to a smooth piece of surface around a pixel, asked between pixel centres.
enum SurfacePatch {
  /// Of a view's pixels, the share that may look hidden or seen between pixel centres and be the other: gratings that
  /// beat with the pixels. Rays, not pictures, decide such places.
  static let share = 5e-4

  /// Of one object's pixels (or a view's points) on wide, flat surfaces, the share that may still not be met where
  /// they are seen from elsewhere. Bars as far apart as the pixels look like a wall in one picture and are missed by the
  /// next, which shows the wall behind them; a wire that no pixel centre meets hides what the picture shows.
  static let wideShare = 0.01

  /// Whether two pixels can show one point of a surface, as far as its part tells: a point keeps it.
  @inline(__always)
  static func isSamePart(_ a: Raster<UInt32>?, _ p: Int, _ b: Raster<UInt32>?, _ q: Int) -> Bool {
    guard let a, let b else { return true }
    return a.values[p] == b.values[q]
  }

  /// Whether a map says one thing of nine pixels around `p`, which is not on the border.
  static func isUndivided(_ map: Raster<UInt8>, _ p: Int) -> Bool {
    (-1...1).allSatisfy { dv in
      (-1...1).allSatisfy { map.values[p + dv * map.width + $0] == map.values[p] }
    }
  }

  /// Whether a pixel and its eight neighbours all show `id`.
  @inline(__always)
  static func isOneObject(_ ids: Raster<UInt32>, _ p: Int, _ id: UInt32) -> Bool {
    for dv in -1...1 {
      for du in -1...1 where ids.values[p + dv * ids.width + du] != id { return false }
    }
    return true
  }

  /// A map between pixels: linear from the four neighbours of `p`, and how much second differences say that misses.
  @inline(__always)
  static func interpolated<V: SIMD<Double>>(
    _ value: (Int) -> V, _ p: Int, _ offset: Vector2, width w: Int
  ) -> (V, bend: Double) {
    func size(_ v: V) -> Double { (v * v).sum().squareRoot() }
    let center = value(p)
    let (left, right, above, below) = (value(p - 1), value(p + 1), value(p - w), value(p + w))
    let mixed = value(p + w + 1) - right - below + center
    let bend = size(left - 2 * center + right) + size(above - 2 * center + below) + size(mixed)
    return (center + (right - left) / 2 * offset.x + (below - above) / 2 * offset.y, bend / 2)
  }

  /// Whether a point at `depth` that projects to `place` is the surface seen there: `true` when the depth map
  /// runs through it, `false` when everything around is clearly nearer; `nil` when the map cannot tell (an
  /// edge is near, or the surface bends too much).
  ///
  /// `column` and `row` are the nearest pixel, not on the image's border.
  static func sees(
    _ map: Raster<Float>, column: Int, row: Int, at place: Vector2, depth z: Double
  ) -> Bool? {
    let p = row * map.width + column
    guard let (inverse, du, dv, bend) = slopes(map, p) else { return nil }
    let here = inverse + du * (place.x - Double(column)) + dv * (place.y - Double(row))
    // The very surface, or a fold of it just behind? Only where it is as good as flat can depth tell.
    if bend <= 5e-5 * inverse, abs(here - 1 / z) <= bend + 1e-5 * inverse { return true }
    // Hidden only by a surface without a gap that a narrow look might pass through.
    guard bend <= 1e-3 * inverse else { return nil }
    for dv in -1...1 {
      for du in -1...1 where !(Double(map.values[p + dv * map.width + du]) < z * 0.98) { return nil }
    }
    // Bars a pixel apart look like one surface over three pixels, hardly over seven.
    return isOneSheet(map, column: column, row: row) ? false : nil
  }

  /// Whether the 7 × 7 pixels around show one plane: bars and rails a pixel apart do not.
  private static func isOneSheet(
    _ map: Raster<Float>, column: Int, row: Int, tolerance: Double = 1e-4
  ) -> Bool {
    guard column >= 3, row >= 3, column + 3 < map.width, row + 3 < map.height else { return false }
    let p = row * map.width + column
    guard let (inverse, du, dv, _) = slopes(map, p) else { return false }
    for y in -3...3 {
      for x in -3...3 {
        let here = 1 / Double(map.values[p + y * map.width + x])
        if abs(here - inverse - du * Double(x) - dv * Double(y)) > tolerance * inverse { return false }
      }
    }
    return true
  }

  /// Whether the 7 × 7 pixels around lie on one plane and the 3 × 3 show one face: features that are wide enough to
  /// be found again from elsewhere. (Bars a pixel apart look like one plane over three pixels, hardly over seven.)
  static func isWide(_ view: ViewLabels, _ depth: Raster<Float>, _ p: Int) -> Bool {
    guard view.camera.projection == .pinhole else {
      guard let positions = view.floats(LabelNames.positionCamera) else { return false }
      let normal = FlatPatch.normal(
        at: p, width: positions.width, height: positions.height, tolerance: 2e-5,
        isParallel: view.camera.projection == .orthographic, positions.vector)
      return normal != nil && isOneFace(view.floats(LabelNames.normalGeometric), p)
    }
    return isOneSheet(depth, column: p % depth.width, row: p / depth.width, tolerance: 2e-5)
      && isOneFace(view.floats(LabelNames.normalGeometric), p)
  }

  /// Whether a pixel and its eight neighbours show one flat face, as far as its normals tell.
  static func isOneFace(_ normals: Raster<Float>?, _ p: Int) -> Bool {
    guard let normals else { return true }
    let n = normals.vector(p)
    for dv in -1...1 {
      for du in -1...1 where !normals.agree(p + dv * normals.width + du, n) { return false }
    }
    return true
  }

  /// Inverse depth, its slopes a pixel, and the sum of its second differences.
  @inline(__always)
  static func slopes(_ map: Raster<Float>, _ p: Int) -> (
    inverse: Double, du: Double, dv: Double, bend: Double
  )? {
    let w = map.width
    let center = 1 / Double(map.values[p])
    let (left, right) = (1 / Double(map.values[p - 1]), 1 / Double(map.values[p + 1]))
    let (above, below) = (1 / Double(map.values[p - w]), 1 / Double(map.values[p + w]))
    guard center > 0, left > 0, right > 0, above > 0, below > 0 else { return nil }
    let bend = abs(left - 2 * center + right) + abs(above - 2 * center + below)
    return (center, (right - left) / 2, (below - above) / 2, bend)
  }
}
