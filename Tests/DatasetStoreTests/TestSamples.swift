import DatasetStore
import Diagnostics
import Foundation
import Imaging
import JSON
import RandomStreams
import VectorMath
import WorldModel

struct TestBoxes: StructuredLabel, Equatable {
  static let name = "boxes2d"
  struct Entry: Codable, Sendable, Hashable {
    var instance: UInt32
    var box: [Int]
    var score: Double
    var note: String?
    var attributes: [String: String]
  }
  var entries: [Entry]
}

struct TestTrack: StructuredLabel, Equatable {
  static let name = "track"
  var points: [[Double]]
  var speed: Float
}

/// Small samples that use every kind of raster, structured label and odd number.
enum TestSamples {
  static let types: [any StructuredLabel.Type] = [TestBoxes.self, TestTrack.self]

  static func sample(_ index: Int) -> Sample {
    var state = UInt64(index + 1) &* 0x9e37_79b9_7f4a_7c15
    func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
    let (w, h) = (24, 16)
    func raster<S: Sendable>(_ c: Int, _ make: () -> S) -> Raster<S> {
      Raster(width: w, height: h, channels: c, values: (0..<(w * h * c)).map { _ in make() })
    }
    var views: [Sample.View] = []
    for sensor in ["front", "rear-left"] {
      var labels = LabelSet()
      labels.set("rgb", .uint8(raster(3) { UInt8(truncatingIfNeeded: next()) }))
      labels.set("semantic", .uint16(raster(1) { UInt16(truncatingIfNeeded: next() % 400) }))
      labels.set("instance", .uint32(raster(1) { next() % 3 == 0 ? UInt32(truncatingIfNeeded: next()) : 7 }))
      labels.set("pairs", .uint32(raster(2) { UInt32(truncatingIfNeeded: next()) }))
      labels.set("five", .uint8(raster(5) { UInt8(truncatingIfNeeded: next()) }))
      labels.set("two", .uint16(raster(2) { UInt16(truncatingIfNeeded: next()) }))
      labels.set(
        "depth",
        .float(
          raster(1) {
            next() % 5 == 0 ? .infinity : Float(bitPattern: UInt32(truncatingIfNeeded: next()) >> 2)
          }))
      labels.set("flow_forward", .float(raster(2) { Float(Int64(bitPattern: next())) * -1e-18 }))
      labels.set(
        TestBoxes(
          entries: (0..<3).map { i in
            TestBoxes.Entry(
              instance: UInt32(truncatingIfNeeded: next()), box: [i, 2, 3, 4], score: Double(next()) / 3e19,
              note: i == 1 ? "a \"quoted\"\n\u{1}\\ Gruß 🌍/" : nil,
              attributes: ["z": "1", "a": "2", "é": "3", "Z": "4"])
          }))
      labels.set(TestTrack(points: [[0.1, -0.0, 1e-300], [], [5, 1.0 / 3, 1e22]], speed: 0.1))
      views.append(
        Sample.View(
          sensor: sensor, camera: Camera(width: w, height: h, horizontalFieldOfView: 1.1),
          rigFromCamera: Rig.mount(at: Vector3(0.1, 0.2, 1.3), yaw: 0.4),
          worldFromCamera: RigidTransform(
            rotation: Quaternion(yaw: 0.3), translation: Vector3(1, 2, 1.0 / 3)),
          stereoBaseline: sensor == "front" ? 0.54 : nil, labels: labels))
    }
    return Sample(
      index: index, sequence: index / 4, frame: index % 4, time: 0.1 * Double(index),
      worldFromRig: RigidTransform(rotation: Quaternion(yaw: 1), translation: Vector3(3, 2, 1)), views: views,
      drawn: [
        DrawnValue(path: "sample/\(index)/speed", value: .number(13.7)),
        DrawnValue(path: "sample/\(index)/colour", value: .text("5")),
      ], attributes: [("weather", "rain"), ("daytime", "night")])
  }

  static func identity(count: Int, shard: DatasetIdentity.Shard? = nil, seed: UInt64 = .max) throws
    -> DatasetIdentity
  {
    let recipe = try DatasetIdentity.Recipe(
      name: "street.yaml", text: "street: 1 # ä\n",
      resolved: ["b": [.null, true, 0.5, "x"], "street": 1])
    return DatasetIdentity(
      version: "0.1.0", recipe: recipe, seed: seed, count: count, shard: shard, engine: ["transforms": "simd"]
    )
  }

  /// The files of samples, made once.
  static func files(_ count: Int) throws -> [[DatasetFile]] {
    let encoder = SampleEncoder()
    return try (0..<count).map { try encoder.encode(sample($0)) }
  }
}

/// A directory that goes away with the test.
final class Scratch {
  let path: String
  init() {
    // In memory where possible: thousands of flushes cost nothing there.
    let memory = "/dev/shm"
    let base =
      FileManager.default.isWritableFile(atPath: memory)
      ? memory : FileManager.default.temporaryDirectory.path
    path = base + "/diorama-\(UUID().uuidString)"
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }
  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// All files below a directory by relative path, with their bytes.
  static func tree(_ path: String) throws -> [String: [UInt8]] {
    var out: [String: [UInt8]] = [:]
    func walk(_ relative: String) throws {
      for name in try DurableFiles.list(path + relative) {
        let child = relative + "/" + name
        if DurableFiles.isDirectory(path + child) {
          try walk(child)
        } else {
          out[child] = try DurableFiles.read(path + child)
        }
      }
    }
    try walk("")
    return out
  }
}
