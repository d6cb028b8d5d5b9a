import Foundation
import Signals
import Testing

@Suite struct OctaveBandsTests {
  @Test(arguments: [8000.0, 16_000, 44_100, 48_000]) func bandsSumToTheSignal(rate: Double) {
    let bands = OctaveBands(rate: rate)
    let x = noise(3000)
    let parts = bands.split(x)
    #expect(parts.count == bands.centres.count)
    var sum = [Float](repeating: 0, count: 3000)
    for part in parts { for n in sum.indices { sum[n] += part[n] } }
    #expect(error(sum, x) < -120)
    #expect(error(bands.join(Array(repeating: x, count: bands.centres.count)), x) < -120)
    for f in [1.0, 125, 177, 353, 1000, 1500, 2828, 3999] {
      #expect(abs(bands.centres.indices.reduce(0) { $0 + bands.weight($1, at: f) } - 1) < 1e-12)
    }
  }

  @Test func aToneIsInItsBand() {
    let bands = OctaveBands(rate: 16_000)
    #expect(bands.centres == [125, 250, 500, 1000, 2000, 4000])
    let x = (0..<8000).map { Float(sin(2 * .pi * 1000 * Double($0) / 16_000)) }
    for (band, part) in bands.split(x).enumerated() {
      let level = Levels.fullScaleLevel(part, in: 2000..<6000)
      #expect(band == 3 ? abs(level + 3.01) < 0.01 : level < -60, "\(band) \(level)")
    }
  }
}
