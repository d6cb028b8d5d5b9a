import VectorMath

/// Another sampling rate: a polyphase sinc under Kaiser's window, without delay (sample 0 stays at time 0).
///
/// Passes up to 0.45 of the lower rate (±0.01 dB) and rejects from 0.55 of it by 90 dB or more (so what lies between
/// 0.45 and 0.5 fades). Ratios of whole numbers up to 4096 are exact; others step between 4096 phases.
package struct Resampler: Sendable {
  /// Samples out over samples in.
  package let ratio: Double
  /// Out = `up`/`down` × in where the ratio is exact, else nil.
  private let exact: (up: Int, down: Int)?
  private let phases: Int
  private let reach: Int
  private let stride: Int
  /// `phases + 1` rows of `stride` taps.
  private let table: [Float]

  /// From `input` hertz to `output` hertz; rates that are not positive numbers count as equal.
  package init(from input: Double, to output: Double) {
    let valid = input > 0 && output > 0 && input.isFinite && output.isFinite
    ratio = valid ? output / input : 1
    var fraction: (up: Int, down: Int)?
    if valid, input < 1e9, output < 1e9, input == input.rounded(), output == output.rounded() {
      var (a, b) = (Int(output), Int(input))
      while b != 0 { (a, b) = (b, a % b) }
      if Int(output) / a <= 4096 { fraction = (Int(output) / a, Int(input) / a) }
    } else if !valid {
      fraction = (1, 1)
    }
    exact = fraction
    phases = fraction?.up ?? 4096
    // In samples of the input; wider when going down, where the lower rate is the output's.
    let shrink = min(ratio, 1)
    let half = 32.0 / max(shrink, 1e-3)
    reach = Int(half.rounded(.up))
    stride = (2 * reach + 7) / 8 * 8
    // The table holds taps for input samples −reach+1 … reach around a phase.
    let window = Window.kaiser(beta: 9)
    var table = [Float](repeating: 0, count: (phases + 1) * stride)
    for phase in 0...phases {
      let f = Double(phase) / Double(phases)
      var row = [Double](repeating: 0, count: 2 * reach)
      for k in row.indices {
        let x = Double(k - reach + 1) - f
        let y = Double.pi * x * shrink
        row[k] = (x == 0 ? 1 : DeterministicMath.sin(y) / y) * window.value(x / half)
      }
      // Every phase passes 0 Hz alike, so constants stay constant.
      let sum = row.reduce(0, +)
      for k in row.indices { table[phase * stride + k] = Float(row[k] / sum) }
    }
    self.table = table
  }

  /// The count of samples that `count` become: all whose time lies before the input's end.
  package func outputCount(_ count: Int) -> Int {
    if let exact { return (count * exact.up + exact.down - 1) / exact.down }
    return Int((Double(count) * ratio).rounded(.up))
  }

  /// The signal at the other rate. Zeros lie before and after it.
  package func resample(_ samples: [Float]) -> [Float] {
    if let exact, exact.up == 1, exact.down == 1 { return samples }
    // Zeros on both sides, so that no tap needs a test.
    let padded =
      [Float](repeating: 0, count: reach) + samples + [Float](repeating: 0, count: reach + stride + 1)
    var out = [Float](repeating: 0, count: outputCount(samples.count))
    padded.withUnsafeBufferPointer { source in
      table.withUnsafeBufferPointer { table in
        guard let x = source.baseAddress, let h = table.baseAddress else { return }
        for n in out.indices {
          if let exact {
            let at = n * exact.down
            let (whole, phase) = at.quotientAndRemainder(dividingBy: exact.up)
            out[n] = product(x + (whole + 1), h + phase * stride)
          } else {
            let at = Double(n) / ratio
            let whole = min(Int(at), samples.count)
            let place = (at - Double(whole)) * Double(phases)
            let lower = min(Int(place), phases - 1)
            let weight = Float(place - Double(lower))
            let (a, b) = (
              product(x + (whole + 1), h + lower * stride), product(x + (whole + 1), h + (lower + 1) * stride)
            )
            out[n] = a + (b - a) * weight
          }
        }
      }
    }
    return out
  }

  @inline(__always)
  private func product(_ x: UnsafePointer<Float>, _ h: UnsafePointer<Float>) -> Float {
    var sum = SIMD8<Float>()
    var k = 0
    while k < stride {
      sum += Lanes.load(x + k) * Lanes.load(h + k)
      k = k &+ 8
    }
    return sum.sum()
  }
}
