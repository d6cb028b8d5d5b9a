import DatasetStore
import Foundation
import Imaging
import JSON
import Testing
import WorldModel

/// Prints what encoding costs when DIORAMA_MEASURE is set.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["DIORAMA_MEASURE"] != nil))
struct EncodingSpeedTests {
  private func milliseconds(_ rounds: Int, _ body: () throws -> Void) rethrows -> Double {
    var best = Double.infinity
    for _ in 0..<rounds {
      let start = ContinuousClock.now
      try body()
      best = min(best, (ContinuousClock.now - start) / .milliseconds(1))
    }
    return (best * 100).rounded() / 100
  }

  @Test func json() throws {
    let entry = TestBoxes.Entry(
      instance: 7, box: [1, 2, 3, 4], score: 1 / 3, note: "n", attributes: ["a": "b"])
    let boxes = TestBoxes(entries: Array(repeating: entry, count: 2_000))
    let track = TestTrack(points: Array(repeating: [0.1, 1.0 / 3, 12.75], count: 20_000), speed: 1)
    let (b, t) = (try CanonicalJSON.encode(boxes), try CanonicalJSON.encode(track))
    print(
      "2000 boxes, \(b.count) bytes: \(try milliseconds(7) { _ = try CanonicalJSON.encode(boxes) }) ms;",
      "read \(try milliseconds(5) { _ = try CanonicalJSON.decode(TestBoxes.self, b, name: "t") }) ms")
    print(
      "60,000 numbers, \(t.count) bytes: \(try milliseconds(7) { _ = try CanonicalJSON.encode(track) }) ms;",
      "read \(try milliseconds(5) { _ = try CanonicalJSON.decode(TestTrack.self, t, name: "t") }) ms")
    let foundation = JSONEncoder()
    foundation.outputFormatting = [.sortedKeys]
    print(
      "Foundation: \(try milliseconds(5) { _ = try foundation.encode(boxes) }), \(try milliseconds(5) { _ = try foundation.encode(track) }) ms"
    )
  }

  @Test func hashing() {
    let bytes = [UInt8](repeating: 3, count: 8_000_000)
    for engine in [SHA256.Engine.instructions, .portable] {
      let ms = milliseconds(5) {
        var hasher = SHA256(engine: engine)
        hasher.update(bytes)
        _ = hasher.digest
      }
      print("SHA-256 \(engine): \(Int(8_000 / ms)) MB/s")
    }
    let floats = Raster<Float>(width: 1280, height: 720, fill: 1)
    print("NPY 1280×720: \(milliseconds(5) { _ = NPY.encode(floats) }) ms")
  }
}
