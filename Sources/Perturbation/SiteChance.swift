package import RandomStreams

/// One chance a site, 16 bits each, four to a word of the stream. A site that is chosen at one severity is chosen at
/// every higher one, because its chance stays the same.
package struct SiteChance {
  private var stream: RandomStream
  private var word: UInt64 = 0
  private var left = 0

  /// Words of the stream from here on decide what is done at a site, by its position; those before, where.
  package static let firstChoice: UInt64 = 1 << 40

  package init(_ stream: RandomStream) { self.stream = stream }

  /// The bound below which chances are taken.
  package static func bound(_ share: Double) -> UInt32 { UInt32(max(0, min(1, share)) * 65536) }

  package mutating func next() -> UInt32 {
    if left == 0 {
      word = stream.next()
      left = 4
    }
    left -= 1
    defer { word >>= 16 }
    return UInt32(truncatingIfNeeded: word & 0xFFFF)
  }
}
