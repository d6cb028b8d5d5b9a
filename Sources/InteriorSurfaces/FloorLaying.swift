import Assets

/// How the pieces of a wooden floor lie: where a point of one repeat lies on its piece.
package enum FloorLaying: String, Sendable, Hashable, CaseIterable {
  /// Long boards of 18 cm, one beside the other along u.
  case boards
  /// Boards of 14 cm with the joints of laminate: closer, of less varied tone.
  case laminate
  /// Short strips of 7 cm.
  case strips
  /// Blocks of 45 × 9 cm at right angles, the zigzag running along u.
  case herringbone
  /// Blocks cut aslant that meet in a line.
  case chevron

  struct Point {
    /// Different for each piece.
    var piece: UInt64
    /// Metres along and across the grain of the piece.
    var along: Float
    var across: Float
    /// Metres to the nearest joint.
    var edge: Float
  }

  /// Metres that one repeat spans both ways.
  var tile: Float {
    switch self {
    case .boards: 2.52
    case .laminate: 2.52
    case .strips: 1.96
    // Twenty cells of 9 cm on their diagonal.
    case .herringbone: 20 * 0.09 * 1.414_213_56
    case .chevron: 2.4
    }
  }

  func point(_ u: Float, _ v: Float) -> Point {
    switch self {
    case .boards: rows(u, v, count: 14, lengths: 2, salt: 11)
    case .laminate: rows(u, v, count: 18, lengths: 2, salt: 12)
    case .strips: rows(u, v, count: 28, lengths: 4, salt: 13)
    case .herringbone: herringbone(u, v)
    case .chevron: chevron(u, v)
    }
  }

  /// Rows along u, each with joints of its own.
  private func rows(_ u: Float, _ v: Float, count: Int, lengths: Int, salt: UInt64) -> Point {
    let y = v * Float(count)
    let row = min(count - 1, Int(y))
    let key = UInt64(row) &* 977 &+ salt &* 0x51ed_2701
    let x = fraction(u + Float(AssetVariation.unit(key)) + 0.37 * Float(row)) * Float(lengths)
    let board = min(lengths - 1, Int(x))
    let (fx, fy) = (x - Float(board), y - Float(row))
    let (length, width) = (tile / Float(lengths), tile / Float(count))
    return Point(
      piece: key &+ UInt64(board) &* 131, along: fx * length, across: fy * width,
      edge: min(min(fx, 1 - fx) * length, min(fy, 1 - fy) * width))
  }

  private func herringbone(_ u: Float, _ v: Float) -> Point {
    let (w, n): (Float, Int) = (0.09, 5)
    // Along the diagonals of a lattice of cells one block wide.
    let k = Float(0.707_106_78) * tile / w
    let (x, y) = ((u - v) * k + 400, (u + v) * k + 400)
    let (i, j) = (Int(x), Int(y))
    let (fx, fy) = (x - Float(i), y - Float(j))
    let m = ((i - j) % (2 * n) + 2 * n) % (2 * n)
    let isLying = m < n
    let (a, b) = isLying ? (i - m, j) : (i, j - (2 * n - 1 - m))
    let along = isLying ? Float(m) + fx : Float(2 * n - 1 - m) + fy
    let across = isLying ? fy : fx
    // One repeat is twenty cells along each diagonal.
    let period = 8 * n
    let (p, q) = (((a + b) % period + period) % period, ((b - a) % period + period) % period)
    return Point(
      piece: UInt64(p * period + q) &* 2 &+ (isLying ? 1 : 0), along: along * w, across: across * w,
      edge: min(min(along, Float(n) - along), min(across, 1 - across)) * w)
  }

  private func chevron(_ u: Float, _ v: Float) -> Point {
    // Six columns 40 cm wide, 30 rows of 8 cm, the slope one to one.
    let (columns, rows): (Float, Float) = (6, 30)
    let x = u * columns
    let column = min(5, Int(x))
    let fx = x - Float(column)
    let slope = (column % 2 == 0 ? fx : 1 - fx) * tile / columns * 0.8
    let y = fraction(v + slope / tile) * rows
    let row = min(29, Int(y))
    let fy = y - Float(row)
    let width = tile / rows * 0.78
    return Point(
      piece: UInt64(column * 64 + row) &+ 90_001, along: fx * tile / columns * 1.28, across: fy * width,
      edge: min(min(fx, 1 - fx) * tile / columns, min(fy, 1 - fy) * width))
  }
}
