package import RandomStreams
package import VectorMath

/// Air whose eddies bend and delay sound on its way: a length that wanders about that in still air.
///
/// Eddies of one size with a Gaussian spectrum. The variance of a way's length is ½ √π ⟨μ²⟩ L R for R metres (Clifford and
/// Lataitis, “Turbulence effects on acoustic wave propagation over a smooth surface”, 1983, for ways longer than k L²), so a
/// tone's phase has k² times that, and what two ways have in common falls as exp(−k² σ² (1 − ρ)). Loudness is left as it is.
package struct Turbulence: Sendable, Hashable {
  /// ⟨μ²⟩, the variance of the index of refraction: 10⁻⁷ under clouds in little wind to 10⁻⁵ on a windy sunny day.
  package var strength: Double
  /// L, the size of eddies, metres.
  package var scale: Double
  /// With which they are carried across, metres a second.
  package var wind: Double

  package init(strength: Double, scale: Double = 1.1, wind: Double = 2) {
    self.strength = strength
    self.scale = scale
    self.wind = wind
  }

  /// m² of a way of `distance` metres.
  package func variance(over distance: Double) -> Double { variancePerMetre * distance }

  var variancePerMetre: Double { 0.5 * Double.pi.squareRoot() * strength * scale }

  /// How much two ways have in common that lie `separation` metres apart at most (Daigle, 1979): ½ √π erf(h/L) / (h/L).
  package func correlation(separation: Double) -> Double {
    let x = separation.magnitude / scale
    guard x > 1e-3 else { return 1 }
    return 0.5 * Double.pi.squareRoot() * Self.errorFunction(x) / x
  }

  /// Of the straight way and that by the ground between two heights in metres: 2 / (1/a + 1/b) apart.
  package func groundCorrelation(_ a: Double, _ b: Double) -> Double {
    let (a, b) = (max(a, 0), max(b, 0))
    return correlation(separation: a + b > 0 ? 2 * a * b / (a + b) : 0)
  }

  /// The wandering of one way. `common` is the chance of all ways that have `correlation` in common, `own` that of this one.
  package func wandering(common: RandomStream, own: RandomStream, correlation: Double) -> WanderingWay {
    let time = scale / max(wind, 1e-3)
    let shared = min(max(correlation, 0), 1)
    return WanderingWay(
      common: SmoothNoise(correlation: time, common), own: SmoothNoise(correlation: time, own),
      commonShare: shared.squareRoot(), ownShare: (1 - shared).squareRoot(), variance: variancePerMetre)
  }

  /// erf of x ≥ 0 (Abramowitz and Stegun, 7.1.26; to 1.5 · 10⁻⁷).
  private static func errorFunction(_ x: Double) -> Double {
    let t = 1 / (1 + 0.3275911 * x)
    let sum =
      ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t
    return 1 - sum * DeterministicMath.exp(-x * x)
  }
}

/// Metres by which a way is longer than in still air, over time.
package struct WanderingWay: Sendable {
  let common: SmoothNoise
  let own: SmoothNoise
  let commonShare: Double
  let ownShare: Double
  /// m² a metre.
  let variance: Double

  /// At a time in seconds, of a way that is `distance` metres long then; and how fast that grows, metres a second, as far as
  /// eddies make it.
  package func excess(at time: Double, over distance: Double) -> (metres: Double, rate: Double) {
    let (a, b) = (common.value(at: time), own.value(at: time))
    let size = (variance * max(distance, 0)).squareRoot()
    return (
      size * (commonShare * a.value + ownShare * b.value), size * (commonShare * a.slope + ownShare * b.slope)
    )
  }
}

/// Noise of mean 0 and variance 1 over time that is smooth: what it was is forgotten as exp(−t²/2τ²).
struct SmoothNoise: Sendable {
  private let waves: [(speed: Double, phase: Double)]
  private let size: Double

  /// - Parameter time: τ, seconds.
  init(correlation time: Double, _ stream: RandomStream) {
    var stream = stream
    let count = 32
    waves = (0..<count).map { _ in (stream.normal() / time, stream.uniform(0, 2 * Double.pi)) }
    size = (2 / Double(count)).squareRoot()
  }

  /// And its change a second.
  func value(at time: Double) -> (value: Double, slope: Double) {
    var (value, slope) = (0.0, 0.0)
    for wave in waves {
      let (sin, cos) = DeterministicMath.sincos(wave.speed * time + wave.phase)
      value += cos
      slope -= wave.speed * sin
    }
    return (size * value, size * slope)
  }
}
