import Annotations
import AudioFiles
package import WorldModel

/// MUSAN (Snyder, Chen and Povey 2015): speech, music and noise to mix into other recordings.
///
/// `{speech,music,noise}/diorama/KIND-diorama-N.wav` (16 kHz, one channel, 16 bits) with `ANNOTATIONS` and `LICENSE`. A file
/// is an event that can be heard by itself (`LoneSound`), from its onset to its offset; N numbers sample, array and event.
/// Annotations: of speech sex and language, of music genre, vocals and instrument, of noise the kind of sound.
package struct MUSANFormat: DatasetFormat {
  package static let name = "musan"
  package static let summary = "MUSAN: single sounds of speech, music and noise, to augment with"
  package static let requiredLabels = [RecordingLabel.name]
  package static let optionalLabels: [String] = []
  package static let lenses = Set(Projection.allCases)
  package static var validator: any FormatValidator { MUSANValidator() }

  let options: FormatOptions

  package init(options: FormatOptions) { self.options = options }

  static let copy = SoundCopy(rate: 16_000, encoding: .wav16)
  static let kinds = ["speech", "music", "noise"]

  struct File {
    var kind: String
    var name: String
    var note: String
    var clip: AudioClip
    var path: String { "\(kind)/diorama/\(name).wav" }
  }

  static func files(_ heard: HeardRecording) throws -> [File] {
    try LoneSound.all(heard).map { sound in
      let event = sound.one.event
      let number = "\(heard.sample * 100 + heard.place)" + String(10_000 + event.id).dropFirst()
      let kind: String
      let note: String
      if let speech = event.speech {
        (kind, note) = ("speech", "\(speech.sex == "male" ? "m" : "f") \(speech.language)")
      } else if ["Music", "Musical instrument"].contains(event.foreign.dcase) {
        (kind, note) = ("music", "none N \(event.kind)")
      } else {
        (kind, note) = ("noise", event.kind)
      }
      // The whole of it, however long.
      let seconds = sound.one.range.count / heard.label.rate + 1
      return File(
        kind: kind, name: "\(kind)-diorama-\(number)", note: note,
        clip: try sound.clip(copy, from: heard.label.rate, seconds: seconds))
    }
  }

  package func fragment(for sample: Sample) throws -> FormatFragment {
    try FormatFragment(ofSound: sample, options) { out, heard in
      for file in try Self.files(heard) {
        out.files.append(try Self.copy.file(file.path, file.clip))
        out.records.append(FormatRecord(file.kind, "\(file.name) \(file.note)"))
      }
    }
  }

  package func assemble(_ records: any FormatRecordSource, into sink: any FormatSink) throws {
    for kind in Self.kinds {
      try sink.write("\(kind)/diorama/ANNOTATIONS") { put in
        try records.forEach(kind) { try put($0 + "\n") }
      }
      try sink.write("\(kind)/diorama/LICENSE") { put in
        try put("All files were made by a program; no recordings of others are in them.\n")
      }
    }
  }
}
