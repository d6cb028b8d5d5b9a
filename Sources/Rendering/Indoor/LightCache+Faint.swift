import VectorMath

/// Light of what is seen in faint mirror images, which have no use for fine shadows.
extension LightCache {
  /// All light but the sun's own at a point indoors: straight light from places a quarter of a metre apart, the rest from
  /// places half a metre apart.
  func faintLight(_ place: Place, _ hit: RayCaster.Hit, direction: Vector3) -> SIMD4<Float> {
    let grid = grid(piece: place.piece, triangle: place.triangle)
    guard !grid.isSmall,
      let straight = faintLight(
        place, grid, Self.faintSlot, faint,
        { self.straightLight(.lamps, $0, .middling) + self.straightLight(.windows, $0, .middling) }),
      let bounced = faintLight(
        place, grid, Self.faintSlot + 1, faintBounced, { self.bouncedLight($0, .part(0)) })
    else { return cells.irradiance(hit, place.point, direction, self, isSeen: true) }
    let sum = straight + bounced
    return SIMD4(sum[0], sum[1], sum[2], 0)
  }

  /// Interpolates over a coarse lattice; `nil` where no place around can tell.
  private func faintLight(
    _ place: Place, _ grid: LightGrid, _ slot: Int, _ store: LightStore, _ work: (Receiver) -> Light
  ) -> Light? {
    let division = grid.division(coarseness: 2 + slot - Self.faintSlot, level: 0)
    let cell = grid.cell(place, division)
    let key = Self.key(grid.number, place.back, 0, cell.row, cell.low, cell.high &- cell.low)
    if recent[slot].key != key || recent[slot].room != place.room {
      var corners = self.corners(cell, place.room) { row, column in
        let key = Self.key(grid.number, place.back, 0, row, column)
        if let known = store.index(key) { return store[known] }
        let r = grid.receiver(row: row, column: column, division, place, scene)
        let light = standing(r, rays: 2) { work(r) }
        store.insert(key, light)
        return light
      }
      corners.key = key
      recent[slot] = corners
    }
    return Self.mix(recent[slot], cell, place.room)
  }
}
