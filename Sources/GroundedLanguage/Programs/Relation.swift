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
  /// Would be reached by the carrier earlier (later) if all went on as they do; only of what is come closer to.
  case sooner, later
  /// Farther on (back) along the way in which the carrier faces, with a gap between them.
  case aheadOf = "ahead_of"
  case behind
  /// On one lane, or on the lanes of the carrier's way.
  case sameLane = "same_lane"
  case taller, shorter

  /// What it is in a mirror; `nil` = the same.
  package var mirrored: Relation? {
    switch self {
    case .leftOf: .rightOf
    case .rightOf: .leftOf
    default: nil
    }
  }
}

/// What one of several things is more than all the others.
package enum Extreme: String, Sendable, Hashable, CaseIterable {
  case leftmost, rightmost, closest, farthest
  /// What only one other is more so than.
  case secondLeftmost = "second_leftmost"
  case secondRightmost = "second_rightmost"
  case secondClosest = "second_closest"

  /// Whether a mirror changes it.
  package var isAside: Bool { relation.mirrored != nil }

  /// How many of the others come before it.
  package var rank: Int {
    switch self {
    case .leftmost, .rightmost, .closest, .farthest: 0
    case .secondLeftmost, .secondRightmost, .secondClosest: 1
    }
  }

  /// Whether it counts from a side.
  package var isCounted: Bool { isAside && rank > 0 }

  /// Its form: what it shares with those that may be asked about together.
  package var form: String {
    switch self {
    case .leftmost, .rightmost: "outermost"
    case .secondLeftmost, .secondRightmost: "next to outermost"
    case .closest, .secondClosest: "near"
    case .farthest: rawValue
    }
  }

  /// What it is to each of those that come after it.
  package var relation: Relation {
    switch self {
    case .leftmost, .secondLeftmost: .leftOf
    case .rightmost, .secondRightmost: .rightOf
    case .closest, .secondClosest: .closer
    case .farthest: .farther
    }
  }
}
