import DatasetStore
import Diagnostics
import Testing
import VectorMath
import WorldModel

struct RecordingFilesTests {
  /// Multiples of 2⁻²³, as recordings have them.
  private static func wave(_ seed: Int) -> [Float] {
    (0..<1500).map { Float(($0 &* 7919 &+ seed &* 104_729) % 16_000_000 - 8_000_000) / 8_388_608 }
  }

  private static func sample(channels: Int) -> Sample {
    var sample = TestSamples.sample(3)
    var labels = LabelSet()
    labels.set(TestTrack(points: [[1, 2]], speed: 3))
    sample.recordings = [
      Sample.Recording(
        sensor: "ears", rate: 24_000, channels: (0..<channels).map(wave),
        stems: [Sample.Stem(event: 7, channels: (0..<channels).map { wave($0 + 50) })], labels: labels)
    ]
    return sample
  }

  @Test(arguments: [1, 4, 8, 12])
  func everySampleComesBack(channels: Int) throws {
    let scratch = Scratch()
    let sample = Self.sample(channels: channels)
    try SampleStorageTests.store(sample, in: scratch.path)
    let reader = try SampleReader(directory: scratch.path)
    let back = try #require(try reader.sample(structured: TestSamples.types).recordings.first)
    #expect(back.sensor == "ears" && back.rate == 24_000)
    #expect(back.channels == sample.recordings[0].channels)
    #expect(back.stems.map(\.event) == [7])
    #expect(back.stems[0].channels == sample.recordings[0].stems[0].channels)
    #expect(back.labels[TestTrack.self] == sample.recordings[0].labels[TestTrack.self])
    #expect(
      reader.record.file(of: "audio", by: "ears") == (channels > 8 ? "ears/audio.wav" : "ears/audio.flac"))
  }

  @Test func recordingsAreReadWhereTheirLabelsAreWanted() throws {
    let scratch = Scratch()
    try SampleStorageTests.store(Self.sample(channels: 2), in: scratch.path)
    let reader = try SampleReader(directory: scratch.path)
    #expect(try reader.sample(structured: TestSamples.types) { $0 == "depth" }.recordings.isEmpty)
    #expect(try reader.sample(structured: TestSamples.types) { $0 == TestTrack.name }.recordings.count == 1)
  }

  @Test func soundThatIsNotAsRecordedIsRefused() throws {
    let scratch = Scratch()
    try SampleStorageTests.store(Self.sample(channels: 2), in: scratch.path)
    var other = Self.sample(channels: 2)
    other.recordings[0].channels = other.recordings[0].channels.map { Array($0.dropLast()) }
    for file in try SampleEncoder().encode(other) where file.path == "ears/audio.flac" {
      try DurableFiles(sync: .never).remove(scratch.path + "/" + file.path)
      try DurableFiles(sync: .never).write(file.bytes, to: scratch.path + "/" + file.path)
    }
    #expect(throws: DioramaError.self) {
      try SampleReader(directory: scratch.path).sample(structured: TestSamples.types)
    }
  }
}
