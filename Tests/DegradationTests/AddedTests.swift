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
    #expect(alike(made.added(0), made.added(1)).magnitude < 0.25)
  }

  /// The direct sound stays, nothing comes before the tail, whose energy and fall are as asked for.
  @Test func reverberationFollows() throws {
    var impulse = [Float](repeating: 0, count: 16_000)
    impulse[2400] = 0.5
    let made = try Degraded("[{reverberation: {time: 0.5, ratio: 6, delay: 10}}]", [impulse])
    let out = made.channels[0]
    #expect(out[..<2400].allSatisfy { $0.magnitude < 1e-6 } && (out[2400] - 0.5).magnitude < 1e-5)
    #expect(out[2401..<2560].allSatisfy { $0.magnitude < 1e-6 })
    // Neither early nor late.
    #expect(out[2560].magnitude > 1e-5)
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

  /// Without a fall by 60 dB in the time that was asked for, the tail is as loud in its second half as in its first: a time off by two
  /// in a hundred is 0.6 dB.
  @Test(arguments: [0.4, 2]) func tailsFallInTheirTime(_ time: Double) throws {
    let count = 36_000
    var impulse = [Float](repeating: 0, count: count)
    impulse[0] = 0.1
    let made = try Degraded("[{reverberation: {time: \(time), ratio: -3, delay: 1}}]", [impulse])
    let length = Int(time * 16_000)
    let fall = 6.907755278982137 / Double(length)
    let steady = (0..<length).map { n in
      Float(Double(made.channels[0][16 + n]) * DeterministicMath.exp(fall * Double(n)))
    }
    let halves = (Levels.energy(steady, in: 0..<length / 2), Levels.energy(steady, in: length / 2..<length))
    #expect(Decibels.ofPower(halves.1 / halves.0).magnitude < (time > 1 ? 0.3 : 0.5))
    #expect(made.channels[0][(16 + length)...].allSatisfy { $0.magnitude < 1e-6 })
  }

  private func alike(_ a: [Float], _ b: [Float]) -> Double {
    let product = zip(a, b).reduce(0.0) { $0 + Double($1.0) * Double($1.1) }
    return product / (Levels.energy(a) * Levels.energy(b)).squareRoot()
  }

  /// A room's tail comes from everywhere: an ambisonic microphone hears a third of its power along each axis, whatever the
  /// direction of the sound was, and nothing alike on two.
  @Test func tailsComeFromEverywhere() throws {
    let axes: [(name: String, axis: [Double], pattern: String)] = [
      ("W", [1, 0, 0], "omnidirectional"), ("Y", [0, 1, 0], "figure_of_eight"),
      ("Z", [0, 0, 1], "figure_of_eight"), ("X", [1, 0, 0], "figure_of_eight"),
    ]
    let microphones = axes.map {
      RecordedArray.Microphone(name: $0.name, position: [0, 0, 0], axis: $0.axis, pattern: $0.pattern)
    }
    var impulse = [Float](repeating: 0, count: 32_000)
    impulse[2400] = 0.25
    let silence = [Float](repeating: 0, count: 32_000)
    // From ahead: the left and the upper channel hear nothing of it directly.
    let made = try Degraded(
      "[{reverberation: {time: 1.5, ratio: 0, delay: 5}}]", [impulse, silence, silence, impulse],
      by: microphones)
    let tails = (0..<4).map { made.added($0) }
    #expect((Decibels.ofPower(Levels.energy(tails[0]) / 0.0625)).magnitude < 0.1)
    for m in 1...3 {
      #expect((Levels.energy(tails[m]) / Levels.energy(tails[0]) - 1.0 / 3).magnitude < 0.05, "\(m)")
      for other in 0..<m { #expect(alike(tails[m], tails[other]).magnitude < 0.08, "\(m) \(other)") }
    }
  }

  /// Five centimetres are nothing to low sound and much to high sound.
  @Test func neighboursHearTheSameLowTail() throws {
    let microphones = [0.0, 0.05].map {
      RecordedArray.Microphone(
        name: "at \($0)", position: [$0, 0, 0], axis: [1, 0, 0], pattern: "omnidirectional")
    }
    var impulse = [Float](repeating: 0, count: 32_000)
    impulse[2400] = 0.25
    let made = try Degraded(
      "[{reverberation: {time: 1.5, ratio: 0, delay: 5}}]", [impulse, impulse], by: microphones)
    func heard(_ filter: FilterCascade) -> Double {
      alike(filter.filtered(made.added(0)), filter.filtered(made.added(1)))
    }
    #expect(heard(.butterworthLowPass(order: 8, 400, rate: 16_000)) > 0.95)
    #expect(heard(.butterworthHighPass(order: 8, 5500, rate: 16_000)).magnitude < 0.35)
  }

  /// Waves are shorter in cold air: in a band around kd = π, where sin(kd)/kd is steepest, two microphones agree as the air of the
  /// recording has it, not as any other.
  @Test(arguments: [319.0, 357]) func tailsGoByTheAirOfTheRecording(_ soundSpeed: Double) throws {
    let distance = 0.2
    let microphones = [0.0, distance].map {
      RecordedArray.Microphone(
        name: "at \($0)", position: [$0, 0, 0], axis: [1, 0, 0], pattern: "omnidirectional")
    }
    let count = 65_536
    var impulse = [Float](repeating: 0, count: count)
    impulse[0] = 0.02
    let made = try Degraded(
      "[{reverberation: {time: 8, ratio: -10, delay: 1}}]", [impulse, impulse], by: microphones,
      soundSpeed: soundSpeed)
    #expect(made.chain.gain == 1)
    // Without its fall the tail is steady noise.
    let fall = 6.907755278982137 / (8 * 16_000)
    let steady = (0..<2).map { m in
      made.added(m).enumerated().map { n, x in Float(Double(x) * DeterministicMath.exp(fall * Double(n))) }
    }
    let fft = RealFFT(count: count)
    let (a, b) = (fft.forward(steady[0]), fft.forward(steady[1]))
    func agreement(at speed: Double) -> Double {
      var (sum, bins) = (0.0, 0.0)
      for k in a.real.indices where (650...1050).contains(a.frequency(k, rate: 16_000)) {
        let kd = 2 * Double.pi * a.frequency(k, rate: 16_000) * distance / speed
        (sum, bins) = (sum + DeterministicMath.sin(kd) / kd, bins + 1)
      }
      return sum / bins
    }
    var (product, first, second) = (0.0, 0.0, 0.0)
    for k in a.real.indices where (650...1050).contains(a.frequency(k, rate: 16_000)) {
      let (x, y) = ((Double(a.real[k]), Double(a.imaginary[k])), (Double(b.real[k]), Double(b.imaginary[k])))
      product += x.0 * y.0 + x.1 * y.1
      first += x.0 * x.0 + x.1 * x.1
      second += y.0 * y.0 + y.1 * y.1
    }
    let measured = product / (first * second).squareRoot()
    #expect((agreement(at: 343) - agreement(at: soundSpeed)).magnitude > 0.035)
    #expect((measured - agreement(at: soundSpeed)).magnitude < 0.02, "\(measured)")
  }

  /// A gust blows over all microphones, its turbulence over each.
  @Test func gustsAreShared() throws {
    let quiet = voice(64_000, rate: 16_000, level: 0.02)
    let made = try Degraded("[{wind: {ratio: 0, gusts: 8, gust_time: 0.3}}]", [quiet, quiet])
    #expect(made.chain.gain == 1)
    func levels(_ m: Int) -> [Double] {
      stride(from: 0, to: 64_000 - 1600, by: 1600).map {
        Levels.fullScaleLevel(made.added(m), in: $0..<$0 + 1600)
      }
    }
    func centred(_ x: [Double]) -> [Float] {
      let mean = x.reduce(0, +) / Double(x.count)
      return x.map { Float($0 - mean) }
    }
    #expect(alike(centred(levels(0)), centred(levels(1))) > 0.75)
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
