import Annotations
import AudioFiles
import Diagnostics
import Encodings
import Imaging
package import WorldModel

/// LibriSpeech (Panayotov et al. 2015): an utterance a file, 16 kHz, one channel, FLAC of 16 bits.
///
/// - `SUBSET/SPEAKER/CHAPTER/SPEAKER-CHAPTER-NNNN.flac` with `SPEAKER-CHAPTER.trans.txt`; `SPEAKERS.TXT`, `CHAPTERS.TXT`.
///   Subsets bear names that readers know, `train-clean-100` and `dev-clean`, whatever their size.
/// - A speaker's number is made of its name (`number`); a chapter is what it says in one recording, sample × 100 + the
///   array's place + 1; NNNN counts the utterances of a chapter from 0, as they are heard.
/// - A file holds direct speech of one utterance at the first microphone and what sounds at the same time: from the last
///   16 kHz sample not after its onset to the first not before its offset.
/// - Texts are upper case A to Z and apostrophe, in Chinese characters. Utterances without a word are left out.
package struct LibriSpeechFormat: DatasetFormat {
  package static let name = "librispeech"
  package static let summary = "LibriSpeech: one utterance a FLAC file, transcripts, speakers, chapters"
  package static let requiredLabels = [RecordingLabel.name]
  package static let optionalLabels: [String] = []
  package static let lenses = Set(Projection.allCases)
  package static var validator: any FormatValidator { LibriSpeechValidator() }

  let options: FormatOptions

  package init(options: FormatOptions) { self.options = options }

  static let copy = SoundCopy(rate: 16_000, encoding: .flac16)

  static func subset(_ side: String) -> String {
    side == SplitRule.Side.train.rawValue ? "train-clean-100" : "dev-clean"
  }

  /// Nine digits of the SHA-256 of a name, as readers take speakers for numbers. Names that meet in one are refused when
  /// the dataset is put together.
  static func number(_ speaker: String) -> Int {
    let hash = SHA256.hex(of: Array(speaker.utf8)).prefix(13)
    return 100_000_000 + (Int(hash, radix: 16) ?? 0) % 900_000_000
  }

  /// One file.
  struct Entry {
    var path: String
    var id: String
    /// `SUBSET/SPEAKER/CHAPTER`.
    var folder: String
    var text: String
    var speech: HeardSpeech
    var clip: AudioClip
  }

  /// The utterances of a recording.
  static func entries(_ heard: HeardRecording) throws -> [Entry] {
    let speech = heard.speech.filter { !$0.upperCase.isEmpty }
    guard !speech.isEmpty, heard.place < 99 else { return [] }
    let whole = try copy.clip(heard, isMono: true)
    var counts: [String: Int] = [:]
    return try speech.map { one in
      let speaker = one.spoken.speaker
      let chapter = "\(number(speaker))-\(heard.sample * 100 + heard.place + 1)"
      let count = counts[speaker, default: 0]
      counts[speaker] = count + 1
      let id = chapter + "-" + String(10_000 + count).dropFirst()
      let folder = subset(heard.side) + "/" + chapter.replacing("-", with: "/")
      let part = copy.place(one.range, from: heard.label.rate, count: whole.count)
      return Entry(
        path: "\(folder)/\(id).flac", id: id, folder: folder, text: one.upperCase, speech: one,
        clip: try whole.cut(part))
    }
  }

  package func fragment(for sample: Sample) throws -> FormatFragment {
    try FormatFragment(ofSound: sample, options) { out, heard in
      var texts = SequenceFolders<String>()
      for entry in try Self.entries(heard) where entry.clip.count > 0 {
        out.files.append(try Self.copy.file(entry.path, entry.clip))
        texts.update(entry.folder, new: "") { $0 += "\(entry.id) \(entry.text)\n" }
        let spoken = entry.speech.spoken
        out.records.append(
          FormatRecord(
            "utterances",
            "\(entry.folder)|\(entry.clip.count)|\(entry.speech.sexLetter)|\(heard.stem)|\(Self.plain(spoken.speaker))"
          ))
      }
      texts.forEach { folder, text in
        let chapter = folder.split(separator: "/").suffix(2).joined(separator: "-")
        out.files.append(FormatFile("\(folder)/\(chapter).trans.txt", text: text))
      }
    }
  }

  /// A name in one field of a table.
  private static func plain(_ name: String) -> String {
    String(name.map { $0.isNewline || $0 == "|" ? " " : $0 })
  }

  private struct Speaker {
    var sex = ""
    var subset = ""
    var samples = 0
    var name = ""
  }

  private struct Chapter {
    var samples = 0
    var title = ""
  }

  package func assemble(_ records: any FormatRecordSource, into sink: any FormatSink) throws {
    var speakers: [Int: Speaker] = [:]
    var chapters = SequenceFolders<Chapter>()
    try records.forEach("utterances", fields: 5) { fields in
      let parts = fields[0].split(separator: "/")
      guard parts.count == 3, let number = Int(parts[1]), let samples = Int(fields[1]) else { return }
      var speaker = speakers[number] ?? Speaker()
      guard speaker.name.isEmpty || speaker.name == fields[4] else {
        throw DioramaError(
          .badInput, "the speakers '\(speaker.name)' and '\(fields[4])' have the same LibriSpeech number",
          remedy: "Rename one of them.")
      }
      // Who speaks on both sides is said to be of the first.
      if speaker.subset.isEmpty { speaker.subset = String(parts[0]) }
      (speaker.sex, speaker.name) = (fields[2].uppercased(), String(fields[4]))
      speaker.samples += samples
      speakers[number] = speaker
      chapters.update(fields[0], new: Chapter()) {
        $0.samples += samples
        $0.title = String(fields[3])
      }
    }
    func minutes(_ samples: Int) -> String {
      DecimalText.fixed(Double(samples) / Double(Self.copy.rate) / 60, 2)
    }
    try sink.write("SPEAKERS.TXT") { put in
      try put(";ID  |SEX| SUBSET           |MINUTES| NAME\n")
      for (number, speaker) in speakers.sorted(by: { $0.key < $1.key }) {
        try put(
          "\(number) | \(speaker.sex) | \(speaker.subset) | \(minutes(speaker.samples)) | \(speaker.name)\n")
      }
    }
    try sink.write("CHAPTERS.TXT") { put in
      try put(";ID    |READER|MINUTES| SUBSET           | PROJ.|BOOK ID| CH. TITLE | PROJECT TITLE\n")
      try chapters.forEach { folder, chapter in
        let parts = folder.split(separator: "/")
        guard parts.count == 3 else { return }
        try put(
          "\(parts[2]) | \(parts[1]) | \(minutes(chapter.samples)) | \(parts[0]) | 0 | 0 | \(chapter.title) | \(options.title)\n"
        )
      }
    }
  }
}
