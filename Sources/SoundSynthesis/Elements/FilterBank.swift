import VectorMath

/// Band passes that move, side by side, four in the lanes of a vector: the filters of `StateFilter`, summed with gains.
struct FilterBank {
  struct Band {
    var q: Double
    var gain: Double
    /// Hz over time in seconds, asked for again every 32 samples.
    var frequency: (Double) -> Double
  }

  private let bands: [Band]

  init(_ bands: [Band]) { self.bands = bands }

  func response(to input: Waveform) -> Waveform {
    var out = Waveform(count: input.samples.count)
    for first in stride(from: 0, to: bands.count, by: 4) {
      add(Array(bands[first..<min(first + 4, bands.count)]), input, &out)
    }
    return out
  }

  private func add(_ four: [Band], _ input: Waveform, _ out: inout Waveform) {
    var first = SIMD4<Double>.zero
    var second = SIMD4<Double>.zero
    var (g, a, gain) = (SIMD4<Double>.zero, SIMD4<Double>.zero, SIMD4<Double>.zero)
    let block = 32
    input.samples.withUnsafeBufferPointer { input in
      out.samples.withUnsafeMutableBufferPointer { out in
        var start = 0
        while start < input.count {
          for (lane, band) in four.enumerated() {
            let c = StateFilter.Coefficients(band.frequency(Double(start) / Waveform.rate), q: band.q)
            (g[lane], a[lane], gain[lane]) = (c.g, c.a, band.gain * c.k)
          }
          for i in start..<min(start + block, input.count) {
            let v1 = a * (first + g * (SIMD4(repeating: input[i]) - second))
            let v2 = second + g * v1
            first = 2 * v1 - first
            second = 2 * v2 - second
            let y = gain * v1
            out[i] += (y[0] + y[1]) + (y[2] + y[3])
          }
          start += block
        }
      }
    }
  }
}
