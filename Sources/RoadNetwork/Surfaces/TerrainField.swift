import VectorMath

/// Heights of the ground on a square grid: below every road, and between and beyond them as they lead on.
///
/// A node near a road lies `depth` under the lowest road surface within reach of any triangle that the node
/// belongs to, so no triangle of the ground can come above a road. All other nodes are filled from coarser and
/// coarser means (push and pull), then smoothed. No bank is steeper than 1 : 1.5.
struct TerrainField {
  /// Metres between nodes.
  let step: Double
  let columns: Int
  let rows: Int
  /// Plan position of node (0, 0).
  let corner: Vector2
  private(set) var heights: [Double]
  private(set) var isNear: [Bool]
  /// Metres under the road.
  static let depth = 0.12
  /// Steepest slope of banks, 1 : 1.5.
  private static let bank = 2.0 / 3
  /// Most nodes along one side; larger areas get larger steps.
  private static let sideLimit = 1600.0

  init(_ facets: [Facet], margin: Double, step wanted: Double = 2) {
    var low = Vector2(repeating: .infinity)
    var high = Vector2(repeating: -.infinity)
    for facet in facets {
      let box = facet.box
      low = Vector2(min(low.x, box.min.x), min(low.y, box.min.y))
      high = Vector2(max(high.x, box.max.x), max(high.y, box.max.y))
    }
    guard low.x <= high.x, (high - low).x.isFinite, (high - low).y.isFinite else {
      (step, columns, rows, corner, heights, isNear) = (1, 0, 0, .zero, [], [])
      return
    }
    let size = high - low + 2 * margin
    let step = max(0.5, wanted, max(size.x, size.y) / Self.sideLimit)
    self.step = step
    corner =
      Vector2(((low.x - margin) / step).rounded(.down), ((low.y - margin) / step).rounded(.down)) * step
    // Whole blocks of 16 cells, so that the coarse triangles fit.
    columns = 16 * Int((size.x / step / 16).rounded(.up) + 1) + 1
    rows = 16 * Int((size.y / step / 16).rounded(.up) + 1) + 1
    heights = [Double](repeating: .infinity, count: columns * rows)
    isNear = [Bool](repeating: false, count: columns * rows)
    for facet in facets { sink(under: facet) }
    for i in heights.indices where heights[i].isFinite {
      heights[i] -= Self.depth
      isNear[i] = true
    }
    fill()
  }

  /// Lowers all nodes whose cells the facet may touch.
  private mutating func sink(under facet: Facet) {
    let c = facet.corners
    let longest = max(
      length(c[1].plan - c[0].plan), length(c[c.count - 1].plan - c[0].plan), length(c[2].plan - c[1].plan))
    let n = max(1, min(400, Int((longest / (step / 2)).rounded(.up))))
    // A node's triangles reach 1.42 steps; the samples lie half a step apart.
    let reach = step * 1.8
    for i in 0...n {
      for j in 0...n {
        let (u, v) = (Double(i) / Double(n), Double(j) / Double(n))
        let p: Vector3
        if c.count == 4 {
          let bottom = c[0].position * (1 - u) + c[1].position * u
          p = bottom * (1 - v) + (c[3].position * (1 - u) + c[2].position * u) * v
        } else {
          let bottom = c[0].position * (1 - u) + c[1].position * u
          p = bottom * (1 - v) + c[2].position * v
        }
        splat(p.z - max(0, facet.raise), at: Vector2(p.x, p.y), reach)
      }
    }
  }

  private mutating func splat(_ z: Double, at p: Vector2, _ reach: Double) {
    let g = (p - corner) / step
    let r = reach / step
    let (x0, x1) = (max(0, Int((g.x - r).rounded(.up))), min(columns - 1, Int((g.x + r).rounded(.down))))
    let (y0, y1) = (max(0, Int((g.y - r).rounded(.up))), min(rows - 1, Int((g.y + r).rounded(.down))))
    guard x0 <= x1, y0 <= y1 else { return }
    for y in y0...y1 { for x in x0...x1 where z < heights[y * columns + x] { heights[y * columns + x] = z } }
  }

  /// Gives heights to nodes far from roads.
  private mutating func fill() {
    struct Level {
      var columns: Int
      var rows: Int
      var values: [Double]
    }
    var levels = [Level(columns: columns, rows: rows, values: heights)]
    while let fine = levels.last, fine.values.contains(.infinity), fine.columns > 1 || fine.rows > 1 {
      var coarse = Level(columns: (fine.columns + 1) / 2, rows: (fine.rows + 1) / 2, values: [])
      for y in 0..<coarse.rows {
        for x in 0..<coarse.columns {
          var (sum, count) = (0.0, 0.0)
          for dy in 0...1 {
            for dx in 0...1 where 2 * x + dx < fine.columns && 2 * y + dy < fine.rows {
              let v = fine.values[(2 * y + dy) * fine.columns + 2 * x + dx]
              if v.isFinite { (sum, count) = (sum + v, count + 1) }
            }
          }
          coarse.values.append(count > 0 ? sum / count : .infinity)
        }
      }
      levels.append(coarse)
    }
    for k in levels.indices.dropLast().reversed() {
      let coarse = levels[k + 1]
      for y in 0..<levels[k].rows {
        for x in 0..<levels[k].columns where !levels[k].values[y * levels[k].columns + x].isFinite {
          // Bilinear between the four nearest coarse values.
          let (fx, fy) = ((Double(x) - 0.5) / 2, (Double(y) - 0.5) / 2)
          let (x0, y0) = (max(0, Int(fx.rounded(.down))), max(0, Int(fy.rounded(.down))))
          let (x1, y1) = (min(coarse.columns - 1, x0 + 1), min(coarse.rows - 1, y0 + 1))
          let (wx, wy) = (min(1, max(0, fx - Double(x0))), min(1, max(0, fy - Double(y0))))
          let bottom =
            coarse.values[y0 * coarse.columns + x0] * (1 - wx) + coarse.values[y0 * coarse.columns + x1] * wx
          let top =
            coarse.values[y1 * coarse.columns + x0] * (1 - wx) + coarse.values[y1 * coarse.columns + x1] * wx
          levels[k].values[y * levels[k].columns + x] = bottom * (1 - wy) + top * wy
        }
      }
    }
    heights = levels[0].values
    smooth(passes: 24)
    slope()
  }

  /// Lowers what rises more steeply than a bank over what lies beside it: so the ground leaves roads that pass over others
  /// where banks end, and bridges begin there.
  private mutating func slope() {
    guard columns > 1, rows > 1 else { return }
    let (straight, across) = (Self.bank * step, Self.bank * step * 2.0.squareRoot())
    // Ways of king's moves, by two sweeps: what lies before a node in reading order, then what lies behind it.
    for isBack in [false, true] {
      let way = isBack ? -1 : 1
      for row in 0..<rows {
        let y = isBack ? rows - 1 - row : row
        for column in 0..<columns {
          let x = isBack ? columns - 1 - column : column
          var h = heights[y * columns + x]
          let (left, behind) = (x - way, y - way)
          if left >= 0, left < columns { h = min(h, heights[y * columns + left] + straight) }
          if behind >= 0, behind < rows {
            h = min(h, heights[behind * columns + x] + straight)
            if x > 0 { h = min(h, heights[behind * columns + x - 1] + across) }
            if x < columns - 1 { h = min(h, heights[behind * columns + x + 1] + across) }
          }
          heights[y * columns + x] = h
        }
      }
    }
  }

  private mutating func smooth(passes: Int) {
    guard columns > 2, rows > 2 else { return }
    for _ in 0..<passes {
      let old = heights
      for y in 1..<(rows - 1) {
        for x in 1..<(columns - 1) where !isNear[y * columns + x] {
          let i = y * columns + x
          heights[i] = (old[i - 1] + old[i + 1] + old[i - columns] + old[i + columns]) / 4
        }
      }
    }
  }

  /// Height of the ground at a plan point, by bilinear interpolation; 0 off an empty field.
  func height(at p: Vector2) -> Double {
    guard columns > 1, rows > 1 else { return 0 }
    let g = (p - corner) / step
    let x = min(Double(columns - 1), max(0, g.x))
    let y = min(Double(rows - 1), max(0, g.y))
    let (x0, y0) = (min(columns - 2, Int(x)), min(rows - 2, Int(y)))
    let (wx, wy) = (x - Double(x0), y - Double(y0))
    let i = y0 * columns + x0
    return (heights[i] * (1 - wx) + heights[i + 1] * wx) * (1 - wy)
      + (heights[i + columns] * (1 - wx) + heights[i + columns + 1] * wx) * wy
  }
}
