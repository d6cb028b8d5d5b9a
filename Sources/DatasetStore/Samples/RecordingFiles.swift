import AudioFiles
import Diagnostics
import JSON
import RandomStreams
import WorldModel

/// The files of a recording: `<sensor>/audio.flac`, `<sensor>/<label>.json`, `<sensor>/stems/<event>.flac`; 24 bits, and
/// WAV where there are more than the eight channels that FLAC holds.
struct RecordingFiles {
  var files: [DatasetFile] = []
  var record: SampleRecord.Recording

  init(_ recording: Sample.Recording) throws(DioramaError) {
    let folder = recording.sensor
    let encoding: AudioEncoding = recording.channels.count > 8 ? .wav24 : .flac24
    func sound(_ name: String, _ channels: [[Float]]) throws(DioramaError) -> DatasetFile {
      let clip = try AudioClip(channels: channels, rate: recording.rate)
      // 24 bits need no dither.
      let bytes = try AudioWriter.encode(clip, as: encoding, dither: RandomStream(seed: 0))
      return DatasetFile(path: "\(folder)/\(name).\(encoding.fileExtension)", bytes: bytes)
    }
    let audio = try sound("audio", recording.channels)
    files.append(audio)
    var stems: [SampleRecord.Recording.Stem] = []
    for stem in recording.stems {
      let number = String(1_000_000 + stem.event).dropFirst(2)
      let file = try sound("stems/\(number)", stem.channels)
      files.append(file)
      stems.append(.init(event: stem.event, file: file.path))
    }
    var labels: [SampleRecord.Label] = []
    for label in recording.labels.structured {
      let name = type(of: label).name
      let path = "\(folder)/\(name).json"
      files.append(DatasetFile(path: path, bytes: try CanonicalJSON.encode(label)))
      labels.append(SampleRecord.Label(name: name, file: path))
    }
    record = SampleRecord.Recording(
      sensor: recording.sensor, rate: recording.rate, count: recording.channels.first?.count ?? 0,
      channels: recording.channels.count, audio: audio.path, stems: stems, labels: labels)
  }

  /// The sound that a record names, with labels that are read already.
  /// - Throws: `.noInput` for a missing file, `.badInput` for one that is not what the record says.
  static func read(
    _ record: SampleRecord.Recording, _ labels: LabelSet, in directory: String
  ) throws(DioramaError) -> Sample.Recording {
    func sound(_ file: String) throws(DioramaError) -> [[Float]] {
      guard SafeName.isPath(file) else {
        throw DioramaError(
          .badInput, "\(directory)/\(SampleEncoder.recordName): \"\(file)\" is no path of a dataset")
      }
      let path = directory + "/" + file
      let clip = try AudioReader.decode(try DurableFiles.read(path), name: path)
      guard clip.rate == record.rate, clip.count == record.count, clip.channels.count == record.channels
      else {
        throw DioramaError(
          .badInput,
          "\(path): \(clip.channels.count) channels of \(clip.count) samples at \(clip.rate) Hz; sample.json says \(record.channels), \(record.count) and \(record.rate)"
        )
      }
      return clip.channels
    }
    var stems: [Sample.Stem] = []
    for stem in record.stems {
      stems.append(Sample.Stem(event: stem.event, channels: try sound(stem.file)))
    }
    return Sample.Recording(
      sensor: record.sensor, rate: record.rate, channels: try sound(record.audio), stems: stems,
      labels: labels)
  }
}
