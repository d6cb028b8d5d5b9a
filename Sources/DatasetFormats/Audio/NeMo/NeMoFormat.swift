import Annotations
import AudioFiles
import Encodings
package import WorldModel

/// Manifests of NVIDIA NeMo: `SIDE_manifest.json` with an utterance a line beside `wav/STEM.wav`: the first microphone,
/// 16 kHz, 16 bits.
///
/// `audio_filepath` is relative to the manifest; `offset` and `duration` are seconds with six decimals, halves away from
/// zero; `text` is lower case a to z and apostrophe, in Chinese characters without spaces. `speaker`, `lang` and `gender`
/// are what NeMo takes for further columns. Utterances without words are left out.
package struct NeMoFormat: DatasetFormat {
  package static let name = "nemo"
  package static let summary = "NeMo manifests: an utterance a JSON line"
  package static let requiredLabels = [RecordingLabel.name]
  package static let optionalLabels: [String] = []
  package static let lenses = Set(Projection.allCases)
  package static var validator: any FormatValidator { NeMoValidator() }

  let options: FormatOptions

  package init(options: FormatOptions) { self.options = options }

  static let copy = SoundCopy(rate: 16_000, encoding: .wav16)
  static let ending = "_manifest.json"

  static func path(_ heard: HeardRecording) -> String { "wav/\(heard.stem).wav" }

  package func fragment(for sample: Sample) throws -> FormatFragment {
    try FormatFragment(ofSound: sample, options) { out, heard in
      let speech = heard.speech.filter { !$0.lowerCase.isEmpty }
      guard !speech.isEmpty else { return }
      let path = Self.path(heard)
      out.files.append(try Self.copy.file(path, try Self.copy.clip(heard, isMono: true)))
      for one in speech {
        let line = JSONText.object([
          ("audio_filepath", .string(path)),
          ("offset", .number(heard.seconds(one.range.lowerBound), decimals: 6)),
          ("duration", .number(heard.seconds(one.range.count), decimals: 6)),
          ("text", .string(one.lowerCase)),
          ("speaker", .string(one.spoken.speaker)), ("lang", .string(one.spoken.language)),
          ("gender", .string(one.spoken.sex)),
        ])
        out.records.append(FormatRecord(heard.side, line.text))
      }
    }
  }

  package func assemble(_ records: any FormatRecordSource, into sink: any FormatSink) throws {
    for side in SplitRule.Side.allCases.map(\.rawValue) {
      if side != SplitRule.Side.train.rawValue, try records.isEmpty(side) { continue }
      try sink.write(side + Self.ending) { put in try records.forEach(side) { try put($0 + "\n") } }
    }
  }
}
