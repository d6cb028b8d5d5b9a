import Foundation
import Signals
import Testing

@Suite struct FractionalDelayTests {
  @Test func wholeDelaysAreExact() {
    let x = noise(200)
    let y = FractionalDelay.standard.delayed(x, by: 7)
    #expect(Array(y[7...]) == Array(x[..<193]) && y[..<7].allSatisfy { $0 == 0 })
  }

  /// Against the sine in closed form, up to 0.4 of the rate, for places between the rows of the table.
  @Test func betweenSamplesIsTheSine() {
    for (frequency, bound) in [(0.01, -90.0), (0.1, -85), (0.25, -80), (0.4, -75)] {
      for delay in [0.5, 0.1237, 33.9991, 12.00001] {
        let x = (0..<400).map { Float(sin(2 * .pi * frequency * Double($0))) }
        let y = FractionalDelay.standard.delayed(x, by: delay)
        let expected = (0..<400).map { Float(sin(2 * .pi * frequency * (Double($0) - delay))) }
        #expect(error(Array(y[150..<250]), Array(expected[150..<250])) < bound, "\(frequency) \(delay)")
      }
    }
  }

  /// Short kernels serve where nothing lies in the upper half of the band: against the sine, up to 0.45 of the signal's rate.
  @Test func doubleRateIsTheSine() {
    for frequency in [0.01, 0.1, 0.3, 0.45] {
      let x = (0..<400).map { Float(sin(Double.pi * frequency * Double($0))) }
      let places = (0..<200).map { 100.1237 + 0.9137 * Double($0) }
      var y = [Float](repeating: 0, count: 200)
      x.withUnsafeBufferPointer { x in
        DoubleRateDelay.standard.read(x, at: places, count: 200, into: &y)
      }
      #expect(error(y, places.map { Float(sin(Double.pi * frequency * $0)) }) < -100, "\(frequency)")
    }
  }

  /// Adding an impulse and reading one are one filter; the centre of mass is the delay itself.
  @Test func impulsesStandAtTheirDelay() {
    for delay in [100.0, 100.25, 100.5, 100.7313, 3.2, 197.9, -5.5, 239.5] {
      var added = [Float](repeating: 0, count: 200)
      FractionalDelay.standard.add(1, at: delay, to: &added)
      var impulse = [Float](repeating: 0, count: 200)
      impulse[0] = 1
      // But for the outermost tap, which the two leave out at opposite ends.
      if delay >= 0, delay < 200 {
        #expect(error(added, FractionalDelay.standard.delayed(impulse, by: delay)) < -100)
      }
      if delay > 90, delay < 110 {
        // The phase of the spectrum, at a quarter of the rate.
        var (re, im) = (0.0, 0.0)
        for (n, value) in added.enumerated() {
          re += Double(value) * cos(-.pi / 2 * (Double(n) - delay))
          im += Double(value) * sin(-.pi / 2 * (Double(n) - delay))
        }
        #expect(abs(atan2(im, re)) < 1e-4 && abs(re - 1) < 1e-3)
      }
    }
    var none: [Float] = []
    FractionalDelay.standard.add(1, at: 0.5, to: &none)
    var some: [Float] = [0]
    for delay in [Double.nan, .infinity, 1e300, -1e300] {
      FractionalDelay.standard.add(1, at: delay, to: &some)
    }
    #expect(some == [0])
  }
}
