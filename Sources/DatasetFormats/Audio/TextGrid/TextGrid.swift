import Annotations
import Encodings

/// Tiers of intervals over a recording.
struct TextGrid {
  struct Interval: Hashable {
    /// Samples.
    var range: Range<Int>
    /// Empty between what is labelled.
    var text: String
  }

  struct Tier: Hashable {
    var name: String
    /// Ascending, without gaps, from 0 to the end.
    var intervals: [Interval]
  }

  let rate: Int
  let count: Int
  let tiers: [Tier]

  init(_ heard: HeardRecording) {
    rate = heard.label.rate
    count = heard.label.count
    let speech = heard.speech
    var names: [String] = []
    for one in speech where !names.contains(one.spoken.speaker) { names.append(one.spoken.speaker) }
    let count = count
    var tiers: [Tier] = []
    for name in names {
      let prefix = names.count > 1 ? "\(name) - " : ""
      let own = speech.filter { $0.spoken.speaker == name }
      func add(_ kind: String, _ pieces: [HeardSpeech.Piece]) {
        guard !pieces.isEmpty else { return }
        tiers.append(Tier(name: prefix + kind, intervals: Self.filled(pieces, to: count)))
      }
      add("words", own.flatMap(\.words))
      add("phones", own.flatMap(\.phones).filter { $0.text != "pau" })
      add("syllables", own.flatMap(\.syllables))
      add("tones", own.flatMap(\.tones))
    }
    tiers.append(Tier(name: "speakers", intervals: Self.speakers(speech, to: count)))
    self.tiers = tiers
  }

  /// Pieces with silence between them. One that begins before the last has ended begins where it ends.
  private static func filled(_ pieces: [HeardSpeech.Piece], to count: Int) -> [Interval] {
    var out: [Interval] = []
    var end = 0
    for piece in pieces.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      let range = max(piece.range.lowerBound, end)..<max(piece.range.upperBound, end)
      guard !range.isEmpty else { continue }
      if range.lowerBound > end { out.append(Interval(range: end..<range.lowerBound, text: "")) }
      out.append(Interval(range: range, text: piece.text))
      end = range.upperBound
    }
    if end < count || out.isEmpty { out.append(Interval(range: end..<count, text: "")) }
    return out
  }

  /// Who speaks, cut wherever anybody begins or ends.
  private static func speakers(_ speech: [HeardSpeech], to count: Int) -> [Interval] {
    let turns = speech.flatMap { one in one.stretches.map { ($0, one.spoken.speaker) } }
    let edges = Set(turns.flatMap { [$0.0.lowerBound, $0.0.upperBound] } + [0, count]).sorted()
    var out: [Interval] = []
    for (from, to) in zip(edges, edges.dropFirst()) {
      var names: [String] = []
      for (range, name) in turns where range.lowerBound <= from && to <= range.upperBound {
        if !names.contains(name) { names.append(name) }
      }
      let text = names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.joined(separator: "+")
      if let last = out.last, last.text == text {
        out[out.count - 1].range = last.range.lowerBound..<to
      } else {
        out.append(Interval(range: from..<to, text: text))
      }
    }
    return out
  }

  /// Praat's long form.
  var text: String {
    let end = seconds(count)
    var out = "File type = \"ooTextFile\"\nObject class = \"TextGrid\"\n\n"
    out += "xmin = 0\nxmax = \(end)\ntiers? <exists>\nsize = \(tiers.count)\nitem []:\n"
    for (n, tier) in tiers.enumerated() {
      out +=
        "    item [\(n + 1)]:\n        class = \"IntervalTier\"\n        name = \(Self.quoted(tier.name))\n"
      out += "        xmin = 0\n        xmax = \(end)\n        intervals: size = \(tier.intervals.count)\n"
      for (k, interval) in tier.intervals.enumerated() {
        out += "        intervals [\(k + 1)]:\n"
        out += "            xmin = \(seconds(interval.range.lowerBound))\n"
        out += "            xmax = \(seconds(interval.range.upperBound))\n"
        out += "            text = \(Self.quoted(interval.text))\n"
      }
    }
    return out
  }

  func seconds(_ samples: Int) -> String { DecimalText.short(Double(samples) / Double(rate), 9) }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\"", with: "\"\"").replacing("\n", with: " ") + "\""
  }
}
