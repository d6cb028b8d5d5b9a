import Assets
import VectorMath

/// Ground floors.
extension BuildingWork {
  mutating func addGroundFloor() {
    switch design.ground {
    case .shops(let isChinese): addShops(isChinese)
    case .dwelling(let doorWidth): addDwelling(doorWidth, hasGarage: false)
    case .garage: addDwelling(1.1, hasGarage: true)
    case .hall: addHall()
    case .lobby: addLobby()
    }
  }

  // MARK: Shops

  private mutating func addShops(_ isChinese: Bool) {
    let width = front.width
    // A house door at one end where there is room beside at least one shop.
    let doorWidth = width > 6.5 && design.storeys > 0 ? 1.9 : 0
    let isLeft = chance.unit("door side") < 0.5
    let span = width - doorWidth
    let count = max(1, Int((span / (isChinese ? 4.2 : 5.2)).rounded()))
    var lines = (0...count).map { (isLeft ? doorWidth : 0) + span * Double($0) / Double(count) }
    if doorWidth > 0 { lines = isLeft ? [0] + lines : lines + [width] }
    lines[lines.count - 1] = width
    shell.walls[0].columns[0] = lines
    shell.walls[0].openings[0] = [Opening?](repeating: nil, count: lines.count - 1)
    for k in 0..<lines.count - 1 {
      let isDoor = doorWidth > 0 && k == (isLeft ? 0 : lines.count - 2)
      if isDoor {
        entrance(k, (lines[k] + lines[k + 1]) / 2, 1.2)
      } else {
        shop(k, lines[k], lines[k + 1], isChinese)
      }
    }
  }

  private mutating func shop(_ k: Int, _ a: Double, _ b: Double, _ isChinese: Bool) {
    let wall = front
    let pier = isChinese ? 0.16 : chance.number("pier", in: 0.2...0.42)
    let board =
      isChinese ? chance.number("board", k, in: 0.85...1.15) : chance.number("board", k, in: 0.5...0.7)
    let head = rows[1] - (isChinese ? 0.18 : 0.4) - board
    let colours: [UInt32] = [
      0x2c3033, 0x5b2a2c, 0x244a44, 0x2b3a5c, 0x6a4b2e, 0xe5e2da, 0x3f4a3a, 0x7d7f80,
    ]
    let front = Surfacing.paint(Colour(chance.pick("shop front", colours, k + Int(variantSalt)))).index(
      in: &asset)
    let n = max(2, Int(((b - a - 2 * pier) / 1.3).rounded()))
    let isShut = isChinese && chance.unit("shut", k) < 0.18
    var filling = Glazing(
      columns: (1..<n).map { Double($0) / Double(n) }, rows: isShut ? [] : [isChinese ? 0.05 : 0.16, 0.8],
      bar: 0.07,
      step: 0.05, frame: front, panes: [front, Surfacing.displays.index(in: &asset)],
      picture: StreetTexture.picture(chance.choice("display", k, of: 997), of: StreetTexture.displayGrid),
      part: "shop")
    if isShut {
      let shutter = Surfacing(Surfacing.sheeting(Colour(0xa9adae)).material, tile: 0.4)
      filling = Glazing(bar: 0.06, step: 0.05, frame: front, panes: [shutter.index(in: &asset)], part: "shop")
    }
    shell.walls[0].set(
      Opening(
        left: a + pier, right: b - pier, bottom: level + 0.06, top: head - 0.02,
        reveal: isChinese ? 0.3 : 0.14,
        filling: filling), row: 0, column: k)
    // The door leaf stands out of the glazing in one of its panes.
    if !isShut {
      let pane = (b - a - 2 * pier) / Double(n)
      let at = a + pier + pane * Double(chance.choice("door pane", k, of: n))
      let reveal = isChinese ? 0.3 : 0.14
      let u = (at + 0.06, at + pane - 0.06)
      for bar in [(u.0, u.0 + 0.07), (u.1 - 0.07, u.1)] {
        asset.add(
          Self.box(wall, u: bar, z: (level + 0.1, head - 0.5), out: (-reveal - 0.06, -reveal + 0.03)),
          material: front, part: "door")
      }
      asset.add(
        Self.box(
          wall, u: (u.1 - 0.14, u.1 - 0.1), z: (level + 0.85, level + 1.35),
          out: (-reveal - 0.06, -reveal + 0.08)),
        material: Surfacing.metal(Colour(0xb9bdbf)).index(in: &asset), part: "door")
    }
    let size = Vector2(b - a - (isChinese ? 0.1 : 2 * pier * 0.7), board)
    let place = wall.point((a + b) / 2, head + board / 2)
    let out = wall.outward
    boards.append(
      SignPlace(
        position: place, yaw: DeterministicMath.atan2(out.y, out.x), size: size, isChinese: isChinese))
    if !isChinese && chance.unit("awning", k) < 0.4 { awning(a + pier * 0.6, b - pier * 0.6, head - 0.05, k) }
  }

  private var variantSalt: UInt64 { chance.seed % 1024 }

  private mutating func awning(_ a: Double, _ b: Double, _ z: Double, _ k: Int) {
    let tints: [UInt32] = [0x9c3a34, 0x2f5d4c, 0xd8cdb4, 0x3f5878, 0xc99a3f, 0x6e6a66]
    let cloth = Surfacing(
      Surfacing.weatherboard(Colour(chance.pick("cloth", tints, k))).material, tile: 3)
    let m = cloth.index(in: &asset)
    let (depth, drop) = (chance.number("awning depth", k, in: 0.9...1.3), 0.42)
    let mesh = MeshBuilder.slab(
      columns: 1, rows: 1, front: { u, v in Vector3(0.02 + depth * v, a + (b - a) * u, z - drop * v) },
      back: { u, v in Vector3(0.02 + depth * v, a + (b - a) * u, z - 0.03 - drop * v) })
    let valance = MeshBuilder.box(
      from: Vector3(depth - 0.01, a, z - drop - 0.22), to: Vector3(depth + 0.02, b, z - drop + 0.01))
    asset.add(mesh.transformed(front.transform(u: 0, z: 0)), material: m, part: "awning")
    asset.add(valance.transformed(front.transform(u: 0, z: 0)), material: m, part: "awning")
  }

  // MARK: Doors

  /// A house door with a fanlight and a step.
  private mutating func entrance(_ column: Int, _ middle: Double, _ width: Double) {
    let wall = front
    let step = 0.15
    let (a, b) = (middle - width / 2, middle + width / 2)
    let height = min(2.75, design.groundHeight - 0.6)
    let leaves = width > 1.15 ? [0.5] : []
    shell.walls[0].set(
      Opening(
        left: a, right: b, bottom: level + step, top: level + step + height, reveal: 0.22,
        filling: Glazing(
          columns: leaves, rows: height > 2.4 ? [0.36, 0.8] : [0.45], bar: 0.09, step: 0.03, frame: door,
          panes: [door, chance.unit("glazed door") < 0.5 ? panes : door, panes],
          picture: StreetTexture.picture(7, of: StreetTexture.roomGrid), part: "door")), row: 0,
      column: column)
    asset.add(
      Self.box(
        wall, u: (a - 0.2, b + 0.2), z: (max(0, level - 0.02), level + step), out: (-0.02, 0.36), bevel: 0.012
      ),
      material: trim)
    asset.add(
      Self.box(
        wall, u: (middle + 0.05, middle + 0.09), z: (level + 1.05, level + 1.25), out: (-0.25, -0.15)),
      material: Surfacing.metal(Colour(0xa08a5a)).index(in: &asset), part: "door")
    let top = level + step + height
    if chance.unit("canopy") < 0.45 {
      asset.add(
        Self.box(wall, u: (a - 0.35, b + 0.35), z: (top + 0.12, top + 0.24), out: (-0.02, 0.8), bevel: 0.01),
        material: trim)
    } else {
      for u in [(a - 0.16, a), (b, b + 0.16)] {
        asset.add(Self.box(wall, u: u, z: (level, top), out: (-0.02, 0.05)), material: trim)
      }
      asset.add(
        Self.box(wall, u: (a - 0.16, b + 0.16), z: (top, top + 0.2), out: (-0.02, 0.07)), material: trim)
    }
  }

  private mutating func addDwelling(_ doorWidth: Double, hasGarage: Bool) {
    let count = max(2, bays)
    shell.walls[0].divide(row: 0, into: count)
    let garage = hasGarage ? (chance.unit("garage side") < 0.5 ? 0 : count - 1) : -1
    var doorBay = chance.choice("door bay", of: count)
    if count > 2 && !hasGarage { doorBay = count / 2 }
    if doorBay == garage { doorBay = garage == 0 ? 1 : count - 2 }
    for bay in 0..<count {
      let (middle, width) = shell.walls[0].cell(0, bay)
      if bay == garage {
        gate(bay, middle, min(2.5, width - 0.3), height: 2.15)
      } else if bay == doorBay {
        entrance(bay, middle, min(doorWidth, width - 0.3))
      } else {
        let w = design.window
        let half = min(w.width, width - 0.3) / 2
        let sill = level + w.sill + 0.15
        let opening = Opening(
          left: middle - half, right: middle + half, bottom: sill,
          top: min(sill + w.height, rows[1] - 0.4), reveal: w.reveal,
          filling: glazing(2000 + bay, columns: w.columns, rows: w.rows, bar: w.bar))
        shell.walls[0].set(opening, row: 0, column: bay)
        if w.hasSill {
          asset.add(
            Self.box(
              front, u: (opening.left - 0.08, opening.right + 0.08), z: (sill - 0.07, sill),
              out: (-0.02, 0.09)),
            material: trim)
        }
      }
    }
  }

  /// A door for cars or lorries.
  private mutating func gate(_ column: Int, _ middle: Double, _ width: Double, height: Double) {
    shell.walls[0].set(
      Opening(
        left: middle - width / 2, right: middle + width / 2, bottom: level + 0.03, top: level + height,
        reveal: 0.15,
        filling: Glazing(
          columns: [], rows: [0.25, 0.5, 0.75], bar: 0.06, step: 0.02, frame: frame, panes: [door],
          part: "door")),
      row: 0, column: column)
  }

  private mutating func addHall() {
    let count = max(2, bays)
    shell.walls[0].divide(row: 0, into: count)
    for bay in 0..<count {
      let (middle, width) = shell.walls[0].cell(0, bay)
      if bay == count - 1 {
        entrance(bay, middle, 1.1)
      } else if chance.unit("gate", bay) < 0.65 {
        gate(bay, middle, min(4, width - 0.6), height: min(4.2, design.groundHeight - 0.4))
      }
    }
  }

  private mutating func addLobby() {
    let count = bays
    shell.walls[0].divide(row: 0, into: count)
    for bay in 0..<count {
      let (middle, width) = shell.walls[0].cell(0, bay)
      let half = (width - 0.3) / 2
      shell.walls[0].set(
        Opening(
          left: middle - half, right: middle + half, bottom: level + 0.05, top: rows[1] - 0.6, reveal: 0.35,
          filling: Glazing(
            columns: [0.5], rows: [0.68], bar: 0.06, step: 0.03, frame: frame, panes: [panes], part: "window")
        ),
        row: 0, column: bay)
    }
  }
}
