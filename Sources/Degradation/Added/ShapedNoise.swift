import RandomStreams
import Signals

/// Random signals with a spectrum.
enum ShapedNoise {
  /// Gaussian noise, deviation 1 before it is shaped; `gain` is of amplitude, by frequency in hertz.
  static func samples(
    _ count: Int, rate: Double, _ stream: RandomStream, gain: ((Double) -> Double)? = nil
  ) -> [Float] {
    var stream = stream
    var samples = [Float](repeating: 0, count: count)
    for n in samples.indices { samples[n] = Float(stream.normal()) }
    guard let gain, count > 0 else { return samples }
    let fft = RealFFT(count: count)
    var spectrum = fft.forward(samples)
    spectrum.scale(rate: rate, by: gain)
    return Array(fft.inverse(spectrum).prefix(count))
  }
}
