import Geometry
import VectorMath

/// Light between places: as coarse as it is smooth.
extension LightCache {
  func straightLight(_ source: Source, _ place: Place, _ grid: LightGrid) -> Light {
    let levels = grid.levels(source)
    return light(
      source, place, grid, levels, last: grid.lastLevel(levels, footprint: place.footprint))
  }

  func bouncedLight(_ place: Place, _ grid: LightGrid) -> Light {
    if grid.isSmall, let light = probes.light(place.point, place.normal, room: place.room, self) {
      return light
    }
    let levels = grid.levels(.surfaces)
    return light(.surfaces, place, grid, levels, last: levels.last)
  }

  /// Interpolates in the finest cell around a place that is worth asking.
  @inline(__always)
  private func light(
    _ source: Source, _ place: Place, _ grid: LightGrid, _ levels: LightGrid.Levels, last: Int
  ) -> Light {
    let firstSlot = Self.firstSlot[source.rawValue]
    var level = 0
    while true {
      let division = grid.division(coarseness: levels.coarseness, level: level)
      let cell = grid.cell(place, division)
      let slot = firstSlot + level
      let key = Self.key(grid.number, place.back, level, cell.row, cell.low, cell.high &- cell.low)
      if recent[slot].key != key || recent[slot].room != place.room {
        var corners = self.corners(source, cell, levels, level, division, place, grid)
        corners.key = key
        recent[slot] = corners
      }
      if level < last && recent[slot].differ {
        level += 1
        continue
      }
      if let light = Self.mix(recent[slot], cell, place.room) { return light }
      return within(source, place, grid, division, cell, level)
    }
  }

  /// The lights at the corners of a cell, and whether the next level is worth asking.
  private func corners(
    _ source: Source, _ cell: LightLattice.Cell, _ levels: LightGrid.Levels, _ level: Int,
    _ division: LightGrid.Division, _ place: Place, _ grid: LightGrid
  ) -> Corners {
    var k = corners(cell, place.room) { row, column in
      settled(source, row, column, levels, level, place, grid)
    }
    guard level < levels.last else { return k }
    switch source {
    case .surfaces:
      // Where a corner does not count, more is found nearer to what covers it, unless that is flat.
      k.differ = k.spread > 0.3 * k.mean || !k.isWhole && k.least < Self.open
    case .lamps, .windows:
      k.differ = isWorthFiner(source, k, place, grid, levels, level, division, cell)
    }
    return k
  }

  /// Light at a place as a cell of a level has it: what is known there, but on the edge of a sheet's coarser cell, which
  /// interpolates along it, the same as that, or a step would show where cells of two levels meet.
  private func settled(
    _ source: Source, _ row: Int, _ column: Int, _ levels: LightGrid.Levels, _ level: Int, _ place: Place,
    _ grid: LightGrid
  ) -> Light {
    @inline(__always)
    func known() -> Light {
      source == .surfaces
        ? bounced(node: row, column, levels, level, place, grid)
        : straight(source, node: row, column, levels, level, place, grid)
    }
    guard grid.sheet != nil, level > 0 else { return known() }
    let (i, j) = (column >> 1, row >> 1)
    let (isOddColumn, isOddRow) = (column & 1 == 1, row & 1 == 1)
    if isOddColumn && isOddRow { return known() }
    if !isOddColumn && !isOddRow {
      // The same place at a coarser level.
      let common = min(level, (row | column).trailingZeroBitCount)
      return settled(source, row >> common, column >> common, levels, level - common, place, grid)
    }
    let key = Self.key(grid.number, place.back, level, row, column, room: place.room)
    let store = settled[source.rawValue]
    if let index = store.index(key) { return store[index] }
    let (before, after) = isOddRow ? ((j, i - 1), (j, i)) : ((j - 1, i), (j, i))
    var light: Light
    if isRefined(source, before, levels, level - 1, place, grid)
      && isRefined(source, after, levels, level - 1, place, grid)
    {
      light = known()
    } else {
      let a = settled(source, j, i, levels, level - 1, place, grid)
      let b = settled(source, isOddRow ? j + 1 : j, isOddRow ? i : i + 1, levels, level - 1, place, grid)
      let (p, q) = (Self.weight(a, in: place.room), Self.weight(b, in: place.room))
      light = p + q > 2e-3 ? (a * p + b * q) * (1 / (p + q)) : known()
    }
    store.insert(key, light)
    return light
  }

  /// Whether the next level is asked in a cell of a sheet; there is nothing beyond its outline to disagree.
  private func isRefined(
    _ source: Source, _ at: (row: Int, column: Int), _ levels: LightGrid.Levels, _ level: Int,
    _ place: Place, _ grid: LightGrid
  ) -> Bool {
    let division = grid.division(coarseness: levels.coarseness, level: level)
    guard at.row >= 0, at.column >= 0, at.row < division.rows, at.column < division.columns else {
      return true
    }
    let key = Self.key(grid.number, place.back, level, at.row, at.column, room: place.room)
    let store = refined[source.rawValue]
    if let index = store.index(key) { return store[index][0] > 0 }
    var isRefined =
      level == 0 || self.isRefined(source, (at.row >> 1, at.column >> 1), levels, level - 1, place, grid)
    if isRefined {
      let cell = LightLattice.Cell(
        row: at.row, low: at.column, lowNext: at.column + 1, high: at.column, f: 0, g: 0, h: 0)
      isRefined = corners(source, cell, levels, level, division, place, grid).differ
    }
    store.insert(key, Light(repeating: isRefined ? 1 : 0))
    return isRefined
  }

  /// Whether straight light may differ so much over a cell that the next level is worth asking.
  private func isWorthFiner(
    _ source: Source, _ k: Corners, _ place: Place, _ grid: LightGrid, _ levels: LightGrid.Levels,
    _ level: Int, _ division: LightGrid.Division, _ cell: LightLattice.Cell
  ) -> Bool {
    let beyond = level - levels.usual
    let skips = grid.sheet != nil || levels.coarseness == 1
    // Where a corner does not count, a few more levels are enough.
    guard k.isWhole else { return beyond <= 0 || beyond == 1 && source == .lamps && skips }
    if beyond < 0 {
      // Whatever begins to be hidden, or is near, may differ more in between.
      guard k.shadow > 0.03 || k.spread > 0.12 * k.mean else { return false }
      return source == .windows || matters(k, place, grid, division, cell)
    }
    if beyond == 0, source == .lamps, skips { return matters(k, place, grid, division, cell) }
    // Without a shadow's edge light is as smooth as interpolation needs it.
    guard k.shadow > 0.15, k.spread > 0.04 * (k.mean + k.spread / 2) else { return false }
    // What the eye sees is the difference to all light.
    let ground = self.ground(source, place, grid, division, cell)
    return k.spread > (source == .windows ? 0.12 : 0.1) * (k.mean + ground)
  }

  /// Whether lamps are bright enough beside other light for their shadows to be looked for.
  private func matters(
    _ k: Corners, _ place: Place, _ grid: LightGrid, _ division: LightGrid.Division, _ cell: LightLattice.Cell
  ) -> Bool {
    guard k.mean > 0 || k.shadow > 0 else { return false }
    return k.mean + k.spread / 2 > 0.08 * ground(.lamps, place, grid, division, cell)
  }

  /// The luminance of other light in a cell: that of its middle, so that all of it agrees.
  private func ground(
    _ source: Source, _ place: Place, _ grid: LightGrid, _ division: LightGrid.Division,
    _ cell: LightLattice.Cell
  ) -> Float {
    var middle = place
    if grid.sheet == nil {
      let n = max(1, grid.lattice.segments(cell.row + 1))
      middle.weights = SIMD3<Float>(
        grid.lattice.weights(
          along: (Double(cell.row) + 0.5) / Double(division.rows),
          across: (Double(cell.high) + 0.5) / Double(n)))
    }
    let r = grid.receiver(within: cell, at: (0.5, 0.5), division, place, scene)
    middle.point = r.point
    middle.normal = r.normal
    // As coarse for whoever looks.
    middle.footprint = 0.12
    var all = bouncedLight(middle, grid)
    if source == .lamps && hasWindows { all += straightLight(.windows, middle, grid) }
    return Emitter.luminance(Vector3f(all[0], all[1], all[2]))
  }
}
