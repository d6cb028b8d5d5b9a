package import RandomStreams
import VectorMath

/// When people speak in turn: gaps, overlaps, and the small words of those who listen.
///
/// Gaps between speakers are short and alike in all languages, about 200 ms (Stivers et al. 2009), and skewed, hence
/// log-normal.
package struct TurnTaking: Sendable, Hashable {
  /// Median of the gap between two speakers, seconds.
  package var gap: Double
  /// Standard deviation of its logarithm.
  package var gapSpread: Double
  /// Median of the pause before somebody goes on after themselves, seconds.
  package var pause: Double
  /// How many changes of speaker overlap, 0 to 1.
  package var overlapShare: Double
  /// Median of an overlap, seconds.
  package var overlap: Double
  /// The chance that a long turn is accompanied by a small word of a listener.
  package var backChannelShare: Double

  package init(
    gap: Double = 0.2, gapSpread: Double = 0.6, pause: Double = 0.5, overlapShare: Double = 0.12,
    overlap: Double = 0.25, backChannelShare: Double = 0.25
  ) {
    self.gap = gap
    self.gapSpread = gapSpread
    self.pause = pause
    self.overlapShare = overlapShare
    self.overlap = overlap
    self.backChannelShare = backChannelShare
  }

  /// Nobody interrupts.
  package static let polite = TurnTaking(overlapShare: 0, backChannelShare: 0)

  /// Seconds between the last sound of a turn and the first of the next: negative where they overlap.
  ///
  /// - Parameter longest: how much may overlap at most, seconds.
  package func space(sameSpeaker: Bool, longest: Double, chance: inout RandomStream) -> Double {
    let overlaps = chance.bool(probability: overlapShare)
    let spread = DeterministicMath.exp(gapSpread * min(max(chance.normal(), -2.5), 2.5))
    if sameSpeaker { return pause * spread }
    return overlaps ? -min(overlap * spread, longest) : gap * spread
  }
}
