import Assets
import VectorMath
import WorldModel

/// An open-fronted box of boards: sides, bottom, back, and a top or two rails.
struct CabinetCarcass {
  /// Outer extents in the asset's frame, metres; open at the greatest x.
  var x: ClosedRange<Double>
  var y: ClosedRange<Double>
  var z: ClosedRange<Double>
  var board = KitchenStyle.board
  /// Two rails instead of a top: worktops lie on them, sinks hang between.
  var hasTop = true
  /// How broad the rails are, metres.
  var rail = 0.082

  /// What lies inside the boards.
  var inside: (x: ClosedRange<Double>, y: ClosedRange<Double>, z: ClosedRange<Double>) {
    (
      (x.lowerBound + 0.008)...x.upperBound, (y.lowerBound + board)...(y.upperBound - board),
      (z.lowerBound + board)...(z.upperBound - (hasTop ? board : 0))
    )
  }

  /// - Parameters:
  ///   - side: the material of the sides.
  ///   - inner: that of bottom, back and top.
  func add(to asset: inout AssetBuilder, side: Int, inner: Int) {
    let (a, b) = (
      Vector3(x.lowerBound, y.lowerBound, z.lowerBound), Vector3(x.upperBound, y.upperBound, z.upperBound)
    )
    func box(_ p: Vector3, _ q: Vector3, _ material: Int) {
      asset.add(.box(from: p, to: q, bevel: 0.001), material: material)
    }
    box(a, Vector3(b.x, a.y + board, b.z), side)
    box(Vector3(a.x, b.y - board, a.z), b, side)
    box(Vector3(a.x, a.y + board, a.z), Vector3(b.x, b.y - board, a.z + board), inner)
    box(Vector3(a.x, a.y + board, a.z + board), Vector3(a.x + 0.008, b.y - board, b.z), inner)
    if hasTop {
      box(Vector3(a.x + 0.008, a.y + board, b.z - board), Vector3(b.x, b.y - board, b.z), inner)
    } else {
      for (low, high) in [(a.x + 0.008, a.x + 0.008 + rail), (b.x - rail - 0.008, b.x)] {
        box(Vector3(low, a.y + board, b.z - board), Vector3(high, b.y - board, b.z), inner)
      }
    }
  }

  /// Adds a shelf whose upper face is at `height`, and its support.
  func addShelf(
    to asset: inout AssetBuilder, named name: String, height: Double, headroom: Double, material: Int,
    setback: Double = 0.02
  ) {
    let r = inside
    let (x0, x1) = (r.x.lowerBound, x.upperBound - setback)
    asset.add(
      .box(
        from: Vector3(x0, r.y.lowerBound, height - board), to: Vector3(x1, r.y.upperBound, height),
        bevel: 0.001),
      material: material, part: "shelf")
    asset.support(
      name, at: Vector3((x0 + x1) / 2, (r.y.lowerBound + r.y.upperBound) / 2, height),
      size: Vector2(x1 - x0 - 0.02, r.y.upperBound - r.y.lowerBound - 0.02), headroom: headroom)
  }

  /// Declares the bottom as a support.
  func supportBottom(of asset: inout AssetBuilder, named name: String = "bottom", headroom: Double) {
    let r = inside
    asset.support(
      name,
      at: Vector3(
        (r.x.lowerBound + x.upperBound) / 2, (r.y.lowerBound + r.y.upperBound) / 2, z.lowerBound + board),
      size: Vector2(x.upperBound - r.x.lowerBound - 0.04, r.y.upperBound - r.y.lowerBound - 0.02),
      headroom: headroom)
  }

  /// Adds one door, or two over a wide opening, hinged at the outer edges.
  func addDoors(
    to asset: inout AssetBuilder, style: KitchenStyle, material: Int, z span: ClosedRange<Double>,
    isHigh: Bool,
    hingeAtHigh: Bool = false, named name: String = "door"
  ) {
    let width = y.upperBound - y.lowerBound
    let height = span.upperBound - span.lowerBound
    let isPair = width > 0.62
    let widths = isPair ? [width / 2, width / 2] : [width]
    for (i, w) in widths.enumerated() {
      let atHigh = isPair ? i == 1 : hingeAtHigh
      let edge = atHigh ? y.upperBound : y.lowerBound
      // A door hinged at the greatest y turns clockwise from above, the other the other way; about the edge of its face,
      // as the usual hinges carry it, so that it stays within the width of the cabinet.
      let thick = KitchenStyle.frontThickness
      let node = asset.joint(
        isPair ? "\(name)_\(i + 1)" : name,
        rest: NodePose(translation: Vector3(x.upperBound + 0.001 + thick, edge, span.lowerBound)),
        .hinge(axis: Vector3(0, 0, atHigh ? 1 : -1), angle: 1.75))
      let y = atHigh ? -w...0 : 0...w
      KitchenFront(style: style, material: material, x: -thick, y: y, z: 0...height, part: "door").add(
        to: &asset, node: node, grip: atHigh ? .low(isHigh: isHigh) : .high(isHigh: isHigh))
    }
  }

  /// Adds a drawer: a tray behind a front over the carcass's width.
  func addDrawer(
    to asset: inout AssetBuilder, style: KitchenStyle, material: Int, inner: Int, z span: ClosedRange<Double>,
    named name: String
  ) {
    let width = y.upperBound - y.lowerBound
    let height = span.upperBound - span.lowerBound
    let r = inside
    let depth = x.upperBound - r.x.lowerBound - 0.03
    let middle = (y.lowerBound + y.upperBound) / 2
    let node = asset.joint(
      name, rest: NodePose(translation: Vector3(x.upperBound + 0.001, middle, span.lowerBound)),
      .slide(Vector3(depth * 0.85, 0, 0)))
    KitchenFront(
      style: style, material: material, y: -width / 2...width / 2, z: 0...height, part: "drawer"
    ).add(to: &asset, node: node, grip: .top)
    let half = (r.y.upperBound - r.y.lowerBound) / 2 - 0.012
    let low = 0.022
    let high = max(low + 0.05, height * 0.72)
    let wall = 0.012
    for (a, b) in [
      (Vector3(-depth, -half, low), Vector3(-0.001, half, low + wall)),
      (Vector3(-depth, -half, low + wall), Vector3(-0.001, wall - half, high)),
      (Vector3(-depth, half - wall, low + wall), Vector3(-0.001, half, high)),
      (Vector3(-depth, wall - half, low + wall), Vector3(wall - depth, half - wall, high)),
    ] {
      asset.add(.box(from: a, to: b), material: inner, part: "drawer", node: node)
    }
    asset.support(
      name, node: node, at: Vector3(-depth / 2, 0, low + wall), size: Vector2(depth - 0.05, 2 * half - 0.05),
      headroom: max(0.03, height - low - wall - 0.01))
  }
}
