import Assets
import VectorMath

/// End walls: what is seen of a house where its row ends. Windows above each other, bands at the floors, a plinth, a rain pipe, now
/// and then a painted advertisement.
extension BuildingWork {
  private static let sides = [1, 3]

  func hasNeighbour(_ side: Int) -> Bool {
    side == 1 ? plot.hasRightNeighbour : side == 3 ? plot.hasLeftNeighbour : false
  }

  /// Walls that stand free at the ends, by side.
  private var ends: [Int] { Self.sides.filter { !hasNeighbour($0) } }

  private var isHall: Bool { if case .hall = design.ground { true } else { false } }

  mutating func addEndWindows() {
    for side in ends {
      let width = shell.walls[side].frame.width
      let count = max(1, Int((width / design.endBay).rounded(.down)))
      let board = advertisement(side)
      var open = (0..<count).filter { chance.unit("side window", side * 8 + $0) < design.endWindows }
      // A wall without any would look unfinished.
      if open.isEmpty, design.endWindows > 0 { open = [count / 2] }
      for row in (isHall ? 1 : 0)..<max(1, rows.count - 1) {
        shell.walls[side].divide(row: row, into: count)
        for k in open {
          let (middle, cell) = shell.walls[side].cell(row, k)
          if let board, middle + 0.9 > board.u.lowerBound, middle - 0.9 < board.u.upperBound,
            rows[row + 1] > board.z - board.height / 2 - 0.2, floor(row) < board.z + board.height / 2 + 0.2
          {
            continue
          }
          endWindow(side, row, k, middle, cell)
        }
      }
    }
  }

  private mutating func endWindow(_ side: Int, _ row: Int, _ column: Int, _ middle: Double, _ cell: Double) {
    let index = 4096 + side * 1024 + row * 32 + column
    let wall = shell.walls[side].frame
    let w = design.window
    let half = min(min(w.width, 1.2), cell - 0.5) / 2
    let bottom = floor(row) + w.sill + (row == 0 ? 0.3 : 0)
    let opening = Opening(
      left: middle - half, right: middle + half, bottom: bottom,
      top: min(bottom + w.height, rows[row + 1] - 0.3), reveal: 0.12,
      filling: glazing(index, columns: half > 0.4 ? [0.5] : [], rows: [], bar: w.bar))
    shell.walls[side].set(opening, row: row, column: column)
    guard opening.height > 0.4, half > 0.2 else { return }
    if w.hasSill {
      asset.add(
        Self.box(
          wall, u: (opening.left - 0.06, opening.right + 0.06), z: (bottom - 0.07, bottom), out: (-0.02, 0.07)
        ),
        material: trim)
    }
    equip(wall, opening, index)
  }

  /// Bands, plinths and pipes.
  mutating func addEndTrim() {
    for side in ends {
      let wall = shell.walls[side].frame
      let (a, b) = (0.001, wall.width - 0.001)
      if design.plinth > 0.05, !isHall {
        asset.add(
          Self.box(wall, u: (a, b), z: (0, level + design.plinth), out: (-0.02, 0.025)), material: trim)
      }
      if design.hasEndBands {
        for z in rows.dropFirst().dropLast() {
          asset.add(Self.box(wall, u: (a, b), z: (z - 0.07, z + 0.07), out: (-0.02, 0.02)), material: trim)
        }
      }
      guard design.drainPipes, wall.width > 5 else { continue }
      let metal = Surfacing.metal(Colour(0x7d8285)).index(in: &asset)
      // Towards the rear, clear of the windows' columns.
      let u = side == 1 ? wall.width - 0.35 : 0.35
      let p = wall.point(u, level, depth: -0.1)
      asset.add(
        .tube([p, Vector3(p.x, p.y, top - 0.1)], radius: 0.05, sides: 8), material: metal, part: "pipe")
    }
    for side in ends {
      guard let place = advertisement(side) else { continue }
      let wall = shell.walls[side].frame
      let out = wall.outward
      boards.append(
        SignPlace(
          position: wall.point((place.u.lowerBound + place.u.upperBound) / 2, place.z),
          yaw: DeterministicMath.atan2(out.y, out.x),
          size: Vector2(place.u.upperBound - place.u.lowerBound, place.height), isChinese: place.isChinese))
    }
  }

  /// Where an advertisement is painted or hung, metres along the wall and up; nil on most walls.
  private func advertisement(
    _ side: Int
  ) -> (u: ClosedRange<Double>, z: Double, height: Double, isChinese: Bool)? {
    let wall = shell.walls[side].frame
    guard case .shops(let isChinese) = design.ground, design.storeys > 1, wall.width > 8.5,
      chance.unit("advertisement", side) < 0.4
    else { return nil }
    let width = chance.number("advertisement width", side, in: 3.6...5.2)
    let height = width * chance.number("advertisement shape", side, in: 0.32...0.5)
    // Nearer to the street than to the yard.
    let near = side == 1 ? 0.8 : wall.width - 0.8 - width
    return (near...(near + width), rows[1] + 0.5 + height / 2, height, isChinese)
  }
}
