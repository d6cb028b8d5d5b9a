/// What can happen between moments of a sequence. Each has a margin: what is between is not told.
package enum NarratedEvent: String, Sendable, Hashable, CaseIterable {
  /// Is not seen at one moment nor before, and is clearly seen at the next.
  case appears
  /// Is clearly seen at one moment, and not seen at the next nor after.
  case leaves
  /// Moves, or stands still, at every moment at which it is seen.
  case moves, stands
  /// Stands at one moment and moves at a later one; moves at one and stands at a later one.
  case starts, stops
  /// Moves, and its heading has changed by as much from one moment to another.
  case turnsLeft = "turns_left"
  case turnsRight = "turns_right"
  /// Moves towards the carrier while that faces it, and comes nearer.
  case oncoming = "comes_towards"
  /// Is behind at one moment and ahead at another, both going the carrier's way.
  case overtakes
  /// Of the carrier alone: moves all the time and is faster, or slower, in the end.
  case speedsUp = "speeds_up"
  case slowsDown = "slows_down"
  case opens, closes

  /// Whether it goes on all the time, so that nothing ends with it.
  var lasts: Bool { [.moves, .stands, .oncoming].contains(self) }
}

/// One moment of a sequence and what is known of it.
package struct SceneMoment: Sendable {
  /// Seconds of world time.
  package let time: Double
  package let facts: SceneFacts

  package init(time: Double, facts: SceneFacts) {
    self.time = time
    self.facts = facts
  }
}
