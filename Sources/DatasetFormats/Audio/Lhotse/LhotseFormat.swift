import Annotations
import Encodings
package import WorldModel

/// Lhotse manifests (Żelasko et al. 2021): `SIDE_recordings.jsonl.gz`, `SIDE_supervisions.jsonl.gz` and
/// `SIDE_cuts.jsonl.gz` beside `audio/STEM.flac`, which is native with all its channels.
///
/// - A supervision is an utterance, in channel 0 (the first microphone), with the alignments `word`, `phone` and
///   `syllable`. A cut is a whole recording with its supervisions: a `MonoCut`, of several channels a `MultiCut`.
/// - Times are seconds with nine decimals, halves away from zero, which name every sample; those of a supervision and its
///   alignment count from the recording's start.
/// - Paths are relative to the dataset's folder: `with_path_prefix` makes others of them.
package struct LhotseFormat: DatasetFormat {
  package static let name = "lhotse"
  package static let summary = "Lhotse: recordings, supervisions with alignments, and cuts"
  package static let requiredLabels = [RecordingLabel.name]
  package static let optionalLabels: [String] = []
  package static let lenses = Set(Projection.allCases)
  package static var validator: any FormatValidator { LhotseValidator() }

  let options: FormatOptions

  package init(options: FormatOptions) { self.options = options }

  static let kinds = ["recordings", "supervisions", "cuts"]

  package func fragment(for sample: Sample) throws -> FormatFragment {
    try FormatFragment(ofSound: sample, options) { out, heard in
      out.files.append(.sound("audio/\(heard.nativeName)", heard))
      let recording = Self.recording(heard)
      let supervisions = Self.utterances(heard).map { Self.supervision($0.id, $0.speech, heard) }
      let channels = heard.recording.channels.indices.map(JSONText.int)
      let cut = JSONText.object(
        [
          ("id", .string(heard.stem)), ("start", .int(0)),
          ("duration", Self.seconds(heard.label.count, heard)),
          ("channel", channels.count == 1 ? .int(0) : .array(channels)),
          ("supervisions", .array(supervisions)),
          ("recording", recording), ("type", .string(channels.count == 1 ? "MonoCut" : "MultiCut")),
        ] + Self.pair(of: heard))
      out.records.append(FormatRecord("\(heard.side)/recordings", recording.text))
      out.records += supervisions.map { FormatRecord("\(heard.side)/supervisions", $0.text) }
      out.records.append(FormatRecord("\(heard.side)/cuts", cut.text))
    }
  }

  /// Utterances with words, numbered by what is said in a recording.
  static func utterances(_ heard: HeardRecording) -> [(id: String, speech: HeardSpeech)] {
    heard.speech.enumerated().compactMap { number, speech in
      speech.words.isEmpty ? nil : (heard.stem + "-" + String(10_000 + number).dropFirst(), speech)
    }
  }

  private static func seconds(_ samples: Int, _ heard: HeardRecording) -> JSONText {
    .number(heard.seconds(samples), decimals: 9)
  }

  /// The clean partner of a degraded recording, as a cut's custom recording.
  private static func pair(of heard: HeardRecording) -> [(String, JSONText)] {
    guard heard.label.degradation != nil else { return [] }
    return [("custom", .object([("clean_recording", recording(heard, isClean: true))]))]
  }

  /// - Parameter isClean: whether its clean partner is meant, which is as long.
  private static func recording(_ heard: HeardRecording, isClean: Bool = false) -> JSONText {
    let channels = JSONText.array(heard.recording.channels.indices.map(JSONText.int))
    let name = isClean ? heard.cleanName : heard.nativeName
    let source = JSONText.object([
      ("type", .string("file")), ("channels", channels), ("source", .string("audio/\(name)")),
    ])
    return .object([
      ("id", .string(isClean ? heard.cleanStem : heard.stem)), ("sources", .array([source])),
      ("sampling_rate", .int(heard.label.rate)),
      ("num_samples", .int(heard.label.count)), ("duration", seconds(heard.label.count, heard)),
      ("channel_ids", channels),
    ])
  }

  private static func supervision(_ id: String, _ speech: HeardSpeech, _ heard: HeardRecording) -> JSONText {
    func aligned(_ pieces: [HeardSpeech.Piece]) -> JSONText {
      .array(
        pieces.map {
          .array([
            .string($0.text), seconds($0.range.lowerBound, heard), seconds($0.range.count, heard), .null,
          ])
        })
    }
    return .object([
      ("id", .string(id)), ("recording_id", .string(heard.stem)),
      ("start", seconds(speech.range.lowerBound, heard)), ("duration", seconds(speech.range.count, heard)),
      ("channel", .int(0)), ("text", .string(speech.transcript)),
      ("language", .string(speech.spoken.language)),
      ("speaker", .string(speech.spoken.speaker)), ("gender", .string(speech.spoken.sex)),
      (
        "custom",
        .object([
          ("event", .int(speech.event.id)), ("entity", speech.event.entity.map(JSONText.int) ?? .null),
          ("style", .string(speech.spoken.style)),
        ])
      ),
      (
        "alignment",
        .object([
          ("word", aligned(speech.words)), ("phone", aligned(speech.phones)),
          ("syllable", aligned(speech.syllables)),
        ])
      ),
    ])
  }

  package func assemble(_ records: any FormatRecordSource, into sink: any FormatSink) throws {
    for side in SplitRule.Side.allCases.map(\.rawValue) {
      if side != SplitRule.Side.train.rawValue, try records.isEmpty("\(side)/recordings") { continue }
      for kind in Self.kinds {
        var bytes: [UInt8] = []
        try records.forEach("\(side)/\(kind)") { bytes += Array(($0 + "\n").utf8) }
        try sink.write("\(side)_\(kind).jsonl.gz", bytes: try Gzip.compress(bytes))
      }
    }
  }
}
