import VectorMath

/// Second-order sections in a row, with the memory that lets a signal be filtered piece by piece.
///
/// Runs in double precision (transposed direct form II). A copy carries the memory on independently.
package struct FilterCascade: Sendable {
  /// First to last.
  package let sections: [Biquad]
  /// Two values a section.
  private var memory: [Double]

  package init(_ sections: [Biquad]) {
    self.sections = sections
    memory = Array(repeating: 0, count: 2 * sections.count)
  }

  /// As if nothing had been filtered yet.
  package mutating func reset() {
    for i in memory.indices { memory[i] = 0 }
  }

  /// The next sample through all sections.
  @inline(__always)
  package mutating func process(_ sample: Double) -> Double {
    var x = sample
    for (i, s) in sections.enumerated() {
      let y = s.b0 * x + memory[2 * i]
      memory[2 * i] = s.b1 * x - s.a1 * y + memory[2 * i + 1]
      memory[2 * i + 1] = s.b2 * x - s.a2 * y
      x = y
    }
    return x
  }

  /// The next piece of a signal, in place.
  package mutating func process(_ samples: inout [Float]) {
    // Section by section, so that coefficients and memory stay in registers.
    for (i, s) in sections.enumerated() {
      var (m0, m1) = (memory[2 * i], memory[2 * i + 1])
      for n in samples.indices {
        let x = Double(samples[n])
        let y = s.b0 * x + m0
        m0 = s.b1 * x - s.a1 * y + m1
        m1 = s.b2 * x - s.a2 * y
        samples[n] = Float(y)
      }
      // Denormal numbers cost a hundred cycles each and are below any hearing.
      (memory[2 * i], memory[2 * i + 1]) = (m0.magnitude < 1e-30 ? 0 : m0, m1.magnitude < 1e-30 ? 0 : m1)
    }
  }

  /// The next piece of a signal in double precision, in place.
  package mutating func process(_ samples: inout [Double]) {
    for (i, s) in sections.enumerated() {
      var (m0, m1) = (memory[2 * i], memory[2 * i + 1])
      for n in samples.indices {
        let x = samples[n]
        let y = s.b0 * x + m0
        m0 = s.b1 * x - s.a1 * y + m1
        m1 = s.b2 * x - s.a2 * y
        samples[n] = y
      }
      (memory[2 * i], memory[2 * i + 1]) = (m0.magnitude < 1e-30 ? 0 : m0, m1.magnitude < 1e-30 ? 0 : m1)
    }
  }

  /// A whole signal from rest; the receiver's memory is left alone. As long as the input: what would ring on after it
  /// is cut off.
  package func filtered(_ samples: [Float]) -> [Float] {
    var fresh = FilterCascade(sections)
    var out = samples
    fresh.process(&out)
    return out
  }

  /// The power |H|² at a frequency in hertz.
  package func power(at frequency: Double, rate: Double) -> Double {
    sections.reduce(1) { $0 * $1.power(at: frequency, rate: rate) }
  }
}

extension FilterCascade {
  /// A Butterworth low-pass of the given order (1 … 16): −3 dB at the corner, 6 dB an octave an order.
  package static func butterworthLowPass(order: Int, _ frequency: Double, rate: Double) -> FilterCascade {
    FilterCascade(
      butterworth(order) {
        Biquad.lowPass(frequency, q: $0, rate: rate)
      } first: {
        OnePole.lowPassSection(frequency, rate: rate)
      })
  }

  /// A Butterworth high-pass of the given order (1 … 16): −3 dB at the corner.
  package static func butterworthHighPass(order: Int, _ frequency: Double, rate: Double) -> FilterCascade {
    FilterCascade(
      butterworth(order) {
        Biquad.highPass(frequency, q: $0, rate: rate)
      } first: {
        OnePole.highPassSection(frequency, rate: rate)
      })
  }

  /// A high-pass and a low-pass of the given order each: −3 dB at both corners where they lie an octave apart or more.
  package static func butterworthBandPass(
    order: Int, from low: Double, to high: Double, rate: Double
  ) -> FilterCascade {
    FilterCascade(
      butterworthHighPass(order: order, low, rate: rate).sections
        + butterworthLowPass(order: order, high, rate: rate).sections)
  }

  private static func butterworth(
    _ order: Int, _ second: (Double) -> Biquad, first: () -> Biquad
  ) -> [Biquad] {
    let order = min(max(order, 1), 16)
    var sections: [Biquad] = order % 2 == 1 ? [first()] : []
    for k in 0..<order / 2 {
      // Pairs of poles on the circle, from the real axis outwards: Q rises.
      let angle = Double.pi * (Double(2 * k + 1) + Double(order % 2)) / Double(2 * order)
      sections.append(second(1 / (2 * DeterministicMath.cos(angle))))
    }
    return sections
  }
}
