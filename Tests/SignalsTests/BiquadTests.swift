import Foundation
import Signals
import Testing

@Suite struct BiquadTests {
  let rate = 48_000.0

  private func decibels(_ filter: Biquad, _ frequency: Double) -> Double {
    10 * log10(filter.power(at: frequency, rate: rate))
  }

  @Test func designsMeetTheirDefinitions() {
    let (low, high) = (Biquad.lowPass(1000, rate: rate), Biquad.highPass(1000, rate: rate))
    #expect(abs(decibels(low, 1000) + 3.0103) < 1e-3 && abs(decibels(low, 1)) < 1e-6)
    #expect(abs(decibels(high, 1000) + 3.0103) < 1e-3 && abs(decibels(high, 23_999)) < 1e-6)
    // 12 dB an octave, three octaves below the corner.
    #expect(abs(decibels(high, 125) - decibels(high, 62.5) - 12.04) < 0.01)
    let band = Biquad.bandPass(1000, q: 10, rate: rate)
    #expect(abs(decibels(band, 1000)) < 1e-6 && abs(decibels(band, 1051.2) + 3.01) < 0.05)
    #expect(decibels(.notch(1000, q: 2, rate: rate), 1000) < -100)
    #expect(abs(decibels(.peaking(1000, q: 2, gain: -7, rate: rate), 1000) + 7) < 1e-6)
    #expect(abs(decibels(.lowShelf(1000, gain: 6, rate: rate), 1) - 6) < 1e-3)
    #expect(abs(decibels(.lowShelf(1000, gain: 6, rate: rate), 1000) - 3) < 1e-3)
    #expect(abs(decibels(.highShelf(1000, gain: 6, rate: rate), 23_990) - 6) < 1e-3)
    for f in [50.0, 1000, 9000] { #expect(abs(decibels(.allPass(1000, q: 1, rate: rate), f)) < 1e-9) }
  }

  @Test func anyFrequencyGivesAStableFilter() {
    for f in [-1.0, 0, 1e-9, 23_999.9, 24_000, 1e9, .nan, .infinity] {
      for design in [
        Biquad.lowPass(f, rate: rate), .highPass(f, rate: rate), .bandPass(f, q: 0.7, rate: rate),
        .notch(f, q: 0, rate: rate), .peaking(f, q: 1, gain: 12, rate: rate),
        .highShelf(f, gain: -20, rate: rate),
      ] {
        #expect(design.isStable, "\(f)")
      }
    }
  }

  @Test func butterworthHasItsOrder() {
    for order in 1...8 {
      let low = FilterCascade.butterworthLowPass(order: order, 3000, rate: rate)
      let high = FilterCascade.butterworthHighPass(order: order, 3000, rate: rate)
      // The bilinear transform of the analogue |H|² = 1/(1 + (Ω/Ωc)^2n).
      for f in [500.0, 3000, 5000, 12_000] {
        let ratio = tan(.pi * f / rate) / tan(.pi * 3000 / rate)
        #expect(abs(low.power(at: f, rate: rate) * (1 + pow(ratio, Double(2 * order))) - 1) < 1e-9)
        #expect(abs(high.power(at: f, rate: rate) * (1 + pow(ratio, Double(-2 * order))) - 1) < 1e-9)
      }
    }
  }

  @Test func filteringIsThePowerResponse() {
    // The spectrum of the impulse response, by the transform, against the closed form of the coefficients.
    var impulse = [Float](repeating: 0, count: 4096)
    impulse[0] = 1
    let cascade = FilterCascade([.peaking(2000, q: 3, gain: 9, rate: rate), .lowPass(9000, rate: rate)])
    let power = RealFFT(count: 4096).forward(cascade.filtered(impulse)).power
    for bin in [10, 170, 700, 1500] {
      let expected = cascade.power(at: Double(bin) * rate / 4096, rate: rate)
      #expect(abs(Double(power[bin]) / expected - 1) < 1e-4)
    }
  }

  @Test func piecesAreTheWhole() {
    let signal = noise(1000)
    var cascade = FilterCascade.butterworthBandPass(order: 3, from: 300, to: 3400, rate: rate)
    let whole = cascade.filtered(signal)
    var pieces: [Float] = []
    for start in stride(from: 0, to: 1000, by: 77) {
      var piece = Array(signal[start..<min(start + 77, 1000)])
      cascade.process(&piece)
      pieces += piece
    }
    #expect(error(pieces, whole) < -130)
    var single = FilterCascade(cascade.sections)
    #expect(error(signal.map { Float(single.process(Double($0))) }, whole) < -130)
  }

  @Test func onePoleGoesItsWay() {
    var pole = OnePole(time: 0.01, rate: rate)
    for _ in 0..<480 { _ = pole.process(1) }
    #expect(abs(pole.value - (1 - exp(-1))) < 1e-9)
  }
}
