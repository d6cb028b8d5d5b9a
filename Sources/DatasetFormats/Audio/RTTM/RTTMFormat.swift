import Annotations
import Encodings
package import WorldModel

/// Who speaks when, in the forms of NIST (RT-09 evaluation plan, appendices): `SIDE.rttm` (segments of speakers), `SIDE.ctm`
/// (words), `SIDE.stm` (segments with their words), `SIDE.uem` (what is judged), `SIDE.lst` (names of recordings), beside
/// `audio/STEM.flac`, which is native.
///
/// - A segment of RTTM is a stretch between pauses; one of STM is an utterance. Channel 1 is the first microphone.
/// - Times are seconds with six decimals, begin and duration each rounded, halves away from zero: within half a
///   microsecond, so the sample is known.
/// - Lines go by recording, begin, and number of the event. Names have no blanks (`FileNames.component`).
package struct RTTMFormat: DatasetFormat {
  package static let name = "rttm"
  package static let summary = "RTTM, CTM, STM and UEM: who speaks when, and which words"
  package static let requiredLabels = [RecordingLabel.name]
  package static let optionalLabels: [String] = []
  package static let lenses = Set(Projection.allCases)
  package static var validator: any FormatValidator { RTTMValidator() }

  let options: FormatOptions

  package init(options: FormatOptions) { self.options = options }

  /// Endings of the files of one side.
  static let kinds = ["rttm", "ctm", "stm", "uem", "lst"]

  /// A stretch of samples with what is said of it.
  struct Entry {
    var range: Range<Int>
    var speaker: String
    var words: String
    var note = ""
  }

  static func segments(_ heard: HeardRecording) -> [Entry] {
    heard.speech.flatMap { one in
      one.stretches.map { Entry(range: $0, speaker: FileNames.component(one.spoken.speaker), words: "") }
    }.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  static func words(_ heard: HeardRecording) -> [Entry] {
    heard.speech.flatMap { one in
      one.words.map {
        Entry(range: $0.range, speaker: FileNames.component(one.spoken.speaker), words: oneField($0.text))
      }
    }.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  static func utterances(_ heard: HeardRecording) -> [Entry] {
    heard.speech.filter { !$0.words.isEmpty }.map { one in
      let sex = one.sexLetter == "f" ? "female" : one.sexLetter == "m" ? "male" : "unknown"
      return Entry(
        range: one.range, speaker: FileNames.component(one.spoken.speaker),
        words: one.words.map { oneField($0.text) }.joined(separator: " "), note: "<o,f0,\(sex)>")
    }
  }

  /// A word without blanks.
  private static func oneField(_ word: String) -> String {
    String(word.map { $0.isWhitespace ? "_" : $0 })
  }

  package func fragment(for sample: Sample) throws -> FormatFragment {
    try FormatFragment(ofSound: sample, options) { out, heard in
      out.files.append(.sound("audio/\(heard.nativeName)", heard))
      let stem = heard.stem
      func seconds(_ samples: Int) -> String { DecimalText.fixed(heard.seconds(samples), 6) }
      func add(_ kind: String, _ text: String) {
        out.records.append(FormatRecord("\(heard.side).\(kind)", text))
      }
      for one in Self.segments(heard) {
        let times = "\(seconds(one.range.lowerBound)) \(seconds(one.range.count))"
        add("rttm", "SPEAKER \(stem) 1 \(times) <NA> <NA> \(one.speaker) <NA> <NA>")
      }
      for one in Self.words(heard) {
        add("ctm", "\(stem) 1 \(seconds(one.range.lowerBound)) \(seconds(one.range.count)) \(one.words) 1.00")
      }
      for one in Self.utterances(heard) {
        let times = "\(seconds(one.range.lowerBound)) \(seconds(one.range.upperBound))"
        add("stm", "\(stem) 1 \(one.speaker) \(times) \(one.note) \(one.words)")
      }
      add("uem", "\(stem) 1 \(seconds(0)) \(seconds(heard.label.count))")
      add("lst", stem)
    }
  }

  package func assemble(_ records: any FormatRecordSource, into sink: any FormatSink) throws {
    for side in SplitRule.Side.allCases.map(\.rawValue) {
      if side != SplitRule.Side.train.rawValue, try records.isEmpty("\(side).lst") { continue }
      for kind in Self.kinds {
        try sink.write("\(side).\(kind)") { put in
          try records.forEach("\(side).\(kind)") { try put($0 + "\n") }
        }
      }
    }
  }
}
