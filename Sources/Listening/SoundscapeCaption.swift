import Annotations

/// A soundscape told in a few sentences: what is heard, from where, in which order.
///
/// Said is only what labels say. What one thing or person makes is told once; of more than four the loudest are told, in the
/// order of their beginnings.
struct SoundscapeCaption {
  /// What one thing, or one source that is no thing, makes.
  private struct Voice {
    var events: [SoundEvent]
    /// The loudest of them, which decides what is said.
    var main: SoundEvent {
      events.max { ($0.level ?? -999, -$0.id) < ($1.level ?? -999, -$1.id) } ?? events[0]
    }
    var onset: Int { events.map { $0.onsets.first ?? 0 }.min() ?? 0 }
    var movement: Movement { Movement(main.directions.map(\.distance)) }
    var kinds: Set<String> { Set(events.map(\.kind)) }
  }

  private enum Movement {
    case still, nearer, farther, passing

    init(_ distances: [Double]) {
      self = .still
      guard let first = distances.first, let last = distances.last, let least = distances.min() else {
        return
      }
      if least < 0.7 * min(first, last) {
        self = .passing
      } else if last < 0.75 * first {
        self = .nearer
      } else if first < 0.75 * last {
        self = .farther
      }
    }
  }

  private let told: [Voice]
  private let rate: Int

  /// In English and in Chinese.
  static func all(of label: RecordingLabel) -> [SoundCaption] {
    let caption = SoundscapeCaption(label)
    let ids = caption.told.flatMap { $0.events.map(\.id) }
    return [
      SoundCaption(language: "en", text: caption.english, events: ids),
      SoundCaption(language: "zh", text: caption.chinese, events: ids),
    ]
  }

  private init(_ label: RecordingLabel) {
    rate = label.rate
    var voices: [Voice] = []
    for event in label.events where !event.isBackground && event.level != nil {
      let same = voices.firstIndex { voice in
        event.entity != nil && voice.events[0].entity == event.entity
          && voice.events[0].isToldAsOne(with: event)
      }
      if let same { voices[same].events.append(event) } else { voices.append(Voice(events: [event])) }
    }
    told = voices.sorted { ($0.main.level ?? 0, -$0.main.id) > ($1.main.level ?? 0, -$1.main.id) }
      .prefix(4).sorted { ($0.onset, $0.main.id) < ($1.onset, $1.main.id) }
  }

  /// One of eight directions by the azimuth in the middle of what is heard; 0 = ahead, counting to the left.
  private static func sector(_ event: SoundEvent) -> Int? {
    guard !event.directions.isEmpty else { return nil }
    let azimuth = event.directions[event.directions.count / 2].azimuth
    return ((Int((azimuth / 45).rounded()) % 8) + 8) % 8
  }

  private func isLater(_ k: Int) -> Bool { k > 0 && told[k].onset > told[k - 1].onset + rate / 2 }

  /// Things whose parts sound together are called by their name.
  private static let things: [(kind: String, english: String, chinese: String)] = [
    ("truck_engine", "a heavy vehicle", "一辆大车"), ("motorcycle", "a motorcycle", "一辆摩托车"),
    ("electric_drive", "an electric car", "一辆电动汽车"), ("car_engine", "a car", "一辆汽车"),
    ("tram", "a tram", "一辆有轨电车"), ("bicycle_freewheel", "a bicycle", "一辆自行车"),
    ("tyre_noise", "a vehicle", "一辆车"),
  ]

  private static func thing(_ voice: Voice) -> (english: String, chinese: String)? {
    things.first { voice.kinds.contains($0.kind) }.map { ($0.english, $0.chinese) }
  }

  // MARK: English

  private static let englishSectors = [
    "ahead", "ahead on the left", "on the left", "behind on the left", "behind", "behind on the right",
    "on the right", "ahead on the right",
  ]

  private var english: String {
    guard !told.isEmpty else { return "Nothing stands out." }
    var sentences: [String] = []
    for (k, voice) in told.enumerated() {
      let event = voice.main
      let place = Self.sector(event).map { " " + Self.englishSectors[$0] } ?? ""
      var clause: String
      if let speech = event.speech {
        clause = (speech.sex == "female" ? "a woman" : "a man") + " speaks" + place
      } else {
        let verb =
          switch voice.movement {
          case .still: "is heard"
          case .nearer: "comes nearer"
          case .farther: "goes away"
          case .passing: "passes by"
          }
        clause = (Self.thing(voice)?.english ?? Self.named(event.english)) + " " + verb + place
      }
      if k > 0 { clause = (isLater(k) ? "then " : "meanwhile ") + clause }
      sentences.append(clause.prefix(1).uppercased() + clause.dropFirst() + ".")
    }
    return sentences.joined(separator: " ")
  }

  /// With an article where one counts it.
  private static func named(_ name: String) -> String {
    let mass = [
      "noise", "rain", "wind", "laughter", "laughing", "clapping", "music", "thunder", "typing", "dishes",
    ]
    if mass.contains(where: { name.hasPrefix($0) || name.hasSuffix($0) }) || name.contains(" in ") {
      return name
    }
    if name.hasSuffix("s"), !name.hasSuffix("ss") { return name }
    return ("aeiou".contains(name.prefix(1)) ? "an " : "a ") + name
  }

  // MARK: Chinese

  private static let chineseSectors = ["前方", "左前方", "左侧", "左后方", "后方", "右后方", "右侧", "右前方"]

  private var chinese: String {
    guard !told.isEmpty else { return "没有特别的声音。" }
    var clauses: [String] = []
    for (k, voice) in told.enumerated() {
      let event = voice.main
      let place = Self.sector(event).map { Self.chineseSectors[$0] } ?? ""
      let clause: String
      if let speech = event.speech {
        clause = "\(place)有一位\(speech.sex == "female" ? "女士" : "男士")在说话"
      } else if let thing = Self.thing(voice)?.chinese {
        clause =
          switch voice.movement {
          case .still: "\(place)能听到\(thing)"
          case .nearer: "\(thing)从\(place)由远及近"
          case .farther: "\(thing)向\(place)渐渐远去"
          case .passing: "\(thing)从\(place)驶过"
          }
      } else {
        clause =
          switch voice.movement {
          case .nearer: "\(place)的\(event.chinese)由远及近"
          case .farther: "\(place)的\(event.chinese)渐渐远去"
          case .still, .passing: "\(place)传来\(event.chinese)"
          }
      }
      clauses.append((k == 0 ? "" : isLater(k) ? "随后" : "同时") + clause)
    }
    return clauses.joined(separator: "，") + "。"
  }
}

extension SoundEvent {
  /// Whether two sounds of one thing are told as one: speech with speech, what drives with what rolls.
  fileprivate func isToldAsOne(with other: SoundEvent) -> Bool {
    let parts = [
      "car_engine", "truck_engine", "electric_drive", "motorcycle", "tram", "tyre_noise", "bicycle_freewheel",
    ]
    return kind == other.kind || parts.contains(kind) && parts.contains(other.kind)
  }
}
