import Diagnostics
import Imaging
import Testing

struct ImageFileTests {
  static let gray = 0
  static let rgb = 2
  static let palette = 3
  static let grayAlpha = 4
  static let rgba = 6

  @Test func kinds() {
    #expect(ImageFile.kind(of: []) == nil)
    #expect(ImageFile.kind(of: Array("GIF89a".utf8)) == nil)
    #expect(ImageFile.kind(of: [0xff, 0xd8, 0xff, 0xe0]) == .jpeg)
    #expect(
      ImageFile.kind(of: LibPNG.write([0], width: 1, height: 1, bitDepth: 8, colorType: 0, rowBytes: 1))
        == .png)
  }

  /// Grey of few bits becomes eight bits over the full range.
  @Test(arguments: [1, 2, 4]) func fewBits(depth: Int) throws {
    let perByte = 8 / depth
    let top = (1 << depth) - 1
    let (w, h) = (13, 5)
    var picture = Raster<UInt8>(width: w, height: h, fill: 0)
    let rowBytes = (w + perByte - 1) / perByte
    var rows = [UInt8](repeating: 0, count: rowBytes * h)
    for y in 0..<h {
      for x in 0..<w {
        let v = (x * 7 + y * 3) & top
        rows[y * rowBytes + x / perByte] |= UInt8(v << (8 - depth - x % perByte * depth))
        picture[x, y] = UInt8(v * 255 / top)
      }
    }
    for interlaced in [false, true] {
      let file = LibPNG.write(
        rows, width: w, height: h, bitDepth: depth, colorType: Self.gray, rowBytes: rowBytes,
        interlaced: interlaced)
      #expect(try ImageFile.decode(file, name: "t") == .uint8(picture))
    }
  }

  @Test func interlaced() throws {
    for (type, channels) in [(Self.gray, 1), (Self.grayAlpha, 2), (Self.rgb, 3), (Self.rgba, 4)] {
      for (w, h) in [(1, 1), (3, 2), (8, 8), (17, 23), (1, 40)] {
        let picture = TestPictures.random8(w, h, channels, seed: UInt64(w * h + 1))
        let file = LibPNG.write(
          picture.values, width: w, height: h, bitDepth: 8, colorType: type, rowBytes: w * channels,
          interlaced: true)
        #expect(try ImageFile.decode(file, name: "t") == .uint8(picture))
      }
    }
  }

  @Test func paletteWithTransparency() throws {
    let file = LibPNG.write(
      [0, 1, 2, 1], width: 4, height: 1, bitDepth: 8, colorType: Self.palette, rowBytes: 4,
      palette: [10, 20, 30, 40, 50, 60, 70, 80, 90], transparency: [0, 128])
    #expect(
      try ImageFile.decode8(file, name: "t").values == [
        10, 20, 30, 0, 40, 50, 60, 128, 70, 80, 90, 255, 40, 50, 60, 128,
      ])
    let indices = try ImageFile.decode(file, name: "t", options: .init(keepsPaletteIndices: true))
    #expect(indices == .uint8(Raster(width: 4, height: 1, values: [0, 1, 2, 1])))
    // Two pixels to a byte.
    let packed = LibPNG.write(
      [0x01, 0x20], width: 3, height: 1, bitDepth: 4, colorType: Self.palette, rowBytes: 2,
      palette: [10, 20, 30, 40, 50, 60, 70, 80, 90])
    #expect(
      try ImageFile.decode(packed, name: "t", options: .init(keepsPaletteIndices: true))
        == .uint8(Raster(width: 3, height: 1, values: [0, 1, 2])))
  }

  @Test func sixteenBits() throws {
    let rows: [UInt8] = [0x12, 0x34, 0xff, 0xff, 0x00, 0x80, 0x00, 0x01]
    let file = LibPNG.write(rows, width: 4, height: 1, bitDepth: 16, colorType: Self.gray, rowBytes: 8)
    #expect(
      try ImageFile.decode(file, name: "t")
        == .uint16(Raster(width: 4, height: 1, values: [0x1234, 0xffff, 0x80, 1])))
    // Rounded: v × 255 / 65,535.
    #expect(try ImageFile.decode8(file, name: "t").values == [18, 255, 0, 0])
  }

  @Test func limits() throws {
    let file = LibPNG.write(
      [UInt8](repeating: 1, count: 300 * 200), width: 300, height: 200, bitDepth: 8, colorType: 0,
      rowBytes: 300)
    for limits in [ImageFile.Limits(side: 299), ImageFile.Limits(bytes: 59_999)] {
      let error = #expect(throws: DioramaError.self) {
        try ImageFile.decode(file, name: "big.png", options: .init(limits: limits))
      }
      #expect(error?.reason == .badInput && error?.message.contains("big.png") == true)
    }
    _ = try ImageFile.decode(file, name: "t", options: .init(limits: .init(side: 300, bytes: 60_000)))
  }

  /// A header that claims 16,000 × 16,000 pixels in a hundred bytes is refused before memory is taken.
  @Test func claimsBeyondTheFile() throws {
    var file = LibPNG.write([0], width: 1, height: 1, bitDepth: 8, colorType: 6, rowBytes: 4)
    file[18] = 0x3e
    file[22] = 0x3e
    let sum = Self.crc(file[12..<29])
    for k in 0..<4 { file[29 + k] = UInt8(truncatingIfNeeded: sum >> UInt32(24 - 8 * k)) }
    let error = #expect(throws: DioramaError.self) { try ImageFile.decode(file, name: "bomb") }
    #expect(error?.message.contains("cannot be in") == true)
  }

  static func crc(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    var sum: UInt32 = 0xffff_ffff
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? 0xedb8_8320 ^ sum >> 1 : sum >> 1 }
    }
    return ~sum
  }

  static func samples() throws -> [[UInt8]] {
    let scene = TestPictures.scene(width: 48, height: 32)
    let encoder = PNGEncoder()
    return [
      try encoder.encode(scene.color), try encoder.encode(scene.depth),
      try encoder.encode(identifiers: scene.identifiers),
      try encoder.encode(
        indices: TestPictures.random8(30, 20, 1, seed: 1, below: 4),
        palette: [[0, 1, 2], [3, 4, 5], [6, 7, 8], [9, 9, 9]]),
      LibPNG.write(
        scene.color.values, width: 48, height: 32, bitDepth: 8, colorType: 2, rowBytes: 144, interlaced: true),
      try JPEGEncoder.encode(scene.color), try JPEGEncoder.encode(scene.color, halvesChroma: false),
    ]
  }

  /// Every cut of a file is an error, never a picture.
  @Test func truncated() throws {
    for file in try Self.samples() {
      let isPNG = ImageFile.kind(of: file) == .png
      // A JPEG's end mark may be missing without loss.
      for length in 0..<(isPNG ? file.count : file.count - 16)
      where length < 200 || length % 7 == 0 || length > file.count - 20 {
        let error = #expect(throws: DioramaError.self) {
          try ImageFile.decode(Array(file[..<length]), name: "cut")
        }
        #expect(error?.reason == .badInput)
      }
    }
  }

  /// Thousands of damaged files: a picture or one error, nothing else. Checksums are repaired in half of them, so
  /// that the damage reaches what they guard.
  @Test func damaged() throws {
    var noise = TestPictures.Noise(77)
    var (pictures, errors) = (0, 0)
    for file in try Self.samples() {
      for round in 0..<1_500 {
        var bad = file
        for _ in 0...noise.below(3) {
          switch noise.below(4) {
          case 0: bad[noise.below(bad.count)] = UInt8(noise.below(256))
          case 1: bad[noise.below(bad.count)] ^= 1 << UInt8(noise.below(8))
          case 2: bad.remove(at: noise.below(bad.count))
          default: bad.insert(UInt8(noise.below(256)), at: noise.below(bad.count))
          }
        }
        if round % 2 == 0, ImageFile.kind(of: bad) == .png { Self.repairChecksums(&bad) }
        do throws(DioramaError) {
          _ = try ImageFile.decode(
            bad, name: "bad", options: .init(limits: .init(side: 4096, bytes: 1 << 24)))
          pictures += 1
        } catch {
          #expect(error.reason == .badInput)
          errors += 1
        }
      }
    }
    #expect(errors > 5_000 && pictures > 100, "\(errors) errors, \(pictures) pictures")
  }

  static func repairChecksums(_ file: inout [UInt8]) {
    var at = 8
    while at + 12 <= file.count {
      let length = file[at..<(at + 4)].reduce(0) { $0 << 8 | Int($1) }
      guard at + 12 + length <= file.count else { return }
      let sum = crc(file[(at + 4)..<(at + 8 + length)])
      for k in 0..<4 { file[at + 8 + length + k] = UInt8(truncatingIfNeeded: sum >> UInt32(24 - 8 * k)) }
      at += 12 + length
    }
  }

  @Test func textureFromFile() throws {
    let picture = TestPictures.random8(8, 4, 3, seed: 2)
    let texture = try Texture(
      name: "t", encoded: try PNGEncoder().encode(picture), wrap: (.clamp, .mirror), isNearest: true)
    #expect(texture.levels.count == 4 && texture.levels[0].width == 8 && texture.isNearest)
    #expect(texture.levels[0].texels[9] & 0xff == UInt32(picture[1, 1, 0]))
    #expect(throws: DioramaError.self) { try Texture(name: "t", encoded: [1, 2, 3]) }
  }
}
