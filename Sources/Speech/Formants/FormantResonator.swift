import VectorMath

/// A second-order resonance or its opposite, of gain one at 0 Hz (Klatt 1980, equations 1 to 3).
struct FormantResonator: Sendable {
  private var a = 1.0
  private var b = 0.0
  private var c = 0.0
  private var y1 = 0.0
  private var y2 = 0.0

  init() {}

  /// - Parameters: hertz; `rate` is the sampling rate.
  mutating func tune(frequency: Double, bandwidth: Double, rate: Double) {
    let r = DeterministicMath.exp(-Double.pi * bandwidth / rate)
    c = -(r * r)
    b = 2 * r * DeterministicMath.cos(2 * Double.pi * frequency / rate)
    a = 1 - b - c
  }

  /// One sample through the resonance.
  @inline(__always)
  mutating func resonate(_ x: Double) -> Double {
    let y = a * x + b * y1 + c * y2
    y2 = y1
    y1 = y
    return y
  }

  /// One sample through the anti-resonance of the same tuning.
  @inline(__always)
  mutating func cancel(_ x: Double) -> Double {
    // Here the two memories hold what came in.
    let y = (x - b * y1 - c * y2) / a
    y2 = y1
    y1 = x
    return y
  }
}
