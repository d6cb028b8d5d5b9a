import Assets
import VectorMath

/// A body with upright walls around a rounded plan: buses, trams, cabs, boxes. One closed skin whose faces lie on a
/// grid, so that panes, doors and stripes have exact edges.
struct BoxBody {
  /// Foremost and rearmost x, metres.
  var front: Double
  var rear: Double
  var width: Double
  /// Lower edge and top.
  var floor: Double
  var top: Double
  /// Depth over which corners are rounded in plan, and how square they are (2 = ellipse).
  var frontCorner = (depth: 0.35, squareness: 2.6)
  var rearCorner = (depth: 0.2, squareness: 3.0)
  /// How far front and rear stand back at a height.
  var frontProfile = ProfileCurve([Vector2(0, 0)])
  var rearProfile = ProfileCurve([Vector2(0, 0)])
  /// The share of the width that is lost at a height.
  var lean = ProfileCurve([Vector2(0, 0)])
  /// Radius of the edges of the roof.
  var roofRadius = 0.12
  var roofCrown = 0.03
  /// Wheel arches: the axle's x and height, and the radius.
  var arches: [(x: Double, z: Double, radius: Double)] = []
  /// How deep wheel wells reach in.
  var wellDepth = 0.45
  /// Where faces must have edges.
  var xs: [Double] = []
  var zs: [Double] = []
  /// On front and rear, as shares of half the width.
  var ys: [Double] = []

  /// Where a face is.
  enum Place { case floor, wall, roof }

  private struct Column {
    var x: Double
    /// The share of the half width, on front and rear.
    var share: Double?
    var low: Double
    var clear: Double
  }

  /// Half the width at x in plan.
  private func plan(_ x: Double) -> Double {
    func corner(_ at: Double, _ c: (depth: Double, squareness: Double)) -> Double {
      guard at < c.depth else { return 1 }
      let u = max(0, 1 - at / c.depth)
      return DeterministicMath.pow(max(0, 1 - DeterministicMath.pow(u, c.squareness)), 1 / c.squareness)
    }
    return width / 2 * corner(front - x, frontCorner) * corner(x - rear, rearCorner)
  }

  /// How far the wall stands in at a height, by the rounding of the roof.
  private func rounding(_ z: Double) -> Double {
    let u = max(0, (z - (top - roofRadius)) / roofRadius)
    return roofRadius * (1 - max(0, 1 - min(1, u * u)).squareRoot())
  }

  private func wall(_ x: Double, _ y: Double, _ z: Double) -> Vector3 {
    let middle = (front + rear) / 2
    let isFront = x > middle
    let end = isFront ? front : rear
    let reach = min(0.9, max(0.2, (isFront ? frontCorner.depth : rearCorner.depth) + 0.35))
    let fade = 1 - smoothstep(0, reach, (end - x).magnitude)
    let back = (isFront ? frontProfile : rearProfile)(z) * fade
    let corner = isFront ? frontCorner.depth : rearCorner.depth
    let turn = rounding(z) * (1 - smoothstep(0, corner + 0.05, (end - x).magnitude))
    let share = width > 0 ? y / (width / 2) : 0
    return Vector3(
      x + (isFront ? -1 : 1) * (back + turn),
      max(0, y * (1 - lean(z)) - rounding(z) * min(1, share * share * 1.2)), z)
  }

  /// The skin at a place on the left side.
  func side(_ x: Double, _ z: Double) -> Vector3 { wall(x, plan(x), z) }

  private func columns() -> [Column] {
    var out: [Column] = []
    let usual: [Double] = [0, 0.2, 0.4, 0.6, 0.75, 0.86, 0.94, 0.98]
    let shares = merged(usual, ys, gap: 0.025)
    func depth(_ share: Double, _ c: (depth: Double, squareness: Double)) -> Double {
      c.depth * (1 - DeterministicMath.pow(1 - DeterministicMath.pow(share, c.squareness), 1 / c.squareness))
    }
    func regular(_ x: Double, _ share: Double?) {
      out.append(Column(x: x, share: share, low: floor, clear: -1))
    }
    for s in shares { regular(front - depth(s, frontCorner), s) }
    let (first, last) = (out.last?.x ?? front, rear + depth(shares.last ?? 0.98, rearCorner))
    var steps: [Double] = []
    let count = max(1, Int(((first - last) / 0.45).rounded(.up)))
    for k in 1..<max(2, count) { steps.append(first - (first - last) * Double(k) / Double(count)) }
    let places = merged(steps.sorted(), xs.filter { $0 < first - 0.015 && $0 > last + 0.015 }, gap: 0.05)
    for x in places.reversed() where !arches.contains(where: { (x - $0.x).magnitude < $0.radius + 0.012 }) {
      regular(x, nil)
    }
    for a in arches {
      let n = 16
      for k in 0...n {
        let (s, c) = DeterministicMath.sincos(Double.pi * Double(k) / Double(n))
        let x = a.x + a.radius * c
        let z = max(floor, a.z + (k == 0 || k == n ? 0 : a.radius * s))
        let edge = Column(x: x, share: nil, low: floor, clear: z)
        if k == 0, z > floor { out.append(edge) }
        out.append(Column(x: x, share: nil, low: z, clear: z))
        if k == n, z > floor { out.append(edge) }
      }
    }
    for s in shares.reversed() { regular(rear + depth(s, rearCorner), s) }
    return out.enumerated().sorted { a, b in
      a.element.x != b.element.x ? a.element.x > b.element.x : a.offset < b.offset
    }.map(\.element)
  }

  /// Two lists in order, the second's values instead of near ones of the first.
  private func merged(_ usual: [Double], _ wanted: [Double], gap: Double) -> [Double] {
    var out = usual.filter { u in !wanted.contains { ($0 - u).magnitude < gap } }
    for v in wanted.sorted() where !out.contains(where: { ($0 - v).magnitude < 1e-9 }) { out.append(v) }
    return out.sorted()
  }

  /// Where a column's way over the roof meets the middle: those of front and rear fan out.
  private func spine(_ x: Double) -> Double {
    func fanned(_ at: Double, _ corner: Double) -> Double? {
      let depth = max(corner, 0.5) + 0.1
      return at < depth ? 0.3 + (depth - 0.3) * max(0, at) / depth : nil
    }
    if let d = fanned(front - x, frontCorner.depth), x > (front + rear) / 2 { return front - d }
    if let d = fanned(x - rear, rearCorner.depth), x < (front + rear) / 2 { return rear + d }
    return x
  }

  private static let across: [Double] = [0.85, 0.6, 0.3, 0]

  /// Heights of the rows of the wall.
  private var heights: [Double] {
    var usual: [Double] = [floor, floor + 0.06]
    let n = max(2, Int(((top - roofRadius - floor) / 0.32).rounded(.up)))
    for k in 1...n { usual.append(floor + 0.06 + (top - roofRadius - floor - 0.06) * Double(k) / Double(n)) }
    let body = merged(usual, zs.filter { $0 > floor + 0.02 && $0 <= top - roofRadius }, gap: 0.05)
    var out = body.filter { $0 < top - roofRadius - 1e-9 }
    if out.first != floor { out.insert(floor, at: 0) }
    for k in 0...5 {
      let (s, _) = DeterministicMath.sincos(Double.pi / 2 * Double(k) / 5)
      out.append(top - roofRadius + roofRadius * s)
    }
    return out
  }

  /// - Parameter skin: what a face is, from its place and its middle.
  func hull(skin: (Place, Vector3) -> Hull.Skin) -> Hull {
    let columns = columns()
    let heights = heights
    let middle = (front + rear) / 2
    let grid = columns.enumerated().map { i, c -> [Vector3] in
      let isEnd = i == 0 || i == columns.count - 1
      let y = isEnd ? 0 : plan(c.x)
      let walls = heights.enumerated().map { k, z in wall(c.x, y, k == 0 ? c.low : max(z, c.clear)) }
      let foot = walls[0]
      let inner = min(foot.y * 0.96, width / 2 - wellDepth)
      let x = foot.x + (c.share == nil ? 0 : foot.x > middle ? -0.05 : 0.05)
      var rows = [Vector3(x, 0, floor + 0.02), Vector3(x, isEnd ? 0 : inner, floor + 0.02)]
      rows.append(Vector3(x, isEnd ? 0 : inner, c.low > floor ? c.low : max(floor + 0.008, c.clear)))
      rows += walls
      let edge = walls[walls.count - 1]
      let spine = spine(edge.x)
      for g in Self.across {
        rows.append(Vector3(spine + (edge.x - spine) * g, edge.y * g, top + roofCrown * (1 - g * g)))
      }
      return rows
    }
    let wallRows = 3..<(3 + heights.count - 1)
    return Hull(grid) { c, r, side in
      let mid = (grid[c][r] + grid[c + 1][r] + grid[c][r + 1] + grid[c + 1][r + 1]) / 4
      return skin(r < 3 ? .floor : wallRows.contains(r) ? .wall : .roof, mid * Vector3(1, side, 1))
    }
  }
}
