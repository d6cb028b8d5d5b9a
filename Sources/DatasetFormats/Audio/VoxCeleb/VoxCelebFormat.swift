import Annotations
import AudioFiles
import Diagnostics
package import WorldModel

/// VoxCeleb (Nagrani et al. 2017): utterances by speaker, and trials that ask whether two are of one.
///
/// - `wav/idNNNNNNNNN/STEM/00001.wav`: an utterance at the first microphone, from onset to offset, 16 kHz, 16 bits. The
///   number of a speaker is that of the format `librispeech`; the file's that of the event.
/// - `veri_test.txt`: `1 A B` for one speaker, `0 A B` for two. Each utterance is asked about once of each kind, with the
///   next of its speaker and with one of the next speaker (in the order of paths, after the last the first), so far as there
///   are: so both answers are equally frequent wherever every speaker says two things.
/// - `vox1_meta.csv`: speakers with name and sex.
package struct VoxCelebFormat: DatasetFormat {
  package static let name = "voxceleb"
  package static let summary = "VoxCeleb: utterances by speaker, trials of verification"
  package static let requiredLabels = [RecordingLabel.name]
  package static let optionalLabels: [String] = []
  package static let lenses = Set(Projection.allCases)
  package static var validator: any FormatValidator { VoxCelebValidator() }

  let options: FormatOptions

  package init(options: FormatOptions) { self.options = options }

  static let copy = SoundCopy(rate: 16_000, encoding: .wav16)

  struct Utterance {
    /// Below `wav`.
    var path: String
    var id: String
    var speech: HeardSpeech
    var clip: AudioClip
  }

  static func utterances(_ heard: HeardRecording) throws -> [Utterance] {
    let speech = heard.speech.filter { !$0.words.isEmpty }
    guard !speech.isEmpty else { return [] }
    let whole = try copy.clip(heard, isMono: true)
    return try speech.map { one in
      let id = "id\(LibriSpeechFormat.number(one.spoken.speaker))"
      let file = String(100_000 + one.event.id).dropFirst()
      return Utterance(
        path: "\(id)/\(heard.stem)/\(file).wav", id: id, speech: one,
        clip: try whole.cut(copy.place(one.range, from: heard.label.rate, count: whole.count)))
    }
  }

  package func fragment(for sample: Sample) throws -> FormatFragment {
    try FormatFragment(ofSound: sample, options) { out, heard in
      for one in try Self.utterances(heard) where one.clip.count > 0 {
        out.files.append(try Self.copy.file("wav/\(one.path)", one.clip))
        out.records.append(FormatRecord("utterances", one.path))
        let name = String(one.speech.spoken.speaker.map { $0.isWhitespace ? "_" : $0 })
        out.records.append(FormatRecord("speakers", "\(one.id)|\(one.speech.sexLetter)|\(name)"))
      }
    }
  }

  package func assemble(_ records: any FormatRecordSource, into sink: any FormatSink) throws {
    var paths: [String] = []
    try records.forEach("utterances") { paths.append($0) }
    paths.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    // Paths of one speaker follow each other.
    var groups: [Range<Int>] = []
    for (n, path) in paths.enumerated() {
      if let last = groups.last,
        paths[last.lowerBound].prefix(while: { $0 != "/" }) == path.prefix(while: { $0 != "/" })
      {
        groups[groups.count - 1] = last.lowerBound..<n + 1
      } else {
        groups.append(n..<n + 1)
      }
    }
    try sink.write("veri_test.txt") { put in
      for (g, own) in groups.enumerated() {
        let others = groups[(g + 1) % groups.count]
        for n in own {
          let same = n + 1 < own.upperBound ? n + 1 : own.lowerBound
          if same != n { try put("1 \(paths[n]) \(paths[same])\n") }
          if groups.count > 1 {
            let other = others.lowerBound + (n - own.lowerBound) % others.count
            try put("0 \(paths[n]) \(paths[other])\n")
          }
        }
      }
    }
    var names: [Substring: (sex: Substring, name: Substring)] = [:]
    try records.forEach("speakers", fields: 3) { fields in
      if let known = names[fields[0]], known.name != fields[2] {
        throw DioramaError(
          .badInput, "the speakers '\(known.name)' and '\(fields[2])' have the same number",
          remedy: "Rename one of them.")
      }
      names[fields[0]] = (fields[1], fields[2])
    }
    try sink.write("vox1_meta.csv") { put in
      try put("VoxCeleb1 ID\tVGGFace1 ID\tGender\tNationality\tSet\n")
      for (id, one) in names.sorted(by: { $0.key < $1.key }) {
        try put("\(id)\t\(one.name)\t\(one.sex)\t-\tdev\n")
      }
    }
  }
}
