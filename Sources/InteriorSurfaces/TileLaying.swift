import Assets

/// Tiles in rows, in one repeat of a texture.
package struct TileLaying: Sendable, Hashable {
  package var name: String
  /// How many across and down a repeat.
  package var columns: Int
  package var rows: Int
  /// Metres of one tile, joint included.
  package var width: Double
  package var height: Double
  /// Part of a tile by which every other row is shifted.
  package var shift: Double
  /// Metres of grout between two.
  package var grout: Double

  /// Metres that one repeat spans; the same both ways.
  var tile: Double { width * Double(columns) }

  /// 60 × 60 cm, for floors.
  package static let large = TileLaying("large", 3, 3, 0.6, 0.6, 0, 0.003)
  /// 30 × 60 cm, for walls of baths.
  package static let oblong = TileLaying("oblong", 2, 4, 0.6, 0.3, 0.5, 0.003)
  /// 30 × 30 cm.
  package static let square = TileLaying("square", 4, 4, 0.3, 0.3, 0, 0.003)
  /// 15 × 15 cm.
  package static let small = TileLaying("small", 6, 6, 0.15, 0.15, 0, 0.0025)
  /// 15 × 7.5 cm in bond, bevelled: the tiles of the underground.
  package static let subway = TileLaying("subway", 5, 10, 0.15, 0.075, 0.5, 0.0025)
  /// 2.5 cm.
  package static let mosaic = TileLaying("mosaic", 20, 20, 0.025, 0.025, 0, 0.002)
  /// 20 × 5 cm on end.
  package static let upright = TileLaying("upright", 12, 3, 0.05, 0.2, 0, 0.0025)

  package static let all = [large, oblong, square, small, subway, mosaic, upright]

  private init(
    _ name: String, _ columns: Int, _ rows: Int, _ width: Double, _ height: Double, _ shift: Double,
    _ grout: Double
  ) {
    (self.name, self.columns, self.rows) = (name, columns, rows)
    (self.width, self.height, self.shift, self.grout) = (width, height, shift, grout)
  }

  struct Point {
    /// Which tile.
    var index: Int
    /// Metres to the nearest edge of the tile, without its half of the joint: negative in the grout.
    var edge: Float
    /// From −1 to 1 over the tile.
    var x: Float
    var y: Float
  }

  func point(_ u: Float, _ v: Float) -> Point {
    let y = v * Float(rows)
    let row = min(rows - 1, Int(y))
    let x = fraction(u + (row % 2 == 1 ? Float(shift) / Float(columns) : 0)) * Float(columns)
    let column = min(columns - 1, Int(x))
    let (fx, fy) = (x - Float(column), y - Float(row))
    let edge = min(min(fx, 1 - fx) * Float(width), min(fy, 1 - fy) * Float(height))
    return Point(index: row * columns + column, edge: edge - Float(grout) / 2, x: 2 * fx - 1, y: 2 * fy - 1)
  }
}
