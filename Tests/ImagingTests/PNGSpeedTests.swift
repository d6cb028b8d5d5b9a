import Foundation
import Imaging
import Testing

/// Against libpng at level 1 with its default filters: never larger, and (when DIORAMA_MEASURE is set, since a
/// busy machine proves nothing) at least three times as fast.
@Suite(.serialized)
struct PNGSpeedTests {
  static let measures = ProcessInfo.processInfo.environment["DIORAMA_MEASURE"] != nil

  private func bestSeconds(_ rounds: Int, _ body: () throws -> [UInt8]) rethrows -> (
    seconds: Double, bytes: Int
  ) {
    var best = Double.infinity
    var bytes = 0
    for _ in 0..<rounds {
      let start = ContinuousClock.now
      bytes = try body().count
      best = min(best, (ContinuousClock.now - start) / .seconds(1))
    }
    return (best, bytes)
  }

  private func compare(
    _ name: String, _ rows: [UInt8], depth: Int, type: Int, rowBytes: Int, least: Double,
    _ own: () throws -> [UInt8]
  ) throws {
    let height = rows.count / rowBytes
    let width = rowBytes * 8 / depth / [0: 1, 2: 3, 6: 4][type, default: 1]
    let theirs = bestSeconds(Self.measures ? 7 : 1) {
      LibPNG.write(rows, width: width, height: height, bitDepth: depth, colorType: type, rowBytes: rowBytes)
    }
    let ours = try bestSeconds(Self.measures ? 15 : 1, own)
    #expect(ours.bytes <= theirs.bytes, "\(name)")
    guard Self.measures else { return }
    let megabytes = Double(rows.count) / 1e6
    let ratio = theirs.seconds / ours.seconds
    print(
      "\(name): libpng \(Int(megabytes / theirs.seconds)) MB/s, \(theirs.bytes) bytes;",
      "ours \(Int(megabytes / ours.seconds)) MB/s, \(ours.bytes) bytes; \((ratio * 100).rounded() / 100) × as fast"
    )
    #expect(ratio >= least, "\(name)")
  }

  @Test func againstLibPNG() throws {
    let scene = TestPictures.scene(width: Self.measures ? 1280 : 640, height: Self.measures ? 720 : 360)
    let encoder = PNGEncoder()
    let width = scene.color.width
    let depth = scene.depth.values.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
    let semantic = scene.semantic.values.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
    let ids = scene.identifiers.values.flatMap { w in
      [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: w >> $0) }
    }
    try compare("rgb", scene.color.values, depth: 8, type: 2, rowBytes: 3 * width, least: 3) {
      try encoder.encode(scene.color)
    }
    try compare("depth", depth, depth: 16, type: 0, rowBytes: 2 * width, least: 2.5) {
      try encoder.encode(scene.depth)
    }
    try compare("identifiers", ids, depth: 8, type: 6, rowBytes: 4 * width, least: 10) {
      try encoder.encode(identifiers: scene.identifiers)
    }
    try compare("semantic", semantic, depth: 16, type: 0, rowBytes: 2 * width, least: 10) {
      try encoder.encode(scene.semantic)
    }
  }
}
