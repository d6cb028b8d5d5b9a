import RandomStreams
import VectorMath

/// The voice before the mouth shapes it: the derivative of the air flow through the glottis.
///
/// One pulse a period: flow t² − t³ while the glottis is open (Klatt and Klatt 1990, KLGLOTT88), whose derivative
/// falls to −1 and jumps back at closure; the jump is rounded over two samples, so that little aliases. Periods and
/// heights waver (jitter, shimmer), and the pitch drifts slowly (flutter, equation 1 there).
struct LarynxSource: Sendable {
  private let rate: Double
  private let openQuotient: Double
  private let jitter: Double
  private let shimmer: Double
  private var chance: RandomStream
  /// Samples since the last pulse began, its length and height.
  private var time = 0.0
  private var period = 0.0
  private var height = 1.0
  private var tiltState = 0.0
  private let tiltPole: Double

  /// - Parameter tilt: decibels that the spectrum loses at 3 kHz.
  init(
    rate: Double, openQuotient: Double, jitter: Double, shimmer: Double, tilt: Double, stream: RandomStream
  ) {
    self.rate = rate
    self.openQuotient = openQuotient
    self.jitter = jitter
    self.shimmer = shimmer
    chance = stream
    tiltPole = Self.pole(loss: max(0, tilt), at: 3000, rate: rate)
  }

  /// The pole p of y = (1 − p) x + p y₋₁ that loses so many decibels at a frequency.
  static func pole(loss: Double, at frequency: Double, rate: Double) -> Double {
    guard loss > 0 else { return 0 }
    // |H|² = (1−p)² / (1 − 2p cos w + p²) = g: a quadratic in p.
    let g = DeterministicMath.pow(10, -loss / 10)
    let w = 2 * Double.pi * frequency / rate
    let q = (1 - g * DeterministicMath.cos(w)) / (1 - g)
    return q - (q * q - 1).squareRoot()
  }

  /// The next sample at a fundamental of `pitch` hertz, and whether the glottis is open.
  mutating func next(pitch: Double, at sample: Int) -> (value: Double, isOpen: Bool) {
    if period == 0 { begin(pitch, sample) }
    while time >= period {
      time -= period
      begin(pitch, sample)
    }
    let open = openQuotient * period
    var value = 0.0
    if time < open {
      let x = time / open
      value = 2 * x - 3 * x * x
    }
    // The step of +1 at closure, spread over the samples before and after.
    let distance = open - time
    if distance > 0, distance <= 1 { value += 0.5 * (1 - distance) * (1 - distance) }
    if distance <= 0, distance > -1 { value -= 0.5 * (1 + distance) * (1 + distance) }
    let isOpen = time < open
    time += 1
    tiltState += (1 - tiltPole) * (value * height - tiltState)
    return (tiltState, isOpen)
  }

  private mutating func begin(_ pitch: Double, _ sample: Int) {
    let t = Double(sample) / rate
    let drift =
      DeterministicMath.sin(2 * Double.pi * 12.7 * t) + DeterministicMath.sin(2 * Double.pi * 7.1 * t)
      + DeterministicMath.sin(2 * Double.pi * 4.7 * t)
    let waver = 1 + jitter * min(max(chance.normal(), -2.5), 2.5) + 0.004 * drift / 3
    period = rate / max(30, pitch) * waver
    height = 1 + shimmer * min(max(chance.normal(), -2.5), 2.5)
  }
}
