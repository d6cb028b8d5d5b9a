/// The pages of an Ogg file (RFC 3533).
enum OggPages {
  /// The same file with another serial number in every page, and checksums that fit. Bytes that are no pages stay.
  static func withSerial(_ serial: UInt32, _ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    var page = 0
    while let size = size(of: bytes, at: page) {
      for i in 0..<4 {
        bytes[page + 14 + i] = UInt8(truncatingIfNeeded: serial >> (8 * UInt32(i)))
        bytes[page + 22 + i] = 0
      }
      let sum = checksum(bytes[page..<page + size])
      for i in 0..<4 { bytes[page + 22 + i] = UInt8(truncatingIfNeeded: sum >> (8 * UInt32(i))) }
      page += size
    }
    return bytes
  }

  /// The length of the page that starts at `at`; nil where there is none, or only part of one.
  private static func size(of bytes: [UInt8], at: Int) -> Int? {
    guard bytes.count - at >= 27, bytes[at..<at + 4].elementsEqual(Array("OggS".utf8)) else { return nil }
    let segments = Int(bytes[at + 26])
    guard bytes.count - at >= 27 + segments else { return nil }
    let body = bytes[at + 27..<at + 27 + segments].reduce(0) { $0 + Int($1) }
    let size = 27 + segments + body
    return bytes.count - at >= size ? size : nil
  }

  /// CRC-32 with the polynomial 0x04C11DB7, highest bit first, from zero and not inverted.
  private static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.reduce(UInt32(0)) { sum, byte in (sum << 8) ^ table[Int((sum >> 24) ^ UInt32(byte))] }
  }

  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte) << 24) { sum, _ in
      sum & 0x8000_0000 != 0 ? (sum << 1) ^ 0x04C1_1DB7 : sum << 1
    }
  }
}
