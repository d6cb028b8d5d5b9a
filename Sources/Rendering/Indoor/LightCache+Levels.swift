import Geometry
import VectorMath

/// Light between places: as coarse as it is smooth.
extension LightCache {
  func straightLight(_ source: Source, _ place: Place, _ grid: LightGrid) -> Light {
    let levels = grid.levels(source)
    let last = grid.lastLevel(levels, footprint: place.footprint)
    let firstSlot = Self.firstSlot[source.rawValue]
    var level = 0
    while true {
      let division = grid.division(coarseness: levels.coarseness, level: level)
      let cell = grid.cell(place, division)
      let slot = firstSlot + level
      let key = Self.key(grid.number, place.back, level, cell.row, cell.low, cell.high &- cell.low)
      if recent[slot].key != key || recent[slot].room != place.room {
        var corners = self.corners(cell, place.room) { row, column in
          straight(source, node: row, column, levels, level, place, grid)
        }
        corners.differ =
          level < levels.last && isWorthFiner(source, corners, place, grid, levels, level, division, cell)
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

  func bouncedLight(_ place: Place, _ grid: LightGrid) -> Light {
    if grid.isSmall, let light = probes.light(place.point, place.normal, room: place.room, self) {
      return light
    }
    let levels = grid.levels(.surfaces)
    var level = 0
    while true {
      let division = grid.division(coarseness: levels.coarseness, level: level)
      let cell = grid.cell(place, division)
      let slot = Self.firstSlot[Source.surfaces.rawValue] + level
      let key = Self.key(grid.number, place.back, level, cell.row, cell.low, cell.high &- cell.low)
      if recent[slot].key != key || recent[slot].room != place.room {
        var corners = self.corners(cell, place.room) { row, column in
          bounced(node: row, column, levels, level, place, grid)
        }
        corners.key = key
        // Where a corner does not count, more is found nearer to what covers it, unless that is flat.
        corners.differ =
          corners.spread > 0.3 * corners.mean || !corners.isWhole && corners.least < Self.open
        recent[slot] = corners
      }
      if level < levels.last && recent[slot].differ {
        level += 1
        continue
      }
      if let light = Self.mix(recent[slot], cell, place.room) { return light }
      return within(.surfaces, place, grid, division, cell, level)
    }
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
    var all = bouncedLight(middle, grid)
    if source == .lamps && hasWindows { all += straightLight(.windows, middle, grid) }
    return Emitter.luminance(Vector3f(all[0], all[1], all[2]))
  }
}
