import Annotations
import AudioFiles
import JSON
import RandomStreams
package import WorldModel

/// WebDataset: tar shards, one a sample with recordings, `SIDE-NNNNNN.tar`, listed in `SIDE.txt`.
///
/// The members of a recording are `STEM.flac` (all channels, 24 bits, the samples of the native file), `STEM.json` (the
/// native label, places in samples) and `STEM.txt` (what is said, an utterance a line). Names and contents alone decide
/// the bytes of a shard.
package struct WebDatasetFormat: DatasetFormat {
  package static let name = "webdataset"
  package static let summary = "WebDataset: tar shards of recordings with their labels"
  package static let requiredLabels = [RecordingLabel.name]
  package static let optionalLabels: [String] = []
  package static let lenses = Set(Projection.allCases)
  package static var validator: any FormatValidator { WebDatasetValidator() }

  let options: FormatOptions

  package init(options: FormatOptions) { self.options = options }

  static func text(_ heard: HeardRecording) -> String {
    heard.speech.map { $0.transcript + "\n" }.joined()
  }

  package func fragment(for sample: Sample) throws -> FormatFragment {
    var members: [(name: String, bytes: [UInt8])] = []
    var out = FormatFragment(sample: sample.index)
    let all = try sample.heard(options)
    for heard in all {
      let clip = try AudioClip(channels: heard.recording.channels, rate: heard.label.rate)
      let encoding: AudioEncoding = clip.channels.count > 8 ? .wav24 : .flac24
      // 24 bits need no dither.
      let sound = try AudioWriter.encode(clip, as: encoding, dither: RandomStream(seed: 0))
      // A dot would end the key that joins the members.
      let key = heard.stem.replacing(".", with: "_")
      members.append(("\(key).\(encoding.fileExtension)", sound))
      members.append(("\(key).json", try CanonicalJSON.encode(heard.label)))
      members.append(("\(key).txt", Array(Self.text(heard).utf8)))
    }
    guard let side = all.first?.side else { return out }
    let shard = "\(side)-\(FileNames.number(sample.index)).tar"
    out.files.append(FormatFile(shard, .bytes(Tar.archive(members))))
    out.records.append(FormatRecord(side, shard))
    return out
  }

  package func assemble(_ records: any FormatRecordSource, into sink: any FormatSink) throws {
    for side in SplitRule.Side.allCases.map(\.rawValue) {
      if side != SplitRule.Side.train.rawValue, try records.isEmpty(side) { continue }
      try sink.write("\(side).txt") { put in try records.forEach(side) { try put($0 + "\n") } }
    }
  }
}
