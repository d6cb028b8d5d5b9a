import VectorMath

/// Where the places of a surface lie: on its triangle's own lattice, or on the sheet that the triangle is part of.
struct LightGrid {
  let lattice: LightLattice
  let sheet: UnsafePointer<LightSheet>?
  /// The number of the triangle, or of the sheet's first: it names the places.
  let number: Int

  /// Rows of cells, and columns of a sheet's.
  struct Division {
    var rows: Int
    var columns: Int
  }

  /// Whether bounced light is better read from the air than kept for the triangle.
  var isSmall: Bool { sheet == nil && lattice.isSmall }
  /// Whether a triangle's corners are its only places: neighbours share them.
  var isBare: Bool { sheet == nil && lattice.rows == 1 }

  /// How a kind of light is spread: how coarse level 0 is, the finest level, and the first that is not left for lack of detail
  /// alone.
  struct Levels {
    var coarseness: Int
    var last: Int
    var usual: Int
  }

  @inline(__always)
  func levels(_ source: LightCache.Source) -> Levels {
    if sheet != nil {
      return Levels(
        coarseness: 2, last: source == .lamps ? LightSheet.lastLevel : source == .windows ? 3 : 2, usual: 1)
    }
    switch source {
    case .lamps:
      // Small triangles are not made coarser.
      let coarseness = lattice.rows > 1 ? 1 : 0
      return Levels(coarseness: coarseness, last: lattice.lastLevel + coarseness, usual: 0)
    case .windows: return Levels(coarseness: 1, last: min(2, lattice.lastLevel + 1), usual: 0)
    case .surfaces:
      let rows = lattice.rows(coarseness: 2)
      return Levels(
        coarseness: 2, last: 4 * rows <= lattice.rows ? 2 : 2 * rows <= lattice.rows ? 1 : 0, usual: 0)
    }
  }

  /// The finest level whose places are not much nearer to each other than a width, metres.
  @inline(__always)
  func lastLevel(_ levels: Levels, footprint: Float) -> Int {
    sheet == nil
      ? min(levels.last, lattice.lastLevel(footprint: footprint) + levels.coarseness)
      : min(levels.last, LightSheet.lastLevel(footprint: footprint))
  }

  /// The cells of a level; level 0 of a sheet has coarseness 2.
  @inline(__always)
  func division(coarseness: Int, level: Int) -> Division {
    guard let sheet else { return Division(rows: lattice.rows(coarseness: coarseness) << level, columns: 0) }
    let extra = coarseness - 2
    let round = (1 << extra) - 1
    return Division(
      rows: ((sheet.pointee.rows + round) >> extra) << level,
      columns: ((sheet.pointee.columns + round) >> extra) << level)
  }

  @inline(__always)
  func cell(_ place: LightCache.Place, _ division: Division) -> LightLattice.Cell {
    guard let sheet else { return lattice.cell(at: place.weights, rows: division.rows) }
    return sheet.pointee.cell(at: place.point, rows: division.rows, columns: division.columns)
  }

  /// The same place at the coarsest level that has it.
  @inline(__always)
  func coarsest(row: Int, column: Int, level: Int) -> (row: Int, column: Int, level: Int) {
    sheet == nil
      ? lattice.coarsest(row: row, column: column, level: level)
      : LightSheet.coarsest(row: row, column: column, level: level)
  }

  /// The point of a place as it receives light, a little inside of the outline: away from what stands along it.
  func receiver(
    row: Int, column: Int, _ division: Division, _ place: LightCache.Place, _ scene: IndoorScene
  ) -> Receiver {
    if let sheet {
      return scene.receiver(
        sheet.pointee.point(
          row: Double(row), column: Double(column), rows: division.rows, columns: division.columns),
        sheet.pointee.normal, back: place.back)
    }
    let inward = min(0.1, 0.004 / (Double(lattice.rows) * LightLattice.spacing))
    let w =
      lattice.weights(row: row, column: column, rows: division.rows) * (1 - inward)
      + Vector3(repeating: inward / 3)
    return scene.receiver(piece: place.piece, triangle: place.triangle, w, back: place.back)
  }

  /// A point within a cell.
  ///
  /// - Parameter part: of the way from row to row, and from column to column.
  func receiver(
    within cell: LightLattice.Cell, at part: (Double, Double), _ division: Division,
    _ place: LightCache.Place,
    _ scene: IndoorScene
  ) -> Receiver {
    if let sheet {
      return scene.receiver(
        sheet.pointee.point(
          row: Double(cell.row) + part.0, column: Double(cell.high) + part.1, rows: division.rows,
          columns: division.columns),
        sheet.pointee.normal, back: place.back)
    }
    let n = max(1, lattice.segments(cell.row + 1))
    let w = lattice.weights(
      along: (Double(cell.row) + part.0) / Double(division.rows),
      across: (Double(cell.high) + part.1) / Double(n))
    return scene.receiver(piece: place.piece, triangle: place.triangle, w, back: place.back)
  }
}
