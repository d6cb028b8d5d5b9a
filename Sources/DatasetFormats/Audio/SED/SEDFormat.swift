import Annotations
import AudioFiles
import Encodings
package import WorldModel

/// DCASE sound event detection as DESED has it (Turpault et al. 2019): strong and weak labels of clips.
///
/// - `audio/{train,validation}/STEM.wav`: the first microphone, 16 kHz, 16 bits.
/// - `metadata/SIDE/strong.tsv`: `filename onset offset event_label`, seconds with six decimals, halves away from zero; a
///   clip without events has one row with empty fields, so that no clip is lost. `weak.tsv`: classes of a clip joined by
///   commas, in the order of their bytes. `durations.tsv`.
/// - Classes are DESED's ten where a sound has one of them, else the ids of kinds. What is background is not an event.
package struct SEDFormat: DatasetFormat {
  package static let name = "dcase-sed"
  package static let summary = "DCASE sound event detection (DESED): strong and weak labels as TSV"
  package static let requiredLabels = [RecordingLabel.name]
  package static let optionalLabels: [String] = []
  package static let lenses = Set(Projection.allCases)
  package static var validator: any FormatValidator { SEDValidator() }

  let options: FormatOptions

  package init(options: FormatOptions) { self.options = options }

  static let copy = SoundCopy(rate: 16_000, encoding: .wav16)

  static func side(_ side: String) -> String {
    side == SplitRule.Side.train.rawValue ? "train" : "validation"
  }

  static func path(_ heard: HeardRecording) -> String { "audio/\(side(heard.side))/\(heard.stem).wav" }

  static let classes: Set<String> = [
    "Alarm_bell_ringing", "Blender", "Cat", "Dishes", "Dog", "Electric_shaver_toothbrush", "Frying",
    "Running_water", "Speech", "Vacuum_cleaner",
  ]

  static func name(_ event: SoundEvent) -> String {
    classes.contains(event.foreign.dcase) ? event.foreign.dcase : event.kind
  }

  /// What counts as an event.
  static func events(_ heard: HeardRecording) -> [HeardEvent] {
    heard.events.filter { !$0.event.isBackground }
  }

  /// Classes that occur, in the order of their bytes.
  static func tags(_ heard: HeardRecording) -> [String] {
    Set(events(heard).map { name($0.event) }).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  package func fragment(for sample: Sample) throws -> FormatFragment {
    try FormatFragment(ofSound: sample, options) { out, heard in
      let path = Self.path(heard)
      out.files.append(try Self.copy.file(path, try Self.copy.clip(heard, isMono: true)))
      let (side, file) = (Self.side(heard.side), heard.stem + ".wav")
      func seconds(_ samples: Int) -> String { DecimalText.fixed(heard.seconds(samples), 6) }
      for one in Self.events(heard) {
        let times = "\(seconds(one.range.lowerBound))\t\(seconds(one.range.upperBound))"
        out.records.append(FormatRecord("strong/\(side)", "\(file)\t\(times)\t\(Self.name(one.event))"))
      }
      if Self.events(heard).isEmpty { out.records.append(FormatRecord("strong/\(side)", file + "\t\t\t")) }
      out.records.append(
        FormatRecord("weak/\(side)", file + "\t" + Self.tags(heard).joined(separator: ",")))
      out.records.append(FormatRecord("durations/\(side)", file + "\t" + seconds(heard.label.count)))
    }
  }

  package func assemble(_ records: any FormatRecordSource, into sink: any FormatSink) throws {
    let heads = [
      ("strong", "filename\tonset\toffset\tevent_label\n"), ("weak", "filename\tevent_labels\n"),
      ("durations", "filename\tduration\n"),
    ]
    for side in SplitRule.Side.allCases.map(\.rawValue) {
      if side != SplitRule.Side.train.rawValue, try records.isEmpty("weak/\(Self.side(side))") { continue }
      for (kind, head) in heads {
        try sink.write("metadata/\(Self.side(side))/\(kind).tsv") { put in
          try put(head)
          try records.forEach("\(kind)/\(Self.side(side))") { try put($0 + "\n") }
        }
      }
    }
  }
}
