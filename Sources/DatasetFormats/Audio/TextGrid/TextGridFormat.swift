import Annotations
package import WorldModel

/// Praat TextGrids in the long form (Praat manual, "TextGrid file formats"), one a recording: `textgrid/STEM.TextGrid`
/// beside `audio/STEM.flac`, which is native.
///
/// - Tiers of a speaker: `words`, `phones`, `syllables` and, of Mandarin, `tones`; where several speak, their names
///   stand before (`anna - words`), as the Montreal Forced Aligner has it. `speakers` says who speaks between pauses; who
///   speak at once are joined by `+`.
/// - Times are seconds from the recording's start, as the first microphone hears them, with nine decimals, which name
///   every sample. Intervals fill their tier.
package struct TextGridFormat: DatasetFormat {
  package static let name = "textgrid"
  package static let summary = "Praat TextGrids: words, phones, syllables, tones and speakers"
  package static let requiredLabels = [RecordingLabel.name]
  package static let optionalLabels: [String] = []
  package static let lenses = Set(Projection.allCases)
  package static var validator: any FormatValidator { TextGridValidator() }

  let options: FormatOptions

  package init(options: FormatOptions) { self.options = options }

  package func fragment(for sample: Sample) throws -> FormatFragment {
    try FormatFragment(ofSound: sample, options) { out, heard in
      out.files.append(.sound("audio/\(heard.nativeName)", heard))
      let grid = TextGrid(heard)
      out.files.append(FormatFile("textgrid/\(heard.stem).TextGrid", text: grid.text))
      out.records.append(FormatRecord("files", "textgrid/\(heard.stem).TextGrid"))
    }
  }

  package func assemble(_ records: any FormatRecordSource, into sink: any FormatSink) throws {
    try sink.write("files.txt") { put in try records.forEach("files") { try put($0 + "\n") } }
  }
}
