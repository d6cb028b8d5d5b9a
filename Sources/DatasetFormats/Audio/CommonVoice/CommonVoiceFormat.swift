import Annotations
import AudioFiles
package import WorldModel

/// Mozilla Common Voice: `LANGUAGE/clips/common_voice_LANGUAGE_N.mp3` with `train.tsv`, `dev.tsv` and `validated.tsv`.
///
/// A clip is an utterance at the first microphone, from its onset to its offset, 32 kHz, MP3: who needs exact samples has
/// other formats. N numbers sample, array and event. `sentence` is the text as it is written, on one line; `client_id` is
/// the SHA-256 of the speaker's name. Utterances without words are left out.
package struct CommonVoiceFormat: DatasetFormat {
  package static let name = "common-voice"
  package static let summary = "Common Voice: an utterance a clip, a table a language"
  package static let requiredLabels = [RecordingLabel.name]
  package static let optionalLabels: [String] = []
  package static let lenses = Set(Projection.allCases)
  package static var validator: any FormatValidator { CommonVoiceValidator() }

  let options: FormatOptions

  package init(options: FormatOptions) { self.options = options }

  static let copy = SoundCopy(rate: 32_000, encoding: .mp3)
  static let columns = [
    "client_id", "path", "sentence", "up_votes", "down_votes", "age", "gender", "accents", "locale",
    "segment",
  ]

  struct Clip {
    var language: String
    var name: String
    var sentence: String
    var gender: String
    var speaker: String
    var clip: AudioClip
    var path: String { "\(language)/clips/\(name)" }
  }

  static func clips(_ heard: HeardRecording) throws -> [Clip] {
    let speech = heard.speech.filter { !$0.words.isEmpty }
    guard !speech.isEmpty else { return [] }
    let whole = try copy.clip(heard, isMono: true)
    return try speech.map { one in
      let number = "\(heard.sample * 100 + heard.place)" + String(10_000 + one.event.id).dropFirst()
      let language = FileNames.component(one.spoken.language)
      let words = one.spoken.text.split { $0.isWhitespace }
      return Clip(
        language: language, name: "common_voice_\(language)_\(number).mp3",
        sentence: words.joined(separator: " "), gender: one.spoken.sex, speaker: one.spoken.speaker,
        clip: try whole.cut(copy.place(one.range, from: heard.label.rate, count: whole.count)))
    }
  }

  package func fragment(for sample: Sample) throws -> FormatFragment {
    try FormatFragment(ofSound: sample, options) { out, heard in
      for one in try Self.clips(heard) where one.clip.count > 0 {
        out.files.append(try Self.copy.file(one.path, one.clip))
        let fields = [
          Self.client(one.speaker), one.name, one.sentence, "2", "0", "", one.gender, "", one.language, "",
        ]
        let side = heard.side == SplitRule.Side.train.rawValue ? "train" : "dev"
        out.records.append(FormatRecord("\(one.language)/\(side)", fields.joined(separator: "\t")))
        out.records.append(FormatRecord("languages", one.language))
      }
    }
  }

  package func assemble(_ records: any FormatRecordSource, into sink: any FormatSink) throws {
    var languages: Set<String> = []
    try records.forEach("languages") { languages.insert($0) }
    let sorted = languages.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    try sink.write(LanguageFolders.list) { put in for language in sorted { try put(language + "\n") } }
    for language in sorted {
      for (file, sides) in [("train", ["train"]), ("dev", ["dev"]), ("validated", ["train", "dev"])] {
        try sink.write("\(language)/\(file).tsv") { put in
          try put(Self.columns.joined(separator: "\t") + "\n")
          for side in sides { try records.forEach("\(language)/\(side)") { try put($0 + "\n") } }
        }
      }
    }
  }
}
