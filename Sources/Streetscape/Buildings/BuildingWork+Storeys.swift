import Assets
import VectorMath

/// The storeys above the ground floor.
extension BuildingWork {
  mutating func addStoreys() {
    for row in 1..<max(1, rows.count - 1) { frontRow(row) }
    for row in 0..<max(1, rows.count - 1) { rearRow(row) }
    addEndWindows()
  }

  var bays: Int { max(1, Int((front.width / design.bay).rounded())) }

  func hasBalcony(_ bay: Int) -> Bool {
    guard design.balconyEvery > 0 else { return false }
    // The same from both ends.
    let k = min(bay, bays - 1 - bay)
    return k % design.balconyEvery == design.balconyEvery - 1 || (bays == 1 && design.balconyEvery == 1)
  }

  private mutating func frontRow(_ row: Int) {
    shell.walls[0].divide(row: row, into: bays)
    for bay in 0..<bays {
      let index = row * 64 + bay
      let (middle, width) = shell.walls[0].cell(row, bay)
      if hasBalcony(bay) {
        balconyDoor(row, bay, middle, width, index)
        continue
      }
      let opening = window(0, row, middle, width, index)
      shell.walls[0].set(opening, row: row, column: bay)
      dress(shell.walls[0].frame, opening, index)
    }
  }

  private func window(_ side: Int, _ row: Int, _ middle: Double, _ width: Double, _ index: Int) -> Opening {
    let w = design.window
    // Storeys get lower and their windows smaller towards the top, as in old houses.
    let half = min(w.width, width - 0.24) / 2
    let bottom = floor(row) + w.sill
    let top = min(bottom + w.height, rows[row + 1] - 0.22)
    return Opening(
      left: middle - half, right: middle + half, bottom: bottom, top: top, reveal: w.reveal,
      filling: glazing(index, columns: half > 0.38 ? w.columns : [], rows: w.rows, bar: w.bar))
  }

  /// Windows of the rear: plainer.
  private mutating func rearRow(_ row: Int) {
    let side = 2
    let width = shell.walls[side].frame.width
    let isHall = if case .hall = design.ground { true } else { false }
    guard !isHall || row > 0 else { return }
    let count = max(1, Int((width / (design.bay * 1.15)).rounded(.down)))
    shell.walls[side].divide(row: row, into: count)
    for k in 0..<count {
      let index = 4096 + side * 1024 + row * 32 + k
      let (middle, cell) = shell.walls[side].cell(row, k)
      let w = design.window
      let half = min(w.width, cell - 0.3) / 2
      let bottom = floor(row) + w.sill
      let opening = Opening(
        left: middle - half, right: middle + half, bottom: bottom,
        top: min(bottom + w.height, rows[row + 1] - 0.25), reveal: 0.1,
        filling: glazing(index, columns: half > 0.4 ? [0.5] : [], rows: [], bar: w.bar))
      shell.walls[side].set(opening, row: row, column: k)
    }
  }

  // MARK: Round windows

  private mutating func dress(_ wall: WallFrame, _ opening: Opening, _ index: Int) {
    let w = design.window
    let s = w.surround
    if s > 0 {
      let (a, b, c, d) = (opening.left, opening.right, opening.bottom, opening.top)
      asset.add(Self.box(wall, u: (a - s, a), z: (c, d), out: (-0.02, 0.035)), material: trim)
      asset.add(Self.box(wall, u: (b, b + s), z: (c, d), out: (-0.02, 0.035)), material: trim)
      let head: Double = d + s * 1.15
      asset.add(Self.box(wall, u: (a - s, b + s), z: (d, head), out: (-0.02, 0.05)), material: trim)
      if index / 64 == 1 {
        let u: (Double, Double) = (a - s - 0.05, b + s + 0.05)
        let z: (Double, Double) = (head, head + 0.07)
        asset.add(Self.box(wall, u: u, z: z, out: (-0.02, 0.14)), material: trim)
      }
    }
    if w.hasSill {
      asset.add(
        Self.box(
          wall, u: (opening.left - max(0.06, s), opening.right + max(0.06, s)),
          z: (opening.bottom - 0.07, opening.bottom), out: (-0.02, 0.09)), material: trim)
    }
    if let shutters = design.shutters, opening.width < 1.5, s == 0 {
      let m = shutters.index(in: &asset)
      let leaf = opening.width / 2
      for (u0, u1) in [(opening.left - leaf, opening.left), (opening.right, opening.right + leaf)] {
        let z = (opening.bottom + 0.01, opening.top)
        asset.add(
          Self.box(wall, u: (u0 + 0.02, u1 - 0.01), z: z, out: (0.005, 0.045)), material: m, part: "shutter")
        for k in 0..<2 {
          let h = (z.1 - z.0) / 2
          let low = z.0 + h * Double(k) + 0.08
          asset.add(
            Self.box(wall, u: (u0 + 0.09, u1 - 0.08), z: (low, low + h - 0.16), out: (0.03, 0.056)),
            material: m,
            part: "shutter")
        }
      }
    }
    equip(wall, opening, index)
  }

  /// What tenants add to a window.
  mutating func equip(_ wall: WallFrame, _ opening: Opening, _ index: Int) {
    if chance.unit("cage", index) < design.cages { cage(wall, opening) }
    if chance.unit("air", index) < design.airConditioners { airConditioner(wall, opening, index) }
  }

  /// Bars before a window that burglars could reach.
  private mutating func cage(_ wall: WallFrame, _ opening: Opening) {
    let bars = Surfacing.metal(Colour(0xb4b8ba)).index(in: &asset)
    let (a, b, c, d) = (opening.left - 0.06, opening.right + 0.06, opening.bottom - 0.1, opening.top + 0.04)
    var mesh = MeshBuilder()
    let out = 0.34
    for z in [c, (c + d) / 2, d] {
      mesh.append(Self.box(wall, u: (a, b), z: (z - 0.012, z + 0.012), out: (out - 0.024, out)))
      for u in [a, b] {
        mesh.append(Self.box(wall, u: (u - 0.012, u + 0.012), z: (z - 0.01, z + 0.01), out: (-0.02, out)))
      }
    }
    let n = max(3, Int((b - a) / 0.16))
    for k in 0...n {
      let u = a + (b - a) * Double(k) / Double(n)
      mesh.append(Self.box(wall, u: (u - 0.008, u + 0.008), z: (c, d), out: (out - 0.02, out - 0.004)))
    }
    asset.add(mesh, material: bars, part: "cage")
  }

  private mutating func airConditioner(_ wall: WallFrame, _ opening: Opening, _ index: Int) {
    let shell = Surfacing.paint(Colour(0xdcdad4)).index(in: &asset)
    let dark = Surfacing.paint(Colour(0x3b3e40)).index(in: &asset)
    let isRight = chance.unit("air side", index) < 0.5
    let u = isRight ? opening.right - 0.5 : opening.left + 0.5
    let z = opening.bottom - 0.72
    asset.add(
      Self.box(wall, u: (u - 0.42, u + 0.42), z: (z, z + 0.56), out: (0.12, 0.42)),
      material: shell,
      part: "air_conditioner")
    let fan = MeshBuilder.cylinder(
      from: Vector3(0.41, u - 0.12, z + 0.28), to: Vector3(0.428, u - 0.12, z + 0.28), radius: 0.22, sides: 8
    ).transformed(wall.transform(u: 0, z: 0))
    asset.add(fan, material: dark, part: "air_conditioner")
    for s in [-0.3, 0.3] {
      asset.add(
        Self.box(wall, u: (u + s - 0.02, u + s + 0.02), z: (z - 0.05, z), out: (-0.02, 0.42)), material: dark,
        part: "air_conditioner")
    }
  }

  // MARK: Balconies

  private mutating func balconyDoor(_ row: Int, _ bay: Int, _ middle: Double, _ width: Double, _ index: Int) {
    let half = min(width - 0.3, max(1.5, design.window.width)) / 2
    let opening = Opening(
      left: middle - half, right: middle + half, bottom: floor(row) + 0.1,
      top: min(floor(row) + 2.35, rows[row + 1] - 0.2), reveal: design.window.reveal,
      filling: glazing(index, columns: [0.5], rows: [], bar: design.window.bar))
    shell.walls[0].set(opening, row: row, column: bay)
    balcony(row, middle, min(width - 0.2, 2 * half + 0.9), index)
  }

  private mutating func balcony(_ row: Int, _ middle: Double, _ width: Double, _ index: Int) {
    let wall = front
    let (a, b, d, z) = (middle - width / 2, middle + width / 2, design.balconyDepth, floor(row))
    asset.add(
      Self.box(wall, u: (a, b), z: (z - 0.1, z + 0.06), out: (-0.02, d), bevel: 0.01), material: trim,
      part: "balcony")
    switch design.balcony {
    case .bars:
      let metal = Surfacing.metal(Colour(0x34383b)).index(in: &asset)
      var mesh = MeshBuilder()
      mesh.append(Self.box(wall, u: (a + 0.02, b - 0.02), z: (z + 1.02, z + 1.06), out: (d - 0.07, d - 0.03)))
      mesh.append(
        Self.box(wall, u: (a + 0.02, b - 0.02), z: (z + 0.12, z + 0.15), out: (d - 0.065, d - 0.035)))
      for u in [a + 0.02, b - 0.06] {
        mesh.append(Self.box(wall, u: (u, u + 0.04), z: (z + 1.02, z + 1.06), out: (-0.02, d - 0.07)))
      }
      let n = max(4, Int(width / 0.15))
      for k in 0...n {
        let u = a + 0.04 + (width - 0.08) * Double(k) / Double(n)
        mesh.append(
          Self.box(wall, u: (u - 0.009, u + 0.009), z: (z + 0.06, z + 1.02), out: (d - 0.06, d - 0.042)))
      }
      for k in 1..<max(2, Int(d / 0.16)) {
        let x = 0.16 * Double(k)
        for u in [a + 0.04, b - 0.04] {
          mesh.append(
            Self.box(wall, u: (u - 0.009, u + 0.009), z: (z + 0.06, z + 1.02), out: (x - 0.009, x + 0.009)))
        }
      }
      asset.add(mesh, material: metal, part: "balcony")
    case .glass:
      let glass = Surfacing.glass(Colour(0x5c6d70)).index(in: &asset)
      let metal = Surfacing.metal(Colour(0x8d9194)).index(in: &asset)
      asset.add(
        Self.box(wall, u: (a + 0.02, b - 0.02), z: (z + 0.1, z + 1.0), out: (d - 0.05, d - 0.03)),
        material: glass,
        part: "balcony")
      asset.add(
        Self.box(wall, u: (a, b), z: (z + 1.0, z + 1.05), out: (d - 0.07, d - 0.01)), material: metal,
        part: "balcony")
      for u in [a + 0.01, b - 0.03] {
        asset.add(
          Self.box(wall, u: (u, u + 0.02), z: (z + 0.06, z + 1.0), out: (-0.02, d - 0.05)), material: glass,
          part: "balcony")
      }
    case .wall:
      asset.add(
        Self.box(wall, u: (a, b), z: (z + 0.04, z + 1.0), out: (d - 0.1, d)), material: self.wall,
        part: "balcony")
      for u in [a, b - 0.1] {
        asset.add(
          Self.box(wall, u: (u, u + 0.1), z: (z + 0.04, z + 1.0), out: (-0.02, d - 0.1)), material: self.wall,
          part: "balcony")
      }
    case .enclosed:
      bayWindow(row, a, b, d, index)
    }
  }

  /// A balcony closed with windows above its parapet.
  private mutating func bayWindow(_ row: Int, _ a: Double, _ b: Double, _ d: Double, _ index: Int) {
    let (z, top) = (floor(row), rows[row + 1])
    let wall = front
    let corners = [(a, d), (b, d), (b, -0.02), (a, -0.02)].map { u, out -> Vector2 in
      let p = wall.point(u, 0, depth: -out)
      return Vector2(p.x, p.y)
    }
    var bay = HouseShell(corners, rows: [z + 0.04, z + 1.0, top - 0.12], surface: self.wall)
    let cut = max(2, Int((b - a) / 0.9))
    for side in [0, 1, 3] {
      let width = bay.walls[side].frame.width
      let columns = side == 0 ? (1..<cut).map { Double($0) / Double(cut) } : []
      bay.walls[side].set(
        Opening(
          left: 0.06, right: width - 0.06, bottom: z + 1.04, top: top - 0.2, reveal: 0.04,
          filling: glazing(index + side, columns: columns, rows: [], bar: 0.05)), row: 1, column: 0)
    }
    bay.add(to: &asset, lid: trim)
  }
}
