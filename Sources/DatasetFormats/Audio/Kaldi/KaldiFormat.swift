import Annotations
import AudioFiles
import Encodings
package import WorldModel

/// Kaldi data directories (kaldi-asr.org, "Data preparation"): `data/{train,val}` with `wav.scp`, `segments`, `text`,
/// `utt2spk`, `spk2utt`, `spk2gender`, `utt2lang` and `reco2dur`, and `wav/STEM.wav`: the first microphone, 16 kHz, 16 bits.
///
/// - Utterances are `SPEAKER-STEM-NNNN`: the speaker is the prefix, so that one order sorts all files, that of bytes
///   (`LC_ALL=C`). NNNN counts what is said in a recording, from 0.
/// - Segments are in seconds with six decimals, halves away from zero: from the onset of an utterance to its offset.
/// - Words are lower case a to z and apostrophe; of Chinese the words of the text, apart by spaces. Utterances without
///   words are left out. Paths are relative to the dataset's folder.
package struct KaldiFormat: DatasetFormat {
  package static let name = "kaldi"
  package static let summary = "Kaldi data directories: wav.scp, segments, text, utt2spk"
  package static let requiredLabels = [RecordingLabel.name]
  package static let optionalLabels: [String] = []
  package static let lenses = Set(Projection.allCases)
  package static var validator: any FormatValidator { KaldiValidator() }

  let options: FormatOptions

  package init(options: FormatOptions) { self.options = options }

  static let copy = SoundCopy(rate: 16_000, encoding: .wav16)

  static func path(_ heard: HeardRecording) -> String { "wav/\(heard.stem).wav" }

  struct Utterance {
    var id: String
    var speaker: String
    var text: String
    var speech: HeardSpeech
  }

  static func utterances(_ heard: HeardRecording) -> [Utterance] {
    heard.speech.enumerated().compactMap { number, speech in
      let text =
        speech.isChinese
        ? speech.words.map { $0.text.filter { !$0.isWhitespace } }.joined(separator: " ") : speech.lowerCase
      guard !text.isEmpty else { return nil }
      let speaker = FileNames.component(speech.spoken.speaker)
      let id = "\(speaker)-\(heard.stem)-" + String(10_000 + number).dropFirst()
      return Utterance(id: id, speaker: speaker, text: text, speech: speech)
    }
  }

  package func fragment(for sample: Sample) throws -> FormatFragment {
    try FormatFragment(ofSound: sample, options) { out, heard in
      let path = Self.path(heard)
      out.files.append(try Self.copy.file(path, try Self.copy.clip(heard, isMono: true)))
      func seconds(_ samples: Int) -> String { DecimalText.fixed(heard.seconds(samples), 6) }
      func add(_ file: String, _ text: String) {
        out.records.append(FormatRecord("\(heard.side)/\(file)", text))
      }
      add("wav.scp", "\(heard.stem) \(path)")
      add("reco2dur", "\(heard.stem) \(seconds(heard.label.count))")
      for one in Self.utterances(heard) {
        let range = one.speech.range
        add("segments", "\(one.id) \(heard.stem) \(seconds(range.lowerBound)) \(seconds(range.upperBound))")
        add("text", "\(one.id) \(one.text)")
        add("utt2spk", "\(one.id) \(one.speaker)")
        add("utt2lang", "\(one.id) \(one.speech.spoken.language)")
        add("spk2gender", "\(one.speaker) \(one.speech.sexLetter == "f" ? "f" : "m")")
      }
    }
  }

  static let files = ["wav.scp", "reco2dur", "segments", "text", "utt2spk", "utt2lang", "spk2gender"]

  package func assemble(_ records: any FormatRecordSource, into sink: any FormatSink) throws {
    for side in SplitRule.Side.allCases.map(\.rawValue) {
      if side != SplitRule.Side.train.rawValue, try records.isEmpty("\(side)/wav.scp") { continue }
      for file in Self.files {
        var lines: Set<String> = []
        try records.forEach("\(side)/\(file)") { lines.insert($0) }
        let sorted = lines.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        try sink.write("data/\(side)/\(file)") { put in for line in sorted { try put(line + "\n") } }
        guard file == "utt2spk" else { continue }
        // Utterances sort by their speakers, so speakers come in order.
        var speakers: [(name: Substring, utterances: [Substring])] = []
        for line in sorted {
          let fields = line.split(separator: " ")
          guard fields.count == 2 else { continue }
          if speakers.last?.name != fields[1] { speakers.append((fields[1], [])) }
          speakers[speakers.count - 1].utterances.append(fields[0])
        }
        speakers.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        try sink.write("data/\(side)/spk2utt") { put in
          for one in speakers { try put("\(one.name) \(one.utterances.joined(separator: " "))\n") }
        }
      }
    }
  }
}
