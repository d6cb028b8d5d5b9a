import Acoustics
import Foundation
import RandomStreams
import Signals
import Testing
import VectorMath

@Suite struct TurbulenceTests {
  private let air = Turbulence(strength: 4e-6)
  private let streams = (0..<3000).map { RandomStream(seed: 8).child($0) }

  /// Length of a way: Gaussian, of variance ½ √π ⟨μ²⟩ L R, forgotten as exp(−t²/2τ²) after L over the wind; so a tone keeps
  /// exp(−k²σ²/2) of its pressure on average.
  @Test(arguments: [25.0, 100]) func waysWanderByTheirLength(distance: Double) {
    let variance = 0.5 * Double.pi.squareRoot() * 4e-6 * 1.1 * distance
    #expect(abs(air.variance(over: distance) / variance - 1) < 1e-12)
    let ways = streams.map { air.wandering(common: $0.child("a"), own: $0.child("b"), correlation: 0.4) }
    let now = ways.map { $0.excess(at: 3, over: distance) }
    let later = ways.map { $0.excess(at: 3 + 1.1 / 2, over: distance).metres }
    let mean = now.reduce(0) { $0 + $1.metres } / 3000
    let square = now.reduce(0) { $0 + $1.metres * $1.metres } / 3000
    #expect(abs(mean) < 0.08 * variance.squareRoot() && abs(square / variance - 1) < 0.1)
    let product = zip(now, later).reduce(0) { $0 + $1.0.metres * $1.1 } / 3000
    #expect(abs(product / variance - exp(-0.5)) < 0.08)
    for frequency in [500.0, 2000, 4000] {
      let k = 2 * Double.pi * frequency / 343
      let kept = now.reduce(0) { $0 + cos(k * $1.metres) } / 3000
      #expect(abs(kept - exp(-k * k * variance / 2)) < 0.04, "\(frequency) Hz: \(kept)")
    }
    // What it says of its change is its change.
    for way in ways.prefix(20) {
      let e = 1e-5
      let slope =
        (way.excess(at: 3 + e, over: distance).metres - way.excess(at: 3 - e, over: distance).metres)
        / (2 * e)
      #expect(abs(slope - way.excess(at: 3, over: distance).rate) < 1e-6)
    }
  }

  /// Two ways keep exp(−k²σ²(1 − ρ)) of their coherence, and ρ is Daigle's.
  @Test func neighboursWanderTogether() {
    #expect(air.correlation(separation: 0) == 1)
    // ½ √π erf(1) by hand, and the limit of ways far apart.
    #expect(abs(air.correlation(separation: 1.1) - 0.746824) < 1e-5)
    #expect(abs(air.correlation(separation: 1100) - 0.5 * Double.pi.squareRoot() / 1000) < 1e-6)
    #expect(air.groundCorrelation(1, 1) == air.correlation(separation: 1) && air.groundCorrelation(0, 2) == 1)
    let (distance, shared) = (80.0, 0.6)
    for frequency in [1000.0, 4000] {
      let k = 2 * Double.pi * frequency / 343
      var coherence = 0.0
      for stream in streams {
        let a = air.wandering(common: stream.child(0), own: stream.child(1), correlation: shared)
        let b = air.wandering(common: stream.child(0), own: stream.child(2), correlation: shared)
        let apart = a.excess(at: 1, over: distance).metres - b.excess(at: 1, over: distance).metres
        coherence += cos(k * apart) / 3000
      }
      #expect(abs(coherence - exp(-k * k * air.variance(over: distance) * (1 - shared))) < 0.04)
    }
  }

  /// The sound itself: the phase of a tone is late by k times the wandering, at every moment.
  @Test func soundIsLateByIt() throws {
    let (rate, c, frequency) = (24_000.0, Air().soundSpeed, 1500.0)
    let tone = (0..<36_000).map { Float(sin(2 * .pi * frequency * Double($0) / rate)) }
    let still = ArrayMotion(.mono, path: SmoothPath(still: Vector3(0, 0, 1)))
    let sound = MovingSound(samples: tone, path: SmoothPath(still: Vector3(60, 0, 1)))
    let way = Turbulence(strength: 1e-5).wandering(
      common: streams[0], own: streams[1], correlation: 0.3)
    var path = SoundPath.direct
    let calm = try sound.heard(by: still, along: [path], airAbsorbs: false, count: 36_000, rate: rate)[0]
    path.wandering = way
    let moved = try sound.heard(by: still, along: [path], airAbsorbs: false, count: 36_000, rate: rate)[0]
    var most = 0.0
    for middle in stride(from: 8000, to: 34_000, by: 1000) {
      func phase(_ x: [Float]) -> Double {
        var (re, im) = (0.0, 0.0)
        for n in middle - 80..<middle + 80 {
          re += Double(x[n]) * cos(2 * .pi * frequency * Double(n) / rate)
          im -= Double(x[n]) * sin(2 * .pi * frequency * Double(n) / rate)
        }
        return atan2(im, re)
      }
      let expected = -2 * .pi * frequency / c * way.excess(at: Double(middle) / rate, over: 60).metres
      let difference = remainder(phase(moved) - phase(calm) - expected, 2 * .pi)
      #expect(abs(difference) < 0.01, "\(middle): \(difference)")
      most = max(most, abs(expected))
    }
    #expect(most > 0.3)
  }
}
