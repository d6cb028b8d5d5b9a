import Foundation
import Signals
import Testing

@Suite struct LevelsTests {
  private func sine(_ frequency: Double, _ decibels: Double, seconds: Double, rate: Double = 48_000)
    -> [Float]
  {
    (0..<Int(seconds * rate)).map {
      Float(pow(10, decibels / 20) * sin(2 * .pi * frequency * Double($0) / rate))
    }
  }

  @Test func calibrationIsSoundPressure() {
    // IEC 60942: 94 dB SPL is 1 Pa.
    #expect(abs(Levels.pressure(94) - 1.00237) < 1e-4)
    let x = Levels.calibrated(noise(5000), to: 71.3)
    #expect(abs(Levels.soundPressureLevel(x) - 71.3) < 1e-4)
    let full = FullScale.standard.toFile(sine(1000, 20 * log10(2 * 2.0.squareRoot()), seconds: 0.1))
    #expect(abs(Levels.peak(full) - 1) < 1e-5)
    #expect(abs(FullScale(sineLevel: 100).peakPressure - FullScale.standard.peakPressure) < 1e-9)
    #expect(FullScale(peakPressure: -.infinity) == .standard)
  }

  /// ITU-R BS.1770-4, tables 1 and 2.
  @Test func weightingIsTabled() {
    let (shelf, pass) = (KWeighting.shelf(rate: 48_000), KWeighting.highPass(rate: 48_000))
    let found = [shelf.b0, shelf.b1, shelf.b2, shelf.a1, shelf.a2, pass.b0, pass.b1, pass.a1, pass.a2]
    let tabled = [
      1.53512485958697, -2.69169618940638, 1.19839281085285, -1.69065929318241, 0.73248077421585, 1, -2,
      -1.99004745483398, 0.99007225036621,
    ]
    for (a, b) in zip(found, tabled) { #expect(abs(a - b) < 1e-8) }
  }

  /// EBU Tech 3341, cases 1 to 5 (stereo sines of 1000 Hz).
  @Test(
    arguments: [
      ([(-23, 20)], -23), ([(-33, 20)], -33), ([(-36, 10), (-23, 60), (-36, 10)], -23),
      ([(-72, 10), (-36, 10), (-23, 60), (-36, 10), (-72, 10)], -23),
      ([(-26, 20), (-20, 20.1), (-26, 20)], -23),
    ] as [([(Double, Double)], Double)])
  func complianceCases(parts: [(Double, Double)], expected: Double) throws {
    for rate in [16_000.0, 48_000] {
      let x = parts.flatMap { sine(1000, $0.0, seconds: $0.1, rate: rate) }
      // Both channels are alike: one with twice the weight.
      let found = try #require(Loudness([x], weights: [2], rate: rate).integrated)
      #expect(abs(found - expected) < 0.1, "\(rate) \(parts) \(found)")
    }
  }

  /// One channel of full scale has −3.01 LKFS at 997 Hz, whatever the rate.
  @Test(arguments: [16_000.0, 44_100, 48_000, 96_000]) func everyRateWeighsAlike(rate: Double) throws {
    let x = sine(997, 0, seconds: 2, rate: rate)
    let mono = try #require(Loudness([x], rate: rate).integrated)
    #expect(abs(mono + 3.01) < 0.05)
    #expect(Loudness([x, x], weights: [1, 0], rate: rate).integrated == mono)
  }

  @Test func shortAndSilent() throws {
    let short = Loudness([sine(997, 0, seconds: 0.2)], rate: 48_000)
    #expect(short.integrated == nil)
    #expect(abs(try #require(short.padded) + 6.02) < 0.05)
    #expect(Loudness([[Float](repeating: 0, count: 48_000)], rate: 48_000).padded == nil)
    #expect(Loudness([], rate: 48_000).integrated == nil && Loudness([[]], rate: 0).padded == nil)
  }

  /// A sine at a quarter of the rate, 45° off: samples lie 3.01 dB below its peak.
  @Test func truePeakLiesBetweenSamples() {
    let x = (0..<400).map { (n: Int) -> Float in
      let wave = Float(sin(Double.pi / 2 * Double(n) + Double.pi / 4))
      return wave * Float(Window.hann.value(Double(n) / 200 - 1))
    }
    #expect(abs(20 * log10(Levels.peak(x)) + 3.01) < 0.01)
    #expect(abs(TruePeak.decibels(x)) < 0.01)
    #expect(abs(TruePeak.decibels(Levels.scaled(x, by: TruePeak.guardGain([x, x]))) + 1) < 0.001)
    #expect(TruePeak.guardGain([[0, 0.5, 0]]) == 1)
  }
}
