import Annotations
import AudioFiles
import Encodings
package import WorldModel

/// UrbanSound8K (Salamon, Jacoby and Bello 2014): slices of at most four seconds, ten classes, ten folds.
///
/// `audio/foldN/FSID-CLASS-OCCURRENCE-SLICE.wav` (44.1 kHz, one channel, 16 bits) and `metadata/UrbanSound8K.csv`. A slice
/// is an event (`LoneSound`) of one of the ten classes, from its onset up to its offset or four seconds. FSID is sample ×
/// 100 + the array's place + 1, OCCURRENCE the event, SLICE 0. `start` and `end` are seconds in the recording with six
/// decimals, halves away from zero; `salience` 1: foreground. The fold is the sequence modulo ten.
package struct UrbanSound8KFormat: DatasetFormat {
  package static let name = "urbansound8k"
  package static let summary = "UrbanSound8K: slices of up to four seconds, ten classes, ten folds"
  package static let requiredLabels = [RecordingLabel.name]
  package static let optionalLabels: [String] = []
  package static let lenses = Set(Projection.allCases)
  package static var validator: any FormatValidator { UrbanSound8KValidator() }

  let options: FormatOptions

  package init(options: FormatOptions) { self.options = options }

  static let copy = SoundCopy(rate: 44_100, encoding: .wav16)
  static let seconds = 4

  /// By class id.
  static let classes = [
    "air_conditioner", "car_horn", "children_playing", "dog_bark", "drilling", "engine_idling", "gun_shot",
    "jackhammer", "siren", "street_music",
  ]

  struct Slice {
    var name: String
    var recording: Int
    var range: Range<Int>
    var fold: Int
    var number: Int
    var clip: AudioClip
    var path: String { "audio/fold\(fold)/\(name)" }
  }

  static func slices(_ heard: HeardRecording) throws -> [Slice] {
    try LoneSound.all(heard).compactMap { sound in
      guard let number = classes.firstIndex(of: sound.one.event.foreign.urbanSound8K) else { return nil }
      let recording = heard.sample * 100 + heard.place + 1
      let range = sound.one.range
      return Slice(
        name: "\(recording)-\(number)-\(sound.one.event.id)-0.wav", recording: recording,
        range: range.lowerBound..<min(range.upperBound, range.lowerBound + seconds * heard.label.rate),
        fold: heard.sequence % 10 + 1, number: number,
        clip: try sound.clip(copy, from: heard.label.rate, seconds: seconds))
    }
  }

  package func fragment(for sample: Sample) throws -> FormatFragment {
    try FormatFragment(ofSound: sample, options) { out, heard in
      for one in try Self.slices(heard) {
        out.files.append(try Self.copy.file(one.path, one.clip))
        let times = [one.range.lowerBound, one.range.upperBound].map {
          DecimalText.fixed(heard.seconds($0), 6)
        }
        let row =
          "\(one.name),\(one.recording),\(times[0]),\(times[1]),1,\(one.fold),\(one.number),\(Self.classes[one.number])"
        out.records.append(FormatRecord("rows", row))
      }
    }
  }

  package func assemble(_ records: any FormatRecordSource, into sink: any FormatSink) throws {
    try sink.write("metadata/UrbanSound8K.csv") { put in
      try put("slice_file_name,fsID,start,end,salience,fold,classID,class\n")
      try records.forEach("rows") { try put($0 + "\n") }
    }
  }
}
