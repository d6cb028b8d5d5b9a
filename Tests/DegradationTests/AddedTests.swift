import Annotations
import Degradation
import RandomStreams
import Signals
import Testing
import VectorMath

@Suite struct AddedTests {
  /// The ratio of what went in to what was added, by its definition: within 0.05 dB (A14), on a sound quiet enough that no gain is
  /// needed.
  @Test(arguments: SignalToNoise.allCases, [-3.0, 12]) func noiseHasItsRatio(
    _ definition: SignalToNoise, decibels: Double
  ) throws {
    let quiet = [voice(32_000, rate: 16_000, level: 0.1)]
    let made = try Degraded(
      "[{noise: {ratio: \(decibels), definition: \(definition.rawValue), colour: pink}}]", quiet)
    #expect(made.chain.gain == 1)
    let measured = try #require(
      definition.decibels(signal: quiet[0], noise: made.added(), active: 2000..<32_000, rate: 16_000))
    #expect((measured - decibels).magnitude < 0.05)
    #expect((try #require(made.number("measured_ratio")) - measured).magnitude < 0.01)
    if definition == .rmsActive {
      // By hand: energies of the active part.
      let own = quiet[0][2000...].reduce(0.0) { $0 + Double($1) * Double($1) }
      let rest = made.added()[2000...].reduce(0.0) { $0 + Double($1) * Double($1) }
      #expect((Decibels.ofPower(own / rest) - decibels).magnitude < 0.05)
    }
  }

  @Test(arguments: [("white", 0.0), ("pink", -3.01), ("brown", -6.02)]) func noiseHasItsColour(
    _ colour: String, slope: Double
  ) throws {
    let quiet = [voice(65_536, rate: 16_000, level: 0.01)]
    let added = try Degraded("[{noise: {ratio: 0, colour: \(colour)}}]", quiet).added()
    let fft = RealFFT(count: added.count)
    let power = fft.forward(added).power
    func level(_ low: Double, _ high: Double) -> Double {
      let step = 16_000 / Double(fft.count)
      let bins = Int(low / step)..<Int(high / step)
      return Decibels.ofPower(Double(power[bins].reduce(0, +)) / Double(bins.count))
    }
    // Three octaves apart, bands of an octave.
    let fall = (level(2000, 4000) - level(250, 500)) / 3
    #expect((fall - slope).magnitude < 0.3, "\(colour): \(fall) dB an octave")
  }

  /// Microphones have noises of their own.
  @Test(arguments: ["noise", "wind"]) func noisesAreTheirOwn(_ name: String) throws {
    let made = try Degraded("[\(name): {ratio: 0}]", seconds: 2)
    let (a, b) = (made.added(0), made.added(1))
    let product = zip(a, b).reduce(0.0) { $0 + Double($1.0) * Double($1.1) }
    #expect(product.magnitude < 0.25 * (Levels.energy(a) * Levels.energy(b)).squareRoot())
  }

  /// The direct sound stays, nothing comes before the tail, whose energy and fall are as asked for.
  @Test func reverberationFollows() throws {
    var impulse = [Float](repeating: 0, count: 16_000)
    impulse[2400] = 0.5
    let made = try Degraded("[{reverberation: {time: 0.5, ratio: 6, delay: 10}}]", [impulse])
    let out = made.channels[0]
    #expect(out[..<2400].allSatisfy { $0.magnitude < 1e-6 } && (out[2400] - 0.5).magnitude < 1e-5)
    #expect(out[2401..<2560].allSatisfy { $0.magnitude < 1e-6 })
    let tail = Levels.energy(out, in: 2560..<16_000)
    #expect((Decibels.ofPower(0.25 / tail) - 6).magnitude < 0.1)
    // Schroeder's integral between −5 and −25 dB.
    var left = tail
    var times: [Double] = []
    for n in 2560..<16_000 {
      let level = Decibels.ofPower(left / tail)
      if times.isEmpty, level < -5 { times.append(Double(n) / 16_000) }
      if times.count == 1, level < -25 { times.append(Double(n) / 16_000) }
      left -= Double(out[n]) * Double(out[n])
    }
    let fall = try #require(times.count == 2 ? times : nil)
    #expect((3 * (fall[1] - fall[0]) - 0.5).magnitude < 0.04)
  }

  /// Knocks begin where the label says: not a sample before.
  @Test func knocksBeginAtTheirMarks() throws {
    let made = try Degraded("[{handling: {rate: 120, level: -6, pitch: 100}}]", seconds: 3)
    let added = made.added()
    let marks = made.step.marks
    #expect(marks.count >= 2)
    var first = [Int]()
    var silent = 4000
    for n in added.indices {
      if added[n].magnitude > 2e-7 {
        if silent >= 4000 { first.append(n) }
        silent = 0
      } else {
        silent += 1
      }
    }
    // Each that follows silence; a sine begins with one sample of zero.
    #expect(!first.isEmpty)
    for n in first { #expect(marks.contains { 0...2 ~= n - $0 }, "\(n) of \(marks)") }
  }

  @Test func offsetIsConstant() throws {
    let made = try Degraded("[{offset: {value: 0.125}}]")
    #expect(made.added().allSatisfy { ($0 - 0.125).magnitude < 1e-6 })
  }
}
