import Assets
import InteriorSurfaces
import VectorMath
import WorldModel

/// What stands in the openings of a carcass.
extension Cabinetry {
  mutating func fill(_ cell: Cell, with bay: Bay) {
    switch bay {
    case .open(let shelves): addShelves(cell, shelves, setBack: 0.004)
    case .drawer: addDrawer(cell)
    case .door(let isLeft, let shelves):
      addShelves(cell, shelves, setBack: 0.03)
      addDoor(cell, cell.y, isLeft: isLeft)
    case .doors(let shelves):
      addShelves(cell, shelves, setBack: 0.03)
      addDoorPair(cell)
    case .glassDoors(let shelves):
      addShelves(cell, shelves, setBack: 0.03)
      let wooden = suite.front
      suite.front = .glass
      addDoorPair(cell)
      suite.front = wooden
    case .flap: addFlap(cell)
    case .hanging(let doors):
      addRail(cell)
      let step = (cell.y.upperBound - cell.y.lowerBound) / Double(doors)
      for i in 0..<doors {
        let low = cell.y.lowerBound + step * Double(i)
        addDoor(cell, low...low + step, isLeft: doors == 1 || i % 2 == 1)
      }
    case .sliding:
      addRail(cell)
      addSliding(cell)
    case .panel:
      let rect = frontRect(cell, cell.y)
      addFront(rect.y, rect.z, node: 0, at: Vector3(outer(cell), 0, 0), isDrawer: false, part: "panel")
    }
  }

  /// The x of the fronts' outer face.
  func outer(_ cell: Cell) -> Double { cell.x.upperBound + (suite.isInset ? 0 : board) }

  /// The rectangle of a front over a part of a cell's width.
  private func frontRect(_ cell: Cell, _ y: ClosedRange<Double>) -> (
    y: ClosedRange<Double>, z: ClosedRange<Double>
  ) {
    let gap = 0.002
    let isFirst = y.lowerBound <= cell.y.lowerBound + 1e-9
    let isLast = y.upperBound >= cell.y.upperBound - 1e-9
    if suite.isInset {
      return (
        y.lowerBound + (isFirst ? gap : gap / 2)...y.upperBound - (isLast ? gap : gap / 2),
        cell.z.lowerBound + gap...cell.z.upperBound - gap
      )
    }
    return (
      y.lowerBound - (isFirst ? cell.reach.0 : -0.0015)...y.upperBound + (isLast ? cell.reach.1 : -0.0015),
      cell.z.lowerBound - cell.reach.2...cell.z.upperBound + cell.reach.3
    )
  }

  /// Adds a front's pieces, given in the asset's frame, to a node at `at`.
  private mutating func addFront(
    _ y: ClosedRange<Double>, _ z: ClosedRange<Double>, node: Int, at: Vector3, isDrawer: Bool, part: String
  ) {
    let pieces = suite.front.pieces(
      y.lowerBound - at.y...y.upperBound - at.y, z.lowerBound - at.z...z.upperBound - at.z, thickness: board,
      isDrawer: isDrawer)
    for piece in pieces {
      let mesh = node == 0 ? piece.mesh.translated(at.x, at.y, at.z) : piece.mesh
      switch piece.role {
      case .front: asset.add(mesh, suite.fronts, part: part, node: node)
      case .weave: asset.add(mesh, suite.weave, part: part, node: node)
      case .glass: asset.add(mesh, Finish(IndoorMaterial.glass()), part: "pane", node: node)
      }
    }
  }

  // MARK: Shelves and rails

  private mutating func addShelves(_ cell: Cell, _ shelves: Int, setBack: Double) {
    let height = (cell.z.upperBound - cell.z.lowerBound - board * Double(shelves)) / Double(shelves + 1)
    let front = cell.x.upperBound - setBack - (setBack > 0.01 && suite.isInset ? board : 0)
    let depth = front - cell.x.lowerBound
    let middle = Vector3(cell.x.lowerBound + depth / 2, (cell.y.lowerBound + cell.y.upperBound) / 2, 0)
    let width = cell.y.upperBound - cell.y.lowerBound
    guard height > 0.03, width > 0.06 else { return }
    for i in 0...shelves {
      let z = cell.z.lowerBound + (height + board) * Double(i)
      if i > 0 {
        put(
          Vector3(cell.x.lowerBound, cell.y.lowerBound, z - board), Vector3(front, cell.y.upperBound, z),
          part: "shelf",
          grain: 1)
      }
      count += 1
      asset.support(
        "shelf \(count)", at: middle + Vector3(0, 0, z), size: Vector2(depth - 0.01, width - 0.01),
        headroom: height - 0.004)
    }
  }

  private mutating func addRail(_ cell: Cell) {
    let hat = cell.z.upperBound - 0.26
    put(
      Vector3(cell.x.lowerBound, cell.y.lowerBound, hat - board),
      Vector3(cell.x.upperBound - 0.08, cell.y.upperBound, hat),
      part: "shelf", grain: 1)
    let x = (cell.x.lowerBound + cell.x.upperBound) / 2 - 0.02
    asset.add(
      .cylinder(
        from: Vector3(x, cell.y.lowerBound, hat - 0.08), to: Vector3(x, cell.y.upperBound, hat - 0.08),
        radius: 0.0125),
      .metal(.steel), part: "rail")
    let width = cell.y.upperBound - cell.y.lowerBound
    let (middle, depth) = (
      (cell.y.lowerBound + cell.y.upperBound) / 2, cell.x.upperBound - 0.09 - cell.x.lowerBound
    )
    for (z, head) in [(cell.z.lowerBound, hat - 0.12 - cell.z.lowerBound), (hat, 0.24)] {
      count += 1
      asset.support(
        "shelf \(count)", at: Vector3(cell.x.lowerBound + depth / 2, middle, z),
        size: Vector2(depth - 0.01, width - 0.02),
        headroom: head)
    }
  }

  // MARK: What opens

  private mutating func addHandle(node: Int, at: Vector3, isUpright: Bool, span: Double) {
    asset.add(
      suite.handle.mesh(isUpright: isUpright, span: span).translated(at.x, at.y, at.z), suite.metal,
      part: "handle",
      node: node)
  }

  private mutating func addDrawer(_ cell: Cell) {
    count += 1
    let rect = frontRect(cell, cell.y)
    let at = Vector3(outer(cell), (rect.y.lowerBound + rect.y.upperBound) / 2, cell.z.lowerBound)
    let depth = cell.x.upperBound - cell.x.lowerBound
    let tray = asset.joint(
      "drawer \(count)", rest: NodePose(translation: at), .slide(Vector3(depth * 0.72, 0, 0)))
    addFront(rect.y, rect.z, node: tray, at: at, isDrawer: true, part: "drawer")
    // A tray behind the front: 8 mm of play at each side for the runners.
    let (back, front) = (cell.x.lowerBound - at.x + 0.015, -board - 0.0005)
    let half = (cell.y.upperBound - cell.y.lowerBound) / 2 - 0.008
    let middle = (cell.y.lowerBound + cell.y.upperBound) / 2 - at.y
    let (y0, y1) = (middle - half, middle + half)
    let (floor, wall) = (0.006, max(0.03, (cell.z.upperBound - cell.z.lowerBound) * 0.72))
    for (a, b) in [
      (Vector3(back, y0, floor), Vector3(front, y1, floor + 0.008)),
      (Vector3(back, y0, floor + 0.008), Vector3(front, y0 + 0.012, wall)),
      (Vector3(back, y1 - 0.012, floor + 0.008), Vector3(front, y1, wall)),
      (Vector3(back, y0 + 0.012, floor + 0.008), Vector3(back + 0.012, y1 - 0.012, wall)),
    ] { asset.add(.board(a, b, bevel: 0), suite.body, part: "drawer", node: tray) }
    asset.support(
      "drawer \(count)", node: tray, at: Vector3((back + front) / 2, middle, floor + 0.008),
      size: Vector2(front - back - 0.03, 2 * half - 0.03), headroom: max(0.03, wall - floor - 0.012))
    let (w, h) = (rect.y.upperBound - rect.y.lowerBound, rect.z.upperBound - rect.z.lowerBound)
    let z =
      suite.handle == .edge
      ? rect.z.upperBound - at.z : rect.z.lowerBound - at.z + h * (h > 0.26 ? 0.68 : 0.52)
    let isPair = w > 0.75 && (suite.handle == .knob || suite.handle == .cup)
    for y in isPair ? [-w * 0.28, w * 0.28] : [0] {
      addHandle(node: tray, at: Vector3(0, y, z), isUpright: false, span: w)
    }
  }

  private mutating func addDoorPair(_ cell: Cell) {
    let middle = (cell.y.lowerBound + cell.y.upperBound) / 2
    addDoor(cell, cell.y.lowerBound...middle, isLeft: false)
    addDoor(cell, middle...cell.y.upperBound, isLeft: true)
  }

  /// A door over a part of a cell's width, hung at its left (most y) or right edge.
  private mutating func addDoor(_ cell: Cell, _ y: ClosedRange<Double>, isLeft: Bool) {
    count += 1
    let rect = frontRect(cell, y)
    let at = Vector3(outer(cell), isLeft ? rect.y.upperBound : rect.y.lowerBound, 0)
    let door = asset.joint(
      "door \(count)", rest: NodePose(translation: at),
      .hinge(axis: Vector3(0, 0, 1), angle: isLeft ? 1.75 : -1.75))
    addFront(rect.y, rect.z, node: door, at: at, isDrawer: false, part: "door")
    let w = rect.y.upperBound - rect.y.lowerBound
    let reach = suite.handle == .edge ? w : w - min(0.045, w * 0.12)
    let z = rect.z.lowerBound + (rect.z.upperBound - rect.z.lowerBound) * handleHeight
    addHandle(
      node: door, at: Vector3(0, isLeft ? -reach : reach, z), isUpright: true,
      span: rect.z.upperBound - rect.z.lowerBound)
  }

  private mutating func addFlap(_ cell: Cell) {
    count += 1
    let rect = frontRect(cell, cell.y)
    let at = Vector3(outer(cell), (rect.y.lowerBound + rect.y.upperBound) / 2, rect.z.lowerBound)
    let flap = asset.joint(
      "flap \(count)", rest: NodePose(translation: at), .hinge(axis: Vector3(0, 1, 0), angle: 0.7))
    addFront(rect.y, rect.z, node: flap, at: at, isDrawer: true, part: "door")
    // A tipping tray behind it.
    let half = (cell.y.upperBound - cell.y.lowerBound) / 2 - 0.006
    let depth = min(0.12, cell.x.upperBound - cell.x.lowerBound - 0.05)
    asset.add(
      .board(Vector3(-board - depth, -half, 0.006), Vector3(-board, half, 0.014), bevel: 0), suite.body,
      part: "tray", node: flap)
    let (w, h) = (rect.y.upperBound - rect.y.lowerBound, rect.z.upperBound - rect.z.lowerBound)
    addHandle(
      node: flap, at: Vector3(0, 0, suite.handle == .edge ? h : h * 0.86), isUpright: false, span: w)
  }

  private mutating func addSliding(_ cell: Cell) {
    let rect = frontRect(cell, cell.y)
    let overlap = 0.03
    let middle = (rect.y.lowerBound + rect.y.upperBound) / 2
    for i in 0..<2 {
      count += 1
      let y = i == 0 ? rect.y.lowerBound...middle + overlap : middle - overlap...rect.y.upperBound
      let at = Vector3(outer(cell) - (i == 0 ? 0 : board + 0.004), (y.lowerBound + y.upperBound) / 2, 0)
      let way = (middle - rect.y.lowerBound - overlap) * (i == 0 ? 1 : -1)
      let door = asset.joint("door \(count)", rest: NodePose(translation: at), .slide(Vector3(0, way, 0)))
      addFront(y, rect.z, node: door, at: at, isDrawer: false, part: "door")
      // A recessed pull as tall as a hand, near the outer edge.
      let side = (y.upperBound - y.lowerBound) / 2 - 0.04
      asset.add(
        .box(
          from: Vector3(-0.004, (i == 0 ? -side : side) - 0.01, 0.95),
          to: Vector3(0.0025, (i == 0 ? -side : side) + 0.01, 1.12),
          bevel: 0.001), suite.metal, part: "handle", node: door)
    }
  }
}
