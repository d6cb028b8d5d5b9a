package import VectorMath

/// Something that sounds: what, when, and where from.
package struct SoundSource: Sendable {
  /// Unique in the world, e.g. `vehicle_3/tyres`: also the path of its chance.
  package var name: String
  /// The entity that makes it; `nil` for what nothing in the world stands for.
  package var entity: UInt32?
  /// In the frame of its entity or carrier, or in the world where there is neither, metres.
  package var place: Vector3
  /// Whether the carrier of the sensors makes it, which is no entity.
  package var isOnCarrier = false
  package var start: SoundStart
  package var content: SoundContent
  /// The direction in which a mouth speaks, in the frame of `place`; `nil` = to all sides.
  package var mouth: Vector3?
  /// Whether it belongs to the background that a ratio is asked against.
  package var isBackground: Bool
  /// Whether it is one of those rare events that a detector of anomalies should find.
  package var isAnomaly: Bool

  package init(
    _ name: String, entity: UInt32? = nil, at place: Vector3 = .zero, start: SoundStart = .at(0),
    _ content: SoundContent, mouth: Vector3? = nil, isBackground: Bool = false, isAnomaly: Bool = false
  ) {
    self.name = name
    self.entity = entity
    self.place = place
    self.start = start
    self.content = content
    self.mouth = mouth
    self.isBackground = isBackground
    self.isAnomaly = isAnomaly
  }
}

extension World {
  /// What a source moves with; `nil` for one that stands in the world.
  package func track(of source: SoundSource) -> Track? {
    if source.isOnCarrier { return rig.track }
    return entities.first { $0.id == source.entity }?.track
  }
}

/// When a source emits its first sample.
package enum SoundStart: Sendable, Hashable {
  /// At a world time, seconds.
  case at(Double)
  /// Seconds after an earlier source of the list has ended; negative = before, by at most two fifths of the shorter sound.
  case after(String, gap: Double)
  /// While an earlier source sounds: at a share of its length, 0 to 1.
  case during(String, share: Double)
}

/// What a source emits.
package enum SoundContent: Sendable {
  /// A kind of the catalog of sounds.
  case kind(SoundOrder)
  case speech(SpeechOrder)
}

/// A sound of the catalog, as far as it is not left to chance.
package struct SoundOrder: Sendable, Hashable {
  /// Its id in the catalog.
  package var kind: String
  /// Parameters that are given, by name, in order; all others are drawn.
  package var numbers: [String: Double]
  package var words: [String: String]
  /// Seconds, of sounds that last.
  package var duration: Double?
  /// Whether it follows the speed of its entity from `start` on (engines, tyres).
  package var isDriven: Bool
  /// World times of what strikes (steps), seconds, ascending.
  package var contacts: [Double]

  package init(
    _ kind: String, numbers: [String: Double] = [:], words: [String: String] = [:], duration: Double? = nil,
    isDriven: Bool = false, contacts: [Double] = []
  ) {
    self.kind = kind
    self.numbers = numbers
    self.words = words
    self.duration = duration
    self.isDriven = isDriven
    self.contacts = contacts
  }
}

/// Words said aloud.
package struct SpeechOrder: Sendable, Hashable {
  /// A stretch of the text with a meaning.
  package struct Span: Sendable, Hashable {
    package var label: String
    /// Unicode scalars.
    package var range: Range<Int>

    package init(label: String, range: Range<Int>) {
      self.label = label
      self.range = range
    }
  }

  package var text: String
  /// `en` or `zh`.
  package var language: String
  /// Where the text is divided into words already, in scalars; else empty.
  package var words: [Range<Int>]
  package var entities: [Span]
  /// The same id is the same voice in a whole dataset.
  package var speaker: String
  /// A style of speaking, e.g. `normal`.
  package var style: String
  /// Whether the text is somebody's turn, or a small word of a listener.
  package var isBackChannel: Bool

  package init(
    _ text: String, language: String, words: [Range<Int>] = [], entities: [Span] = [], speaker: String,
    style: String = "normal", isBackChannel: Bool = false
  ) {
    self.text = text
    self.language = language
    self.words = words
    self.entities = entities
    self.speaker = speaker
    self.style = style
    self.isBackChannel = isBackChannel
  }
}
