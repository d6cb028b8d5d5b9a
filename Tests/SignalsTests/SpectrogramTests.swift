import Foundation
import Signals
import Testing

@Suite struct SpectrogramTests {
  @Test func followsAChirp() throws {
    let rate = 16_000.0
    // 500 Hz at the start, 4500 Hz after a second.
    let x = (0..<16_000).map { n -> Float in
      let t = Double(n) / rate
      return Float(sin(2 * .pi * (500 * t + 2000 * t * t)))
    }
    let picture = Spectrogram(x, rate: rate, size: 512, hop: 160)
    #expect(picture.frames == 100 && picture.bins == 257)
    for frame in stride(from: 5, to: 95, by: 10) {
      let found = try #require(picture.peakFrequency(frame: frame))
      #expect(abs(found - (500 + 4000 * Double(frame) / 100)) < 20, "\(frame) \(found)")
    }
    let pixels = picture.picture()
    #expect(pixels.pixels.count == pixels.width * pixels.height && pixels.pixels.max() == 255)
  }

  @Test func aSineOfOneHasPowerOne() {
    let x = (0..<4096).map { Float(cos(2 * .pi * 1000 * Double($0) / 16_000)) }
    let s = Spectrogram(x, rate: 16_000, size: 1024, hop: 512)
    #expect(abs(s.power(frame: 4, bin: s.bin(1000)) - 1) < 1e-3)
    #expect(Spectrogram([], rate: 16_000).frames == 0)
  }
}
