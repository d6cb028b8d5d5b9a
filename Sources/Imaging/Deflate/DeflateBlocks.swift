/// Turns literals and matches into deflate blocks with codes of their own (RFC 1951 §3.2.7).
///
/// The tokeniser decides what to say; this says it in few bits. Tokens are gathered with their frequencies and
/// a block is closed when the token buffer is full.
struct DeflateBlocks {
  /// A literal is its byte; a match is bit 31, length in bits 15...23, distance − 1 in bits 0...14.
  private let tokens: UnsafeMutablePointer<UInt32>
  private var tokenCount = 0
  /// How often each symbol was said: 286 for literals and lengths, then 30 for distances.
  private let counts: UnsafeMutablePointer<UInt32>
  private(set) var bits: BitStream

  static let tokensPerBlock = 1 << 16
  /// Room for the tokens of a block and the counts of symbols.
  static let memorySize = tokensPerBlock + literalSymbols + distanceSymbols
  private static let literalSymbols = 286
  private static let distanceSymbols = 30
  /// No more than this many bytes a block: every token at its longest, plus the header.
  static let greatestBlock = tokensPerBlock * 6 + 512

  /// - Parameters:
  ///   - memory: room for `memorySize` numbers, owned by the caller.
  init(memory: UnsafeMutablePointer<UInt32>, output: BitStream) {
    tokens = memory
    counts = memory + Self.tokensPerBlock
    counts.update(repeating: 0, count: Self.literalSymbols + Self.distanceSymbols)
    bits = output
  }

  @inline(__always)
  mutating func literal(_ byte: UInt8) {
    counts[Int(byte)] &+= 1
    add(UInt32(byte))
  }

  /// A copy of `length` bytes (3 or more, split into pieces that deflate can say) from `distance` back.
  @inline(__always)
  mutating func match(length: Int, distance: Int) {
    let code = Self.literalSymbols + Self.distanceSymbol(distance)
    var rest = length
    while rest > 0 {
      // No piece may be left with fewer than 3 bytes.
      let piece = rest <= 258 ? rest : rest < 261 ? rest - 3 : 258
      counts[Self.lengthSymbol(piece)] &+= 1
      counts[code] &+= 1
      add(1 << 31 | UInt32(piece) << 15 | UInt32(distance - 1))
      rest -= piece
    }
  }

  @inline(__always)
  private mutating func add(_ token: UInt32) {
    tokens[tokenCount] = token
    tokenCount &+= 1
    if tokenCount == Self.tokensPerBlock { writeBlock(isLast: false) }
  }

  /// Closes the stream; its last byte is padded with zeros.
  mutating func finish() {
    writeBlock(isLast: true)
    bits.padToByte()
  }

  private mutating func writeBlock(isLast: Bool) {
    counts[256] = 1
    let all = Array(UnsafeBufferPointer(start: counts, count: Self.literalSymbols + Self.distanceSymbols))
    let literals = HuffmanCode(frequencies: Array(all[..<Self.literalSymbols]), limit: 15)
    let distances = HuffmanCode(frequencies: Array(all[Self.literalSymbols...]), limit: 15)
    bits.reserve(Self.greatestBlock)
    bits.put(isLast ? 0b101 : 0b100, count: 3)
    writeHeader(literals.lengths, distances.lengths)
    writeTokens(literals, distances)
    bits.put(UInt64(literals.codes[256]), count: Int(literals.lengths[256]))
    tokenCount = 0
    counts.update(repeating: 0, count: all.count)
  }

  private mutating func writeTokens(_ literals: HuffmanCode, _ distances: HuffmanCode) {
    // Code and length side by side: one load a symbol; a length symbol's extra bits are folded in.
    let literalTable = literals.codes.indices.map {
      UInt32(literals.codes[$0]) | UInt32(literals.lengths[$0]) << 16
    }
    let lengthTable: [UInt32] = (0...258).map { length in
      guard length >= 3 else { return 0 }
      let symbol = Self.lengthSymbol(length)
      let bits = UInt32(literals.lengths[symbol])
      let extra = UInt32(length - Self.lengthBases[symbol - 257])
      return UInt32(literals.codes[symbol]) | extra << bits | (bits + UInt32(Self.lengthExtra[symbol - 257]))
        << 24
    }
    let distanceTable = distances.codes.indices.map { symbol in
      UInt64(distances.codes[symbol]) | UInt64(distances.lengths[symbol]) << 16
        | UInt64(Self.distanceBase(symbol)) << 32
    }
    let (tokens, count) = (self.tokens, tokenCount)
    var out = bits
    literalTable.withUnsafeBufferPointer { literalTable in
      lengthTable.withUnsafeBufferPointer { lengthTable in
        distanceTable.withUnsafeBufferPointer { distanceTable in
          for i in 0..<count {
            let token = tokens[i]
            if token < 256 {
              let entry = literalTable[Int(token)]
              out.put(UInt64(entry & 0xffff), count: Int(entry &>> 16))
            } else {
              let entry = lengthTable[Int(token &>> 15 & 511)]
              let distance = Int(token & 0x7fff) &+ 1
              let symbol = Self.distanceSymbol(distance)
              let code = distanceTable[symbol]
              // Length, distance code and distance's extra bits in one go: at most 20 + 15 + 13.
              let lengthBits = Int(entry &>> 24)
              let codeBits = Int(code &>> 16 & 0xffff)
              let extra = UInt64(truncatingIfNeeded: distance &- Int(code &>> 32))
              let tail = code & 0xffff | extra &<< UInt64(codeBits)
              let extraBits = symbol < 4 ? 0 : symbol &>> 1 &- 1
              out.put(
                UInt64(entry & 0xff_ffff) | tail &<< UInt64(lengthBits),
                count: lengthBits &+ codeBits &+ extraBits)
            }
          }
        }
      }
    }
    bits = out
  }

  /// The two codes' lengths, run-length coded and Huffman coded in turn.
  private mutating func writeHeader(_ literals: [UInt8], _ distances: [UInt8]) {
    let literalCount = max(257, (literals.lastIndex { $0 > 0 } ?? 0) + 1)
    let distanceCount = max(1, (distances.lastIndex { $0 > 0 } ?? 0) + 1)
    let all = Array(literals[..<literalCount] + distances[..<distanceCount])
    var runs: [(symbol: Int, extra: Int, bits: Int)] = []
    var i = 0
    while i < all.count {
      var run = 1
      while i + run < all.count, all[i + run] == all[i] { run += 1 }
      if all[i] == 0, run >= 3 {
        run = min(run, 138)
        runs.append(run <= 10 ? (17, run - 3, 3) : (18, run - 11, 7))
      } else if run >= 4 {
        run = min(run, 7)
        runs.append((Int(all[i]), 0, 0))
        runs.append((16, run - 4, 2))
      } else {
        run = 1
        runs.append((Int(all[i]), 0, 0))
      }
      i += run
    }
    var counts = [UInt32](repeating: 0, count: 19)
    for run in runs { counts[run.symbol] += 1 }
    let code = HuffmanCode(frequencies: counts, limit: 7)
    let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    let used = max(4, (order.lastIndex { code.lengths[$0] > 0 } ?? 0) + 1)
    bits.put(UInt64(literalCount - 257), count: 5)
    bits.put(UInt64(distanceCount - 1), count: 5)
    bits.put(UInt64(used - 4), count: 4)
    for symbol in order[..<used] { bits.put(UInt64(code.lengths[symbol]), count: 3) }
    for run in runs {
      bits.put(UInt64(code.codes[run.symbol]), count: Int(code.lengths[run.symbol]))
      bits.put(UInt64(run.extra), count: run.bits)
    }
  }

  private static let lengthBases = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195,
    227, 258,
  ]
  private static let lengthExtra = [
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
  ]
  /// From 11 on each four symbols span a power of two; 258 has one of its own.
  @inline(__always)
  private static func lengthSymbol(_ length: Int) -> Int {
    let l = length &- 3
    guard l >= 8 else { return 257 &+ l }
    guard length < 258 else { return 285 }
    let top = Int.bitWidth &- 1 &- l.leadingZeroBitCount
    return 257 &+ 4 &* (top &- 1) &+ (l &>> (top &- 2) & 3)
  }

  /// Distance 1 has symbol 0; from 5 on each pair of symbols spans a power of two.
  @inline(__always)
  private static func distanceSymbol(_ distance: Int) -> Int {
    let d = distance - 1
    guard d >= 4 else { return d }
    let top = Int.bitWidth - 1 - d.leadingZeroBitCount
    return 2 * top + (d >> (top - 1) & 1)
  }

  @inline(__always)
  private static func distanceBase(_ symbol: Int) -> Int {
    symbol < 4 ? symbol + 1 : ((2 + symbol & 1) << (symbol / 2 - 1)) + 1
  }
}
