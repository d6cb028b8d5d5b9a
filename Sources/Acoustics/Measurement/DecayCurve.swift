import Signals
import VectorMath

/// How the energy of an impulse response dies away: Schroeder's backward integral (ISO 3382-1), cut at the knee where the
/// decay meets the noise (Lundeby and others 1995), with what lies beyond the cut carried on as an exponential.
package struct DecayCurve: Sendable {
  /// dB below the whole energy at each step, from 0 at the start; ends at the knee.
  package let levels: [Double]
  /// Seconds a step.
  package let step: Double

  /// From energies in steps of `step` seconds, the first being where the direct sound arrives.
  package init(energies: [Double], step: Double) {
    self.step = step
    let coarse = CoarseDecay(energies, step: step)
    let end = coarse.knee
    // Beyond the cut an exponential of the late slope: its integral is power × T / 13.8155.
    var sum = coarse.beyond
    var integral = [Double](repeating: 0, count: end)
    for n in stride(from: end - 1, through: 0, by: -1) {
      sum += energies[n]
      integral[n] = sum
    }
    guard let whole = integral.first, whole > 0 else {
      levels = []
      return
    }
    levels = integral.map { Decibels.ofPower($0 / whole) }
  }

  /// The time in seconds in which 60 dB would be lost at the slope between two levels in dB (0 and below), by regression;
  /// nil where the curve does not reach so far down.
  package func time(from high: Double, to low: Double) -> Double? {
    guard let first = levels.firstIndex(where: { $0 <= high }),
      let last = levels.firstIndex(where: { $0 < low }),
      last - first >= 2
    else { return nil }
    var (n, x, y, xx, xy) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for k in first..<last {
      let t = Double(k - first) * step
      n += 1
      x += t
      y += levels[k]
      xx += t * t
      xy += t * levels[k]
    }
    let slope = (n * xy - x * y) / (n * xx - x * x)
    return slope < 0 ? -60 / slope : nil
  }

  /// Early decay time: 0 to −10 dB.
  package var earlyDecay: Double? { time(from: 0, to: -10) }
  /// T20: −5 to −25 dB.
  package var t20: Double? { time(from: -5, to: -25) }
  /// T30: −5 to −35 dB.
  package var t30: Double? { time(from: -5, to: -35) }
}

/// A response in intervals of about 10 ms, in which decay and noise can be told apart.
private struct CoarseDecay {
  /// Steps that belong to the decay.
  private(set) var knee: Int
  /// The energy that the decay would still have had after the knee.
  private(set) var beyond = 0.0

  init(_ energies: [Double], step: Double) {
    knee = energies.count
    let width = max(1, Int(0.01 / step))
    let count = energies.count / width
    guard count >= 8 else { return }
    let means = (0..<count).map { i in
      energies[i * width..<(i + 1) * width].reduce(0, +) / Double(width)
    }
    guard let top = means.indices.max(by: { means[$0] < means[$1] }), means[top] > 0 else { return }
    // Noise first from the last tenth, then from what lies behind the knee.
    var noise = CoarseDecay.mean(means[(count * 9 / 10)...])
    var slope = 0.0
    var crossing = Double(count)
    for _ in 0..<5 {
      let floor = Decibels.ofPower(max(noise, means[top] * 1e-12)) + 10
      let end = (top..<count).first { Decibels.ofPower(means[$0]) < floor } ?? count
      guard end - top >= 4 else { break }
      let line = CoarseDecay.regression(means, top..<end)
      guard line.slope < 0 else { break }
      slope = line.slope
      crossing = (floor - 10 - line.offset) / line.slope
      let behind = min(count * 9 / 10, Int(min(crossing, 1e9) + 5 / -line.slope))
      noise = CoarseDecay.mean(means[max(0, behind)...])
    }
    guard slope < 0 else { return }
    let last = min(Double(count), max(crossing, Double(top + 4)))
    knee = min(energies.count, Int(last) * width)
    // dB an interval to nepers a step.
    let late = max(0, Int(last) - 3)..<Int(last)
    let power = CoarseDecay.mean(means[late]) * Decibels.power(slope * 1.5)
    let rate = -slope * 0.23025850929940458 / Double(width)
    beyond = rate > 0 ? power / rate : 0
  }

  private static func mean(_ values: ArraySlice<Double>) -> Double {
    values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
  }

  /// A straight line through the levels in dB.
  private static func regression(_ means: [Double], _ range: Range<Int>) -> (offset: Double, slope: Double) {
    var (n, x, y, xx, xy) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for k in range where means[k] > 0 {
      let level = Decibels.ofPower(means[k])
      n += 1
      x += Double(k)
      y += level
      xx += Double(k) * Double(k)
      xy += Double(k) * level
    }
    let determinant = n * xx - x * x
    guard determinant > 0 else { return (0, 0) }
    let slope = (n * xy - x * y) / determinant
    return ((y - slope * x) / n, slope)
  }
}
