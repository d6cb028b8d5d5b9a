import VectorMath

/// Delays that are no whole numbers of samples: a sinc of 81 taps under a Hann window, looked up in a table of 512 places
/// a sample with a straight line between neighbours (error below −110 dB of the tap at the centre).
///
/// Delays are absolute: an impulse of delay d, in samples, has its peak at d. The kernel reaches 40 samples to either
/// side; what would lie before sample 0 is cut off.
@usableFromInline package struct FractionalDelay: Sendable {
  /// Taps to either side of the centre.
  @inlinable package static var reach: Int { 40 }
  /// Taps of a kernel.
  @inlinable package static var taps: Int { 81 }
  /// Values of a row of the table: the taps and zeros up to whole vectors.
  @inlinable package static var row: Int { 88 }
  /// Rows a sample.
  @inlinable package static var resolution: Int { 512 }

  /// `resolution + 1` rows: row j holds h(k − j/512) for k = −40 … 40.
  package let table: [Float]

  /// The one table that all use.
  package static let standard = FractionalDelay()

  private init() {
    let window = Window.hann
    var table = [Float](repeating: 0, count: (Self.resolution + 1) * Self.row)
    for j in 0...Self.resolution {
      let fraction = Double(j) / Double(Self.resolution)
      // sin(π(k − f)) = ∓ sin(πf): one sine a row.
      let sine = DeterministicMath.sin(Double.pi * fraction)
      for k in -Self.reach...Self.reach {
        let x = Double(k) - fraction
        let flip: Double = k % 2 == 0 ? -1 : 1
        let whole = j % Self.resolution == 0
        let sinc = x == 0 ? 1 : (whole ? 0 : flip * sine / (Double.pi * x))
        table[j * Self.row + k + Self.reach] = Float(sinc * window.value(x / Double(Self.reach + 1)))
      }
    }
    self.table = table
  }

  /// Adds an impulse of `amplitude` with its peak at `delay` samples to `signal`; nothing where it lies outside
  /// altogether, or is not finite.
  package func add(_ amplitude: Float, at delay: Double, to signal: inout [Float]) {
    let reach = Self.reach
    guard delay.isFinite, delay > Double(-reach - 1), delay < Double(signal.count + reach) else { return }
    let whole = delay.rounded(.down)
    let (first, weight) = place(delay - whole)
    let start = Int(whole) - reach
    for k in max(0, -start)..<max(0, min(Self.taps, signal.count - start)) where k >= -start {
      let (a, b) = (table[first + k], table[first + Self.row + k])
      signal[start + k] += amplitude * (a + (b - a) * weight)
    }
  }

  /// `samples` at the place `position`, band-limited to half the rate; zeros lie before and after.
  ///
  /// Reading at positions that advance by r a sample plays r times as fast: Doppler, wow, resampling for r near 1.
  package func read(_ samples: UnsafeBufferPointer<Float>, at position: Double) -> Float {
    let reach = Self.reach
    guard position.isFinite, position > Double(-reach - 1), position < Double(samples.count + reach) else {
      return 0
    }
    let whole = position.rounded(.down)
    let (first, weight) = place(position - whole)
    let start = Int(whole) - reach
    guard let source = samples.baseAddress else { return 0 }
    return table.withUnsafeBufferPointer { table in
      guard let base = table.baseAddress else { return 0 }
      // The kernel at −(k − f), which is even: the same rows serve.
      let (a, b) = (base + first, base + first + Self.row)
      if start >= 0, start + Self.row <= samples.count {
        var sum = SIMD8<Float>()
        var k = 0
        while k < Self.row {
          let low = Lanes.load(a + k)
          sum += Lanes.load(source + (start &+ k)) * (low + (Lanes.load(b + k) - low) * weight)
          k = k &+ 8
        }
        return sum.sum()
      }
      var sum: Float = 0
      for k in max(0, -start)..<max(max(0, -start), min(Self.taps, samples.count - start)) {
        sum += source[start + k] * (a[k] + (b[k] - a[k]) * weight)
      }
      return sum
    }
  }

  /// `samples` shifted by `delay` samples (may be negative), as long as before.
  package func delayed(_ samples: [Float], by delay: Double) -> [Float] {
    samples.withUnsafeBufferPointer { source in
      source.indices.map { read(source, at: Double($0) - delay) }
    }
  }

  /// The lower of the two rows for a fraction in [0, 1), and the weight of the upper.
  @inline(__always)
  private func place(_ fraction: Double) -> (first: Int, weight: Float) {
    let at = fraction * Double(Self.resolution)
    let lower = min(Int(at), Self.resolution - 1)
    return (lower * Self.row, Float(at - Double(lower)))
  }
}
