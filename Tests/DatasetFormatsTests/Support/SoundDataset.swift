import Annotations
import AudioFiles
import DatasetFormats
import RandomStreams
import TestSupport
import VectorMath
import WorldModel

/// Recordings whose truth is known in closed form.
///
/// One sample has a street, a talk, or nothing. Numbers are such that seconds of many samples need all decimals, and
/// that no onset lies on a frame of 100 ms.
enum SoundDataset {
  static let rate = 48_000

  /// Places of words in a speech event, in samples from its onset: one sample more or less is another place.
  struct Line {
    var onset: Int
    var words: [(text: String, start: Int, end: Int)]
    var count: Int
  }

  static let english = Line(
    onset: 12_345, words: [("turn", 0, 9_001), ("left", 9_001, 17_777), ("now", 21_111, 30_003)],
    count: 30_003)
  static let chinese = Line(onset: 31_001, words: [("你好", 0, 11_113), ("吗", 11_113, 20_001)], count: 20_001)

  /// A way of a source that stands still.
  static func directions(
    _ azimuth: Double, _ elevation: Double, _ distance: Double, from: Int, to: Int, start: Double
  ) -> [SoundEvent.Direction] {
    let first = (from + 4_799) / 4_800
    return (first...max(first, to / 4_800)).map { k in
      SoundEvent.Direction(
        time: start + Double(k) / 10, azimuth: azimuth, elevation: elevation, distance: distance,
        radialVelocity: 0, position: [0, 0, 0])
    }
  }

  static func event(
    _ id: Int, _ kind: String, source: String? = nil, _ range: Range<Int>, at way: (Double, Double, Double),
    channels: Int, start: Double = 0, foreign: SoundEvent.ForeignNames? = nil, isBackground: Bool = false,
    speech: SpokenText? = nil
  ) -> SoundEvent {
    let delay = way.2 / 343
    let first = start + Double(range.lowerBound) / Double(rate) - delay
    return SoundEvent(
      id: id, entity: 70 + id, source: source ?? "\(kind)-\(id)", kind: kind, english: kind, chinese: kind,
      foreign: foreign ?? SoundEvent.ForeignNames(audioSet: "", esc50: "", urbanSound8K: "", dcase: ""),
      parameters: [], emissionStart: first, emissionEnd: first + Double(range.count) / Double(rate),
      // Other microphones hear it later: a format that takes them is found out.
      onsets: (0..<channels).map { range.lowerBound + 7 * $0 },
      offsets: (0..<channels).map { range.upperBound + 7 * $0 }, level: 60, signalToNoise: 12.5,
      directions: isBackground
        ? [] : directions(way.0, way.1, way.2, from: range.lowerBound, to: range.upperBound, start: start),
      room: nil, speech: speech, isBackground: isBackground, isAnomaly: false)
  }

  static func spoken(_ line: Line, speaker: String, sex: String, language: String) -> SpokenText {
    let text = line.words.map(\.text).joined(separator: language == "zh" ? "" : " ")
    var phones: [SpokenText.Phone] = []
    for (n, word) in line.words.enumerated() {
      if let last = phones.last, last.end < word.start {
        phones.append(.init(symbol: "pau", start: last.end, end: word.start))
      }
      let middle = (word.start + word.end) / 2
      phones.append(.init(symbol: "p\(n)a", start: word.start, end: middle))
      phones.append(.init(symbol: "p\(n)b", start: middle, end: word.end))
    }
    return SpokenText(
      speaker: speaker, sex: sex, language: language, style: "neutral", text: text, transcript: text,
      words: line.words.map {
        .init(text: $0.text, start: $0.start, end: $0.end, sourceStart: 0, sourceEnd: 1)
      },
      syllables: line.words.enumerated().map { n, word in
        .init(
          text: "s\(n)", start: word.start, end: word.end, word: n, tone: language == "zh" ? 3 : nil,
          writtenTone: language == "zh" ? 3 : nil, stress: language == "en" ? 1 : nil)
      }, phones: phones, entities: [], isBackChannel: false)
  }

  /// The sound of an event: a tone of its own with an edge at its onset, so that a cut at another sample differs.
  static func tone(_ id: Int, _ range: Range<Int>, _ count: Int) -> [Float] {
    var out = [Float](repeating: 0, count: count)
    for n in range.clamped(to: 0..<count) {
      let phase = (n - range.lowerBound) % (40 + 12 * id)
      out[n] = phase < 20 + 6 * id ? 0.05 : -0.05
    }
    if range.lowerBound < count { out[range.lowerBound] += 0.1 }
    return out
  }

  static func recording(
    _ sensor: String, array: String, channels: Int, count: Int, start: Double, _ events: [SoundEvent],
    keepsStems: Bool = false
  ) -> Sample.Recording {
    var stems = events.map { event in
      Sample.Stem(
        event: event.id,
        channels: (0..<channels).map { tone(event.id, event.onsets[$0]..<event.offsets[$0], count) })
    }
    var mixture = [[Float]](repeating: [Float](repeating: 0, count: count), count: channels)
    for (event, stem) in zip(events, stems) {
      for c in 0..<channels {
        for n in min(event.onsets[c], count)..<min(event.offsets[c], count) {
          mixture[c][n] += stem.channels[c][n]
        }
      }
    }
    if !keepsStems { stems = [] }
    var labels = LabelSet()
    labels.set(
      RecordingLabel(
        rate: rate, count: count, start: start, pascals: 1, gain: 1,
        microphones: RecordedArray(
          name: array, convention: array == "ambisonic" ? "AmbiX (ACN, SN3D)" : nil,
          microphones: (0..<channels).map {
            .init(name: "m\($0)", position: [0, 0, 0], axis: [1, 0, 0], pattern: "omnidirectional")
          }, poses: [.init(time: start, translation: [0, 0, 1], rotation: [1, 0, 0, 0])]),
        space: RecordedSpace(kind: "outdoors", bands: [1000], temperature: 20, humidity: 50, soundSpeed: 343),
        events: events, captions: [SoundCaption(language: "en", text: "A dog barks.", events: [2])]))
    return Sample.Recording(sensor: sensor, rate: rate, channels: mixture, stems: stems, labels: labels)
  }

  /// Three seconds: rain, two dogs, a horn that came before, and a woman who speaks over the horn; heard by an ambisonic
  /// array and by one microphone.
  static func street(start: Double = 0) -> [Sample.Recording] {
    let count = 3 * rate
    func events(_ channels: Int) -> [SoundEvent] {
      let dog = SoundEvent.ForeignNames(
        audioSet: "Bark", esc50: "dog", urbanSound8K: "dog_bark", dcase: "Dog")
      let knock = SoundEvent.ForeignNames(
        audioSet: "Knock", esc50: "door_wood_knock", urbanSound8K: "", dcase: "Knock")
      let horn = SoundEvent.ForeignNames(
        audioSet: "Car horn", esc50: "car_horn", urbanSound8K: "car_horn", dcase: "")
      let rain = SoundEvent.ForeignNames(audioSet: "Rain", esc50: "rain", urbanSound8K: "", dcase: "")
      let words = english.onset..<english.onset + english.count
      return [
        event(
          1, "rain", 0..<count - 7 * channels, at: (0, 0, 0), channels: channels, start: start, foreign: rain,
          isBackground: true),
        event(
          2, "dog_bark", source: "rex", 50_001..<61_009, at: (179.7, -10.4, 7.128), channels: channels,
          start: start, foreign: dog),
        event(
          3, "dog_bark", source: "rex", 70_001..<81_009, at: (-90.4, 0, 3), channels: channels, start: start,
          foreign: dog),
        event(
          4, "dog_bark", source: "bella", 55_555..<75_555, at: (45, 20, 12.006), channels: channels,
          start: start, foreign: dog),
        event(
          5, "car_horn", 100_003..<130_001, at: (-30, 0, 40), channels: channels, start: start, foreign: horn),
        event(
          6, "knock", 135_007..<140_003, at: (10, 5, 2), channels: channels, start: start, foreign: knock),
        event(
          7, "speech", words, at: (90, 30, 1.5), channels: channels, start: start,
          foreign: .init(audioSet: "Speech", esc50: "", urbanSound8K: "", dcase: "Speech"),
          speech: spoken(english, speaker: "anna", sex: "female", language: "en")),
      ]
    }
    return [
      recording("roof", array: "ambisonic", channels: 4, count: count, start: start, events(4)),
      recording("phone", array: "mono", channels: 1, count: count, start: start, events(1), keepsStems: true),
    ]
  }

  /// Two seconds of a woman and a man who speak at once, in two languages; heard by one microphone and an ambisonic array.
  static func talk(start: Double = 0) -> [Sample.Recording] {
    let (one, two) = (english, chinese)
    func events(_ channels: Int) -> [SoundEvent] {
      [
        event(
          1, "speech", one.onset..<one.onset + one.count, at: (20, 0, 1), channels: channels, start: start,
          foreign: .init(audioSet: "Speech", esc50: "", urbanSound8K: "", dcase: "Speech"),
          speech: spoken(one, speaker: "anna", sex: "female", language: "en")),
        event(
          2, "speech", two.onset..<two.onset + two.count, at: (-20, 0, 1), channels: channels, start: start,
          foreign: .init(audioSet: "Speech", esc50: "", urbanSound8K: "", dcase: "Speech"),
          speech: spoken(two, speaker: "王 \"伟\"", sex: "male", language: "zh")),
        event(
          3, "speech", 62_003..<62_003 + one.count, at: (20, 0, 1), channels: channels, start: start,
          foreign: .init(audioSet: "Speech", esc50: "", urbanSound8K: "", dcase: "Speech"),
          speech: spoken(one, speaker: "anna", sex: "female", language: "en")),
      ]
    }
    return [
      recording(
        "table", array: "mono", channels: 1, count: 2 * rate, start: start, events(1), keepsStems: true),
      recording("ball", array: "ambisonic", channels: 4, count: 2 * rate, start: start, events(4)),
    ]
  }

  /// Talks in samples 0 and 4 (which validates), a street in 1, both in 6: few, as sound is long to read.
  static func recordings(_ index: Int) -> [Sample.Recording] {
    let start = Double(index) / 10
    switch index {
    case 0, 4: return talk(start: start)
    case 1: return street(start: start)
    // The last that validators are shown: every format says something of it.
    case 6: return street(start: start) + talk(start: start)
    default: return []
    }
  }

  /// The sample of a dataset of sound alone.
  static func sample(_ index: Int, _ recordings: [Sample.Recording]? = nil) -> Sample {
    var sample = Sample.test(index, sequence: index, [ShapeScene(16, 8)])
    sample.recordings = recordings ?? self.recordings(index)
    return sample
  }

  /// The native file of a recording.
  static func native(_ image: NativeImage, _ samples: [Sample]) throws -> [UInt8]? {
    guard image.label == "audio", let sample = samples.first(where: { $0.index == image.sample }),
      let recording = sample.recordings.first(where: { $0.sensor == image.sensor })
    else { return nil }
    return try AudioWriter.encode(
      try AudioClip(channels: recording.channels, rate: recording.rate), as: .flac24,
      dither: RandomStream(seed: 0))
  }
}
