import CDeflate
package import Diagnostics

/// Writes PNG files, lossless, quickly: vector filters and libdeflate for photographs, a run-aware deflate of our
/// own for label maps. Holds the memory it works in; one encoder serves one thread, many pictures.
///
/// The bytes depend only on the pixels and the options.
package final class PNGEncoder {
  /// How to shrink.
  package enum Strategy: Sendable, Hashable {
    /// By a look at some rows: `labels` where nearly all pixels repeat a neighbour, else `photograph`.
    case automatic
    /// Smooth or noisy pictures: a filter a row, then libdeflate at a level 1...12; 16-bit pictures at level 1 go
    /// through a matcher of our own, which is faster on their small differences.
    case photograph(level: Int)
    /// Long runs of equal pixels.
    case labels
  }

  private var compressors: [Int: OpaquePointer] = [:]
  /// Filtered rows; grows to the largest picture seen.
  private var filtered: UnsafeMutableBufferPointer<UInt8>
  /// Pixels in PNG's byte order, where that is not ours.
  private var swapped: [UInt16] = []
  private var compressed: BitStream
  private let tokens: UnsafeMutablePointer<UInt32>
  private let memory: UnsafeMutablePointer<Int>
  private let places: UnsafeMutablePointer<UInt32>

  package init() {
    filtered = .allocate(capacity: 0)
    compressed = BitStream(storage: .allocate(capacity: 4096), capacity: 4096)
    tokens = .allocate(capacity: DeflateBlocks.memorySize)
    memory = .allocate(capacity: RunTokens.memorySize)
    places = .allocate(capacity: ByteTokens.memorySize)
  }

  deinit {
    for key in compressors.keys.sorted() { if let c = compressors[key] { libdeflate_free_compressor(c) } }
    filtered.deallocate()
    compressed.storage.deallocate()
    tokens.deallocate()
    memory.deallocate()
    places.deallocate()
  }

  /// A file of 8-bit samples: 1 channel grey, 2 grey and alpha, 3 RGB, 4 RGBA.
  /// - Throws: `.internalError` for a picture that PNG cannot hold (no pixels, more than 4 channels).
  package func encode(_ raster: Raster<UInt8>, strategy: Strategy = .automatic) throws(DioramaError)
    -> [UInt8]
  {
    let layout = try Layout(raster.width, raster.height, raster.channels, bytesPerSample: 1)
    return raster.values.withUnsafeBufferPointer { encode($0, layout, strategy, palette: nil) }
  }

  /// A file of palette indices with their sRGB colours (at most 256; an index beyond them is refused).
  /// - Throws: `.internalError` for more than one channel or an index without colour.
  package func encode(
    indices raster: Raster<UInt8>, palette: [SIMD3<UInt8>], strategy: Strategy = .labels
  ) throws(DioramaError) -> [UInt8] {
    let layout = try Layout(raster.width, raster.height, raster.channels, bytesPerSample: 1)
    guard raster.channels == 1, (1...256).contains(palette.count),
      Int(raster.values.max() ?? 0) < palette.count
    else {
      throw DioramaError(.internalError, "a palette of \(palette.count) colours does not cover all indices")
    }
    return raster.values.withUnsafeBufferPointer { encode($0, layout, strategy, palette: palette) }
  }

  /// A file of 16-bit samples, channels as for 8 bits.
  /// - Throws: as for 8 bits.
  package func encode(_ raster: Raster<UInt16>, strategy: Strategy = .automatic) throws(DioramaError)
    -> [UInt8]
  {
    let layout = try Layout(raster.width, raster.height, raster.channels, bytesPerSample: 2)
    let count = raster.values.count
    if swapped.count < count { swapped = [UInt16](repeating: 0, count: count) }
    raster.values.withUnsafeBufferPointer { from in
      swapped.withUnsafeMutableBufferPointer { to in for i in 0..<count { to[i] = from[i].bigEndian } }
    }
    let pixels = swapped
    return pixels.withUnsafeBytes {
      encode(
        UnsafeBufferPointer(rebasing: $0.bindMemory(to: UInt8.self)[..<(2 * count)]), layout, strategy,
        palette: nil)
    }
  }

  /// A file of 32-bit identifiers: RGBA, the least significant byte in R, so that the file's pixels read as
  /// little-endian words are the identifiers. `Raster(identifiersIn:)` is the way back.
  /// - Throws: as for 8 bits, and for more than one channel.
  package func encode(identifiers raster: Raster<UInt32>, strategy: Strategy = .labels) throws(DioramaError)
    -> [UInt8]
  {
    guard raster.channels == 1 else {
      throw DioramaError(.internalError, "identifiers have one channel, not \(raster.channels)")
    }
    let layout = try Layout(raster.width, raster.height, 4, bytesPerSample: 1)
    #if _endian(little)
      return raster.values.withUnsafeBytes {
        encode($0.bindMemory(to: UInt8.self), layout, strategy, palette: nil)
      }
    #else
      return raster.values.map(\.littleEndian).withUnsafeBytes {
        encode($0.bindMemory(to: UInt8.self), layout, strategy, palette: nil)
      }
    #endif
  }

  /// The shape of the packed rows.
  struct Layout {
    let width: Int
    let height: Int
    let channels: Int
    let bytesPerSample: Int
    var pixel: Int { channels * bytesPerSample }
    var row: Int { width * pixel }

    init(_ width: Int, _ height: Int, _ channels: Int, bytesPerSample: Int) throws(DioramaError) {
      guard (1...0x7fff_ffff).contains(width), (1...0x7fff_ffff).contains(height), (1...4).contains(channels)
      else {
        throw DioramaError(
          .internalError, "PNG cannot hold \(width)×\(height) pixels of \(channels) channels")
      }
      self.width = width
      self.height = height
      self.channels = channels
      self.bytesPerSample = bytesPerSample
    }
  }

  private func encode(
    _ pixels: UnsafeBufferPointer<UInt8>, _ layout: Layout, _ strategy: Strategy, palette: [SIMD3<UInt8>]?
  ) -> [UInt8] {
    guard let start = pixels.baseAddress else { return [] }
    let count: Int
    switch strategy {
    case .labels: count = compressRuns(start, layout)
    case .photograph(let level): count = compressFiltered(start, layout, level: level)
    case .automatic:
      count = repeats(start, layout) ? compressRuns(start, layout) : compressFiltered(start, layout, level: 1)
    }
    let types: [PNGFile.ColorType] = [.gray, .grayAlpha, .rgb, .rgba]
    var file = PNGFile(
      width: layout.width, height: layout.height, bitDepth: UInt8(8 * layout.bytesPerSample),
      colorType: palette == nil ? types[layout.channels - 1] : .palette, reserving: count)
    if let palette {
      palette.flatMap { [$0.x, $0.y, $0.z] }.withUnsafeBufferPointer { file.append("PLTE", $0) }
    }
    file.finish(UnsafeBufferPointer(start: compressed.storage, count: count))
    return file.bytes
  }

  /// Whether nearly all pixels of some rows equal the pixel to their left.
  private func repeats(_ pixels: UnsafePointer<UInt8>, _ layout: Layout) -> Bool {
    let (pixel, row) = (layout.pixel, layout.row)
    var (seen, changed) = (0, 0)
    for y in stride(from: layout.height / 32, to: layout.height, by: max(1, layout.height / 16)) {
      let line = pixels + y * row
      for i in pixel..<max(pixel, row) where line[i] != line[i - pixel] { changed += 1 }
      seen += row
    }
    return changed * 24 < seen
  }

  private func compressRuns(_ pixels: UnsafePointer<UInt8>, _ layout: Layout) -> Int {
    compressed.restart()
    compressed.putByte(0x78)
    compressed.putByte(0x01)
    var blocks = DeflateBlocks(memory: tokens, output: compressed)
    var runs = RunTokens(image: pixels, pixel: layout.pixel, row: layout.row, memory: memory)
    // Adler-32 is of the filtered rows; rows equal to the one above are filtered to zeros.
    var sum: UInt32 = 1
    for y in 0..<layout.height {
      let line = pixels + y * layout.row
      let filter = runs.encode(y, into: &blocks)
      var first = filter.rawValue
      sum = libdeflate_adler32(sum, &first, 1)
      if filter == .none {
        sum = libdeflate_adler32(sum, line, layout.row)
      } else {
        sum = Self.adler(sum, zeros: layout.row)
      }
    }
    blocks.finish()
    compressed = blocks.bits
    putChecksum(sum)
    return compressed.count
  }

  /// Adler-32 carried over zeros: the low half stays, the high half gains it once a byte.
  private static func adler(_ sum: UInt32, zeros: Int) -> UInt32 {
    let low = sum & 0xffff
    let high = (UInt64(sum >> 16) + UInt64(low) * UInt64(zeros % 65_521)) % 65_521
    return UInt32(high) << 16 | low
  }

  private func compressFiltered(_ pixels: UnsafePointer<UInt8>, _ layout: Layout, level: Int) -> Int {
    let size = (layout.row + 1) * layout.height
    // Beyond the picture: a row of zeros above the first, and room for the candidates.
    let needed = size + layout.row * 4
    if filtered.count < needed {
      filtered.deallocate()
      filtered = .allocate(capacity: needed)
    }
    guard let base = filtered.baseAddress, let compressor = compressor(level) else { return 0 }
    filter(pixels, layout, into: base, scratch: base + size)
    if level == 1, layout.bytesPerSample == 2, size < 1 << 31 { return compressBytes(base, size) }
    let bound = libdeflate_zlib_compress_bound(compressor, size)
    compressed.restart()
    compressed.reserve(bound)
    return libdeflate_zlib_compress(compressor, base, size, compressed.storage, bound)
  }

  /// 16-bit pictures at level 1.
  private func compressBytes(_ bytes: UnsafePointer<UInt8>, _ size: Int) -> Int {
    compressed.restart()
    compressed.putByte(0x78)
    compressed.putByte(0x01)
    var blocks = DeflateBlocks(memory: tokens, output: compressed)
    ByteTokens.encode(bytes, count: size, memory: places, into: &blocks)
    blocks.finish()
    compressed = blocks.bits
    putChecksum(libdeflate_adler32(1, bytes, size))
    return compressed.count
  }

  private func putChecksum(_ sum: UInt32) {
    compressed.reserve(16)
    for shift in [24, 16, 8, 0] as [UInt32] { compressed.putByte(UInt8(truncatingIfNeeded: sum >> shift)) }
  }

  private func filter(
    _ pixels: UnsafePointer<UInt8>, _ layout: Layout, into out: UnsafeMutablePointer<UInt8>,
    scratch: UnsafeMutablePointer<UInt8>
  ) {
    let row = layout.row
    let filters = PNGFilters(pixel: layout.pixel, row: row)
    let zeros = scratch
    let candidate = scratch + row
    zeros.update(repeating: 0, count: row)
    for y in 0..<layout.height {
      let line = pixels + y * row
      let above = y > 0 ? line - row : UnsafePointer(zeros)
      let target = out + y * (row + 1)
      var best = Int.max
      for kind in [PNGFilter.up, .sub, .paeth] {
        filters.apply(kind, line, above: above, to: candidate)
        let cost = filters.cost(candidate)
        if cost < best {
          best = cost
          target[0] = kind.rawValue
          (target + 1).update(from: candidate, count: row)
        }
      }
    }
  }

  private func compressor(_ level: Int) -> OpaquePointer? {
    let level = min(max(level, 1), 12)
    if let c = compressors[level] { return c }
    let c = libdeflate_alloc_compressor(Int32(level))
    compressors[level] = c
    return c
  }
}

extension Raster<UInt32> {
  /// The identifiers that `PNGEncoder.encode(identifiers:)` wrote, from the decoded file.
  /// - Throws: `.badInput` unless the picture has four channels of 8 bits.
  package init(identifiersIn image: AnyRaster, name: String) throws(DioramaError) {
    guard case .uint8(let bytes) = image, bytes.channels == 4 else {
      throw DioramaError(.badInput, "\(name): identifiers are stored as 8-bit RGBA")
    }
    var words = Raster<UInt32>(width: bytes.width, height: bytes.height, fill: 0)
    bytes.values.withUnsafeBytes { from in
      for i in words.values.indices {
        words.values[i] = UInt32(littleEndian: from.loadUnaligned(fromByteOffset: 4 * i, as: UInt32.self))
      }
    }
    self = words
  }
}
