import Assets
import VectorMath

/// What stands on a car's shoulders: pillars, panes, roof, with its lining inside, one closed shell.
struct Greenhouse {
  let form: CarForm

  private struct Column {
    var foot: Vector3
    var head: Vector3
    /// The share of the way from the middle of a screen to its pillar; `nil` at the sides.
    var screen: Double?
    /// Which screen: the front or the rear.
    var isFront: Bool
    /// d of the foot, for the sides.
    var d: Double
  }

  /// Shares of the height of the panes' walls; panes lie between the second or third and the third from the top.
  private var rise: [Double] {
    switch form.detail {
    case .fine: [0, 0.035, 0.1, 0.36, 0.63, 0.87, 0.935, 1]
    case .middle: [0, 0.035, 0.1, 0.5, 0.87, 0.935, 1]
    case .coarse: [0, 0.035, 0.1, 0.87, 0.935, 1]
    }
  }
  private var across: [Double] {
    switch form.detail {
    case .fine: [0.96, 0.89, 0.72, 0.4, 0]
    case .middle: [0.93, 0.72, 0.4, 0]
    case .coarse: [0.9, 0.55, 0]
    }
  }
  private static let lining = 0.03

  /// The top of the roof at (d, y).
  func roof(_ d: Double, _ y: Double) -> Double {
    let f = form
    let g = min(1, y.magnitude / headHalf(d))
    let fall = 0.075 * DeterministicMath.pow(g, 3.2)
    return f.roofLine(d) - fall
  }

  /// Half the width of the roof's edge at d: it narrows to the rear.
  func headHalf(_ d: Double) -> Double {
    let f = form
    let t = (d - f.header) / max(0.2, f.roofEnd - f.header)
    return f.roofHalf * (1 - 0.05 * max(0, t) * max(0, t) - 0.02 * max(0, 0.3 - t))
  }

  private func foot(_ d: Double, _ y: Double) -> Vector3 {
    Vector3(form.x(d), y, form.deck(d, y) - 0.015)
  }

  private func columns() -> [Column] {
    let f = form
    var out: [Column] = []
    let screen = f.detail.thinned([0, 0.3, 0.58, 0.8, 0.955])
    let frontCorner = f.cowl + f.screenBow.foot
    let footHalf = f.footHalf(frontCorner)
    for g in screen + [1] {
      let (d, h) = (f.cowl + f.screenBow.foot * g * g, f.header + f.screenBow.head * g * g)
      let y = headHalf(f.header) * g
      out.append(
        Column(
          foot: foot(d, footHalf * g), head: Vector3(f.x(h), y, roof(h, y)), screen: g, isFront: true, d: d))
    }
    // Along the sides between the corners, at the pillars' edges.
    let rearCorner = f.rearFoot - 0.06
    let headFront = f.header + f.screenBow.head
    let headRear = f.roofEnd - 0.03
    var edges: [(foot: Double, head: Double)] = [(frontCorner, headFront)]
    edges.append((frontCorner + 0.05, headFront + 0.06))
    for p in f.pillars { edges += [(p.foot.0, p.head.0), (p.foot.1, p.head.1)] }
    edges.append((rearCorner, headRear))
    for (a, b) in zip(edges, edges.dropFirst()) {
      let n = max(1, Int(((b.foot - a.foot) / f.detail.spacing(0.34)).rounded(.up)))
      for k in 1...n {
        let t = Double(k) / Double(n)
        let (d, h) = (a.foot + (b.foot - a.foot) * t, a.head + (b.head - a.head) * t)
        let isLast = b.foot == rearCorner && k == n
        out.append(
          Column(
            foot: foot(d, f.footHalf(d)), head: Vector3(f.x(h), headHalf(h), roof(h, headHalf(h))),
            screen: isLast ? 1 : nil, isFront: false, d: d))
      }
    }
    let rearHalf = f.footHalf(rearCorner)
    for g in screen.reversed() {
      let (d, h) = (f.rearFoot - 0.06 * g * g, f.roofEnd - 0.03 * g * g)
      let y = headHalf(h) * g
      out.append(
        Column(
          foot: foot(d, rearHalf * g), head: Vector3(f.x(h), y, roof(h, y)), screen: g, isFront: false, d: d))
    }
    return out
  }

  /// A pane between foot and head, bulging a little.
  private func wall(_ c: Column, _ t: Double) -> Vector3 {
    var p = c.foot + (c.head - c.foot) * t
    let bulge = 4 * t * (1 - t)
    if let g = c.screen {
      p.x += (c.isFront ? 0.028 : -0.022) * bulge * (1 - g * g * 0.4)
      p.z += 0.012 * bulge
      if g == 1 { p.y += 0.014 * bulge }
    } else {
      p.y += 0.022 * bulge
    }
    return p
  }

  private func spine(_ d: Double) -> Double {
    let (a, b) = (form.header + 0.18, form.roofEnd - 0.18)
    return a + (b - a) * max(0, min(1, (d - form.header) / max(0.2, form.roofEnd - form.header)))
  }

  private func outside(_ c: Column) -> [Vector3] {
    let f = form
    // The upper edge of the panes may lie lower than usual.
    let pane = 0.87
    var share = pane
    if let top = f.paneTop {
      share = min(pane, max(0.3, (top(c.d) - c.foot.z) / max(0.1, c.head.z - c.foot.z)))
    }
    var rows = rise.map { t -> Vector3 in
      wall(c, t <= pane ? t * share / pane : share + (t - pane) * (1 - share) / (1 - pane))
    }
    let edge = c.head
    let (d, s) = (f.d(edge.x), spine(f.d(edge.x)))
    for g in across {
      let at = s + (d - s) * g
      rows.append(Vector3(f.x(at), edge.y * g, roof(at, edge.y * g)))
    }
    return rows
  }

  /// The highest point.
  var highest: Double { columns().flatMap { outside($0) }.map(\.z).max() ?? 0 }

  /// The way inward at a column, for the lining.
  private func inward(_ c: Column) -> Vector3 {
    if let g = c.screen {
      return normalized(Vector3(c.isFront ? -1 : 1, g > 0.99 ? -0.7 : 0, -0.45)) * Self.lining
    }
    return normalized(Vector3(0, -1, -0.3)) * Self.lining
  }

  func hull(paint: Int, glass: Int, trim: Int, lining: Int, blackRoof: Int? = nil) -> Hull {
    let f = form
    let columns = columns()
    let grid = columns.map { c -> [Vector3] in
      let out = outside(c)
      let way = inward(c)
      let inner = out.enumerated().map { r, p -> Vector3 in
        var q = r < rise.count ? p + way : p + Vector3(way.x * 0.5, 0, -Self.lining)
        if r >= rise.count { q.y *= 0.97 }
        q.y = p.y == 0 ? 0 : max(0.002, q.y)
        return q
      }
      return inner.reversed() + out
    }
    let half = rise.count + across.count
    func isPane(_ c: Int, _ row: Int) -> Bool {
      guard row >= 1, row < rise.count - 2 else { return false }
      let (a, b) = (columns[c], columns[c + 1])
      if let g = a.screen, let h = b.screen, a.isFront == b.isFront {
        return max(g, h) <= 0.96 && (a.isFront || f.hasRearPane)
      }
      if row < 2 || row >= rise.count - 3 { return false }
      let d = (a.d + b.d) / 2
      guard a.screen == nil || b.screen == nil else { return false }
      if d < f.cowl + f.screenBow.foot + 0.05 { return false }
      return !f.pillars.contains { d > $0.foot.0 && d < $0.foot.1 } && d < f.lastPane
    }
    return Hull(grid) { c, r, _ in
      // Rows: the lining from the roof's middle down, the edge, the outside up.
      let isInside = r < half
      let row = isInside ? half - 2 - r : r - half
      if r == half - 1 { return Hull.Skin(material: trim, part: nil) }
      if isPane(c, row) { return Hull.Skin(material: glass, part: "window") }
      if isInside { return Hull.Skin(material: lining, part: "interior") }
      let (a, b) = (columns[c], columns[c + 1])
      let isScreen = a.screen != nil && b.screen != nil
      if isScreen {
        if row < 1 { return Hull.Skin(material: trim, part: nil) }
        return Hull.Skin(material: row >= rise.count - 1 ? blackRoof ?? paint : paint, part: nil)
      }
      let d = (a.d + b.d) / 2
      let isGlazed = d > f.cowl + f.screenBow.foot + 0.05 && d < f.lastPane + 0.03
      if row < rise.count - 2 && isGlazed { return Hull.Skin(material: trim, part: nil) }
      return Hull.Skin(material: row >= rise.count - 1 ? blackRoof ?? paint : paint, part: nil)
    }
  }
}

extension CarForm {
  /// d of the last side pane's rear edge at the belt: the beginning of the last pillar.
  var lastPane: Double { pillars.last?.foot.0 ?? rearFoot }
}
