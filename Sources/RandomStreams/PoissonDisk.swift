package import VectorMath

/// Points in [0, width) × [0, height) no two of which are nearer than `radius`, as dense as chance lets them be
/// (Bridson 2007): for trees, parked cars, clutter.
///
/// - Parameters:
///   - stream: drawn from where it stands; the caller's copy does not move.
///   - attempts: candidates around a point before it is given up; 30 reaches 90 % of the points that
///     fit at random.
/// - Returns: the points in the order found; none where an extent or the radius is not a positive number, or where
///   the plane would need more than 16 million cells of side radius / √2.
package func poissonDisk(
  width: Double, height: Double, radius: Double, stream: RandomStream, attempts: Int = 30
) -> [Vector2] {
  guard width > 0, height > 0, radius > 0, width.isFinite, height.isFinite, radius.isFinite else { return [] }
  var stream = stream
  // A cell holds at most one point.
  let cell = radius / 2.0.squareRoot()
  guard (width / cell + 1) * (height / cell + 1) <= 16_777_216 else { return [] }
  let (columns, rows) = (Int(width / cell) + 1, Int(height / cell) + 1)
  var grid = [Int32](repeating: -1, count: columns * rows)
  var points: [Vector2] = []
  var active: [Int] = []

  func cellOf(_ p: Vector2) -> (Int, Int) {
    (min(columns - 1, Int(p.x / cell)), min(rows - 1, Int(p.y / cell)))
  }
  func isFree(_ p: Vector2) -> Bool {
    let (cx, cy) = cellOf(p)
    for y in max(0, cy - 2)...min(rows - 1, cy + 2) {
      for x in max(0, cx - 2)...min(columns - 1, cx + 2) {
        let other = grid[y * columns + x]
        if other >= 0, length(points[Int(other)] - p) < radius { return false }
      }
    }
    return true
  }
  func add(_ p: Vector2) {
    let (cx, cy) = cellOf(p)
    grid[cy * columns + cx] = Int32(points.count)
    active.append(points.count)
    points.append(p)
  }

  add(Vector2(stream.uniform(0, width), stream.uniform(0, height)))
  while !active.isEmpty {
    let slot = stream.integer(in: 0..<active.count)
    let centre = points[active[slot]]
    var found = false
    for _ in 0..<attempts {
      // Uniform by area in the ring from one to two radii.
      let distance = radius * stream.uniform(1, 4).squareRoot()
      let p = centre + stream.unitVector2() * distance
      guard p.x >= 0, p.y >= 0, p.x < width, p.y < height, isFree(p) else { continue }
      add(p)
      found = true
      break
    }
    if !found {
      active.swapAt(slot, active.count - 1)
      active.removeLast()
    }
  }
  return points
}
