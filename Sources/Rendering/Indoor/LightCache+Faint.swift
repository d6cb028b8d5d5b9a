import VectorMath

/// Light of what is seen in faint mirror images, which have no use for fine shadows.
extension LightCache {
  /// All light but the sun's own at a point indoors: straight light from places a quarter of a metre apart, the rest from
  /// the air.
  func faintLight(_ place: Place, _ hit: RayCaster.Hit, direction: Vector3) -> SIMD4<Float> {
    let number = scene.caster.number(piece: place.piece, triangle: place.triangle)
    let lattice = lattice(piece: place.piece, triangle: place.triangle, number: number)
    guard !lattice.isSmall, let straight = faintStraightLight(place, lattice, number) else {
      return cells.irradiance(hit, place.point, direction, self)
    }
    return straight + cells.airLight(place.point, place.normal, room: place.room, self)
  }

  /// What lamps, windows and spots of sun send straight; `nil` where no place around can tell.
  private func faintStraightLight(_ place: Place, _ lattice: LightLattice, _ number: Int) -> SIMD4<Float>? {
    let rows = lattice.rows(coarseness: 2)
    let slot = Self.faintSlot
    let cell = lattice.cell(at: place.weights, rows: rows)
    let key = Self.key(number, place.back, 0, cell.row, cell.low, cell.high &- cell.low)
    if recent[slot].key != key || recent[slot].room != place.room {
      var corners = self.corners(cell, place.room) { row, column in
        let key = Self.key(number, place.back, 0, row, column)
        if let known = faint.index(key) { return faint[known] }
        let r = receiver(lattice, row, column, rows, place)
        let light = standing(r, rays: 2) {
          straightLight(.lamps, r, .middling) + straightLight(.windows, r, .middling) + patchLight(r)
        }
        faint.insert(key, light)
        return light
      }
      corners.key = key
      recent[slot] = corners
    }
    return Self.mix(recent[slot], cell, place.room).map { SIMD4($0[0], $0[1], $0[2], 0) }
  }
}
