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
    try compare("depth", depth, depth: 16, type: 0, rowBytes: 2 * width, least: 3) {
      try encoder.encode(scene.depth)
    }
    try compare("identifiers", ids, depth: 8, type: 6, rowBytes: 4 * width, least: 10) {
      try encoder.encode(identifiers: scene.identifiers)
    }
    try compare("semantic", semantic, depth: 16, type: 0, rowBytes: 2 * width, least: 10) {
      try encoder.encode(scene.semantic)
    }
  }

  /// Label maps of other kinds than the scene's: many cells, thin slanted wires, discs, a few odd pixels.
  @Test func labelMaps() throws {
    let (w, h) = Self.measures ? (1280, 720) : (320, 180)
    var noise = TestPictures.Noise(21)
    let seeds = (0..<(w * h / 900)).map { _ in (noise.below(w), noise.below(h)) }
    var grid = [[Int]](repeating: [], count: (w / 32 + 1) * (h / 32 + 1))
    for (k, s) in seeds.enumerated() { grid[s.1 / 32 * (w / 32 + 1) + s.0 / 32].append(k) }
    func cell(_ x: Int, _ y: Int) -> UInt32 {
      var best = (Int.max, 0)
      for j in max(0, y / 32 - 2)...min(h / 32, y / 32 + 2) {
        for i in max(0, x / 32 - 2)...min(w / 32, x / 32 + 2) {
          for k in grid[j * (w / 32 + 1) + i] {
            let (dx, dy) = (seeds[k].0 - x, seeds[k].1 - y)
            if dx * dx + dy * dy < best.0 { best = (dx * dx + dy * dy, k + 1) }
          }
        }
      }
      return UInt32(best.1)
    }
    let kinds: [(String, (Int, Int) -> UInt32)] = [
      ("cells", cell),
      ("wires", { x, y in (x + y) % 23 < 2 || (x - y + 10_000) % 23 < 2 ? 77 : UInt32(x * 3 / w + 1) }),
      (
        "discs",
        { x, y in
          let (u, v) = (x % 64 - 32, y % 64 - 32)
          return u * u + v * v < 700 ? UInt32(x / 64 + y / 64 * 100 + 5) : 0
        }
      ),
      (
        "odd pixels",
        { x, y in TestPictures.hash(x, y, 5) % 200 == 0 ? UInt32(TestPictures.hash(y, x, 9)) : 3 }
      ),
      ("leaves", { x, y in TestPictures.smooth(x, y, cell: 7, seed: 2) > 140 ? 9 : UInt32(y * 5 / h) }),
    ]
    let encoder = PNGEncoder()
    for (name, label) in kinds {
      let ids = Raster<UInt32>(width: w, height: h, values: (0..<(w * h)).map { label($0 % w, $0 / w) })
      let rows = ids.values.flatMap { v in [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: v >> $0) } }
      try compare(name, rows, depth: 8, type: 6, rowBytes: 4 * w, least: 5) {
        try encoder.encode(identifiers: ids)
      }
      let classes = Raster<UInt8>(width: w, height: h, values: ids.values.map { UInt8($0 & 255) })
      try compare(name + " (8 bits)", classes.values, depth: 8, type: 0, rowBytes: w, least: 3) {
        try encoder.encode(classes, strategy: .labels)
      }
    }
  }
}
