/// Which keys lie beside a key; letters keep their case.
struct KeyboardLayout: Sendable {
  /// Neighbours of each ASCII character, at most eight: row `c * 8`, filled up to `counts[c]`.
  private let neighbours: [UInt8]
  private let counts: [UInt8]

  /// Rows of keys with the horizontal offset of the first one, in widths of a key.
  init(rows: [(offset: Double, keys: String)]) {
    var keys: [(x: Double, y: Double, code: UInt8)] = []
    for (y, row) in rows.enumerated() {
      for (x, code) in row.keys.utf8.enumerated() where code < 128 {
        keys.append((row.offset + Double(x), Double(y), code))
      }
    }
    var neighbours = [UInt8](repeating: 0, count: 128 * 8)
    var counts = [UInt8](repeating: 0, count: 128)
    for key in keys {
      // Keys whose centres are at most one and a quarter widths away: those that touch it.
      let beside = keys.filter {
        let (dx, dy) = ($0.x - key.x, $0.y - key.y)
        return $0.code != key.code && dx * dx + dy * dy <= 1.5625
      }
      for other in beside.prefix(8) {
        for isUpper in [false, true] {
          let (from, to) = (Self.shifted(key.code, isUpper), Self.shifted(other.code, isUpper))
          guard counts[Int(from)] < 8, isUpper == false || from != key.code else { continue }
          neighbours[Int(from) * 8 + Int(counts[Int(from)])] = to
          counts[Int(from)] += 1
        }
      }
    }
    (self.neighbours, self.counts) = (neighbours, counts)
  }

  private static func shifted(_ code: UInt8, _ isUpper: Bool) -> UInt8 {
    isUpper && (0x61...0x7A).contains(code) ? code - 0x20 : code
  }

  /// How many keys lie beside a character's; 0 for what is no key.
  @inline(__always)
  func count(_ scalar: Unicode.Scalar) -> Int { scalar.value < 128 ? Int(counts[Int(scalar.value)]) : 0 }

  /// Neighbour number `index` of a character that has any; the index wraps.
  @inline(__always)
  func neighbour(_ scalar: Unicode.Scalar, _ index: UInt64) -> Unicode.Scalar {
    let count = UInt64(count(scalar))
    guard count > 0 else { return scalar }
    return Unicode.Scalar(neighbours[Int(scalar.value) * 8 + Int(index % count)])
  }

  /// US English, also under Chinese pinyin input.
  static let qwerty = KeyboardLayout(rows: [
    (-0.5, "1234567890"), (0, "qwertyuiop"), (0.25, "asdfghjkl"), (0.75, "zxcvbnm"),
  ])
}
