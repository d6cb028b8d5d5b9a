import Geometry
import VectorMath

/// Light at single places.
extension LightCache {
  func straight(
    _ source: Source, node row: Int, _ column: Int, _ levels: LightGrid.Levels, _ level: Int, _ place: Place,
    _ grid: LightGrid
  ) -> Light {
    filled(row, column, levels, level, place, grid, in: source == .windows ? windows : lamps) {
      seenStraight(source, node: $0, $1, levels, level, place, grid)
    }
  }

  func bounced(
    node row: Int, _ column: Int, _ levels: LightGrid.Levels, _ level: Int, _ place: Place, _ grid: LightGrid
  ) -> Light {
    filled(row, column, levels, level, place, grid, in: bounced) {
      seenBounced(node: $0, $1, levels, level, place, grid)
    }
  }

  /// What a place knows; one of a sheet that lies in or under something what its neighbours know, so that light runs on to
  /// the thing's outline.
  @inline(__always)
  private func filled(
    _ row: Int, _ column: Int, _ levels: LightGrid.Levels, _ level: Int, _ place: Place, _ grid: LightGrid,
    in store: LightStore, _ seen: (Int, Int) -> Light
  ) -> Light {
    let own = seen(row, column)
    guard grid.sheet != nil, own[6] < 1 else { return own }
    let key = Self.key(grid.number, place.back, level, row, column, 1)
    if let known = store.index(key) { return store[known] }
    let division = grid.division(coarseness: levels.coarseness, level: level)
    var (sum, total) = (Light.zero, Float.zero)
    for j in max(0, row - 1)...min(division.rows, row + 1) {
      for i in max(0, column - 1)...min(division.columns, column + 1) where i != column || j != row {
        let other = seen(j, i)
        guard other[6] == 1, Self.room(other) == Self.room(own) else { continue }
        let weight: Float = i == column || j == row ? 1 : 0.5
        sum += other * weight
        total += weight
      }
    }
    var light = own
    if total > 0 {
      light = sum * (1 / total)
      light[6] = 0.5
      light[7] = own[7]
    }
    store.insert(key, light)
    return light
  }

  private func seenStraight(
    _ source: Source, node row: Int, _ column: Int, _ levels: LightGrid.Levels, _ level: Int, _ place: Place,
    _ grid: LightGrid
  ) -> Light {
    let store = source == .windows ? windows : lamps
    let n = grid.coarsest(row: row, column: column, level: level)
    // Corners of small triangles are shared by neighbours: what they know depends on the vertex alone.
    let isVertex = n.level == 0 && grid.isBare
    let key: UInt64
    var corner = 0
    if isVertex {
      let shape = scene.pieces[place.piece]
      corner = grid.lattice.corner(row: n.row, column: n.column)
      let vertex = Int(shape.mesh.triangles[place.triangle][corner])
      key = 1 << 63 | UInt64(shape.firstVertex + vertex) << 1 | (place.back ? 1 : 0)
    } else {
      key = Self.key(grid.number, place.back, n.level, n.row, n.column)
    }
    if let known = store.index(key) { return store[known] }
    let r =
      isVertex
      ? scene.receiver(piece: place.piece, triangle: place.triangle, corner: corner, back: place.back)
      : grid.receiver(
        row: n.row, column: n.column, grid.division(coarseness: levels.coarseness, level: n.level), place,
        scene)
    let light = standing(r, rays: isVertex ? 1 : 2) {
      straightLight(source, r, grid.isSmall ? .middling : .fine)
    }
    store.insert(key, light)
    return light
  }

  private func seenBounced(
    node row: Int, _ column: Int, _ levels: LightGrid.Levels, _ level: Int, _ place: Place, _ grid: LightGrid
  ) -> Light {
    let n = grid.coarsest(row: row, column: column, level: level)
    let key = Self.key(grid.number, place.back, n.level, n.row, n.column)
    if let known = bounced.index(key) { return bounced[known] }
    let light: Light
    if let sheet = grid.sheet {
      light = smoothed(row: n.row, column: n.column, level: n.level, sheet, place, grid)
    } else {
      let r = grid.receiver(
        row: n.row, column: n.column, grid.division(coarseness: levels.coarseness, level: n.level), place,
        scene)
      light = standing(r, rays: 3) { bouncedLight(r) }
    }
    bounced.insert(key, light)
    return light
  }

  /// Light as it is remembered: with how much the place counts, and its room.
  @inline(__always)
  func standing(_ r: Receiver, rays: Int, _ work: () -> Light) -> Light {
    let standing = scene.standing(r, rays: rays)
    var light = standing == .buried ? .zero : work()
    light[6] = standing == .free ? 1 : standing == .covered ? 1e-3 : 0
    light[7] = Float(2 * r.room) + min(1, max(0, light[7]))
    return light
  }

  /// Where in a cell to look for a place that sees the room, in parts of the way along and across: the middle first.
  private static let inside = [
    (0.5, 0.5), (0.25, 0.25), (0.25, 0.75), (0.75, 0.25), (0.75, 0.75), (0.08, 0.5), (0.92, 0.5), (0.5, 0.08),
    (0.5, 0.92), (0.98, 0.5), (0.5, 0.02), (0.5, 0.98), (0.98, 0.02), (0.98, 0.98), (0.98, 0.25),
    (0.98, 0.75),
    (0.02, 0.5),
  ]

  /// The light in a cell none of whose corners sees what the cell sees.
  func within(
    _ source: Source, _ place: Place, _ grid: LightGrid, _ division: LightGrid.Division,
    _ cell: LightLattice.Cell, _ level: Int
  ) -> Light {
    let inner = self.inner[source.rawValue]
    let key = Self.key(grid.number, place.back, level, cell.row, cell.high, room: place.room)
    if let known = inner.index(key) { return inner[known] }
    let candidates = Self.inside.lazy.map { grid.receiver(within: cell, at: $0, division, place, self.scene) }
    var r =
      candidates.first { self.scene.standing($0, rays: 1) == .free }
      ?? grid.receiver(within: cell, at: (0.5, 0.5), division, place, scene)
    r.room = place.room
    let light = source == .surfaces ? bouncedLight(r) : straightLight(source, r, .middling)
    inner.insert(key, light)
    return light
  }
}
