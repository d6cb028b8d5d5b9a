import Annotations
import Diagnostics
import WorldModel

/// A recording as the formats of sound know it: what one array heard of a sequence, and its label.
///
/// Formats of one channel take the first microphone, and times are of what it hears: onset and offset are where direct
/// sound begins and ends there.
struct HeardRecording {
  /// Of the sample that holds it.
  let sample: Int
  let sequence: Int
  /// Its number among the sample's recordings, from 0.
  let place: Int
  let recording: Sample.Recording
  let label: RecordingLabel
  /// Its name without an ending: the sample's number and the sensor.
  let stem: String
  /// `train` or `val`.
  let side: String
  /// What the first microphone hears directly, by onset.
  let events: [HeardEvent]

  /// - Throws: `DioramaError` (badInput) where label and sound contradict each other.
  fileprivate init(
    _ recording: Sample.Recording, _ label: RecordingLabel, _ place: Int, _ side: String, of sample: Sample
  ) throws {
    let count = recording.channels.first?.count ?? 0
    guard count > 0, label.rate > 0, label.rate == recording.rate, label.count == count,
      recording.channels.allSatisfy({ $0.count == count })
    else {
      throw DioramaError(
        .badInput,
        "the recording of \(recording.sensor) in sample \(sample.index) is not what its label says: \(count) samples at \(recording.rate) Hz, not \(label.count) at \(label.rate) Hz",
        remedy: "Generate the sample again.")
    }
    self.sample = sample.index
    sequence = sample.sequence
    self.place = place
    self.recording = recording
    self.label = label
    stem = FileNames.number(sample.index) + "_" + FileNames.component(recording.sensor)
    self.side = side
    events = label.events.compactMap { HeardEvent($0, count: count) }
      .sorted { ($0.range.lowerBound, $0.event.id) < ($1.range.lowerBound, $1.event.id) }
  }

  /// The stem of the clean recording that this one was made of; of a clean one its own.
  var cleanStem: String {
    FileNames.number(sample) + "_" + FileNames.component(label.degradation?.clean ?? recording.sensor)
  }

  /// What is said, by onset.
  var speech: [HeardSpeech] { events.compactMap { HeardSpeech($0, in: label) } }

  /// Seconds of a place in samples.
  func seconds(_ samples: Int) -> Double { Double(samples) / Double(label.rate) }

  /// The sound of one event alone, where it was kept apart.
  func stem(of event: SoundEvent) -> Sample.Stem? { recording.stems.first { $0.event == event.id } }
}

/// An event that the first microphone hears.
struct HeardEvent {
  let event: SoundEvent
  /// Samples of the recording, never empty.
  let range: Range<Int>

  /// `nil` where it is not heard.
  fileprivate init?(_ event: SoundEvent, count: Int) {
    guard let onset = event.onsets.first, let offset = event.offsets.first else { return nil }
    let (from, to) = (min(max(onset, 0), count), min(max(offset, 0), count))
    guard from < to else { return nil }
    self.event = event
    range = from..<to
  }
}

extension Sample {
  /// Its recordings that have a label, as formats know them.
  func heard(_ options: FormatOptions) throws -> [HeardRecording] {
    let side = options.split.side(ofSequence: sequence).rawValue
    return try recordings.enumerated().compactMap { place, recording in
      guard let label = recording.labels[RecordingLabel.self] else { return nil }
      return try HeardRecording(recording, label, place, side, of: self)
    }
  }
}

extension FormatFragment {
  /// What a format of sound makes of a sample: nothing where it has no recordings.
  init(
    ofSound sample: Sample, _ options: FormatOptions,
    _ body: (_ out: inout FormatFragment, _ heard: HeardRecording) throws -> Void
  ) throws {
    self.init(sample: sample.index)
    for heard in try sample.heard(options) { try body(&self, heard) }
  }
}
