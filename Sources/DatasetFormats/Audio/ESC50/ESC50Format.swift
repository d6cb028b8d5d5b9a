import Annotations
import AudioFiles
package import WorldModel

/// ESC-50 (Piczak 2015): clips of one class, five seconds, 44.1 kHz, one channel, 16 bits.
///
/// `audio/FOLD-CLIP-A-TARGET.wav` and `meta/esc50.csv`. A clip is an event (`LoneSound`) whose kind ESC-50 has a category
/// for, from its onset (the clip's first sample) up to its offset or five seconds, then silence. The fold, 1 to 5, is the
/// sequence modulo five: whole sequences stay together. CLIP numbers sample, array and event.
package struct ESC50Format: DatasetFormat {
  package static let name = "esc-50"
  package static let summary = "ESC-50: clips of five seconds, one class each, five folds"
  package static let requiredLabels = [RecordingLabel.name]
  package static let optionalLabels: [String] = []
  package static let lenses = Set(Projection.allCases)
  package static var validator: any FormatValidator { ESC50Validator() }

  let options: FormatOptions

  package init(options: FormatOptions) { self.options = options }

  static let copy = SoundCopy(rate: 44_100, encoding: .wav16)
  static let seconds = 5

  /// By target.
  static let categories = [
    "dog", "rooster", "pig", "cow", "frog", "cat", "hen", "insects", "sheep", "crow", "rain", "sea_waves",
    "crackling_fire", "crickets", "chirping_birds", "water_drops", "wind", "pouring_water", "toilet_flush",
    "thunderstorm", "crying_baby", "sneezing", "clapping", "breathing", "coughing", "footsteps", "laughing",
    "brushing_teeth", "snoring", "drinking_sipping", "door_wood_knock", "mouse_click", "keyboard_typing",
    "door_wood_creaks", "can_opening", "washing_machine", "vacuum_cleaner", "clock_alarm", "clock_tick",
    "glass_breaking", "helicopter", "chainsaw", "siren", "car_horn", "engine", "train", "church_bells",
    "airplane", "fireworks", "hand_saw",
  ]

  /// The targets of ESC-10.
  static let ten: Set<Int> = [0, 1, 10, 11, 12, 20, 21, 38, 40, 41]

  struct Clip {
    var name: String
    var fold: Int
    var target: Int
    var source: String
    var clip: AudioClip
  }

  static func clips(_ heard: HeardRecording) throws -> [Clip] {
    try LoneSound.all(heard).compactMap { sound in
      guard let target = categories.firstIndex(of: sound.one.event.foreign.esc50) else { return nil }
      let fold = heard.sequence % 5 + 1
      let number = "\(heard.sample * 100 + heard.place)" + String(10_000 + sound.one.event.id).dropFirst()
      return Clip(
        name: "\(fold)-\(number)-A-\(target).wav", fold: fold, target: target, source: number,
        clip: try sound.clip(copy, from: heard.label.rate, seconds: seconds, isPadded: true))
    }
  }

  package func fragment(for sample: Sample) throws -> FormatFragment {
    try FormatFragment(ofSound: sample, options) { out, heard in
      for one in try Self.clips(heard) {
        out.files.append(try Self.copy.file("audio/\(one.name)", one.clip))
        let isTen = Self.ten.contains(one.target) ? "True" : "False"
        let row =
          "\(one.name),\(one.fold),\(one.target),\(Self.categories[one.target]),\(isTen),\(one.source),A"
        out.records.append(FormatRecord("rows", row))
      }
    }
  }

  package func assemble(_ records: any FormatRecordSource, into sink: any FormatSink) throws {
    try sink.write("meta/esc50.csv") { put in
      try put("filename,fold,target,category,esc10,src_file,take\n")
      try records.forEach("rows") { try put($0 + "\n") }
    }
  }
}
