import RandomStreams
import Signals

/// A gain that wanders slowly around 0 dB, in straight lines between every 32nd sample.
struct WanderingGain {
  private static let step = 32
  /// Factors of amplitude.
  private let levels: [Double]

  /// - Parameters:
  ///   - deviation: standard deviation, dB.
  ///   - correlation: seconds after which it has forgotten where it was.
  init(
    deviation: Double, correlation: Double, count: Int, rate: Double, _ stream: RandomStream
  ) {
    let wander = RandomWander(seconds: Double(count) / rate, correlation: correlation, stream)
    levels = (0...count / Self.step + 1).map {
      Decibels.amplitude(deviation * wander.value(at: Double($0 * Self.step) / rate))
    }
  }

  /// dB.
  var least: Double { Decibels.ofAmplitude(levels.min() ?? 1) }
  var greatest: Double { Decibels.ofAmplitude(levels.max() ?? 1) }

  /// To no more samples than it was made for.
  func apply(to samples: inout [Float]) {
    for n in samples.indices {
      let k = min(n / Self.step, levels.count - 2)
      let share = Double(n % Self.step) / Double(Self.step)
      samples[n] *= Float(levels[k] + (levels[k + 1] - levels[k]) * share)
    }
  }
}
