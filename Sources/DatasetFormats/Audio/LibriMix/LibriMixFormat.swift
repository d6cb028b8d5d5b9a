import Annotations
import AudioFiles
import Diagnostics
package import WorldModel

/// LibriMix (Cosentino et al. 2020), the layout of WSJ0-mix with a table: who speaks at once, apart.
///
/// `LibriNMix/wav16k/max/{train-100,dev}/{mix_clean,mix_both,s1,…,sN,noise}/STEM.wav` for recordings with N = 2 or 3
/// speakers whose events were kept apart (stems), and `metadata/mixture_SUBSET_mix_both.csv`. A source is all that one
/// speaker says, in the order in which speakers begin; everything else is noise. The first microphone, 16 kHz, floating
/// point, so that sources and noise sum to the mixtures bit by bit; `length` counts samples at 16 kHz.
package struct LibriMixFormat: DatasetFormat {
  package static let name = "librimix"
  package static let summary = "LibriMix: mixtures of two or three speakers with every source and the noise"
  package static let requiredLabels = [RecordingLabel.name]
  package static let optionalLabels: [String] = []
  package static let lenses = Set(Projection.allCases)
  package static var validator: any FormatValidator { LibriMixValidator() }

  let options: FormatOptions

  package init(options: FormatOptions) { self.options = options }

  static let copy = SoundCopy(rate: 16_000, encoding: .wavFloat)

  static func subset(_ side: String) -> String { side == SplitRule.Side.train.rawValue ? "train-100" : "dev" }

  struct Mixture {
    /// `LibriNMix/wav16k/max/SUBSET/`.
    var folder: String
    var name: String
    var speakers: [String]
    /// By folder, the mixtures last.
    var parts: [(kind: String, clip: AudioClip)]
  }

  /// `nil` where there are not two or three speakers, or events were not kept apart.
  static func mixture(_ heard: HeardRecording) throws -> Mixture? {
    var speakers: [String] = []
    for one in heard.events {
      guard let name = one.event.speech?.speaker, !speakers.contains(name) else { continue }
      speakers.append(name)
    }
    guard (2...3).contains(speakers.count), heard.events.allSatisfy({ heard.stem(of: $0.event) != nil })
    else {
      return nil
    }
    let silence = [Float](repeating: 0, count: heard.label.count)
    var sources = [[Float]](repeating: silence, count: speakers.count + 1)
    for one in heard.events {
      guard let stem = heard.stem(of: one.event)?.channels.first, stem.count == silence.count else {
        return nil
      }
      let name = one.event.speech?.speaker
      let place = speakers.firstIndex { $0 == name } ?? speakers.count
      for n in stem.indices { sources[place][n] += stem[n] }
    }
    // Mixtures are added up at the new rate, so that nothing but the sum is in them.
    let resampled = try sources.map { try copy.clip([$0], from: heard.label.rate).channels[0] }
    var clean = resampled[0]
    for source in resampled[1..<speakers.count] { for n in clean.indices { clean[n] += source[n] } }
    var both = clean
    for n in both.indices { both[n] += resampled[speakers.count][n] }
    let kinds = speakers.indices.map { "s\($0 + 1)" } + ["noise", "mix_clean", "mix_both"]
    return Mixture(
      folder: "Libri\(speakers.count)Mix/wav16k/max/\(subset(heard.side))/", name: heard.stem,
      speakers: speakers,
      parts: try zip(kinds, resampled + [clean, both]).map {
        ($0, try AudioClip(channels: [$1], rate: copy.rate))
      })
  }

  package func fragment(for sample: Sample) throws -> FormatFragment {
    try FormatFragment(ofSound: sample, options) { out, heard in
      guard let mixture = try Self.mixture(heard) else {
        // What was degraded has no stems: its clean partner is written.
        if heard.label.degradation == nil, Set(heard.speech.map(\.spoken.speaker)).count > 1 {
          out.warnings.append(
            Warning(
              "\(Self.name): recordings whose events were not kept apart, or with more than three speakers, are left out"
            ))
        }
        return
      }
      var paths: [String] = []
      for (kind, clip) in mixture.parts {
        let path = "\(mixture.folder)\(kind)/\(mixture.name).wav"
        out.files.append(try Self.copy.file(path, clip))
        if kind != "mix_clean", kind != "mix_both" { paths.append(path) }
      }
      let row = ["\(mixture.folder)mix_both/\(mixture.name).wav"] + paths + ["\(mixture.parts[0].clip.count)"]
      let table = "\(mixture.speakers.count)|\(Self.subset(heard.side))"
      out.records.append(FormatRecord("rows", "\(table)|\(mixture.name),\(row.joined(separator: ","))"))
    }
  }

  package func assemble(_ records: any FormatRecordSource, into sink: any FormatSink) throws {
    for subset in ["train-100", "dev"] {
      for count in [2, 3] {
        var rows: [Substring] = []
        try records.forEach("rows", fields: 3) { fields in
          if fields[0] == "\(count)", fields[1] == subset { rows.append(fields[2]) }
        }
        guard !rows.isEmpty || subset == "train-100" && count == 2 else { continue }
        try sink.write("Libri\(count)Mix/metadata/mixture_\(subset)_mix_both.csv") { put in
          let sources = (1...count).map { "source_\($0)_path" }.joined(separator: ",")
          try put("mixture_ID,mixture_path,\(sources),noise_path,length\n")
          for row in rows { try put(row + "\n") }
        }
      }
    }
  }
}
