import Annotations
import WorldModel

extension Mutation {
  private init(
    heard name: String, _ caught: String..., apply: @escaping @Sendable (inout Sample.Recording) -> Void
  ) {
    self.init(name) { apply(&$0.samples[0].recordings[0]) }
    place = .heard
    self.caught = caught.map { "audio-\($0)" }
  }

  /// Mistakes in a recording's label.
  private init(
    label name: String, _ caught: String..., apply: @escaping @Sendable (inout RecordingLabel) -> Void
  ) {
    self.init(heard: name) { recording in
      guard var label = recording.labels[RecordingLabel.self] else { return }
      apply(&label)
      recording.labels.set(label)
    }
    self.caught = caught.map { "audio-\($0)" }
  }

  /// Mistakes in a degraded recording and its label.
  private init(
    degraded name: String, _ caught: String...,
    apply:
      @escaping @Sendable (inout Sample.Recording, inout RecordingLabel, inout RecordedDegradation) -> Void
  ) {
    self.init(name) { fixture in
      var recording = fixture.samples[0].recordings[1]
      guard var label = recording.labels[RecordingLabel.self], var chain = label.degradation else { return }
      apply(&recording, &label, &chain)
      label.degradation = chain
      recording.labels.set(label)
      fixture.samples[0].recordings[1] = recording
    }
    place = .heard
    self.caught = caught.map { "audio-\($0)" }
  }

  static let heard: [Mutation] = [
    Mutation(degraded: "a codec's delay left in", "08") { recording, _, chain in
      chain.distortion = nil
      recording.channels = recording.channels.map { [0, 0] + $0.dropLast(2) }
    },
    Mutation(degraded: "a degraded sound a sample early", "08") { recording, _, chain in
      chain.distortion = nil
      recording.channels = recording.channels.map { $0.dropFirst() + [0] }
    },
    Mutation(degraded: "a degraded sound that is clipped", "01") { recording, _, _ in
      recording.channels[1][100] = -1
    },
    Mutation(degraded: "a ratio of power as of amplitude", "08") { _, _, chain in
      chain.distortion = chain.distortion.map { $0 / 2 }
    },
    Mutation(degraded: "onsets of another recording", "08") { _, label, _ in label.events[0].onsets[0] += 1 },
    Mutation(degraded: "a partner that is not there", "08") { _, _, chain in chain.clean = "eras" },
    Mutation(degraded: "gaps in the wrong order", "08") { _, _, chain in
      chain.steps[2].gaps.append(.init(start: 100, end: 110))
    },
    Mutation(degraded: "a gap of a step that loses nothing", "08") { _, _, chain in
      chain.steps[1].gaps = chain.steps[2].gaps
    },
    Mutation(heard: "a sample missing at the end of a channel", "01") { $0.channels[1].removeLast() },
    Mutation(heard: "a clipped sample", "01") { $0.channels[0][1500] = 1 },
    Mutation(label: "the rate of another recording", "01") { $0.rate = 8000 },
    Mutation(heard: "a stem with two samples exchanged", "02") { $0.stems[0].channels[0].swapAt(1200, 4000) },
    Mutation(heard: "stems exchanged", "02") { $0.stems.swapAt(0, 1) },
    Mutation(label: "an onset two samples late", "03") { $0.events[0].onsets[0] += 2 },
    Mutation(label: "onsets of the microphones exchanged", "03") { $0.events[0].onsets.reverse() },
    Mutation(label: "an offset before its onset", "03") { $0.events[1].offsets[0] = 5 },
    Mutation(label: "azimuth clockwise", "04") { $0.events[0].directions[0].azimuth *= -1 },
    Mutation(label: "distance to the left ear", "04") { $0.events[1].directions[0].distance += 0.01 },
    Mutation(label: "elevation forgotten", "04") { $0.events[1].directions[0].elevation = 0 },
    Mutation(heard: "sound long before its onset", "05") { $0.stems[1].channels[0][500] = 0.1 },
    Mutation(heard: "a stem of silence", "05") {
      $0.stems[1].channels[1] = $0.stems[1].channels[1].indices.map { $0 < 6000 ? 0 : 0.1 }
    },
    Mutation(label: "a word over its end", "06") { $0.events[1].speech?.words[1].end += 1 },
    Mutation(label: "words in the wrong order", "06") { $0.events[1].speech?.words.swapAt(0, 1) },
    Mutation(label: "phones that overlap", "06") { $0.events[1].speech?.phones[0].end = 500 },
    Mutation(label: "an entity within a syllable", "06") { $0.events[1].speech?.entities[0].start += 10 },
    Mutation(label: "a level as an amplitude", "07") { $0.events[0].level = 60 },
    Mutation(label: "a ratio the wrong way round", "07") {
      $0.events[0].signalToNoise = -($0.events[0].signalToNoise ?? 0)
    },
  ]
}
