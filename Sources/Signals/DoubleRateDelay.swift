import VectorMath

/// Reading between the samples of a signal that is held at twice its rate: a sinc of 16 taps under a Kaiser window, looked up
/// in a table of 512 places a sample with a straight line between neighbours.
///
/// Nothing lies in the upper half of such a signal's band, so few taps do what takes `FractionalDelay` many: errors below
/// −100 dB up to 0.45 of the signal's own rate.
package struct DoubleRateDelay: Sendable {
  /// Samples that a reading needs before and after its place.
  package static let reach = 8
  private static let taps = 16
  private static let resolution = 512

  /// `resolution + 1` rows: row j holds h(k − j/512) for k = −7 … 8.
  private let table: [Float]

  /// The one table that all use.
  package static let standard = DoubleRateDelay()

  private init() {
    let window = Window.kaiser(beta: 11)
    table = (0...Self.resolution).flatMap { j in
      let fraction = Double(j) / Double(Self.resolution)
      return (1 - Self.reach...Self.reach).map { k in
        let x = Double(k) - fraction
        let sinc = x == 0 ? 1 : DeterministicMath.sin(Double.pi * x) / (Double.pi * x)
        return Float(sinc * window.value(x / Double(Self.reach)))
      }
    }
  }

  /// Reads `samples` at the first `count` of `positions`, in samples of the double rate, into `values`.
  ///
  /// Places within `reach` of an end are moved inside: let zeros lie there.
  package func read(
    _ samples: UnsafeBufferPointer<Float>, at positions: UnsafePointer<Double>, count: Int,
    into values: UnsafeMutablePointer<Float>
  ) {
    guard let x = samples.baseAddress, samples.count > 2 * Self.taps, count > 0 else {
      for n in 0..<max(count, 0) { values[n] = 0 }
      return
    }
    let (least, most) = (Double(Self.reach), Double(samples.count - Self.reach - 2))
    table.withUnsafeBufferPointer { table in
      guard let base = table.baseAddress else { return }
      // Products go through memory and are summed in a second loop: in one the optimiser would turn the first around, lane
      // by lane.
      withUnsafeTemporaryAllocation(of: Float.self, capacity: 8 * count) { parts in
        guard let p = parts.baseAddress else { return }
        for n in 0..<count {
          let position = max(least, min(most, positions[n]))
          let whole = Int(position)
          let place = (position - Double(whole)) * Double(Self.resolution)
          let row = Int(place)
          let weight = Float(place - Double(row))
          let (start, kernel) = (x + (whole &- (Self.reach &- 1)), base + row &* Self.taps)
          let (first, second) = (Lanes.load(start), Lanes.load(start + 8))
          let low = first * Lanes.load(kernel) + second * Lanes.load(kernel + 8)
          let high = first * Lanes.load(kernel + 16) + second * Lanes.load(kernel + 24)
          Lanes.store(low + (high - low) * weight, p + 8 &* n)
        }
        for n in 0..<count {
          let eight = Lanes.load(UnsafePointer(p + 8 &* n))
          let four = eight.lowHalf + eight.highHalf
          values[n] = (four[0] + four[1]) + (four[2] + four[3])
        }
      }
    }
  }
}
