import Assets
import VectorMath

/// The lower body of a car: bumpers, wings, doors, bonnet, boot, floor and the wells of the wheels, one surface.
struct CarBody {
  let form: CarForm

  /// One column of the grid.
  private struct Column {
    var d: Double
    /// The lowest height of the skin here; above the sill in a wheel arch.
    var low: Double
    /// Faces below this height have no width: the arch's edge passes here.
    var clear: Double
  }

  /// Shares of the height from the lower edge to the shoulder.
  private var rise: [Double] {
    switch form.detail {
    case .fine: [0, 0.07, 0.16, 0.28, 0.42, 0.58, 0.7, 0.77, 0.84, 0.91, 0.97, 1]
    case .middle: [0, 0.07, 0.16, 0.42, 0.7, 0.77, 0.84, 0.94, 1]
    case .coarse: [0, 0.07, 0.16, 0.42, 0.77, 0.92, 1]
    }
  }
  /// Shares of the half width from the shoulder to the middle.
  private var across: [Double] {
    switch form.detail {
    case .fine: [0.98, 0.94, 0.9, 0.72, 0.4, 0]
    case .middle: [0.94, 0.9, 0.6, 0]
    case .coarse: [0.92, 0.6, 0]
    }
  }
  private static let floorRows = 3
  /// How far the floor of the cabin lies below the belt: seats and dashboard rise from there.
  static let cabinDepth = 0.2

  private func columns() -> [Column] {
    let f = form
    var out: [Column] = []
    func regular(_ d: Double) { out.append(Column(d: d, low: f.sill(d), clear: 0)) }
    let corner = f.detail.thinned([0, 0.22, 0.42, 0.58, 0.71, 0.81, 0.89, 0.945, 0.98])
    func set(_ share: Double, _ depth: Double, _ n: Double) -> Double {
      depth * (1 - DeterministicMath.pow(1 - DeterministicMath.pow(share, n), 1 / n))
    }
    let arches = f.axles.map { axle in
      (from: f.d(axle) - f.archRadius, to: f.d(axle) + f.archRadius, axle: axle)
    }
    let first = arches.first?.from ?? 0
    let last = arches.last?.to ?? f.length
    for share in corner {
      let d = set(share, f.noseDepth, f.squareness)
      if d < first - 0.03 { regular(d) }
    }
    // Along the side: even steps, places that matter, arches.
    var fixed = [f.cowl, f.rearFoot] + f.doorGaps
    if let bed = f.bed { fixed += [bed.from, bed.from + 0.02, bed.to - 0.02, bed.to] }
    var at = (out.last?.d ?? 0) + 0.05
    while at < f.length - f.tailDepth * 0.3 {
      if !fixed.contains(where: { ($0 - at).magnitude < 0.035 }) { fixed.append(at) }
      at += f.detail.spacing(0.12)
    }
    fixed.sort()
    for d in fixed where !arches.contains(where: { d > $0.from - 0.012 && d < $0.to + 0.012 }) { regular(d) }
    for arch in arches {
      let steps = f.detail.steps(16)
      for k in 0...steps {
        let (s, c) = DeterministicMath.sincos(Double.pi * Double(k) / Double(steps))
        let d = f.d(arch.axle + f.archRadius * c)
        let z = f.wheelRadius + (k == 0 || k == steps ? 0 : f.archRadius * s)
        let edge = Column(d: d, low: f.sill(d), clear: z)
        if k == 0 { out.append(edge) }
        out.append(Column(d: d, low: z, clear: z))
        if k == steps { out.append(edge) }
      }
    }
    for share in corner.reversed() {
      let d = f.length - set(share, f.tailDepth, f.squareness + 0.5)
      if d > last + 0.03, !fixed.contains(where: { ($0 - d).magnitude < 0.012 }) { regular(d) }
    }
    return out.enumerated().sorted { a, b in
      a.element.d != b.element.d ? a.element.d < b.element.d : a.offset < b.offset
    }.map(\.element)
  }

  /// Where the rows over bonnet and boot meet the middle: the front's and rear's columns fan out.
  private func spine(_ d: Double) -> Double {
    let f = form
    let (front, rear) = (0.3, 0.16)
    if d < f.noseDepth { return front + (f.noseDepth - front) * d / f.noseDepth }
    let rest = f.length - d
    let depth = max(f.tailDepth, rear + 0.05)
    if rest < depth { return f.length - (rear + (depth - rear) * rest / depth) }
    return d
  }

  private func column(_ c: Column, isEnd: Bool) -> [Vector3] {
    let f = form
    let (low, high) = (f.sill(c.d), f.shoulder(c.d))
    var rows: [Vector3] = []
    let heights = rise.map { low + (high - low) * $0 }
    let skin = heights.enumerated().map { k, z -> Vector3 in
      let height = k == 0 ? c.low : max(z, c.clear)
      var p = f.skin(c.d, height)
      if isEnd { p.y = 0 }
      return p
    }
    // The floor, and the inner walls of the wheel wells.
    let foot = skin[0]
    let inner = f.width / 2 - f.tyreWidth - 0.13
    let back = min(1, c.d / 0.2, (f.length - c.d) / 0.2)
    let y = min(foot.y * 0.9, inner)
    let x = foot.x + (c.d < f.length / 2 ? -0.12 : 0.12) * (1 - back)
    let floor = low + 0.012
    rows.append(Vector3(x, 0, floor))
    rows.append(Vector3(x, y, floor))
    rows.append(Vector3(x, y, c.low > low ? c.low : max(low + 0.004, c.clear)))
    rows += skin
    // Over the top.
    let edge = skin[skin.count - 1]
    let spine = spine(c.d)
    for g in across {
      let d = spine + (c.d - spine) * g
      let p = Vector3(f.x(d) + (edge.x - f.x(c.d)) * g, edge.y * g, 0)
      rows.append(Vector3(p.x, p.y, top(f.d(p.x), p.y)))
    }
    return rows
  }

  /// The top as it is: bonnet, cabin's floor, boot or load bed.
  private func top(_ d: Double, _ y: Double) -> Double {
    let f = form
    let deck = f.deck(d, y)
    let edge = f.half(d, f.shoulder(d))
    if let bed = f.bed, d > bed.from + 0.01, d < bed.to - 0.01, y < edge * 0.92 {
      return f.sill(f.length / 2) + 0.42
    }
    let foot = f.screenFoot(y)
    guard d > foot + 0.09, d < f.rearFootAt(y) - 0.09, y < edge * 0.92 else { return deck }
    return f.shoulder(d) - Self.cabinDepth
  }

  /// Half the widths of the skin at all points of the grid's sides.
  var outline: [Double] {
    columns().flatMap { c in
      column(c, isEnd: false)[Self.floorRows..<(Self.floorRows + rise.count)].map(\.y)
    }
  }

  func hull(paint: Int, trim: Int, shadow: Int, cabin: Int) -> Hull {
    let f = form
    let columns = columns()
    let grid = columns.enumerated().map { i, c in column(c, isEnd: i == 0 || i == columns.count - 1) }
    let side = Self.floorRows..<(Self.floorRows + rise.count - 1)
    let gaps = f.doorGaps
    return Hull(grid) { c, r, _ in
      let d = (columns[c].d + columns[c + 1].d) / 2
      if r < Self.floorRows { return Hull.Skin(material: shadow, part: nil) }
      if side.contains(r) {
        let isLow = r - side.lowerBound < (f.hasCladding ? 2 : 1)
        if isLow { return Hull.Skin(material: trim, part: nil) }
        let isDoor = d > gaps.first ?? .infinity && d < gaps.last ?? 0 && r - side.lowerBound >= 2
        return Hull.Skin(material: paint, part: isDoor ? "door" : nil)
      }
      let quad = [grid[c][r], grid[c][r + 1], grid[c + 1][r], grid[c + 1][r + 1]]
      let hollow = f.bed.map { min(f.cowl, $0.from)...max(f.rearFoot, $0.to) } ?? f.cowl...f.rearFoot
      let isSunk = hollow.contains(d) && quad.contains { f.deck(f.d($0.x), $0.y) - $0.z > 0.05 }
      return Hull.Skin(material: isSunk ? cabin : paint, part: isSunk ? "interior" : nil)
    }
  }
}

extension CarForm {
  /// d of the windscreen's foot at a distance from the middle.
  func screenFoot(_ y: Double) -> Double {
    let g = min(1, y.magnitude / footHalf(cowl + screenBow.foot))
    return cowl + screenBow.foot * g * g
  }

  /// d of the rear window's foot.
  func rearFootAt(_ y: Double) -> Double {
    let g = min(1, y.magnitude / footHalf(rearFoot - 0.06))
    return rearFoot - 0.06 * g * g
  }

  /// Half the width of the foot of the windows at d.
  func footHalf(_ d: Double) -> Double { max(0.1, half(d, shoulder(d)) - ledge) }
}
