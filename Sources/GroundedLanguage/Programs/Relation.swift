/// How a thing stands to another, as the viewer sees it or the world has it.
package enum Relation: String, Sendable, Hashable, CaseIterable {
  /// In the picture: the middle and both edges of what is seen of it.
  case leftOf = "left_of"
  case rightOf = "right_of"
  /// To the camera: the middle and the nearest corner of its box.
  case closer, farther
  /// Rests on it, as `scene_graph` has it.
  case on
  /// Lies in it, likewise.
  case inside
  /// Wholly higher (lower), over (under) its middle.
  case above, below
  /// Their footprints are near each other, and so are their heights.
  case nextTo = "next_to"
  /// Is hidden by it in part.
  case hiddenBy = "hidden_by"
  case faster, slower
}

/// What one of several things is more than all the others.
package enum Extreme: String, Sendable, Hashable, CaseIterable {
  case leftmost, rightmost, closest, farthest

  /// What it is to each of the others.
  package var relation: Relation {
    switch self {
    case .leftmost: .leftOf
    case .rightmost: .rightOf
    case .closest: .closer
    case .farthest: .farther
    }
  }
}
