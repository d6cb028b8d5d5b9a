import Signals
import Testing
import VectorMath

@Suite struct PitchShiftTests {
  private let rate = 24_000.0

  private func tone(_ frequency: Double, _ phase: Double = 0, _ count: Int = 24_000) -> [Float] {
    (0..<count).map { Float(DeterministicMath.sin(2 * .pi * frequency * Double($0) / rate + phase)) }
  }

  private func phase(_ x: [Float], at frequency: Double) -> Double {
    let range = 6000..<10_800
    let window = Window.hann.periodic(range.count)
    var (re, im) = (0.0, 0.0)
    for n in range {
      let (sin, cos) = DeterministicMath.sincos(2 * .pi * frequency * Double(n) / rate)
      re += Double(x[n] * window[n - range.lowerBound]) * cos
      im -= Double(x[n] * window[n - range.lowerBound]) * sin
    }
    return DeterministicMath.atan2(im, re)
  }

  /// Tones go by the factor, as loud as before and evenly, and channels keep their difference in phase.
  @Test(arguments: [0.7, 0.9, 1.0595, 1.6], [311.0, 700, 1717]) func tonesMove(
    factor: Double, frequency: Double
  ) {
    let out = PitchShift(factor, rate: rate).shifted([tone(frequency), tone(frequency, 1.1)])
    #expect(out.map(\.count) == [24_000, 24_000])
    let x = out[0]
    let crossings = (3000..<20_000).filter { x[$0] <= 0 && x[$0 + 1] > 0 }
    let span = Double(crossings[crossings.count - 1] - crossings[0]) / Double(crossings.count - 1)
    #expect((rate / span / (frequency * factor) - 1).magnitude < 0.001)
    let blocks = stride(from: 3000, to: 20_000, by: 800).map { Levels.rms(x, in: $0..<$0 + 800) }
    #expect(blocks.allSatisfy { ($0 / 0.5.squareRoot() - 1).magnitude < 0.04 }, "\(blocks)")
    var difference = phase(out[1], at: frequency * factor) - phase(out[0], at: frequency * factor) - 1.1
    difference -= 2 * .pi * (difference / (2 * .pi)).rounded()
    #expect(difference.magnitude < 0.01)
  }

  /// Two tones an octave and a bit apart stay so.
  @Test func chordsStayChords() {
    let both = zip(tone(500), tone(1130)).map { 0.5 * $0 + 0.5 * $1 }
    let out = PitchShift(1.2, rate: rate).shifted([both])[0]
    let spectrum = RealFFT(count: 16_384).forward(
      zip(out[4000..<4000 + 16_384], Window.hann.periodic(16_384)).map { $0 * $1 })
    let power = spectrum.power
    let tops = power.indices.sorted { power[$0] > power[$1] }
    let first = tops[0]
    let second = tops.first { abs($0 - first) > 20 } ?? 0
    let found = [first, second].map { spectrum.frequency($0, rate: rate) }.sorted()
    #expect((found[0] - 600).magnitude < 2 && (found[1] - 1356).magnitude < 2, "\(found)")
  }

  @Test func nothingChangesNothing() {
    #expect(PitchShift(1, rate: 16_000).shifted([[1, 2, 3]]) == [[1, 2, 3]])
    #expect(PitchShift(1.3, rate: 16_000).shifted([[]]) == [[]])
    #expect(
      PitchShift(1.3, rate: 16_000).shifted([[Float](repeating: 0, count: 5000)])[0].allSatisfy { $0 == 0 })
  }
}
