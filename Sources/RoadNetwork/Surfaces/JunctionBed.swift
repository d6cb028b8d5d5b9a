import VectorMath

/// Asphalt just under the lanes of a junction.
///
/// Connecting roads leave small gaps between them, and facets cut against each other meet without common corners;
/// through both one would see the ground. The bed fills gaps that lanes enclose, and lies 2 cm below, so that it is
/// only seen where nothing else is.
struct JunctionBed {
  private static let step = 1.0
  private static let depth = 0.02
  /// Larger enclosed areas are islands, m².
  private static let holeLimit = 90
  private static let sideLimit = 1200

  /// - Parameter facets: flat traffic surfaces in and around one junction.
  static func add(
    _ facets: [Facet], inside box: (min: Vector2, max: Vector2), to builder: inout SurfaceMeshBuilder
  ) {
    let columns = Int(((box.max.x - box.min.x) / step).rounded(.up)) + 3
    let rows = Int(((box.max.y - box.min.y) / step).rounded(.up)) + 3
    guard columns > 3, rows > 3, columns < sideLimit, rows < sideLimit else { return }
    let corner = Vector2((box.min.x / step).rounded(.down) - 1, (box.min.y / step).rounded(.down) - 1) * step
    var heights = [Double](repeating: .infinity, count: columns * rows)
    for facet in facets { cover(facet, corner, columns, rows, &heights) }
    closeHoles(columns, rows, &heights)
    func vertex(_ x: Int, _ y: Int) -> SurfaceVertex {
      let p = corner + Vector2(Double(x), Double(y)) * step
      return SurfaceVertex(
        position: Vector3(p.x, p.y, heights[y * columns + x] - depth), normal: Vector3(0, 0, 1), uv: p)
    }
    for y in 0..<(rows - 1) {
      for x in 0..<(columns - 1) {
        let i = y * columns + x
        guard heights[i].isFinite, heights[i + 1].isFinite, heights[i + columns].isFinite,
          heights[i + columns + 1].isFinite
        else { continue }
        builder.add([vertex(x, y), vertex(x + 1, y), vertex(x + 1, y + 1), vertex(x, y + 1)], .road)
      }
    }
  }

  /// The lowest facet over each node.
  private static func cover(
    _ facet: Facet, _ corner: Vector2, _ columns: Int, _ rows: Int, _ heights: inout [Double]
  ) {
    let box = facet.box
    let (low, high) = ((box.min - corner) / step, (box.max - corner) / step)
    let (x0, x1) = (max(0, Int(low.x.rounded(.up))), min(columns - 1, Int(high.x.rounded(.down))))
    let (y0, y1) = (max(0, Int(low.y.rounded(.up))), min(rows - 1, Int(high.y.rounded(.down))))
    guard x0 <= x1, y0 <= y1 else { return }
    for y in y0...y1 {
      for x in x0...x1 {
        let p = corner + Vector2(Double(x), Double(y)) * step
        let isInside = facet.corners.indices.allSatisfy {
          let a = facet.corners[$0].plan
          return cross(facet.corners[($0 + 1) % facet.corners.count].plan - a, p - a) >= -1e-9
        }
        if isInside { heights[y * columns + x] = min(heights[y * columns + x], facet.height(at: p)) }
      }
    }
  }

  /// Nodes that lanes enclose take the mean height of their surroundings.
  private static func closeHoles(_ columns: Int, _ rows: Int, _ heights: inout [Double]) {
    var seen = heights.map(\.isFinite)
    for start in heights.indices where !seen[start] {
      var region = [start]
      seen[start] = true
      var touchesRim = false
      var next = 0
      while next < region.count {
        let i = region[next]
        next += 1
        let (x, y) = (i % columns, i / columns)
        if x == 0 || y == 0 || x == columns - 1 || y == rows - 1 {
          touchesRim = true
          continue
        }
        for j in [i - 1, i + 1, i - columns, i + columns] where !seen[j] {
          seen[j] = true
          region.append(j)
        }
      }
      if touchesRim || region.count > holeLimit { continue }
      // From the rim inwards, several times over: the heights of a soap film, nearly.
      for _ in 0..<20 {
        for i in region {
          let around = [heights[i - 1], heights[i + 1], heights[i - columns], heights[i + columns]].filter(
            \.isFinite)
          if !around.isEmpty { heights[i] = around.reduce(0, +) / Double(around.count) }
        }
      }
    }
  }
}
