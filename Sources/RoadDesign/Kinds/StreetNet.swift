import RandomStreams
import RoadNetwork
import VectorMath

/// A net of streets whose crossings lie on bent rows and columns, the base of towns.
struct StreetNet {
  let columns: Int
  let rows: Int
  /// Places of the crossings, row by row.
  var points: [Vector2]
  var heights: [Double]
  /// Streets that are left out, as pairs of crossings.
  var missing: Set<[Int]> = []

  /// - Parameters:
  ///   - xs, ys: of the columns and rows, metres.
  init(xs: [Double], ys: [Double]) {
    columns = xs.count
    rows = ys.count
    points = ys.flatMap { y in xs.map { Vector2($0, y) } }
    heights = [Double](repeating: 0, count: points.count)
  }

  func index(_ column: Int, _ row: Int) -> Int { row * columns + column }

  /// Gentle hills: two waves of some hundred metres, at most `steepest` steep.
  mutating func raise(steepest: Double, _ stream: RandomStream) {
    var stream = stream
    var waves: [(k: Vector2, phase: Double)] = []
    for _ in 0..<2 {
      waves.append(
        (stream.unitVector2() * (2 * Double.pi / stream.uniform(500, 900)), stream.uniform(0, 6.283)))
    }
    for (i, p) in points.enumerated() {
      heights[i] = waves.reduce(0) { sum, wave in
        // Streets rise by half as much again between level junctions.
        let amplitude = steepest / 3 / length(wave.k)
        return sum + amplitude * DeterministicMath.sin(dot(p, wave.k) + wave.phase)
      }
      heights[i] = (heights[i] * 100).rounded() / 100
    }
  }

  /// Neighbours of a crossing that streets lead to.
  func neighbours(_ i: Int) -> [Int] {
    let (c, r) = (i % columns, i / columns)
    var result: [Int] = []
    if c > 0 { result.append(i - 1) }
    if c + 1 < columns { result.append(i + 1) }
    if r > 0 { result.append(i - columns) }
    if r + 1 < rows { result.append(i + columns) }
    return result.filter { !missing.contains([min(i, $0), max(i, $0)]) }
  }

  /// Leaves out a share of the inner streets, never so that a crossing has fewer than three.
  mutating func thin(_ share: Double, _ stream: RandomStream, keeps: (Int, Int) -> Bool) {
    var stream = stream
    for i in points.indices {
      for j in [i + 1, i + columns] where j < points.count && neighbours(i).contains(j) {
        let drawn = stream.uniform() < share
        guard drawn, !keeps(i, j), neighbours(i).count > 3, neighbours(j).count > 3 else { continue }
        missing.insert([i, j])
      }
    }
  }
}
