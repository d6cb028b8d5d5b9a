import Annotations
import Checks
import DatasetFormats
import Diagnostics
import Foundation
import Imaging
import Synchronization
import TestSupport
import Testing
import WorldModel

/// What judges datasets of others: right ones pass, every mistake is found with its place, and nothing traps.
@Suite struct FormatValidatorTests {
  static let names = FormatCatalog.all.map { $0.name }
  static let options = FormatOptions.test(cameras: TrapDataset.cameras)
  static let samples = Array(TrapDataset.samples.prefix(7))

  private func type(_ name: String) throws -> any DatasetFormat.Type {
    try #require(FormatCatalog.named(name))
  }

  /// What each format writes of the samples, once for all tests.
  private static let written = Mutex<[String: WrittenFolder]>([:])

  private func copy(of name: String) throws -> WrittenFolder {
    if let known = Self.written.withLock({ $0[name] }) { return try WrittenFolder(sharing: known) }
    let made = try WrittenFolder(try type(name), Self.samples, Self.options)
    Self.written.withLock { $0[name] = made }
    return try WrittenFolder(sharing: made)
  }

  /// What each format's folder should say of each sample, once for all tests.
  private static let expectations = Mutex<[String: [Int: [String: FormatReading.Picture]]]>([:])

  private func expected(_ name: String, of sample: Sample) throws -> [String: FormatReading.Picture] {
    if let known = Self.expectations.withLock({ $0[name]?[sample.index] }) { return known }
    let made = try type(name).validator.expected(of: sample, Self.options)
    Self.expectations.withLock { $0[name, default: [:]][sample.index] = made }
    return made
  }

  private func examine(
    _ name: String, _ folder: WrittenFolder, _ samples: [Sample] = samples
  ) throws -> (formed: CheckFinding, matched: CheckFinding) {
    let validator = try type(name).validator
    var formed = CheckFinding()
    var comparison = FormatComparison(
      try validator.read(try FormatFolder(folder.path), into: &formed),
      sharesPictures: Swift.type(of: validator).sharesPictures)
    for sample in samples {
      comparison.compare(
        try expected(name, of: sample), sample: sample.index,
        slack: Swift.type(of: validator).slack)
    }
    comparison.close()
    return (formed, comparison.finding)
  }

  @Test(arguments: names) func whatWeWritePassesAndMatches(_ name: String) throws {
    let (formed, matched) = try examine(name, try copy(of: name))
    #expect(formed.violations == 0, "\(formed.first.map(\.description))")
    #expect(matched.violations == 0, "\(matched.first.map(\.description))")
    #expect(formed.examined > 10 && matched.examined > 10)
  }

  @Test func theOtherFormsOfCOCOPass() throws {
    for masks in [FormatOptions.Masks.compressed, .polygons] {
      var options = Self.options
      options.masks = masks
      let (formed, matched) = try examine(
        "coco", try WrittenFolder(COCOFormat.self, Self.samples, options))
      #expect(formed.violations == 0, "\(formed.first.map(\.description))")
      #expect(matched.violations == 0, "\(matched.first.map(\.description))")
    }
  }

  /// The square from (1, 1) to (3, 3) as a polygon, against masks of the picture's size and of another.
  @Test(arguments: [4, 5, 0]) func polygonsAgainstMasksOfAnotherSize(_ width: Int) {
    func object(_ shape: FormatReading.Shape) -> FormatReading.Object {
      .init(place: "a.txt:1", category: "box", shape: shape)
    }
    var bitmap = Raster<UInt8>(width: width, height: 4, fill: 0)
    for v in 1..<3 { for u in 1..<min(3, max(1, width)) { bitmap[u, v] = 1 } }
    let ring: [SIMD2<Double>] = [[1, 1], [3, 1], [3, 3], [1, 3]]
    var reading = FormatReading()
    reading.pictures["a.png"] = .init(width: 4, height: 4, objects: [object(.rings([ring]))])
    let native = FormatReading.Picture(
      width: 4, height: 4, objects: [object(.runs(RunLengthMask(bitmap: bitmap)))])
    var comparison = FormatComparison(reading)
    comparison.compare(["a.png": native], sample: 0, slack: 0)
    #expect(comparison.finding.violations == (width == 4 ? 0 : 1))
  }

  @Test func rulesAreListedAndUnique() {
    let ids = (CheckCatalog.all.map { $0.rule } + FormatCatalog.rules).map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(FormatCatalog.rules.count == 2 * Self.names.count)
  }

  /// A mistake in one file, and where the finding must point.
  struct Mistake: Sendable, CustomTestStringConvertible {
    var format: String
    var name: String
    var place: String
    var make: @Sendable (WrittenFolder) throws -> Void
    init(
      _ format: String, _ name: String, at place: String,
      _ make: @escaping @Sendable (WrittenFolder) throws -> Void
    ) {
      (self.format, self.name, self.place, self.make) = (format, name, place, make)
    }
    var testDescription: String { "\(format): \(name)" }
  }

  private static let instances = "annotations/instances_train.json"
  private static let people = "annotations/person_keypoints_train.json"
  private static let panoptic = "annotations/panoptic_train.json"
  private static let stem = "000000_front"

  /// Exchanges the first occurrence; the test fails when there is none.
  @Sendable static func swap(_ file: String, _ a: String, _ b: String)
    -> @Sendable (WrittenFolder) throws -> Void
  {
    { folder in
      try folder.edit(file) { text in
        guard let range = text.range(of: a, options: .regularExpression) else { return text }
        return text.replacingCharacters(in: range, with: b)
      }
    }
  }

  static let mistakes: [Mistake] =
    [
      Mistake(
        "coco", "an id twice", at: "annotation 1",
        swap(instances, #""id":2,"image_id""#, #""id":1,"image_id""#)
      ),
      Mistake(
        "coco", "an image id twice", at: "image 1",
        swap(instances, #""id":2,"file_name""#, #""id":1,"file_name""#)),
      Mistake(
        "coco", "an unknown category", at: "annotation 1",
        swap(instances, #""category_id":\d+"#, #""category_id":9999"#)),
      Mistake(
        "coco", "an unknown image", at: "annotation 1",
        swap(instances, #""image_id":\d+"#, #""image_id":987654"#)),
      Mistake(
        "coco", "an area off by one", at: "annotation 1", swap(instances, #""area":\d+"#, #""area":1"#)),
      Mistake(
        "coco", "a box out of the image", at: "annotation 1",
        swap(instances, #""bbox":\[\d+"#, #""bbox":[900"#)
      ),
      Mistake(
        "coco", "a box of negative size", at: "annotation 1",
        swap(instances, #""bbox":\[(\d+),(\d+),"#, #""bbox":[1,1,-"#)),
      Mistake(
        "coco", "counts that overrun", at: "annotation 1",
        swap(instances, #""counts":\[\d+"#, #""counts":[9007199254740991"#)),
      Mistake(
        "coco", "a mask one pixel on", at: "annotation 1", swap(instances, #""counts":\[\d"#, #""counts":[9"#)
      ),
      Mistake(
        "coco", "a huge picture", at: "image 1", swap(instances, #""width":\d+"#, #""width":999999999999"#)),
      Mistake(
        "coco", "a picture a column wider", at: "image 1", swap(instances, #""width":160"#, #""width":161"#)),
      Mistake(
        "coco", "a path that leaves", at: "image 1",
        swap(instances, #""file_name":""#, #""file_name":"../../"#)
      ),
      Mistake("coco", "a picture that is gone", at: "image 1") { try $0.remove("images/train/\(stem).png") },
      Mistake("coco", "a picture that is none", at: "image 1") {
        try $0.write([1, 2, 3], "images/train/\(stem).png")
      },
      Mistake(
        "coco", "a key point miscounted", at: "annotation",
        swap(people, #""num_keypoints":\d+"#, #""num_keypoints":3"#)),
      Mistake(
        "coco", "a key point too few", at: "annotation",
        swap(people, #""keypoints":\[[^,]*,[^,]*,[^,]*,"#, #""keypoints":["#)),
      Mistake("coco", "a segment's area off", at: "segment", swap(panoptic, #""area":\d+"#, #""area":1"#)),
      Mistake(
        "coco", "a segment of another id", at: "segment",
        swap(panoptic, #""segments_info":\[\{"id":\d+"#, #""segments_info":[{"id":5555"#)),
      Mistake(
        "yolo", "a field too few", at: "\(stem).txt:1", swap("labels/train/\(stem).txt", #" [^ ]+\n"#, "\n")),
      Mistake(
        "yolo", "an unknown class", at: "\(stem).txt:1", swap("labels/train/\(stem).txt", #"^\d+"#, "4711")),
      Mistake(
        "yolo", "a number above one", at: "\(stem).txt:1", swap("labels/train/\(stem).txt", #" 0\."#, " 1.")),
      Mistake(
        "yolo", "a number that is none", at: "\(stem).txt:1",
        swap("labels/train/\(stem).txt", #" 0\.\d+"#, " nan")),
      Mistake("yolo", "a label without picture", at: "stray.txt") {
        try $0.write([], "labels/train/stray.txt")
      },
      Mistake("yolo", "a picture that is none", at: stem) {
        try $0.write([0x89], "images/train/\(stem).png")
      },
      Mistake("yolo", "a class count that lies", at: "data.yaml") {
        try $0.edit("data.yaml") { "nc: 3\n" + $0 }
      },
      Mistake(
        "yolo-segment", "half a point", at: "\(stem).txt:1",
        swap("labels/train/\(stem).txt", #" [^ ]+\n"#, "\n")),
      Mistake(
        "yolo-pose", "a visibility of 3", at: "\(stem).txt",
        swap("labels/train/\(stem).txt", #" 1\n"#, " 3\n")),
      Mistake(
        "yolo-pose", "a point too few", at: "\(stem).txt:1",
        swap("labels/train/\(stem).txt", #" [^ ]+ [^ ]+ [^ ]+\n"#, "\n")),
      Mistake(
        "yolo-obb", "a corner outside", at: "\(stem).txt:1",
        swap("labels/train/\(stem).txt", #" 0\."#, " -0.")),
      Mistake(
        "kitti", "fourteen fields", at: "000000.txt:1",
        swap("training/label_2/000000.txt", #" [^ ]+\n"#, "\n")),
      Mistake(
        "kitti", "not a number", at: "000000.txt:1",
        swap("training/label_2/000000.txt", #" \d+\.\d+"#, " nan")),
      Mistake(
        "kitti", "a size of nothing", at: "000000.txt",
        swap("training/label_2/000000.txt", #" 1\.500000 "#, " 0.000000 ")),
      Mistake(
        "kitti", "a matrix cut short", at: "calib/000000.txt:3",
        swap("training/calib/000000.txt", #"P2: [^ ]+ "#, "P2: ")),
      Mistake("kitti", "no calibration", at: "calib/000001.txt") {
        try $0.remove("training/calib/000001.txt")
      },
      Mistake("kitti", "no picture", at: "000001") { try $0.remove("training/image_2/000001.png") },
      Mistake(
        "kitti", "a frame that is none", at: "train.txt:1", swap("ImageSets/train.txt", #"^\d+"#, "000999")),
      Mistake(
        "tum-rgbd", "a number too few", at: "groundtruth.txt:3",
        swap("\(stem)/groundtruth.txt", #" [^ ]+\n$"#, "\n")),
      Mistake(
        "tum-rgbd", "a quaternion of another length", at: "groundtruth.txt:3",
        swap("\(stem)/groundtruth.txt", #" [^ ]+\n$"#, " 3.5\n")),
      Mistake("tum-rgbd", "no trajectory", at: "groundtruth.txt") {
        try $0.remove("\(stem)/groundtruth.txt")
      },
      Mistake("tum-rgbd", "a picture that is gone", at: "rgb.txt:3") {
        try $0.remove("\(stem)/rgb/0.000000.png")
      },
      Mistake("tum-rgbd", "depth of 8 bits", at: "depth.txt:3") {
        try $0.write(try $0.bytes("\(stem)/rgb/0.000000.png"), "\(stem)/depth/0.000000.png")
      },
      Mistake("tum-rgbd", "time that stands still", at: "rgb.txt:4") {
        try $0.edit("\(stem)/rgb.txt") { $0 + "0.000000 rgb/0.000000.png\n" }
      },
      Mistake("tum-rgbd", "a path that leaves", at: "rgb.txt:3", swap("\(stem)/rgb.txt", "rgb/", "../../")),
      Mistake(
        "nerf", "axes that mirror", at: "frame 0",
        swap("000000/transforms.json", #""transform_matrix":\[\[0,"#, #""transform_matrix":[[1,"#)),
      Mistake(
        "nerf", "another width", at: "frame 0", swap("000000/transforms.json", #""w":160"#, #""w":161"#)),
      Mistake("nerf", "no focal length", at: "frame 0", swap("000000/transforms.json", "fl_x", "fl")),
      Mistake(
        "nerf", "a path that leaves", at: "frame 0", swap("000000/transforms.json", "images/", "../../")),
      Mistake("nerf", "a picture that is gone", at: "frame 0") {
        try $0.remove("000000/images/\(stem).png")
      },
      Mistake("tum-rgbd", "a sequence that is none", at: "sequences.txt:1", swap("sequences.txt", "^0", "9")),
    ] + poseMistakes + wordMistakes + soundMistakes

  @Test(arguments: mistakes) func everyMistakeIsFound(_ mistake: Mistake) throws {
    let folder = try copy(of: mistake.format)
    try mistake.make(folder)
    let (formed, _) = try examine(mistake.format, folder, [])
    #expect(formed.violations > 0)
    #expect(
      formed.first.contains { $0.description.contains(mistake.place) }, "\(formed.first.map(\.description))")
  }

  /// Well formed, but not what the native samples say: only the comparison can know.
  static let drifts: [Mistake] = [
    Mistake(
      "yolo", "a box one pixel on", at: "\(stem).txt:1", swap("labels/train/\(stem).txt", #" 0\.5"#, " 0.51")),
    Mistake("yolo", "an object left out", at: stem, swap("labels/train/\(stem).txt", #"^.*\n"#, "")),
    Mistake("yolo", "another class", at: "\(stem).txt:1", swap("labels/train/\(stem).txt", #"^\d+"#, "0")),
    Mistake(
      "kitti", "a box one pixel on", at: "000000.txt:1",
      swap("training/label_2/000000.txt", #"\.\d{6} \d+\.00 "#, ".100000 0.00 ")),
    Mistake(
      "kitti", "a metre beside", at: "000000.txt",
      swap("training/label_2/000000.txt", #"1[34]\.\d+ (?=-?\d\.\d+\n)"#, "15.0 ")),
    Mistake(
      "coco", "another class", at: "annotation 1", swap(instances, #""category_id":\d+"#, #""category_id":1"#)
    ),
    Mistake(
      "nerf", "pixels counted from centres", at: "frame 0",
      swap("000000/transforms.json", #""cx":\d+"#, #""cx":79.5"#)),
    Mistake(
      "colmap", "a camera a metre on", at: "images.txt:3",
      swap("000000/sparse/0/images.txt", #" 1\.650000000 "#, " 2.650000000 ")),
    Mistake(
      "euroc", "a body a metre on", at: "data.csv:2",
      swap("000000/mav0/state_groundtruth_estimate0/data.csv", #",0,0,0,1,"#, ",1,0,0,1,")),
    Mistake(
      "euroc", "a focal length in other units", at: "cam0/data.csv:2",
      swap("000000/mav0/cam0/sensor.yaml", #"intrinsics: \[\d+"#, "intrinsics: [1")),
    Mistake(
      "scannet", "a camera a metre higher", at: "pose/0.txt",
      swap("scans/scene0000_00/pose/0.txt", #" 1\.650000000"#, " 2.650000000")),
    Mistake("scannet", "depth of another frame", at: "depth/0.png") {
      try $0.write(
        try StoredPNG.encode(.uint16(Raster(width: 160, height: 96, fill: 7))),
        "scans/scene0000_00/depth/0.png")
    },
    Mistake("hypersim", "distances one bit on", at: "depth_meters.hdf5") {
      let path = "ai_000_000/images/scene_cam_00_geometry_hdf5/frame.0000.depth_meters.hdf5"
      var bytes = try $0.bytes(path)
      bytes[bytes.count - 2] ^= 1
      try $0.write(bytes, path)
    },
    Mistake(
      "bop", "metres for millimetres", at: "object 0",
      swap("train/000000/scene_gt.json", #""cam_t_m2c":\[[^,]*,"#, #""cam_t_m2c":[0.5,"#)),
    Mistake(
      "tum-rgbd", "a camera a metre higher", at: "rgb.txt:3",
      swap("\(stem)/groundtruth.txt", #" 1\.650000 "#, " 2.650000 ")),
    Mistake("tum-rgbd", "depth of another frame", at: "depth.txt:3") {
      try $0.write(
        try StoredPNG.encode(.uint16(Raster(width: 160, height: 96, fill: 7))), "\(stem)/depth/0.000000.png")
    },
  ]

  @Test(arguments: drifts + wordDrifts + soundDrifts) func whatNativeSamplesDoNotSayIsFound(
    _ mistake: Mistake
  ) throws {
    let folder = try copy(of: mistake.format)
    try mistake.make(folder)
    let (_, matched) = try examine(mistake.format, folder)
    #expect(
      matched.first.contains { $0.description.contains(mistake.place) }, "\(matched.first.map(\.description))"
    )
  }

  @Test(arguments: names) func aSampleThatIsNotThereIsFound(_ name: String) throws {
    let folder = try WrittenFolder(try type(name), Array(Self.samples.dropLast()), Self.options)
    #expect(try examine(name, folder).matched.violations > 0)
    let more = try copy(of: name)
    #expect(try examine(name, more, Array(Self.samples.dropLast())).matched.violations > 0)
  }

  @Test func absentAndUnreadableAreToldApart() throws {
    for name in Self.names {
      #expect(throws: DioramaError.self) { try FormatFolder("/nowhere/at/all") }
      let empty = try WrittenFolder(try type(name), [], Self.options)
      var finding = CheckFinding()
      try? FileManager.default.removeItem(atPath: empty.path)
      try empty.write([], "nothing")
      do {
        _ = try type(name).validator.read(try FormatFolder(empty.path), into: &finding)
        Issue.record("an empty folder was read as \(name)")
      } catch { #expect((error as? DioramaError)?.reason == .noInput) }
    }
    let cut = try copy(of: "coco")
    let bytes = try cut.bytes(Self.instances)
    for tail in [
      Array(bytes.prefix(bytes.count / 2)), Array("{\"images\": [NaN], \"annotations\": []}".utf8),
    ] {
      try cut.write(tail, Self.instances)
      do {
        _ = try examine("coco", cut)
        Issue.record("read")
      } catch { #expect((error as? DioramaError)?.reason == .badInput) }
    }
  }

  private static let readEndings = [
    ".json", ".jsonl", ".p", ".txt", ".yaml", ".png", ".jpg", ".csv", ".tsv", ".ply", ".hdf5", ".wav",
    ".flac", ".mp3",
    ".jams", ".TextGrid", ".TXT", ".rttm", ".ctm", ".stm", ".uem", ".lst", ".scp", ".gz", ".tar", "segments",
    "text",
    "utt2spk", "spk2utt", "ANNOTATIONS",
  ]

  /// Bytes changed, cut and repeated anywhere: the outcome is a finding or an error.
  @Test(arguments: names) func hostileBytesDoNotTrap(_ name: String) throws {
    var dice = Dice(state: 77)
    let samples = Array(Self.samples.prefix(1))
    let folder = try WrittenFolder(try type(name), samples, Self.options)
    let files = (FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String] ?? []).sorted()
      .filter { file in
        Self.readEndings.contains { file.hasSuffix($0) }
      }
    let tokens = [
      "-1", "1e308", "-9223372036854775808", "99999999999999999999", "nan", "\"\"", "[]", "{}", "null",
      "true",
    ]
    // Sound is long to read, and its files are few.
    for round in 0..<(try type(name).isOfSound ? 8 : 64) {
      let file = files[dice.roll(files.count)]
      let old = try folder.bytes(file)
      var bytes = old
      switch round % 4 {
      case 0: bytes = Array(bytes.prefix(dice.roll(bytes.count + 1)))
      case 1:
        for _ in 0..<(1 + dice.roll(4)) where !bytes.isEmpty {
          bytes[dice.roll(bytes.count)] = UInt8(dice.roll(256))
        }
      case 2:
        // A number becomes something else.
        let digits = bytes.indices.filter { (0x30...0x39).contains(bytes[$0]) }
        guard !digits.isEmpty else { continue }
        let at = digits[dice.roll(digits.count)]
        bytes.replaceSubrange(at...at, with: Array(tokens[dice.roll(tokens.count)].utf8))
      default:
        let from = dice.roll(bytes.count + 1)
        bytes += bytes[from...]
      }
      try folder.write(bytes, file)
      _ = try? examine(name, folder, samples)
      try folder.write(old, file)
    }
    #expect(try examine(name, folder, samples).formed.violations == 0)
  }
}
