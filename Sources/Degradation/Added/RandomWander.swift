import RandomStreams
import VectorMath

/// A slow random quantity of mean 0 and deviation 1 (Ornstein and Uhlenbeck), linear between points.
struct RandomWander {
  private let values: [Double]
  private let step: Double

  /// - Parameters:
  ///   - seconds: how long.
  ///   - correlation: seconds after which it has forgotten all but 1/e.
  init(seconds: Double, correlation: Double, _ stream: RandomStream) {
    var stream = stream
    step = max(0.002, correlation / 10)
    let keep = DeterministicMath.exp(-step / max(correlation, 1e-3))
    let fresh = (1 - keep * keep).squareRoot()
    var value = stream.normal()
    var values = [value]
    for _ in 0...Int(seconds / step) {
      value = keep * value + fresh * stream.normal()
      values.append(value)
    }
    self.values = values
  }

  /// At a time in seconds from the start on.
  func value(at time: Double) -> Double {
    let place = min(max(time / step, 0), Double(values.count - 1))
    let k = min(Int(place), values.count - 2)
    return values[k] + (place - Double(k)) * (values[k + 1] - values[k])
  }
}
