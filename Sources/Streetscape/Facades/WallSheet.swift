import Assets
import VectorMath

/// One wall as rows of cells, each plain or with one opening. The sheets of a house share their rows, so that together
/// with a floor and a lid they close: every edge belongs to two triangles.
struct WallSheet: Sendable {
  let frame: WallFrame
  /// Heights of the lines between rows, ascending; one more than there are rows.
  let rows: [Double]
  /// Lines between cells of each row, from 0 to the width.
  var columns: [[Double]]
  /// By row and cell.
  var openings: [[Opening?]]
  /// Material of each row.
  var surfaces: [Int]

  /// A place on the wall: metres right, up and behind the face.
  struct Place {
    var u: Double
    var z: Double
    var depth: Double = 0
  }

  private struct Rectangle {
    var left: Double
    var right: Double
    var bottom: Double
    var top: Double
  }

  init(_ frame: WallFrame, rows: [Double], surface: Int) {
    self.frame = frame
    self.rows = rows
    let count = max(0, rows.count - 1)
    columns = [[Double]](repeating: [0, frame.width], count: count)
    openings = [[Opening?]](repeating: [nil], count: count)
    surfaces = [Int](repeating: surface, count: count)
  }

  /// Divides a row into equal cells.
  mutating func divide(row: Int, into count: Int) {
    guard columns.indices.contains(row) else { return }
    let n = max(1, count)
    columns[row] = (0...n).map { $0 == n ? frame.width : frame.width * Double($0) / Double(n) }
    openings[row] = [Opening?](repeating: nil, count: n)
  }

  func cells(_ row: Int) -> Int { openings.indices.contains(row) ? openings[row].count : 0 }

  /// The middle of a cell and its width, metres.
  func cell(_ row: Int, _ column: Int) -> (middle: Double, width: Double) {
    let (a, b) = (columns[row][column], columns[row][column + 1])
    return ((a + b) / 2, b - a)
  }

  /// Puts an opening into its cell; one that does not fit inside is left out.
  mutating func set(_ opening: Opening, row: Int, column: Int) {
    guard openings.indices.contains(row), openings[row].indices.contains(column) else { return }
    let (a, b) = (columns[row][column], columns[row][column + 1])
    let margin = 0.015
    guard opening.left > a + margin, opening.right < b - margin, opening.bottom > rows[row] + margin,
      opening.top < rows[row + 1] - margin, opening.width > 0.2, opening.height > 0.2
    else { return }
    openings[row][column] = opening
  }

  /// Places on the line below row `k` (or above the last), left to right.
  func line(_ k: Int) -> [Place] {
    let below = k > 0 ? columns[k - 1] : []
    let above = k < columns.count ? columns[k] : []
    var all = (below + above).sorted()
    all = all.enumerated().filter { $0.offset == 0 || $0.element - all[$0.offset - 1] > 1e-6 }.map(\.element)
    return all.map { Place(u: $0, z: rows[k]) }
  }

  // MARK: Geometry

  /// Walls are darker where rain splashes up from the ground.
  private static func weathered(_ p: Vector3) -> SIMD4<Float> {
    let tone = Float(0.74 + 0.26 * smoothstep(0, 1.1, p.z))
    return SIMD4(tone, tone, tone, 1)
  }

  func add(to asset: inout AssetBuilder) {
    for row in openings.indices {
      let (bottom, top) = (line(row), line(row + 1))
      for column in openings[row].indices {
        let (a, b) = (columns[row][column], columns[row][column + 1])
        let low = bottom.filter { $0.u > a - 1e-6 && $0.u < b + 1e-6 }
        let high = top.filter { $0.u > a - 1e-6 && $0.u < b + 1e-6 }
        if let opening = openings[row][column] {
          pierced(low, high, opening, surfaces[row], &asset)
        } else {
          var mesh = MeshBuilder()
          strip(low, high, into: &mesh)
          mesh.paint(Self.weathered)
          asset.add(mesh, material: surfaces[row])
        }
      }
    }
  }

  private func pierced(
    _ low: [Place], _ high: [Place], _ opening: Opening, _ surface: Int, _ asset: inout AssetBuilder
  ) {
    guard let a = low.first, let b = low.last, let c = high.last, let d = high.first else { return }
    let hole = Rectangle(
      left: opening.left, right: opening.right, bottom: opening.bottom, top: opening.top)
    let inner = sides(hole, depth: 0)
    var mesh = MeshBuilder()
    for (outer, side) in zip([low, [b, c], high.reversed(), [d, a]], inner) {
      strip(outer, side, into: &mesh)
    }
    mesh.paint(Self.weathered)
    asset.add(mesh, material: surface)
    var reveal = MeshBuilder()
    let glazing = opening.filling
    let (us, zs) = (
      cuts(opening.left, opening.right, glazing.columns), cuts(opening.bottom, opening.top, glazing.rows)
    )
    let back = sides(hole, depth: opening.reveal, us: us, zs: zs)
    for (outer, side) in zip(inner, back) { strip(outer, side, into: &reveal) }
    asset.add(reveal, material: opening.revealMaterial ?? surface, part: glazing.part)
    fill(opening, us, zs, &asset)
  }

  /// The frame and its panes, a grid at the back of the hole.
  private func fill(_ opening: Opening, _ us: [Double], _ zs: [Double], _ asset: inout AssetBuilder) {
    let glazing = opening.filling
    var frame = MeshBuilder()
    let (depth, bar, thin) = (opening.reveal, glazing.bar, glazing.bar / 3)
    for j in 0..<zs.count - 1 {
      var panes = MeshBuilder()
      for i in 0..<us.count - 1 {
        let cell = Rectangle(left: us[i], right: us[i + 1], bottom: zs[j], top: zs[j + 1])
        var pane = cell
        pane.left += i == 0 ? bar : thin
        pane.right -= i == us.count - 2 ? bar : thin
        pane.bottom += j == 0 ? bar : thin
        pane.top -= j == zs.count - 2 ? bar : thin
        guard pane.right - pane.left > 0.02, pane.top - pane.bottom > 0.02 else {
          strip(
            sides(cell, depth: depth)[0], Array(sides(cell, depth: depth)[2].reversed()), into: &frame)
          continue
        }
        let (face, back) = (sides(pane, depth: depth), sides(pane, depth: depth + glazing.step))
        for (outer, side) in zip(sides(cell, depth: depth), face) { strip(outer, side, into: &frame) }
        for (outer, side) in zip(face, back) { strip(outer, side, into: &frame) }
        strip(back[0], Array(back[2].reversed()), into: &panes) { place in
          let x = (place.u - opening.left) / opening.width
          let y = 1 - (place.z - opening.bottom) / opening.height
          let picture = glazing.picture
          return picture.low + (picture.high - picture.low) * Vector2(x, y)
        }
      }
      let material = glazing.panes.indices.contains(j) ? glazing.panes[j] : glazing.panes.last
      asset.add(panes, material: material ?? glazing.frame, part: glazing.part)
    }
    asset.add(frame, material: glazing.frame, part: glazing.part)
  }

  private func cuts(_ a: Double, _ b: Double, _ fractions: [Double]) -> [Double] {
    [a] + fractions.filter { $0 > 0.01 && $0 < 0.99 }.map { a + (b - a) * $0 } + [b]
  }

  /// The sides of a rectangle, counter-clockwise from the bottom, each with the points that cuts leave on it.
  private func sides(
    _ r: Rectangle, depth: Double, us: [Double]? = nil, zs: [Double]? = nil
  ) -> [[Place]] {
    let us = us ?? [r.left, r.right]
    let zs = zs ?? [r.bottom, r.top]
    return [
      us.map { Place(u: $0, z: r.bottom, depth: depth) },
      zs.map { Place(u: r.right, z: $0, depth: depth) },
      us.reversed().map { Place(u: $0, z: r.top, depth: depth) },
      zs.reversed().map { Place(u: r.left, z: $0, depth: depth) },
    ]
  }

  /// Triangles between two lines of places that run the same way; the first lies to the right of it.
  private func strip(
    _ low: [Place], _ high: [Place], into mesh: inout MeshBuilder, picture: ((Place) -> Vector2)? = nil
  ) {
    // Texture runs on into holes: sideways at their sides, downwards above and below.
    let isUpright = low.first.map { a in low.last.map { (a.z - $0.z).magnitude > 1e-9 } ?? false } ?? false
    func uv(_ p: Place) -> Vector2 {
      picture?(p) ?? (isUpright ? Vector2(p.u + p.depth, -p.z) : Vector2(p.u, p.depth - p.z))
    }
    func fraction(_ line: [Place], _ i: Int) -> Double {
      guard let first = line.first, let last = line.last else { return 0 }
      let whole = max((last.u - first.u).magnitude, (last.z - first.z).magnitude)
      return max((line[i].u - first.u).magnitude, (line[i].z - first.z).magnitude) / max(1e-9, whole)
    }
    func add(_ a: Place, _ b: Place, _ c: Place) {
      let ids = [a, b, c].map { mesh.point(frame.point($0.u, $0.z, depth: $0.depth)) }
      mesh.triangle(ids[0], ids[1], ids[2], uv: (uv(a), uv(b), uv(c)))
    }
    if low.count == 2, high.count == 2 {
      let ids = [low[0], low[1], high[1], high[0]].map {
        mesh.point(frame.point($0.u, $0.z, depth: $0.depth))
      }
      mesh.quad(
        ids[0], ids[1], ids[2], ids[3], uv: (uv(low[0]), uv(low[1]), uv(high[1]), uv(high[0])))
      return
    }
    var (i, j) = (0, 0)
    while i < low.count - 1 || j < high.count - 1 {
      let takesLow =
        j >= high.count - 1 || (i < low.count - 1 && fraction(low, i + 1) <= fraction(high, j + 1))
      if takesLow {
        add(low[i], low[i + 1], high[j])
        i += 1
      } else {
        add(low[i], high[j + 1], high[j])
        j += 1
      }
    }
  }
}
