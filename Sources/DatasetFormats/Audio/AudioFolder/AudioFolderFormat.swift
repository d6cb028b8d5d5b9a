import Annotations
import Encodings
package import WorldModel

/// Hugging Face's `audiofolder`: `{train,validation}/metadata.jsonl` beside `audio/STEM.flac`, which is native.
///
/// Where recordings were degraded, `clean_file_name` names the clean partner of each, which for a clean one is itself.
///
/// A row has `file_name`, `duration`, `sensor`, `caption_en`, `caption_zh`, `transcription` (what is said, an utterance after
/// the other), `speakers` and `events`. Every row has every column, with the same types, so that all load under one
/// schema. Times are seconds with nine decimals, halves away from zero, which name every sample.
package struct AudioFolderFormat: DatasetFormat {
  package static let name = "audiofolder"
  package static let summary = "Hugging Face audiofolder: recordings with captions, transcripts and events"
  package static let requiredLabels = [RecordingLabel.name]
  package static let optionalLabels: [String] = []
  package static let lenses = Set(Projection.allCases)
  package static var validator: any FormatValidator { AudioFolderValidator() }

  let options: FormatOptions

  package init(options: FormatOptions) { self.options = options }

  static func side(_ side: String) -> String {
    side == SplitRule.Side.train.rawValue ? "train" : "validation"
  }

  /// What is said, in the order of onsets.
  static func transcription(_ heard: HeardRecording) -> String {
    heard.speech.map(\.transcript).filter { !$0.isEmpty }.joined(separator: " ")
  }

  static func caption(_ heard: HeardRecording, _ language: String) -> String {
    heard.label.captions.first { $0.language == language }?.text ?? ""
  }

  package func fragment(for sample: Sample) throws -> FormatFragment {
    let hasPairs = sample.recordings.contains { $0.labels[RecordingLabel.self]?.degradation != nil }
    return try FormatFragment(ofSound: sample, options) { out, heard in
      let side = Self.side(heard.side)
      out.files.append(.sound("\(side)/audio/\(heard.nativeName)", heard))
      func seconds(_ samples: Int) -> JSONText { .number(heard.seconds(samples), decimals: 9) }
      var speakers: [String] = []
      for one in heard.speech where !speakers.contains(one.spoken.speaker) {
        speakers.append(one.spoken.speaker)
      }
      let events = heard.events.map { one in
        JSONText.object([
          ("label", .string(one.event.kind)), ("onset", seconds(one.range.lowerBound)),
          ("offset", seconds(one.range.upperBound)), ("entity", .int(one.event.entity ?? -1)),
          ("is_background", .bool(one.event.isBackground)),
        ])
      }
      let clean = hasPairs ? [("clean_file_name", JSONText.string("audio/\(heard.cleanName)"))] : []
      let row = JSONText.object(
        [
          ("file_name", .string("audio/\(heard.nativeName)")), ("duration", seconds(heard.label.count)),
          ("sensor", .string(heard.recording.sensor)), ("caption_en", .string(Self.caption(heard, "en"))),
          ("caption_zh", .string(Self.caption(heard, "zh"))),
          ("transcription", .string(Self.transcription(heard))),
          ("speakers", .array(speakers.map(JSONText.string))), ("events", .array(events)),
        ] + clean)
      out.records.append(FormatRecord(side, row.text))
    }
  }

  package func assemble(_ records: any FormatRecordSource, into sink: any FormatSink) throws {
    for side in ["train", "validation"] {
      if side != "train", try records.isEmpty(side) { continue }
      try sink.write("\(side)/metadata.jsonl") { put in try records.forEach(side) { try put($0 + "\n") } }
    }
  }
}
