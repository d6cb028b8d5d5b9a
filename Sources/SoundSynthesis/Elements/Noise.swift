import RandomStreams
import VectorMath

/// Random signals.
enum Noise {
  /// White noise with mean square 1: uniform values, four from each word of the stream.
  static func white(_ count: Int, _ stream: RandomStream) -> Waveform {
    var stream = stream
    var out = Waveform(count: count)
    // The root mean square of a uniform 16-bit value is 2¹⁵ / √3.
    let scale = 1.7320508075688772 / 32_768
    out.samples.withUnsafeMutableBufferPointer { samples in
      var i = 0
      while i < count {
        var word = stream.next()
        for k in i..<min(i + 4, count) {
          samples[k] = (Double(word & 0xFFFF) - 32_767.5) * scale
          word >>= 16
        }
        i += 4
      }
    }
    return out
  }

  static func white(seconds: Double, _ stream: RandomStream) -> Waveform {
    white(Waveform.index(seconds) + 1, stream)
  }

  /// Equal power an octave from about 20 Hz up, mean square about 1: three first-order filters an octave and
  /// a half apart in the middle of their slopes.
  static func pink(_ count: Int, _ stream: RandomStream) -> Waveform {
    var out = white(count, stream)
    var (a, b, c) = (0.0, 0.0, 0.0)
    for i in out.samples.indices {
      let x = out.samples[i]
      a = 0.99765 * a + x * 0.0990460
      b = 0.96300 * b + x * 0.2965164
      c = 0.57000 * c + x * 1.0526913
      out.samples[i] = (a + b + c + x * 0.1848) * 0.35
    }
    return out
  }

  /// A slow random quantity of mean 0 and deviation 1 (Ornstein and Uhlenbeck) with this correlation time
  /// (s), as a curve over `seconds`.
  static func drift(_ seconds: Double, correlation: Double, _ stream: RandomStream) -> Curve {
    var stream = stream
    let step = max(0.005, min(correlation / 8, 0.1))
    let keep = DeterministicMath.exp(-step / correlation)
    let fresh = (1 - keep * keep).squareRoot()
    var value = stream.normal()
    let count = Int(seconds / step) + 2
    var points: [(Double, Double)] = []
    points.reserveCapacity(count)
    for i in 0..<count {
      points.append((Double(i) * step, value))
      value = keep * value + fresh * stream.normal()
    }
    return Curve(points)
  }

  /// Times of a Poisson process with this rate (1/s), a function of time, never above `most`.
  static func events(_ seconds: Double, most: Double, _ stream: inout RandomStream, rate: (Double) -> Double)
    -> [Double]
  {
    guard most > 0 else { return [] }
    var times: [Double] = []
    var time = stream.exponential(mean: 1 / most)
    while time < seconds, times.count < 2_000_000 {
      if stream.uniform() * most < rate(time) { times.append(time) }
      time += stream.exponential(mean: 1 / most)
    }
    return times
  }
}
