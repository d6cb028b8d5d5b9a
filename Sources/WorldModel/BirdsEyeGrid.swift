package import VectorMath

/// The cells of a raster of the ground around a carrier, seen from above: level, turned with the carrier, its front
/// upwards. So columns run to the carrier's right and rows backwards, as pixels of a camera above it do.
///
/// Cell (c, r) with integers at cell centres lies x = front − (r + 1/2) · resolution ahead of the carrier's origin and
/// y = left − (c + 1/2) · resolution to its left.
package struct BirdsEyeGrid: Sendable, Hashable, Codable {
  /// How far the raster reaches from the carrier's origin, metres.
  package var front: Double
  package var back: Double
  package var left: Double
  package var right: Double
  /// Side of a cell, metres.
  package var resolution: Double

  package init(
    front: Double = 50, back: Double = 50, left: Double = 50, right: Double = 50, resolution: Double = 0.25
  ) {
    self.front = front
    self.back = back
    self.left = left
    self.right = right
    self.resolution = resolution
  }

  /// Whole cells; a range that is none of them loses less than half a cell behind and on the right, or gains it.
  package var columns: Int { Self.count(left + right, resolution) }
  package var rows: Int { Self.count(front + back, resolution) }

  /// No raster is wider or higher.
  package static let most = 8192

  private static func count(_ metres: Double, _ resolution: Double) -> Int {
    let n = (metres / resolution).rounded()
    return n >= 1 ? Int(Swift.min(n, Double(most))) : 1
  }

  /// Where a point of the carrier's level frame lies: columns and rows with integers at cell centres.
  package func cell(_ p: Vector2) -> Vector2 {
    Vector2((left - p.y) / resolution - 0.5, (front - p.x) / resolution - 0.5)
  }

  /// The point of the carrier's level frame at a place in the raster, integers at cell centres.
  package func point(column: Double, row: Double) -> Vector2 {
    Vector2(front - (row + 0.5) * resolution, left - (column + 0.5) * resolution)
  }

  /// Rows of the matrix that takes (column, row, 1) to (x, y) of the carrier's level frame.
  package var egoFromCell: [[Double]] {
    [[0, -resolution, front - resolution / 2], [-resolution, 0, left - resolution / 2]]
  }
}
