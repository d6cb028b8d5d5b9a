import Signals
import Testing

@Suite struct MixtureTests {
  private func stems(_ gain: Double) -> [Mixture.Stem] {
    ["voice", "siren", "rain"].map { name in
      Mixture.Stem(
        name: name, channels: (0..<2).map { Levels.scaled(noise(4000, "\(name)\($0)"), by: gain) })
    }
  }

  /// A16 and A17: what is too loud comes down by one gain; stems add up to the bit, ratios stay.
  @Test(arguments: [0.1, 0.9, 30]) func stemsSumToTheMixture(gain: Double) throws {
    let before = stems(gain)
    let mixture = Mixture(before)
    for c in 0..<2 {
      var sum = [Float](repeating: 0, count: 4000)
      for stem in mixture.stems { for n in sum.indices { sum[n] += stem.channels[c][n] } }
      #expect(sum == mixture.channels[c])
      #expect(TruePeak.decibels(mixture.channels[c]) <= -0.999 && Levels.peak(mixture.channels[c]) < 1)
    }
    #expect(mixture.gain == 1 ? gain == 0.1 : gain > 0.1)
    for (a, b) in zip(before, mixture.stems) {
      #expect(abs(Levels.rms(b.channels[0]) / Levels.rms(a.channels[0]) / mixture.gain - 1) < 1e-6)
    }
    let ratio = SignalToNoise.rmsActive
    let (old, new) = (before.map { $0.channels[0] }, mixture.stems.map { $0.channels[0] })
    let range = 0..<4000
    let (a, b) = (
      ratio.decibels(signal: old[0], noise: old[1], active: range, rate: 16_000),
      ratio.decibels(signal: new[0], noise: new[1], active: range, rate: 16_000)
    )
    #expect(abs(try #require(a) - (try #require(b))) < 1e-4)
  }

  @Test func stemsMayDifferInLength() {
    let mixture = Mixture([
      .init(name: "a", channels: [[0.1, 0.2, 0.3]]), .init(name: "b", channels: [[0.25], [0.5]]),
    ])
    #expect(mixture.channels == [[0.35, 0.2, 0.3], [0.5, 0, 0]] && mixture.gain == 1)
    #expect(Mixture([]).channels.isEmpty)
  }
}
