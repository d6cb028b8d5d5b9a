package import VectorMath

/// Where a building stands: a four-cornered footprint, asset frame, x towards the street.
package struct BuildingPlot: Sendable, Hashable {
  /// Counter-clockwise, convex; the side from the first to the second corner faces the street.
  package let corners: [Vector2]
  /// Metres that walls go on below the door's level, where the ground falls away.
  package let foundation: Double
  /// Whether a neighbour stands wall to wall on the left and the right, seen from the street.
  package let hasLeftNeighbour: Bool
  package let hasRightNeighbour: Bool

  package init(
    corners: [Vector2], foundation: Double = 0, hasLeftNeighbour: Bool = false,
    hasRightNeighbour: Bool = false
  ) {
    precondition(corners.count == 4)
    self.corners = corners
    self.foundation = max(0, foundation)
    self.hasLeftNeighbour = hasLeftNeighbour
    self.hasRightNeighbour = hasRightNeighbour
  }

  /// A rectangle of that width along the street and that depth, around the origin.
  package init(width: Double, depth: Double, isInRow: Bool = false) {
    let (x, y) = (depth / 2, width / 2)
    self.init(
      corners: [Vector2(x, -y), Vector2(x, y), Vector2(-x, y), Vector2(-x, -y)], hasLeftNeighbour: isInRow,
      hasRightNeighbour: isInRow)
  }

  /// Along the street, metres.
  package var width: Double { length(corners[1] - corners[0]) }
  /// The lesser of both sides, metres.
  package var depth: Double { min(length(corners[2] - corners[1]), length(corners[3] - corners[0])) }
}
