import Foundation
import Signals
import Testing

@Suite struct SignalToNoiseTests {
  /// A14: what was asked for is measured afterwards, under every definition, at levels that differ.
  @Test(arguments: SignalToNoise.allCases) func asksAndGets(definition: SignalToNoise) throws {
    let rate = 16_000.0
    let active = 4000..<14_000
    var signal = [Float](repeating: 0, count: 20_000)
    for (n, x) in zip(active, noise(active.count, "s")) {
      signal[n] = x * (0.2 + 0.1 * Float(sin(Double(n) / 800)))
    }
    let floor = noise(20_000, "n")
    for target in [-5.0, 0, 12.5, 20] {
      let gain = try #require(
        definition.gain(toReach: target, signal: signal, noise: floor, active: active, rate: rate))
      let scaled = Levels.scaled(signal, by: gain)
      let found = try #require(
        definition.decibels(signal: scaled, noise: floor, active: active, rate: rate))
      #expect(abs(found - target) < 0.05, "\(found) \(target)")
    }
  }

  @Test func activeSamplesOnlyCount() throws {
    let noise = [Float](repeating: 0.1, count: 1000)
    var signal = [Float](repeating: 0, count: 1000)
    for n in 0..<100 { signal[n] = 1 }
    let found = try #require(
      SignalToNoise.rmsActive.decibels(signal: signal, noise: noise, active: 0..<100, rate: 1000))
    #expect(abs(found - 20) < 1e-5)
    let whole = try #require(
      SignalToNoise.rmsActive.decibels(signal: signal, noise: noise, active: 0..<1000, rate: 1000))
    #expect(abs(whole - 10) < 1e-5)
  }

  @Test(arguments: SignalToNoise.allCases) func silenceHasNone(definition: SignalToNoise) {
    let (zero, one) = ([Float](repeating: 0, count: 900), noise(900))
    if definition != .segmental {
      #expect(definition.decibels(signal: zero, noise: one, active: 0..<900, rate: 1000) == nil)
      #expect(definition.decibels(signal: one, noise: zero, active: 0..<900, rate: 1000) == nil)
    }
    #expect(definition.decibels(signal: zero, noise: zero, active: 0..<900, rate: 1000) == nil)
    #expect(definition.gain(toReach: 200, signal: one, noise: zero, active: 0..<900, rate: 1000) == nil)
    #expect(definition.decibels(signal: one, noise: one, active: 5000..<6000, rate: 1000) == nil)
  }
}
