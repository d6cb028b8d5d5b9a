import Foundation
import Signals
import Testing

@Suite struct RealFFTTests {
  @Test(arguments: [16, 32, 64, 128, 256, 512, 2048, 8192]) func isTheDefinition(count: Int) {
    let x = noise(count)
    let spectrum = RealFFT(count: count).forward(x)
    #expect(spectrum.count == count && spectrum.real.count == count / 2 + 1)
    var worst = 0.0
    for k in Set([0, 1, 2, 3, 5, count / 8, count / 4, count / 4 + 1, count / 2 - 1, count / 2]).sorted() {
      var (re, im) = (0.0, 0.0)
      for n in 0..<count {
        let angle = -2 * Double.pi * Double(k * n % count) / Double(count)
        re += Double(x[n]) * cos(angle)
        im += Double(x[n]) * sin(angle)
      }
      worst = max(worst, abs(re - Double(spectrum.real[k])), abs(im - Double(spectrum.imaginary[k])))
    }
    #expect(worst < 1e-6 * Double(count).squareRoot(), "\(worst)")
  }

  @Test(arguments: [16, 64, 128, 1024, 65_536]) func inverseUndoesForward(count: Int) {
    let fft = RealFFT(count: count)
    let x = noise(count)
    #expect(error(fft.inverse(fft.forward(x)), x) < -130)
  }

  @Test func everyBinIsItsOwnSine() {
    let fft = RealFFT(count: 64)
    for k in 1..<32 {
      let x = (0..<64).map { Float(sin(2 * .pi * Double(k * $0) / 64 + 0.3)) }
      for (bin, power) in fft.forward(x).power.enumerated() {
        #expect(abs(Double(power).squareRoot() - (bin == k ? 32 : 0)) < 2e-5, "\(k) \(bin)")
      }
    }
  }

  @Test func sizesAreRoundedUp() {
    #expect(RealFFT(count: 0).count == 16 && RealFFT(count: 17).count == 32)
    #expect(RealFFT(count: 16).inverse(Spectrum(count: 32)).isEmpty)
  }
}
