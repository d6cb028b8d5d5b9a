import CDeflate

/// The chunks around compressed pixels.
struct PNGFile {
  enum ColorType: UInt8 {
    case gray = 0
    case rgb = 2
    case palette = 3
    case grayAlpha = 4
    case rgba = 6
  }

  private(set) var bytes: [UInt8] = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

  init(width: Int, height: Int, bitDepth: UInt8, colorType: ColorType, reserving size: Int) {
    bytes.reserveCapacity(size + 128)
    var header: [UInt8] = []
    for side in [width, height] {
      for shift in [24, 16, 8, 0] { header.append(UInt8(truncatingIfNeeded: side >> shift)) }
    }
    header += [bitDepth, colorType.rawValue, 0, 0, 0]
    header.withUnsafeBufferPointer { append("IHDR", $0) }
  }

  mutating func append(_ type: StaticString, _ payload: UnsafeBufferPointer<UInt8>) {
    appendWord(UInt32(payload.count))
    let start = bytes.count
    type.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(contentsOf: payload)
    let sum = bytes.withUnsafeBufferPointer { all in
      libdeflate_crc32(0, all.baseAddress.map { $0 + start }, all.count - start)
    }
    appendWord(sum)
  }

  /// The compressed stream in chunks no longer than PNG allows, then the end.
  mutating func finish(_ stream: UnsafeBufferPointer<UInt8>) {
    var offset = 0
    repeat {
      let count = min(stream.count - offset, 1 << 30)
      append("IDAT", UnsafeBufferPointer(rebasing: stream[offset..<(offset + count)]))
      offset += count
    } while offset < stream.count
    append("IEND", UnsafeBufferPointer(start: nil, count: 0))
  }

  private mutating func appendWord(_ word: UInt32) {
    for shift in [24, 16, 8, 0] as [UInt32] { bytes.append(UInt8(truncatingIfNeeded: word >> shift)) }
  }
}
