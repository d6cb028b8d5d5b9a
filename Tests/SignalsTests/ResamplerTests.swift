import Foundation
import Signals
import Testing

@Suite struct ResamplerTests {
  private func sine(_ frequency: Double, _ rate: Double, _ count: Int) -> [Float] {
    (0..<count).map { Float(sin(2 * .pi * frequency * Double($0) / rate)) }
  }

  @Test(arguments: [
    (48_000.0, 16_000.0), (16_000, 48_000), (44_100, 48_000), (48_000, 44_100), (22_050, 16_000),
    (48_000, 47_997.5),
  ])
  func keepsSinesAndTime(from: Double, to: Double) {
    let resampler = Resampler(from: from, to: to)
    for frequency in [100.0, 0.25 * min(from, to), 0.44 * min(from, to)] {
      let x = sine(frequency, from, 3000)
      let y = resampler.resample(x)
      #expect(y.count == Int((3000 * to / from).rounded(.up)))
      let expected = sine(frequency, to, y.count)
      let middle = y.count / 3..<y.count * 2 / 3
      #expect(error(Array(y[middle]), Array(expected[middle])) < -60, "\(frequency)")
    }
  }

  @Test func rejectsWhatDoesNotFit() {
    let y = Resampler(from: 48_000, to: 16_000).resample(sine(9_000, 48_000, 9000))
    #expect(Levels.fullScaleLevel(y, in: 1000..<2000) < -85)
  }

  @Test func sameRateIsTheSameSignal() {
    let x = noise(100)
    #expect(Resampler(from: 16_000, to: 16_000).resample(x) == x)
    #expect(Resampler(from: .nan, to: 0).resample(x) == x)
    #expect(Resampler(from: 8000, to: 48_000).resample([]).isEmpty)
  }
}
