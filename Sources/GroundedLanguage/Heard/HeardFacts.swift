package import Annotations
import VectorMath

/// What is known of the sounds of a recording, from its label alone and from what the picture shows, each fact with a margin.
package struct HeardFacts: Sendable {
  /// All that one thing, person or place makes of one kind.
  package struct Sound: Sendable {
    package var kind: String
    package var english: String
    package var chinese: String
    package var entity: UInt32?
    /// The events of `recording` that it consists of, ascending.
    package var events: [Int]
    /// Seconds from the recording's beginning to where it begins.
    package var onset: Double
    /// Of its loudest event, dB SPL.
    package var level: Double
    /// Whether it surely is heard before everything else.
    package var isClear: Bool
    /// The least and the greatest share of the way from ahead to the left that it comes from: 1 = left, −1 = right.
    package var aside: (low: Double, high: Double)?
    package var sex: String?
    /// What is said, but for small words of who listens.
    package var lines: [String]
  }

  /// In the order of their first events.
  package let sounds: [Sound]
  /// Whether there are two microphones or more: with one, nothing has a side.
  package let hasSides: Bool
  /// What the picture shows; `nil` where there is no picture.
  package let picture: SceneFacts?

  package init(_ label: RecordingLabel, picture: SceneFacts?) {
    hasSides = label.microphones.microphones.count >= 2
    self.picture = picture
    var sounds: [Sound] = []
    var places: [String: Int] = [:]
    for event in label.events {
      guard !event.isBackground, let level = event.level, let ratio = event.signalToNoise,
        let onset = event.onsets.first, let offset = event.offsets.first, onset < offset
      else { continue }
      let maker = event.entity.map { "entity \($0)" } ?? "source \(event.source)"
      let key = "\(maker)/\(event.kind)"
      if let i = places[key] {
        sounds[i].add(event, level, ratio, at: Double(onset) / Double(label.rate))
      } else {
        places[key] = sounds.count
        var sound = Sound(
          kind: event.kind, english: event.english, chinese: event.chinese,
          entity: event.entity.flatMap { UInt32(exactly: $0) }, events: [], onset: .infinity,
          level: -.infinity, isClear: false, sex: event.speech?.sex, lines: [])
        sound.add(event, level, ratio, at: Double(onset) / Double(label.rate))
        sounds.append(sound)
      }
    }
    self.sounds = sounds
  }

  /// Whether sound number `i` has a value.
  package func verdict(_ filter: HeardFilter, _ i: Int) -> Verdict {
    let sound = sounds[i]
    switch filter.attribute {
    case .kind: return Verdict(sound.kind == filter.value)
    case .sex: return Verdict(sound.sex == filter.value)
    case .line: return Verdict(sound.lines.contains(filter.value))
    case .side:
      guard hasSides, let aside = sound.aside else { return .undecided }
      let (low, high) = filter.value == "left" ? aside : (-aside.high, -aside.low)
      return Verdict(yes: low >= HeardMargins.aside, no: high <= HeardMargins.ahead)
    case .sight: return sight(filter.value, i)
    }
  }

  private func sight(_ value: String, _ i: Int) -> Verdict {
    guard let picture, let entity = sounds[i].entity else { return .undecided }
    let isSeen =
      picture.index(of: entity).map { picture.objects[$0].isClear ? Verdict.yes : .undecided } ?? .no
    return value == "seen" ? isSeen : value == "unseen" ? !isSeen : .no
  }

  package func verdict(_ relation: HeardRelation, _ a: Int, _ b: Int) -> Verdict {
    guard a != b else { return .no }
    let (p, q) = (sounds[a], sounds[b])
    switch relation {
    case .before, .after:
      // What sounds already when the recording begins has no beginning in it.
      guard min(p.onset, q.onset) >= HeardMargins.begins else { return .undecided }
      let lead = relation == .before ? q.onset - p.onset : p.onset - q.onset
      return Verdict(yes: lead >= HeardMargins.lead, no: lead <= -HeardMargins.lead)
    case .louder, .quieter:
      let more = relation == .louder ? p.level - q.level : q.level - p.level
      return Verdict(yes: more >= HeardMargins.louder, no: more <= -HeardMargins.louder)
    }
  }

  /// Whether a thing of the picture makes a sound of some kind.
  package func makes(_ instance: UInt32, _ i: Int) -> Verdict {
    // What nothing stands for may come from anywhere.
    sounds[i].entity.map { Verdict($0 == instance) } ?? .undecided
  }
}

extension HeardFacts.Sound {
  fileprivate mutating func add(_ event: SoundEvent, _ level: Double, _ ratio: Double, at onset: Double) {
    events.append(event.id)
    self.onset = min(self.onset, onset)
    self.level = max(self.level, level)
    isClear = isClear || ratio >= HeardMargins.clearRatio && level >= HeardMargins.clearLevel
    for d in event.directions {
      let degree = Double.pi / 180
      let share = DeterministicMath.sin(d.azimuth * degree) * DeterministicMath.cos(d.elevation * degree)
      aside = (low: min(aside?.low ?? share, share), high: max(aside?.high ?? share, share))
    }
    if let speech = event.speech, !speech.isBackChannel { lines.append(speech.text) }
  }
}

/// How clear a fact about sounds must be before it is asked for.
package enum HeardMargins {
  /// Decibels over everything else at the first microphone, and dB SPL, from which a sound surely is heard.
  package static let clearRatio = -6.0
  package static let clearLevel = 25.0
  /// Shares of the way to the side: surely there, surely not.
  package static let aside = 0.35
  package static let ahead = 0.05
  /// Seconds into the recording before which a beginning is none; seconds between two beginnings.
  package static let begins = 0.05
  package static let lead = 0.3
  /// Decibels.
  package static let louder = 5.0
}
