import Annotations

/// A soundscape told in a sentence or two: what is heard, from where, in which order.
///
/// Said is only what labels say: the four loudest events that are no background, in the order of their beginnings.
enum SoundscapeCaption {
  /// In English and in Chinese.
  static func all(of label: RecordingLabel) -> [SoundCaption] {
    let told = label.events.filter { !$0.isBackground && $0.level != nil }
      .sorted { ($0.level ?? 0, -$0.id) > ($1.level ?? 0, -$1.id) }
      .prefix(4).sorted { ($0.onsets[0], $0.id) < ($1.onsets[0], $1.id) }
    let ids = told.map(\.id)
    return [
      SoundCaption(language: "en", text: english(told, label), events: ids),
      SoundCaption(language: "zh", text: chinese(told, label), events: ids),
    ]
  }

  /// How a source moves as it is heard.
  private enum Movement {
    case still, nearer, farther, passing
  }

  private static func movement(_ event: SoundEvent) -> Movement {
    let distances = event.directions.map(\.distance)
    guard let first = distances.first, let last = distances.last, let least = distances.min() else {
      return .still
    }
    if least < 0.7 * min(first, last) { return .passing }
    if last < 0.75 * first { return .nearer }
    return first < 0.75 * last ? .farther : .still
  }

  /// One of eight directions by the azimuth in the middle of what is heard; 0 = ahead, counting to the left.
  private static func sector(_ event: SoundEvent) -> Int? {
    guard !event.directions.isEmpty else { return nil }
    let azimuth = event.directions[event.directions.count / 2].azimuth
    return ((Int((azimuth / 45).rounded()) % 8) + 8) % 8
  }

  // MARK: English

  private static let englishSectors = [
    "ahead", "ahead on the left", "on the left", "behind on the left", "behind", "behind on the right",
    "on the right", "ahead on the right",
  ]

  private static func english(_ events: [SoundEvent], _ label: RecordingLabel) -> String {
    guard !events.isEmpty else { return "Nothing stands out." }
    var sentences: [String] = []
    for (k, event) in events.enumerated() {
      let verb =
        switch movement(event) {
        case .still: event.speech == nil ? "is heard" : "speaks"
        case .nearer: "comes nearer"
        case .farther: "goes away"
        case .passing: "passes by"
        }
      let who = event.speech.map { $0.sex == "female" ? "a woman" : "a man" } ?? article(event.english)
      let place = sector(event).map { " " + englishSectors[$0] } ?? ""
      let isLater = k > 0 && event.onsets[0] > events[k - 1].onsets[0] + label.rate / 2
      var sentence = (k == 0 ? "" : isLater ? "then " : "meanwhile ") + who + " " + verb + place
      sentence = sentence.prefix(1).uppercased() + sentence.dropFirst() + "."
      sentences.append(sentence)
    }
    return sentences.joined(separator: " ")
  }

  /// Names of sounds that are no things one counts go without an article.
  private static func article(_ name: String) -> String {
    let uncountable = [
      "noise", "speech", "rain", "wind", "laughter", "clapping", "music", "thunder", "insects",
    ]
    if uncountable.contains(where: { name.hasSuffix($0) || name.hasPrefix($0) }) { return name }
    if name.hasSuffix("s"), !name.hasSuffix("ss"), !name.hasSuffix("hiss") { return name }
    return ("aeiou".contains(name.prefix(1)) ? "an " : "a ") + name
  }

  // MARK: Chinese

  private static let chineseSectors = ["前方", "左前方", "左侧", "左后方", "后方", "右后方", "右侧", "右前方"]

  private static func chinese(_ events: [SoundEvent], _ label: RecordingLabel) -> String {
    guard !events.isEmpty else { return "没有特别的声音。" }
    var clauses: [String] = []
    for (k, event) in events.enumerated() {
      let place = sector(event).map { chineseSectors[$0] } ?? ""
      let what: String
      if let speech = event.speech {
        what = (place.isEmpty ? "" : "在\(place)") + "有一位\(speech.sex == "female" ? "女士" : "男士")在说话"
      } else {
        what =
          switch movement(event) {
          case .still: "\(place)传来\(event.chinese)"
          case .nearer: "\(place)的\(event.chinese)由远及近"
          case .farther: "\(place)的\(event.chinese)渐渐远去"
          case .passing: "\(event.chinese)从\(place.isEmpty ? "旁边" : place)经过"
          }
      }
      let isLater = k > 0 && event.onsets[0] > events[k - 1].onsets[0] + label.rate / 2
      clauses.append((k == 0 ? "" : isLater ? "随后" : "同时") + what)
    }
    return clauses.joined(separator: "，") + "。"
  }
}
