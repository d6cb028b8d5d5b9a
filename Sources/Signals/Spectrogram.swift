/// Power over time and frequency, for pictures and tests.
package struct Spectrogram: Sendable {
  /// Samples between frames.
  package let hop: Int
  /// Samples of a frame, a power of two.
  package let size: Int
  package let rate: Double
  /// Frames; frame k is centred on sample k × hop.
  package let frames: Int
  /// Frequencies of a frame, size/2 + 1.
  package var bins: Int { size / 2 + 1 }
  /// |X|² by frame, then bin, scaled so that a sine of amplitude 1 has 1 at its bin.
  package let powers: [Float]

  /// Hann windows of `size` samples (rounded up to a power of two) every `hop` samples.
  package init(_ samples: [Float], rate: Double, size: Int = 1024, hop: Int = 256) {
    let fft = RealFFT(count: size)
    let (size, hop) = (fft.count, max(1, hop))
    self.size = size
    self.hop = hop
    self.rate = rate
    frames = samples.isEmpty ? 0 : (samples.count - 1) / hop + 1
    let window = Window.hann.periodic(size)
    let scale = 2 / window.reduce(0, +)
    var powers: [Float] = []
    powers.reserveCapacity(frames * (size / 2 + 1))
    for frame in 0..<frames {
      let start = frame * hop - size / 2
      var piece = [Float](repeating: 0, count: size)
      for n in max(0, -start)..<max(max(0, -start), min(size, samples.count - start)) {
        piece[n] = samples[start + n] * window[n] * scale
      }
      powers += fft.forward(piece).power
    }
    self.powers = powers
  }

  /// The power at a frame and bin, 0 outside.
  package func power(frame: Int, bin: Int) -> Double {
    guard (0..<frames).contains(frame), (0..<bins).contains(bin) else { return 0 }
    return Double(powers[frame * bins + bin])
  }

  /// The frequency of a bin in hertz.
  package func frequency(_ bin: Int) -> Double { Double(bin) * rate / Double(size) }

  /// The bin nearest to a frequency in hertz.
  package func bin(_ frequency: Double) -> Int {
    min(max(Int((frequency * Double(size) / rate).rounded()), 0), bins - 1)
  }

  /// The power between two frequencies in hertz, summed over frames and bins.
  package func power(from low: Double, to high: Double) -> Double {
    var sum = 0.0
    for frame in 0..<frames {
      for bin in bin(low)...max(bin(low), bin(high)) { sum += power(frame: frame, bin: bin) }
    }
    return sum
  }

  /// The strongest frequency of a frame between two bounds, in hertz, refined by a parabola through three bins (in dB).
  package func peakFrequency(frame: Int, from low: Double = 0, to high: Double = .infinity) -> Double? {
    let (first, last) = (bin(low), bin(min(high, rate / 2)))
    guard first <= last,
      let top = (first...last).max(by: { power(frame: frame, bin: $0) < power(frame: frame, bin: $1) }),
      power(frame: frame, bin: top) > 0
    else { return nil }
    guard top > 0, top < bins - 1 else { return frequency(top) }
    let (a, b, c) = (
      Decibels.ofPower(power(frame: frame, bin: top - 1)), Decibels.ofPower(power(frame: frame, bin: top)),
      Decibels.ofPower(power(frame: frame, bin: top + 1))
    )
    let bend = a - 2 * b + c
    guard bend < 0, bend.isFinite else { return frequency(top) }
    return (Double(top) + 0.5 * (a - c) / bend) * rate / Double(size)
  }

  /// A grey picture, a column a frame, a row a bin, the highest frequency on top: 0 at `floor` dB below the strongest
  /// value, 255 at it.
  package func picture(floor: Double = 80) -> (width: Int, height: Int, pixels: [UInt8]) {
    let top = Decibels.ofPower(Double(powers.max() ?? 0))
    var pixels = [UInt8](repeating: 0, count: frames * bins)
    guard top.isFinite, floor > 0 else { return (frames, bins, pixels) }
    for frame in 0..<frames {
      for bin in 0..<bins {
        let level = (Decibels.ofPower(power(frame: frame, bin: bin)) - top + floor) / floor
        pixels[(bins - 1 - bin) * frames + frame] = UInt8(min(max(level, 0), 1) * 255)
      }
    }
    return (frames, bins, pixels)
  }
}
