import CLanes

/// Eight pixels' rows of a table of floats: all the same row, or one each.
///
/// Shading code is written once over this protocol and compiled twice; most groups of eight pixels lie on one
/// triangle and read each value once.
protocol LaneSource {
  func float(_ k: Int) -> SIMD8<Float>
  /// The double that begins at float `k`.
  func double(_ k: Int) -> SIMD8<Double>
  /// The bits at `k` as integers.
  func int(_ k: Int) -> SIMD8<Int32>
  /// The rows of another table that the integers at `k` name.
  func follow(_ k: Int, into table: UnsafePointer<Float>, stride: Int32) -> Self
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
