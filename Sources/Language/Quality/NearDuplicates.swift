import RandomStreams

/// Texts that are nearly the same, found by MinHash (Broder 1997) with bands, each pair verified by its exact Jaccard
/// similarity: none is reported that is not one.
package struct NearDuplicates: Sendable {
  /// Two texts by number, the earlier first.
  package struct Pair: Sendable, Hashable {
    package var first: Int
    package var second: Int
    /// Shared shingles of all.
    package var similarity: Double
  }

  package static let permutations = 128

  /// Pairs of at least the threshold, ascending by numbers.
  package private(set) var pairs: [Pair] = []
  /// For each text the representative of its cluster: itself, or the earliest text that it is similar to and that
  /// represents itself. Similarity is not passed on from text to text.
  package private(set) var representatives: [Int] = []

  /// - Parameter threshold: the least Jaccard similarity, 0.3 to 1.
  package init(_ texts: [[UInt8]], threshold: Double = 0.8) {
    let shingles = texts.map { Shingles($0) }
    let rows = Self.rows(for: threshold)
    let bands = Self.permutations / rows
    // Texts by what they have in one band; only neighbours in the same bucket are compared.
    var candidates: Set<UInt64> = []
    let signatures = shingles.map(\.signature)
    for band in 0..<bands {
      var buckets: [UInt64: [Int]] = [:]
      for (i, signature) in signatures.enumerated() {
        var key: UInt64 = UInt64(band) &+ 1
        for value in signature[band * rows..<(band + 1) * rows] {
          key = KeyedPermutation.hash(key ^ UInt64(value), 0x9E37_79B9_7F4A_7C15)
        }
        buckets[key, default: []].append(i)
      }
      for bucket in buckets.values where bucket.count > 1 {
        for (k, i) in bucket.enumerated() {
          for j in bucket[(k + 1)...] { candidates.insert(UInt64(i) << 32 | UInt64(j)) }
        }
      }
    }
    for candidate in candidates.sorted() {
      let (i, j) = (Int(candidate >> 32), Int(candidate & 0xFFFF_FFFF))
      let similarity = shingles[i].similarity(to: shingles[j])
      if similarity >= threshold { pairs.append(Pair(first: i, second: j, similarity: similarity)) }
    }
    representatives = Array(texts.indices)
    for pair in pairs
    where representatives[pair.first] == pair.first && representatives[pair.second] == pair.second {
      representatives[pair.second] = pair.first
    }
  }

  /// Rows a band: the most for which a pair at the threshold is missed less than once in a thousand,
  /// (1 − t^r)^(128 / r) < 0.001.
  static func rows(for threshold: Double) -> Int {
    func missed(_ rows: Int) -> Double {
      var same = 1.0
      for _ in 0..<rows { same *= threshold }
      var all = 1.0
      for _ in 0..<permutations / rows { all *= 1 - same }
      return all
    }
    return [32, 16, 8, 4, 2].first { missed($0) < 0.001 } ?? 1
  }
}

/// What a text is made of: triples of words where words are parted by spaces, pairs of characters where they are not. A
/// text shorter than that is one shingle. Case, punctuation and the number of spaces do not count.
struct Shingles: Sendable {
  /// Hashes, ascending, each once.
  private let hashes: [UInt64]

  init(_ utf8: [UInt8]) {
    var words: [[Unicode.Scalar]] = [[]]
    var isUnspaced = false
    for scalar in String(decoding: utf8, as: UTF8.self).lowercased().unicodeScalars {
      if CharacterClass(scalar) == .unspaced, scalar.properties.isAlphabetic {
        isUnspaced = true
        words[words.count - 1].append(scalar)
      } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        words[words.count - 1].append(scalar)
      } else if words.last?.isEmpty == false {
        words.append([])
      }
    }
    words.removeAll(where: \.isEmpty)
    let units: [[Unicode.Scalar]] = isUnspaced ? words.joined().map { [$0] } : words
    let size = isUnspaced ? 2 : 3
    func hash(_ slice: ArraySlice<[Unicode.Scalar]>) -> UInt64 {
      var state: UInt64 = 0x6A09_E667_F3BC_C908
      for unit in slice {
        for scalar in unit {
          state = KeyedPermutation.hash(state ^ UInt64(scalar.value), 0xBB67_AE85_84CA_A73B)
        }
        state = KeyedPermutation.hash(state, 0x3C6E_F372_FE94_F82B)
      }
      return state
    }
    guard units.count > size else {
      hashes = [hash(units[...])]
      return
    }
    let all = (0...(units.count - size)).map { hash(units[$0..<$0 + size]) }.sorted()
    hashes = all.indices.filter { $0 == 0 || all[$0] != all[$0 - 1] }.map { all[$0] }
  }

  /// The least hash under each permutation.
  var signature: [UInt32] {
    (0..<UInt64(NearDuplicates.permutations)).map { k in
      var least = UInt64.max
      for hash in hashes { least = min(least, KeyedPermutation.hash(hash, k &* 0x9E37_79B9_7F4A_7C15 &+ 1)) }
      return UInt32(truncatingIfNeeded: least >> 32)
    }
  }

  /// Jaccard's: shared of all.
  func similarity(to other: Shingles) -> Double {
    var (i, j, shared) = (0, 0, 0)
    while i < hashes.count, j < other.hashes.count {
      if hashes[i] == other.hashes[j] {
        shared += 1
        i += 1
        j += 1
      } else if hashes[i] < other.hashes[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return Double(shared) / Double(hashes.count + other.hashes.count - shared)
  }
}
