/// A canonical prefix code of bounded length, as deflate (RFC 1951 §3.2.2) wants it.
struct HuffmanCode {
  /// Bits of each symbol's code; 0 = unused.
  private(set) var lengths: [UInt8]
  /// Codes with their bits reversed, ready for a least-significant-first bit stream.
  private(set) var codes: [UInt16]

  /// The code for these frequencies, no code longer than `limit` bits; at least one symbol gets a code.
  init(frequencies: [UInt32], limit: Int) {
    lengths = Self.lengths(frequencies, limit: limit)
    codes = [UInt16](repeating: 0, count: lengths.count)
    assignCodes()
  }

  /// Huffman's tree by two queues over the sorted symbols; over-long codes are then cut to the limit and the
  /// Kraft sum repaired.
  private static func lengths(_ frequencies: [UInt32], limit: Int) -> [UInt8] {
    var lengths = [UInt8](repeating: 0, count: frequencies.count)
    let symbols = frequencies.indices.filter { frequencies[$0] > 0 }
      .sorted { (frequencies[$0], $0) < (frequencies[$1], $1) }
    guard symbols.count > 1 else {
      // One code of one bit: deflate has none of zero bits.
      lengths[symbols.first ?? 0] = 1
      return lengths
    }
    let n = symbols.count
    var weights = symbols.map { UInt64(frequencies[$0]) }
    var parents = [Int](repeating: 0, count: 2 * n - 1)
    var (leaf, inner) = (0, n)
    func next(_ weights: [UInt64]) -> Int {
      let takesLeaf = leaf < n && (inner >= weights.count || weights[leaf] <= weights[inner])
      defer { if takesLeaf { leaf += 1 } else { inner += 1 } }
      return takesLeaf ? leaf : inner
    }
    while weights.count < 2 * n - 1 {
      let a = next(weights)
      let b = next(weights)
      parents[a] = weights.count
      parents[b] = weights.count
      weights.append(weights[a] + weights[b])
    }
    var depths = [Int](repeating: 0, count: 2 * n - 1)
    for i in stride(from: 2 * n - 3, through: 0, by: -1) { depths[i] = depths[parents[i]] + 1 }

    var perLength = [Int](repeating: 0, count: limit + 1)
    for i in 0..<n { perLength[min(depths[i], limit)] += 1 }
    var kraft = 0
    for length in 1...limit { kraft += perLength[length] << (limit - length) }
    while kraft > 1 << limit {
      // A code of the greatest length moves beside the longest shorter one, which becomes two of one bit more:
      // the sum falls by exactly one unit, so the code ends complete.
      perLength[limit] -= 1
      var length = limit - 1
      while length > 1, perLength[length] == 0 { length -= 1 }
      perLength[length] -= 1
      perLength[length + 1] += 2
      kraft -= 1
    }
    // The rarest symbols take the longest codes.
    var i = 0
    for length in stride(from: limit, through: 1, by: -1) {
      for _ in 0..<perLength[length] {
        lengths[symbols[i]] = UInt8(length)
        i += 1
      }
    }
    return lengths
  }

  private mutating func assignCodes() {
    var perLength = [Int](repeating: 0, count: 17)
    for length in lengths where length > 0 { perLength[Int(length)] += 1 }
    var next = [Int](repeating: 0, count: 17)
    var code = 0
    for length in 1...16 {
      code = (code + perLength[length - 1]) << 1
      next[length] = code
    }
    for symbol in lengths.indices where lengths[symbol] > 0 {
      let length = Int(lengths[symbol])
      var reversed: UInt16 = 0
      for bit in 0..<length where next[length] >> bit & 1 == 1 { reversed |= 1 << UInt16(length - 1 - bit) }
      codes[symbol] = reversed
      next[length] += 1
    }
  }
}
