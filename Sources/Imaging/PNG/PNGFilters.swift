/// The row filters of PNG (specification §9) that are worth trying (Average has never paid), as loops that the
/// compiler turns into vector code.
enum PNGFilter: UInt8 {
  case none = 0
  case sub = 1
  case up = 2
  case paeth = 4
}

/// Filters rows of bytes. `pixel` is the distance to the byte on the left in bytes.
struct PNGFilters {
  let pixel: Int
  let row: Int

  /// Writes the row `current` under `above` (zeros for the first row) as `filter` leaves it.
  func apply(
    _ filter: PNGFilter, _ current: UnsafePointer<UInt8>, above: UnsafePointer<UInt8>,
    to out: UnsafeMutablePointer<UInt8>
  ) {
    let head = min(pixel, row)
    switch filter {
    case .none:
      out.update(from: current, count: row)
    case .sub:
      for i in 0..<head { out[i] = current[i] }
      for i in head..<row { out[i] = current[i] &- current[i &- pixel] }
    case .up:
      for i in 0..<row { out[i] = current[i] &- above[i] }
    case .paeth:
      for i in 0..<head { out[i] = current[i] &- above[i] }
      for i in head..<row {
        out[i] =
          current[i] &- Self.predict(left: current[i &- pixel], above: above[i], corner: above[i &- pixel])
      }
    }
  }

  /// The neighbour nearest to left + above − corner; ties go left, then above.
  @inline(__always)
  private static func predict(left: UInt8, above: UInt8, corner: UInt8) -> UInt8 {
    let (a, b, c) = (Int16(left), Int16(above), Int16(corner))
    let da = b &- c
    let db = a &- c
    let dc = da &+ db
    let pa = da < 0 ? 0 &- da : da
    let pb = db < 0 ? 0 &- db : db
    let pc = dc < 0 ? 0 &- dc : dc
    let bc = pb <= pc ? above : corner
    return pa <= pb && pa <= pc ? left : bc
  }

  /// The sum of the filtered bytes' signed magnitudes, each counted up to 16 (a wrong guess costs about as much
  /// whether it is far or very far off): small where the filter predicts well.
  func cost(_ filtered: UnsafePointer<UInt8>) -> Int {
    var sum = 0
    var i = 0
    while i < row {
      let end = min(row, i + 4096)
      var part: UInt32 = 0
      while i < end {
        let v = Int8(bitPattern: filtered[i])
        part &+= min(UInt32(v.magnitude), 16)
        i &+= 1
      }
      sum += Int(part)
    }
    return sum
  }
}
