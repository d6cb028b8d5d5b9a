import Annotations
import Degradation
import RandomStreams
import Signals
import Testing
import VectorMath

@Suite struct ShapedTests {
  private func tone(_ frequency: Double, rate: Int = 16_000) -> [Float] {
    (0..<rate).map { Float(0.25 * DeterministicMath.sin(2 * .pi * frequency * Double($0) / Double(rate))) }
  }

  /// A telephone's band: tones within pass, tones outside do not.
  @Test(arguments: [
    (100.0, -60.0), (260, -40), (300, -6.02), (1000, 0), (3000, 0), (3400, -6.02), (4000, -60),
  ])
  func bandPassesItsTones(frequency: Double, decibels: Double) throws {
    let made = try Degraded("[band]", [tone(frequency)])
    // Away from the ends, where a tone begins and stops.
    let level = Decibels.ofPower(
      Levels.energy(made.channels[0], in: 4000..<12_000) / Levels.energy(made.clean[0], in: 4000..<12_000))
    if decibels <= -40 { #expect(level < decibels) } else { #expect((level - decibels).magnitude < 0.15) }
  }

  @Test func hardClippingCutsAtItsLimit() throws {
    let made = try Degraded("[{clipping: {level: -6.0206, shape: hard}}]")
    let limit = try #require(made.number("limit"))
    #expect((limit - Levels.peak(made.clean[0]) / 2).magnitude < 1e-5)
    #expect((Levels.peak(made.channels[0]) - limit).magnitude < 1e-6)
    let beyond = made.clean.joined().count { Double($0.magnitude) > limit }
    #expect((try #require(made.number("share_beyond")) - Double(beyond) / 32_000).magnitude < 1e-9)
    let pairs = zip(made.clean[0], made.channels[0])
    #expect(pairs.allSatisfy { Double($0.magnitude) >= limit || ($0 - $1).magnitude < 1e-6 })
  }

  @Test func softClippingBends() throws {
    let made = try Degraded("[{clipping: {level: -12, shape: soft}}]")
    let limit = try #require(made.number("limit"))
    let wrong = zip(made.clean[0], made.channels[0]).first { x, y in
      let expected = Double(x) * limit / (limit * limit + Double(x) * Double(x)).squareRoot()
      return (Double(y) - expected).magnitude > 1e-6 || Double(y.magnitude) > limit
    }
    #expect(wrong == nil, "\(String(describing: wrong))")
  }

  @Test(arguments: [4, 8]) func fewBitsAreSteps(bits: Int) throws {
    let made = try Degraded("[{quantisation: {bits: \(bits)}}]")
    let step = 2 / Float(1 << bits)
    #expect(made.number("step") == Double(step))
    let pairs = zip(made.clean[0], made.channels[0])
    #expect(
      pairs.allSatisfy { x, y in (y / step).rounded() == y / step && (x - y).magnitude <= step / 2 + 1e-6 })
    let dithered = try Degraded("[{quantisation: {bits: \(bits), dither: triangular}}]")
    let worst = dithered.added().map(\.magnitude).max() ?? 0
    #expect(worst > step / 2 && worst <= 1.5 * step + 1e-6)
  }

  @Test func gainWandersSlowly() throws {
    let steady = [[Float](repeating: 0.1, count: 48_000)]
    let made = try Degraded("[{gain_drift: {deviation: 3, time: 0.5}}]", steady)
    let gains = made.channels[0].map { Decibels.ofAmplitude(Double($0) / made.chain.gain / 0.1) }
    #expect(zip(gains, gains.dropFirst()).allSatisfy { ($0 - $1).magnitude < 0.05 })
    #expect((try #require(made.number("greatest")) - (gains.max() ?? 0)).magnitude < 0.3)
    #expect((gains.max() ?? 0) - (gains.min() ?? 0) > 2)
  }

  @Test func gainIsAsSaid() throws {
    let made = try Degraded("[{gain: {decibels: -20}}]")
    #expect(zip(made.clean[0], made.channels[0]).allSatisfy { ($1 - $0 / 10).magnitude < 1e-6 })
  }
}
