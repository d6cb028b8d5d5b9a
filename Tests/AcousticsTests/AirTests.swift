import Acoustics
import Diagnostics
import Testing

@Suite struct AirTests {
  /// ISO 9613-2:1996, table 2: dB/km at 125 Hz … 8 kHz, as rounded there.
  @Test(arguments: [
    (10.0, 70.0, [0.4, 1.0, 1.9, 3.7, 9.7, 32.8, 117]),
    (20, 70, [0.3, 1.1, 2.8, 5.0, 9.0, 22.9, 76.6]),
    (30, 70, [0.3, 1.0, 3.1, 7.4, 12.7, 23.1, 59.3]),
    (15, 20, [0.6, 1.2, 2.7, 8.2, 28.2, 88.8, 202]),
    (15, 50, [0.5, 1.2, 2.2, 4.2, 10.8, 36.2, 129]),
    (15, 80, [0.3, 1.1, 2.4, 4.1, 8.3, 23.7, 82.8]),
  ])
  func attenuationIsTabled(temperature: Double, humidity: Double, table: [Double]) {
    let air = Air(temperature: temperature, humidity: humidity)
    // The table has exact mid-band frequencies, 1000 · 10^(3k/10).
    for (k, expected) in table.enumerated() {
      let frequency = [125.893, 251.189, 501.187, 1000, 1995.26, 3981.07, 7943.28][k]
      let found = 1000 * air.attenuation(at: frequency)
      #expect(abs(found - expected) < 0.06 + 0.005 * expected, "\(frequency) Hz: \(found), \(expected)")
    }
  }

  @Test func soundIsAsFastAsItIs() {
    #expect(abs(Air().soundSpeed - 343.2) < 0.01)
    #expect(abs(Air(temperature: 0).soundSpeed - 331.3) < 0.1)
    #expect(throws: DioramaError.self) { try Air(humidity: 101).check() }
  }
}
