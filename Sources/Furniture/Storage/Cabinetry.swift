import Assets
import VectorMath

/// Builds hollow cabinets of boards: a carcass divided into columns and bays, with fronts that open and trays and
/// shelves behind them. Metres, the frame of a `FurnitureAsset`.
struct Cabinetry {
  /// What fills one opening.
  enum Bay {
    case open(shelves: Int)
    case drawer
    /// One door, hung at the left (positive y) or the right.
    case door(isLeft: Bool, shelves: Int)
    case doors(shelves: Int)
    /// Doors with panes.
    case glassDoors(shelves: Int)
    /// A front that tips forward about its lower edge.
    case flap
    /// Behind doors: a shelf for hats over a rail for clothes.
    case hanging(doors: Int)
    /// Two panels that run before one another.
    case sliding
    /// A panel that does not open.
    case panel
  }

  struct Column {
    /// Its share of the width.
    var share: Double
    /// From top to bottom, with their shares of the height.
    var bays: [(Bay, Double)]

    init(_ share: Double, _ bays: [(Bay, Double)]) { (self.share, self.bays) = (share, bays) }
  }

  /// The clear space of a bay, and the edges that fronts may cover around it.
  struct Cell {
    var y: ClosedRange<Double>
    var z: ClosedRange<Double>
    /// From the inner face of the back to the front of the carcass.
    var x: ClosedRange<Double>
    /// What an overlaid front reaches beyond the opening: to less y, more y, down, up.
    var reach: (Double, Double, Double, Double)
  }

  var asset: AssetBuilder
  var suite: CabinetSuite
  /// The thickness of boards and of fronts.
  var board = 0.018
  /// How far the top stands out over the fronts and sides, and how thick it is.
  var topThickness = 0.022
  var overhang = 0.0
  /// The finish of the top; that of the body unless set.
  var top: Finish?
  /// Whether the top carries things (declared as a support).
  var isTopFree = true
  /// Where on doors the handles sit, as a share of the height.
  var handleHeight = 0.62
  var count = 0

  init(_ asset: AssetBuilder, _ suite: CabinetSuite) { (self.asset, self.suite) = (asset, suite) }

  mutating func put(
    _ a: Vector3, _ b: Vector3, bevel: Double = 0.0015, part: String? = nil, grain: Int? = nil
  ) {
    asset.add(.board(a, b, bevel: bevel, grain: grain), suite.body, part: part)
  }

  /// A carcass that fills the box, fronts included, divided as the columns say (from least y to most).
  mutating func addCarcass(
    _ x: ClosedRange<Double>, _ y: ClosedRange<Double>, _ z: ClosedRange<Double>, columns: [Column]
  ) {
    let t = board
    let (rear, face) = (x.lowerBound, x.upperBound - (suite.isInset ? 0 : t))
    let lid = z.upperBound - topThickness
    let (low, high) = (z.lowerBound, lid)
    // Sides, floor, back and top.
    for (a, b) in [(y.lowerBound, y.lowerBound + t), (y.upperBound - t, y.upperBound)] {
      put(Vector3(rear, a, low), Vector3(face, b, high), grain: 2)
    }
    put(Vector3(rear, y.lowerBound + t, low), Vector3(face, y.upperBound - t, low + t), grain: 1)
    put(
      Vector3(rear, y.lowerBound + t, low + t), Vector3(rear + 0.006, y.upperBound - t, high), bevel: 0,
      grain: 2)
    let edge = topThickness > 0.03 ? 0.005 : 0.003
    asset.add(
      .board(
        Vector3(rear, y.lowerBound - overhang, lid),
        Vector3(x.upperBound + overhang, y.upperBound + overhang, z.upperBound),
        bevel: edge, grain: 1), top ?? suite.body, part: "top")
    if isTopFree {
      let depth = x.upperBound + overhang - rear
      asset.support(
        "top", at: Vector3(rear + depth / 2, (y.lowerBound + y.upperBound) / 2, z.upperBound),
        size: Vector2(depth - 0.01, y.upperBound - y.lowerBound - 0.01))
    }
    // Columns between the sides.
    let clear = y.upperBound - y.lowerBound - t * Double(columns.count + 1)
    let shares = columns.reduce(0) { $0 + $1.share }
    var left = y.lowerBound + t
    for (i, column) in columns.enumerated() {
      let right = left + clear * column.share / shares
      if i > 0 { put(Vector3(rear + 0.006, left - t, low + t), Vector3(face, left, high), grain: 2) }
      let heights = column.bays.reduce(0) { $0 + $1.1 }
      let open = high - low - t - t * Double(column.bays.count - 1)
      var above = high
      for (j, bay) in column.bays.enumerated() {
        let below = above - open * bay.1 / heights
        if j > 0 {
          put(Vector3(rear + 0.006, left, above), Vector3(face - 0.001, right, above + t), grain: 1)
        }
        let cell = Cell(
          y: left...right, z: below...above, x: rear + 0.006...face,
          reach: (
            i == 0 ? t - 0.001 : t / 2 - 0.0015, i == columns.count - 1 ? t - 0.001 : t / 2 - 0.0015,
            j == column.bays.count - 1 ? t - 0.001 : t / 2 - 0.0015, j == 0 ? -0.002 : t / 2 - 0.0015
          ))
        fill(cell, with: bay.0)
        above = below - t
      }
      left = right + t
    }
  }

  /// The base below a carcass: legs, a plinth or a frame, from the floor to `height`.
  mutating func addBase(
    _ x: ClosedRange<Double>, _ y: ClosedRange<Double>, height: Double, base: CabinetSuite.Base? = nil
  ) {
    switch base ?? suite.base {
    case .plinth:
      let inset = 0.03
      asset.add(
        .board(
          Vector3(x.lowerBound + 0.01, y.lowerBound + inset, 0),
          Vector3(x.upperBound - inset - 0.02, y.upperBound - inset, height)),
        suite.body, part: "plinth")
    case .frame:
      let (t, inset) = (0.011, 0.025)
      let (x0, x1) = (x.lowerBound + inset, x.upperBound - inset)
      func bar(_ a: Vector3, _ b: Vector3) {
        asset.add(
          .box(from: a - Vector3(repeating: t), to: b + Vector3(repeating: t), bevel: 0.002), suite.legs,
          part: "leg")
      }
      for cy in [y.lowerBound + inset, y.upperBound - inset] {
        bar(Vector3(x0, cy, t), Vector3(x0, cy, height - t))
        bar(Vector3(x1, cy, t), Vector3(x1, cy, height - t))
        bar(Vector3(x0, cy, t), Vector3(x1, cy, t))
      }
      for cx in [x0, x1] {
        bar(Vector3(cx, y.lowerBound + inset, height - t), Vector3(cx, y.upperBound - inset, height - t))
      }
    case .legs(let shape):
      let inset = shape == .bun ? 0.06 : shape == .post ? 0.022 : 0.055
      let width = shape == .bun ? 0.09 : shape == .post ? 0.042 : shape == .turned ? 0.055 : 0.042
      let splay = shape == .tapered ? 0.02 : 0
      let lengthways = y.upperBound - y.lowerBound
      let ys = lengthways > 1.7 ? [-1.0, 0, 1] : [-1.0, 1]
      for sx in [-1.0, 1] {
        for sy in ys {
          let at = Vector3(
            sx < 0 ? x.lowerBound + inset : x.upperBound - inset - 0.01,
            (y.lowerBound + y.upperBound) / 2 + sy * (lengthways / 2 - inset), 0)
          asset.add(
            shape.mesh(
              from: at + Vector3(0, 0, height + 0.001), to: at + Vector3(sx * splay, sy * splay, 0),
              width: width),
            suite.legs, part: "leg")
        }
      }
    }
  }
}
