import Diagnostics
import Imaging
import Testing

/// Everything the encoder writes comes back through libpng bit by bit.
struct PNGEncoderTests {
  static let strategies: [PNGEncoder.Strategy] = [
    .automatic, .photograph(level: 1), .photograph(level: 6), .labels,
  ]
  static let shapes = [
    (1, 1), (1, 37), (37, 1), (2, 2), (3, 5), (64, 64), (257, 31), (65_535, 2), (9_000, 3), (20_000, 1),
  ]

  static func pictures(_ w: Int, _ h: Int, _ c: Int) -> [Raster<UInt8>] {
    let n = w * h * c
    return [
      Raster(width: w, height: h, channels: c, fill: 7),
      Raster(width: w, height: h, channels: c, values: (0..<n).map { UInt8(truncatingIfNeeded: $0 / c) }),
      Raster(
        width: w, height: h, channels: c, values: (0..<n).map { UInt8(truncatingIfNeeded: $0 / c / w * 3) }),
      TestPictures.random8(w, h, c, seed: UInt64(n)),
      TestPictures.random8(w, h, c, seed: UInt64(n), below: 2),
      // Long runs whose ends wander: every kind of match and filter of the label path.
      Raster(
        width: w, height: h, channels: c,
        values: (0..<n).map { i in
          let (x, y) = (i / c % w, i / c / w)
          return UInt8(truncatingIfNeeded: (x + (y % 5 < 2 ? 0 : y / 2)) / 11 % 4 * (i % c + 1))
        }),
    ]
  }

  @Test(arguments: strategies) func eightBits(strategy: PNGEncoder.Strategy) throws {
    let encoder = PNGEncoder()
    let options = ImageFile.Options(limits: ImageFile.Limits(side: 70_000))
    for (w, h) in Self.shapes {
      for c in 1...4 {
        for (k, picture) in Self.pictures(w, h, c).enumerated() {
          let file = try encoder.encode(picture, strategy: strategy)
          let back = try ImageFile.decode(file, name: "t", options: options)
          #expect(back == .uint8(picture), "\(w)×\(h)×\(c) picture \(k)")
        }
      }
    }
  }

  @Test(arguments: strategies) func sixteenBits(strategy: PNGEncoder.Strategy) throws {
    let encoder = PNGEncoder()
    let options = ImageFile.Options(limits: ImageFile.Limits(side: 70_000))
    for (w, h) in Self.shapes {
      for c in 1...4 {
        for (k, low) in Self.pictures(w, h, c).enumerated() {
          let values = low.values.enumerated().map {
            UInt16($1) &* 257 &+ UInt16(truncatingIfNeeded: k > 2 ? $0 : 0)
          }
          let picture = Raster<UInt16>(width: w, height: h, channels: c, values: values)
          let back = try ImageFile.decode(
            try encoder.encode(picture, strategy: strategy), name: "t", options: options)
          #expect(back == .uint16(picture), "\(w)×\(h)×\(c) picture \(k)")
        }
      }
    }
  }

  @Test func identifiers() throws {
    let encoder = PNGEncoder()
    var noise = TestPictures.Noise(5)
    for below in [3, 70_000, 0xffff_ffff] {
      for run in [1, 9, 4_000] {
        var value: UInt32 = 0
        let values = (0..<(300 * 41)).map { i in
          if i % run == 0 { value = UInt32(noise.below(below)) }
          return value
        }
        let picture = Raster<UInt32>(width: 300, height: 41, values: values)
        for strategy in Self.strategies {
          let file = try encoder.encode(identifiers: picture, strategy: strategy)
          let back = try Raster<UInt32>(identifiersIn: try ImageFile.decode(file, name: "t"), name: "t")
          #expect(back == picture)
        }
      }
    }
  }

  @Test func manyBlocks() throws {
    // More tokens than one deflate block takes, and counts so skewed that codes must be cut to 15 bits.
    var noise = TestPictures.Noise(9)
    let values = (0..<(1000 * 400)).map { _ in UInt8(noise.next().trailingZeroBitCount.magnitude * 3 % 256) }
    let picture = Raster<UInt8>(width: 1000, height: 400, values: values)
    let file = try PNGEncoder().encode(picture, strategy: .labels)
    #expect(try ImageFile.decode8(file, name: "t") == picture)
  }

  @Test func palette() throws {
    let colors: [SIMD3<UInt8>] = [[1, 2, 3], [255, 0, 9], [7, 7, 7]]
    let picture = TestPictures.random8(33, 9, 1, seed: 3, below: 3)
    let file = try PNGEncoder().encode(indices: picture, palette: colors)
    #expect(
      try ImageFile.decode(file, name: "t", options: .init(keepsPaletteIndices: true)) == .uint8(picture))
    let shown = try ImageFile.decode8(file, name: "t")
    #expect(shown.channels == 3)
    for (i, index) in picture.values.enumerated() {
      let c = colors[Int(index)]
      #expect(Array(shown.values[(3 * i)..<(3 * i + 3)]) == [c.x, c.y, c.z])
    }
    #expect(throws: DioramaError.self) { try PNGEncoder().encode(indices: picture, palette: [[0, 0, 0]]) }
  }

  @Test func refusesWhatPNGCannotHold() {
    let encoder = PNGEncoder()
    #expect(throws: DioramaError.self) { try encoder.encode(Raster<UInt8>(width: 0, height: 3, fill: 0)) }
    #expect(throws: DioramaError.self) {
      try encoder.encode(Raster<UInt8>(width: 2, height: 3, channels: 5, fill: 0))
    }
    #expect(throws: DioramaError.self) {
      try encoder.encode(identifiers: Raster<UInt32>(width: 2, height: 3, channels: 2, fill: 0))
    }
  }

  @Test func sameBytesWhateverCameBefore() throws {
    let scene = TestPictures.scene(width: 160, height: 90)
    let used = PNGEncoder()
    _ = try used.encode(TestPictures.random8(400, 300, 4, seed: 8))
    _ = try used.encode(identifiers: scene.identifiers)
    #expect(try used.encode(scene.color) == PNGEncoder().encode(scene.color))
    #expect(try used.encode(scene.depth) == PNGEncoder().encode(scene.depth))
    #expect(
      try used.encode(identifiers: scene.identifiers) == PNGEncoder().encode(identifiers: scene.identifiers))
  }
}
