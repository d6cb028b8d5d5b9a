import CLanes

/// Eight pixels' rows of a table of floats: all the same row, one of two, or one each (read column by column where
/// few are wanted, else turned as a whole).
///
/// Shading code is written once over this protocol and compiled for each; most groups of eight pixels lie on one
/// triangle and read each value once.
protocol LaneSource {
  associatedtype Followed: LaneSource
  func float(_ k: Int) -> SIMD8<Float>
  /// The double that begins at float `k`.
  func double(_ k: Int) -> SIMD8<Double>
  /// The bits at `k` as integers.
  func int(_ k: Int) -> SIMD8<Int32>
  /// The rows of another table that the integers at `k` name.
  func follow(_ k: Int, into table: UnsafePointer<Float>, stride: Int32) -> Followed
}

struct UniformLanes: LaneSource {
  let row: UnsafePointer<Float>

  @inline(__always)
  func float(_ k: Int) -> SIMD8<Float> { SIMD8(repeating: row[k]) }
  @inline(__always)
  func double(_ k: Int) -> SIMD8<Double> {
    SIMD8(repeating: UnsafeRawPointer(row).loadUnaligned(fromByteOffset: 4 &* k, as: Double.self))
  }
  @inline(__always)
  func int(_ k: Int) -> SIMD8<Int32> { SIMD8(repeating: Int32(bitPattern: row[k].bitPattern)) }
  @inline(__always)
  func follow(_ k: Int, into table: UnsafePointer<Float>, stride: Int32) -> UniformLanes {
    UniformLanes(row: table + Int(Int32(bitPattern: row[k].bitPattern) &* stride))
  }
}

/// Two rows: the edge between two triangles, the commonest mixed group.
struct PairLanes: LaneSource {
  let first: UnsafePointer<Float>
  let second: UnsafePointer<Float>
  /// Set where `first` holds.
  let mask: SIMD8<Int32>

  @inline(__always)
  func float(_ k: Int) -> SIMD8<Float> {
    lanes_select(mask, SIMD8(repeating: first[k]), SIMD8(repeating: second[k]))
  }
  @inline(__always)
  func double(_ k: Int) -> SIMD8<Double> {
    lanes_select_d(
      mask, UnsafeRawPointer(first).loadUnaligned(fromByteOffset: 4 &* k, as: Double.self),
      UnsafeRawPointer(second).loadUnaligned(fromByteOffset: 4 &* k, as: Double.self))
  }
  @inline(__always)
  func int(_ k: Int) -> SIMD8<Int32> {
    lanes_select_i(
      mask, SIMD8(repeating: Int32(bitPattern: first[k].bitPattern)),
      SIMD8(repeating: Int32(bitPattern: second[k].bitPattern)))
  }
  @inline(__always)
  func follow(_ k: Int, into table: UnsafePointer<Float>, stride: Int32) -> PairLanes {
    PairLanes(
      first: table + Int(Int32(bitPattern: first[k].bitPattern) &* stride),
      second: table + Int(Int32(bitPattern: second[k].bitPattern) &* stride), mask: mask)
  }
}

struct GatheredLanes: LaneSource {
  let table: UnsafePointer<Float>
  /// Offsets of the rows in floats.
  let offsets: SIMD8<Int32>

  @inline(__always)
  func float(_ k: Int) -> SIMD8<Float> { lanes_gather_f(table + k, offsets) }
  @inline(__always)
  func double(_ k: Int) -> SIMD8<Double> { lanes_gather_d(table + k, offsets) }
  @inline(__always)
  func int(_ k: Int) -> SIMD8<Int32> {
    lanes_bits_f(lanes_gather_f(table + k, offsets))
  }
  @inline(__always)
  func follow(_ k: Int, into table: UnsafePointer<Float>, stride: Int32) -> GatheredLanes {
    GatheredLanes(table: table, offsets: int(k) &* stride)
  }
}

/// Eight rows turned into columns of eight lanes.
struct TransposedLanes: LaneSource {
  private let columns: UnsafePointer<SIMD8<Float>>

  /// - Parameters:
  ///   - offsets: of the rows in floats.
  ///   - count: columns a row, a multiple of eight.
  ///   - buffer: room for `count` columns, which belongs to this value while it is used.
  @inline(__always)
  init(
    table: UnsafePointer<Float>, offsets: SIMD8<Int32>, count: Int32,
    into buffer: UnsafeMutablePointer<SIMD8<Float>>
  ) {
    lanes_transpose(
      table, offsets, count, UnsafeMutableRawPointer(buffer).assumingMemoryBound(to: Float.self))
    columns = UnsafePointer(buffer)
  }

  @inline(__always)
  func float(_ k: Int) -> SIMD8<Float> { columns[k] }
  @inline(__always)
  func double(_ k: Int) -> SIMD8<Double> { lanes_join_d(columns[k], columns[k &+ 1]) }
  @inline(__always)
  func int(_ k: Int) -> SIMD8<Int32> { lanes_bits_f(columns[k]) }
  @inline(__always)
  func follow(_ k: Int, into table: UnsafePointer<Float>, stride: Int32) -> GatheredLanes {
    GatheredLanes(table: table, offsets: int(k) &* stride)
  }
}
