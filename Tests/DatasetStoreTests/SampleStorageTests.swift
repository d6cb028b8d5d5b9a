import DatasetStore
import Diagnostics
import Imaging
import JSON
import Testing
import VectorMath
import WorldModel

struct SampleStorageTests {
  /// Bits, so that NaN and the sign of zero count.
  static func bits(_ raster: AnyRaster) -> [UInt32] {
    switch raster {
    case .uint8(let r): r.values.map(UInt32.init)
    case .uint16(let r): r.values.map(UInt32.init)
    case .uint32(let r): r.values
    case .float(let r): r.values.map(\.bitPattern)
    }
  }

  static func store(_ sample: Sample, in path: String) throws {
    let files = DurableFiles(sync: .never)
    for file in try SampleEncoder().encode(sample) {
      let target = path + "/" + file.path
      try files.makeDirectories(String(target[..<(target.lastIndex(of: "/") ?? target.endIndex)]))
      try files.write(file.bytes, to: target)
    }
  }

  @Test func roundTrip() throws {
    let scratch = Scratch()
    let sample = TestSamples.sample(42)
    try Self.store(sample, in: scratch.path)
    let back = try SampleReader(directory: scratch.path).sample(structured: TestSamples.types)
    #expect(back.index == 42 && back.sequence == sample.sequence && back.frame == sample.frame)
    #expect(back.time.bitPattern == sample.time.bitPattern)
    #expect(back.worldFromRig == sample.worldFromRig)
    #expect(back.drawn == sample.drawn)
    #expect(back.attributes.map(\.name) == sample.attributes.map(\.name))
    #expect(back.attributes.map(\.value) == sample.attributes.map(\.value))
    #expect(back.views.count == sample.views.count)
    for (a, b) in zip(sample.views, back.views) {
      #expect(a.sensor == b.sensor && a.camera == b.camera && a.rigFromCamera == b.rigFromCamera)
      #expect(a.worldFromCamera == b.worldFromCamera && a.stereoBaseline == b.stereoBaseline)
      #expect(a.labels.rasters.map(\.name) == b.labels.rasters.map(\.name))
      for (x, y) in zip(a.labels.rasters, b.labels.rasters) {
        #expect(x.raster.shape == y.raster.shape && x.raster.elementName == y.raster.elementName)
        #expect(Self.bits(x.raster) == Self.bits(y.raster), "\(x.name)")
      }
      #expect(a.labels[TestBoxes.self] == b.labels[TestBoxes.self])
      #expect(a.labels[TestTrack.self] == b.labels[TestTrack.self])
    }
  }

  @Test func onlyWhatIsWanted() throws {
    let scratch = Scratch()
    try Self.store(TestSamples.sample(1), in: scratch.path)
    let some = try SampleReader(directory: scratch.path)
      .sample(structured: [TestTrack.self]) { $0 == "depth" || $0 == "track" || $0 == "boxes2d" }
    #expect(some.views[0].labels.rasters.map(\.name) == ["depth"])
    #expect(some.views[0].labels.structured.count == 1)
  }

  @Test func sameBytesAgain() throws {
    let encoder = SampleEncoder()
    _ = try encoder.encode(TestSamples.sample(3))
    #expect(try encoder.encode(TestSamples.sample(5)) == SampleEncoder().encode(TestSamples.sample(5)))
  }

  @Test func recordNamesBothOrigins() throws {
    let files = try SampleEncoder().encode(TestSamples.sample(0))
    let record = try CanonicalJSON.decode(SampleRecord.self, #require(files.last).bytes, name: "t")
    #expect(files.last?.path == "sample.json")
    let center = try #require(record.views[0].intrinsicsCenterOrigin)
    #expect(record.views[0].intrinsicsCornerOrigin?[0][2] == center[0][2] + 0.5)
    #expect(center[0][2] == 11.5)
    let depth = try #require(record.views[0].labels.first { $0.name == "depth" })
    #expect(
      depth.dtype == "float32" && depth.shape == [16, 24] && depth.unit == "m" && depth.sentinel == "inf")
    #expect(record.files.count == files.count - 1)
  }

  @Test func refusesBadNames() {
    for name in ["", "..", "a/../b", "/x", "a b", ".hidden", String(repeating: "x", count: 65), "a\u{0}"] {
      var sample = TestSamples.sample(0)
      sample.views[0].sensor = name
      #expect(throws: DioramaError.self, "\(name)") { try SampleEncoder().encode(sample) }
    }
    var twice = TestSamples.sample(0)
    twice.views[1].sensor = "front"
    #expect(throws: DioramaError.self) { try SampleEncoder().encode(twice) }
  }

  @Test func damagedSamplesAreErrors() throws {
    let scratch = Scratch()
    try Self.store(TestSamples.sample(0), in: scratch.path)
    let files = DurableFiles(sync: .never)
    for (name, text) in [
      ("front/depth.npy", "\u{93}NUMPY"), ("front/rgb.png", ""),
      ("front/boxes2d.json", "{\"entries\": [{}]}"),
      ("rear-left/instance.png", "GIF89a"), ("sample.json", "{\"index\": 1}"),
    ] {
      let path = scratch.path + "/" + name
      let before = try DurableFiles.read(path)
      try files.remove(path)
      #expect(throws: DioramaError.self, "\(name) missing") {
        try SampleReader(directory: scratch.path).sample(structured: TestSamples.types)
      }
      try files.write(Array(text.utf8), to: path)
      #expect(throws: DioramaError.self, "\(name)") {
        try SampleReader(directory: scratch.path).sample(structured: TestSamples.types)
      }
      try files.remove(path)
      try files.write(before, to: path)
    }
  }

  @Test func recordCannotPointOutside() throws {
    let scratch = Scratch()
    try Self.store(TestSamples.sample(0), in: scratch.path)
    let path = scratch.path + "/sample.json"
    let text = String(decoding: try DurableFiles.read(path), as: UTF8.self)
    let files = DurableFiles(sync: .never)
    try files.remove(path)
    try files.write(Array(text.replacing("\"front/rgb.png\"", with: "\"../../etc/passwd\"").utf8), to: path)
    #expect(throws: DioramaError.self) {
      try SampleReader(directory: scratch.path).sample(structured: TestSamples.types)
    }
  }
}
