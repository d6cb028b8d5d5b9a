package import Imaging

/// PNG files without compression: enough for other people's readers.
package enum StoredPNG {
  package struct Unsupported: Error {}

  /// An 8-bit raster of 1 or 3 channels, or a 16-bit one of one; identifiers as RGBA, least significant byte first.
  package static func encode(_ raster: AnyRaster) throws -> [UInt8] {
    let r = raster.shape
    let samples: [UInt8]
    switch raster {
    case .uint8(let bytes) where r.channels == 1 || r.channels == 3: samples = bytes.values
    case .uint16(let shorts) where r.channels == 1:
      samples = shorts.values.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
    case .uint32(let words) where r.channels == 1:
      samples = words.values.flatMap { w in (0..<4).map { UInt8(truncatingIfNeeded: w >> (8 * $0)) } }
    default: throw Unsupported()
    }
    var data: [UInt8] = []
    let row = samples.count / max(1, r.height)
    for v in 0..<r.height { data += [0] + samples[(v * row)..<((v + 1) * row)] }
    var zlib: [UInt8] = [0x78, 0x01]
    var start = 0
    repeat {
      let n = min(65535, data.count - start)
      let isLast = start + n == data.count
      zlib += [isLast ? 1 : 0, UInt8(n & 255), UInt8(n >> 8), UInt8(~n & 255), UInt8((~n >> 8) & 255)]
      zlib += data[start..<(start + n)]
      start += n
    } while start < data.count
    zlib += bigEndian(adler(data))
    let depth: UInt8 = if case .uint16 = raster { 16 } else { 8 }
    var color: UInt8 = r.channels == 1 ? 0 : 2
    if case .uint32 = raster { color = 6 }
    let header = bigEndian(UInt32(r.width)) + bigEndian(UInt32(r.height)) + [depth, color, 0, 0, 0]
    return [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] + chunk("IHDR", header) + chunk("IDAT", zlib)
      + chunk("IEND", [])
  }

  private static func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
    let body = Array(type.utf8) + data
    return bigEndian(UInt32(data.count)) + body + bigEndian(crc(body))
  }

  private static func bigEndian(_ n: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { (shift: UInt32) -> UInt8 in UInt8(truncatingIfNeeded: n >> shift) }
  }

  private static func adler(_ data: [UInt8]) -> UInt32 {
    var (a, b): (UInt32, UInt32) = (1, 0)
    for byte in data {
      a = (a + UInt32(byte)) % 65521
      b = (b + a) % 65521
    }
    return b << 16 | a
  }

  private static func crc(_ data: [UInt8]) -> UInt32 {
    var c: UInt32 = ~0
    for byte in data {
      c ^= UInt32(byte)
      for _ in 0..<8 { c = c & 1 == 1 ? (c >> 1) ^ 0xedb8_8320 : c >> 1 }
    }
    return ~c
  }
}
