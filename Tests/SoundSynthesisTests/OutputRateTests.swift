import RandomStreams
import Signals
import SoundSynthesis
import Testing

/// Sounds at rates that divide 48 kHz come by transforms, those at others filter by filter: two ways to the same samples.
@Suite struct OutputRateTests {
  private static let kinds = ["car_engine", "footsteps", "glass_break", "siren"]

  private func made(_ kind: String, _ rate: Double) throws -> SynthesisedSound {
    let known = try #require(SoundCatalog.named(kind))
    return try known.sound(stream: RandomStream(seed: 6).child(kind), sampleRate: rate)
  }

  /// Samples of `fine`, `step` a sample of `coarse`, less those, in parts of them (energy); nothing is shifted.
  private func difference(_ coarse: [Float], _ fine: [Float], _ step: Int, from first: Int) -> Double {
    var (rest, whole) = (0.0, 0.0)
    for n in coarse.indices where fine.indices.contains(first + n * step) {
      let x = Double(coarse[n])
      let y = Double(fine[first + n * step])
      rest += (x - y) * (x - y)
      whole += x * x
    }
    return rest / max(whole, 1e-30)
  }

  /// Every second sample at 96 kHz is a sample at 48 kHz, to rounding.
  @Test(arguments: kinds) func samplesAreSharedWithDoubleRate(_ kind: String) throws {
    let (coarse, fine) = (try made(kind, 48_000), try made(kind, 96_000))
    let first = Int(((coarse.origin - fine.origin) * 96_000).rounded())
    #expect(coarse.samples.count > 2000)
    #expect(difference(coarse.samples, fine.samples, 2, from: first) < 1e-9)
  }

  /// At 24 and 16 kHz they are what a resampler makes of 48 kHz, but for the highest twentieth of the band.
  @Test(arguments: kinds, [24_000.0, 16_000]) func samplesAreThoseOfAResampler(_ kind: String, rate: Double)
    throws
  {
    let (coarse, fine) = (try made(kind, rate), try made(kind, 48_000))
    let step = Int(48_000 / rate)
    // Zeros before, so that the grids fall together.
    let shift = Int(((fine.origin - coarse.origin) * 48_000).rounded())
    let lead = 2400 * step
    let padded =
      [Float](repeating: 0, count: lead + shift) + fine.samples + [Float](repeating: 0, count: 4800)
    let low = Resampler(from: 48_000, to: rate).resample(padded)
    let error = difference(coarse.samples, low, 1, from: lead / step)
    #expect(error < 2e-2, "\(kind): \(error)")
  }
}
