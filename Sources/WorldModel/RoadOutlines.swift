package import VectorMath

/// What a map says of the roads of a world, in plan coordinates of the world, metres: for labels that show it from above.
package struct RoadOutlines: Sendable {
  package struct Area: Sendable {
    package enum Kind: Sendable, Hashable, CaseIterable {
      /// One lane that vehicles drive on.
      case lane
      case crosswalk
      case stopLine
    }

    package var kind: Kind
    /// A ring, in either direction.
    package var outline: [Vector2]

    package init(kind: Kind, outline: [Vector2]) {
      self.kind = kind
      self.outline = outline
    }
  }

  /// A border between two lanes that vehicles drive on, painted or not; none within junctions.
  package struct Divider: Sendable {
    package enum Kind: Sendable, Hashable, CaseIterable {
      /// Both lanes lead the same way.
      case lanes
      /// They lead opposite ways.
      case directions
    }

    package var kind: Kind
    package var points: [Vector2]

    package init(kind: Kind, points: [Vector2]) {
      self.kind = kind
      self.points = points
    }
  }

  package var areas: [Area]
  package var dividers: [Divider]

  package init(areas: [Area] = [], dividers: [Divider] = []) {
    self.areas = areas
    self.dividers = dividers
  }
}
