package import Annotations
package import WorldModel

/// `narration`: what happens in a sequence as one camera sees it, with the last frame of it; the frames before have the
/// label without entries.
package struct NarrationLabel: StructuredLabel {
  package static let name = "narration"

  /// Something that happens, between two of the moments that were looked at.
  package struct Event: Codable, Sendable, Hashable {
    /// A `NarratedEvent`.
    package var predicate: String
    /// Who does it; absent where it is the carrier of the camera.
    package var instance: UInt32?
    /// Whom it is done to; absent where that is nobody, or the carrier.
    package var other: UInt32?
    /// Seconds of world time.
    package var start: Double
    package var end: Double

    package init(predicate: String, instance: UInt32?, other: UInt32? = nil, start: Double, end: Double) {
      self.predicate = predicate
      self.instance = instance
      self.other = other
      self.start = start
      self.end = end
    }
  }

  /// A thing and where it is seen at one of the moments.
  package struct Sighting: Codable, Sendable, Hashable {
    package var instance: UInt32
    package var time: Double
    /// Around what is seen of it then.
    package var box: PixelBox

    package init(instance: UInt32, time: Double, box: PixelBox) {
      self.instance = instance
      self.time = time
      self.box = box
    }
  }

  package struct Entry: Codable, Sendable, Hashable {
    /// `event`, or `story`: all of them in the order of time.
    package var kind: String
    package var events: [Event]
    /// What things are called by, as captions claim it, at the time of their sighting.
    package var claims: [CaptionLabel.Claim]
    /// What it speaks of, ascending by instance.
    package var things: [Sighting]
    /// One a language.
    package var texts: [GroundedText]

    package init(
      kind: String, events: [Event], claims: [CaptionLabel.Claim], things: [Sighting], texts: [GroundedText]
    ) {
      self.kind = kind
      self.events = events
      self.claims = claims
      self.things = things
      self.texts = texts
    }
  }

  /// The moments that were looked at, seconds of world time, ascending: frames of the sequence, the last one at the end.
  package var times: [Double]
  /// How fast the carrier is at each of them, m/s.
  package var speeds: [Double]
  package var entries: [Entry]

  package init(times: [Double] = [], speeds: [Double] = [], entries: [Entry] = []) {
    self.times = times
    self.speeds = speeds
    self.entries = entries
  }
}
