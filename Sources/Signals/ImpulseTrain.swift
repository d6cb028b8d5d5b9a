import VectorMath

/// Very many impulses at places between samples, for the price of a few: each leaves its amplitude times the powers 0 … 7 of
/// its fraction at the nearest sample, and one filter at the end turns the sums into a signal.
///
/// The kernel is that of `FractionalDelay` (a sinc of 81 taps under a Hann window), each tap as a polynomial of its
/// fraction in −½ … ½, which is true to −100 dB of the tap at the centre. Worth it from about half an impulse a sample.
@usableFromInline package struct ImpulseTrain: Sendable {
  /// Samples of the signal.
  package let count: Int
  /// Eight sums a sample, with `margin` samples before and after.
  @usableFromInline var moments: [Float]

  /// Impulses this many samples outside of the signal still matter.
  @inlinable package static var margin: Int { FractionalDelay.reach }

  package init(count: Int) {
    self.count = max(count, 0)
    moments = Array(repeating: 0, count: 8 * (max(count, 0) + 2 * ImpulseTrain.margin + 1))
  }

  /// Adds an impulse with its peak at `delay` samples; nothing where it lies outside altogether or is no number.
  package mutating func add(_ amplitude: Float, at delay: Double) {
    guard delay > Double(-ImpulseTrain.margin), delay < Double(count &+ ImpulseTrain.margin) else { return }
    moments.withUnsafeMutableBufferPointer {
      guard let base = $0.baseAddress else { return }
      ImpulseTrain.add(amplitude, at: delay, to: base)
    }
  }

  /// The memory that `add(_:at:to:)` takes, for loops that have proven their delays.
  @inlinable @inline(__always)
  package mutating func withMemory(_ body: (UnsafeMutablePointer<Float>) -> Void) {
    moments.withUnsafeMutableBufferPointer { $0.baseAddress.map(body) }
  }

  /// Adds an impulse whose delay is known to lie in −`margin` … count + `margin`.
  @inlinable @inline(__always)
  package static func add(
    _ amplitude: Float, at delay: Double, to memory: UnsafeMutablePointer<Float>
  ) {
    let (powers, place) = powers(of: delay)
    let at = memory + 8 &* place
    Lanes.store(Lanes.load(UnsafePointer(at)) + powers * amplitude, at)
  }

  /// The powers of a delay's fraction, and the sample it belongs to, counted from the first of the margin.
  @inlinable @inline(__always)
  package static func powers(of delay: Double) -> (powers: SIMD8<Float>, place: Int) {
    // Rounds to the nearest, for delays above −margin.
    let place = Int(delay + (Double(margin) + 0.5))
    let f = Float(delay - Double(place &- margin))
    let f2 = f * f
    let f4 = f2 * f2
    let low = SIMD4<Float>(1, f, f2, f2 * f)
    return (SIMD8(lowHalf: low, highHalf: low * f4), place)
  }

  /// The signal: impulses filtered.
  package func rendered() -> [Float] {
    var out = [Float](repeating: 0, count: count)
    // Vectors of a block are summed in a second loop: in one the optimiser would turn everything around, lane by lane, and
    // take ten times as long.
    let block = 64
    var sums = [Float](repeating: 0, count: 8 * block)
    ImpulseTrain.taps.withUnsafeBufferPointer { taps in
      moments.withUnsafeBufferPointer { moments in
        sums.withUnsafeMutableBufferPointer { sums in
          guard let c = taps.baseAddress, let m = moments.baseAddress, let s = sums.baseAddress else {
            return
          }
          for start in stride(from: 0, to: count, by: block) {
            let length = min(block, count - start)
            filter(m + 8 * start, c, length, into: s)
            for n in 0..<length { out[start + n] = Lanes.load(UnsafePointer(s + 8 * n)).sum() }
          }
        }
      }
    }
    return out
  }

  /// The products of `length` samples' moments with the taps, summed over taps: eight parts a sample.
  private func filter(
    _ m: UnsafePointer<Float>, _ c: UnsafePointer<Float>, _ length: Int,
    into s: UnsafeMutablePointer<Float>
  ) {
    var n = 0
    // Four samples at a time read each tap once.
    while n &+ 4 <= length {
      var (v0, v1, v2, v3) = (SIMD8<Float>(), SIMD8<Float>(), SIMD8<Float>(), SIMD8<Float>())
      var p = m + 8 &* n
      for k in 0..<FractionalDelay.taps {
        let tap = Lanes.load(c + 8 &* k)
        v0 += Lanes.load(p) * tap
        v1 += Lanes.load(p + 8) * tap
        v2 += Lanes.load(p + 16) * tap
        v3 += Lanes.load(p + 24) * tap
        p += 8
      }
      Lanes.store(v0, s + 8 &* n)
      Lanes.store(v1, s + (8 &* n &+ 8))
      Lanes.store(v2, s + (8 &* n &+ 16))
      Lanes.store(v3, s + (8 &* n &+ 24))
      n = n &+ 4
    }
    while n < length {
      var sum = SIMD8<Float>()
      for k in 0..<FractionalDelay.taps {
        sum += Lanes.load(m + 8 &* (n &+ k)) * Lanes.load(c + 8 &* k)
      }
      Lanes.store(sum, s + 8 &* n)
      n = n &+ 1
    }
  }

  /// Coefficients by tap, then power. Sample n reads the moments of n − 40 … n + 40 in this order, so tap k holds the kernel
  /// at 40 − k.
  private static let taps: [Float] = {
    // Interpolation at Chebyshev's nodes in −½ … ½, by solving for the monomials.
    let nodes = (0..<8).map { 0.5 * DeterministicMath.cos(Double.pi * (Double($0) + 0.5) / 8) }
    var table: [Float] = []
    for k in 0..<FractionalDelay.taps {
      let values = nodes.map { kernel(Double(FractionalDelay.reach - k) - $0) }
      table += monomials(nodes, values).map { Float($0) }
    }
    return table
  }()

  private static func kernel(_ x: Double) -> Double {
    let sinc = x == 0 ? 1 : DeterministicMath.sin(Double.pi * x) / (Double.pi * x)
    return sinc * Window.hann.value(x / Double(FractionalDelay.reach + 1))
  }

  /// Coefficients of the polynomial through points (Newton's divided differences, multiplied out).
  private static func monomials(_ x: [Double], _ y: [Double]) -> [Double] {
    var differences = y
    for order in 1..<x.count {
      for i in stride(from: x.count - 1, through: order, by: -1) {
        differences[i] = (differences[i] - differences[i - 1]) / (x[i] - x[i - order])
      }
    }
    var out = [Double](repeating: 0, count: x.count)
    for i in stride(from: x.count - 1, through: 0, by: -1) {
      // out = out · (t − xᵢ) + dᵢ
      for p in stride(from: x.count - 1, through: 1, by: -1) { out[p] = out[p - 1] - x[i] * out[p] }
      out[0] = differences[i] - x[i] * out[0]
    }
    return out
  }
}
