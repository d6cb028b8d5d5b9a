/// What a ratio of signal to noise means. The name is stored beside every figure: definitions differ by many dB.
package enum SignalToNoise: String, Sendable, Hashable, CaseIterable {
  /// RMS of the signal over RMS of the noise, both over the samples in which the signal is active.
  case rmsActive = "rms_active"
  /// Difference of gated programme loudness (BS.1770-4, `lufs_padded`) of the two whole signals.
  case lufs
  /// The mean over frames of 20 ms in the active range of 10 log₁₀(signal power / noise power), each held to
  /// −10 … 35 dB (frames of silence on both sides left out).
  case segmental
  /// The largest magnitude of the signal over that of the noise, in the active range.
  case peak

  /// The ratio in dB; nil where it is not defined (silence on either side, too short for loudness).
  ///
  /// Both are heard at one microphone. `active` is the range of samples in which the signal sounds.
  package func decibels(
    signal: [Float], noise: [Float], active: Range<Int>, rate: Double
  ) -> Double? {
    let active = active.clamped(to: 0..<min(signal.count, noise.count))
    guard !active.isEmpty else { return nil }
    switch self {
    case .rmsActive:
      return Self.ratio(Levels.energy(signal, in: active), Levels.energy(noise, in: active))
    case .lufs:
      guard let s = Loudness([signal], rate: rate).padded, let n = Loudness([noise], rate: rate).padded
      else { return nil }
      return s - n
    case .segmental:
      return Self.mean(Self.frames(signal: signal, noise: noise, active: active, rate: rate), gain: 1)
    case .peak:
      let (s, n) = (Levels.peak(Array(signal[active])), Levels.peak(Array(noise[active])))
      return Self.ratio(s * s, n * n)
    }
  }

  /// The factor for the signal that makes the ratio `target` dB; nil where the ratio is not defined, or cannot be reached
  /// (a segmental one beyond its bounds).
  package func gain(
    toReach target: Double, signal: [Float], noise: [Float], active: Range<Int>, rate: Double
  ) -> Double? {
    guard target.isFinite, let now = decibels(signal: signal, noise: noise, active: active, rate: rate) else {
      return nil
    }
    switch self {
    case .rmsActive, .peak: return Decibels.amplitude(target - now)
    case .lufs:
      // The absolute gate makes loudness not quite linear in the gain: correct what is left over.
      var gain = Decibels.amplitude(target - now)
      for _ in 0..<3 {
        let scaled = Levels.scaled(signal, by: gain)
        guard let reached = decibels(signal: scaled, noise: noise, active: active, rate: rate) else {
          return nil
        }
        if (reached - target).magnitude < 1e-3 { break }
        gain *= Decibels.amplitude(target - reached)
      }
      return gain
    case .segmental:
      let active = active.clamped(to: 0..<min(signal.count, noise.count))
      let frames = Self.frames(signal: signal, noise: noise, active: active, rate: rate)
      var (low, high) = (-200.0, 200.0)
      for _ in 0..<60 {
        let middle = 0.5 * (low + high)
        guard let reached = Self.mean(frames, gain: Decibels.power(middle)) else { return nil }
        if reached < target { low = middle } else { high = middle }
      }
      guard let reached = Self.mean(frames, gain: Decibels.power(high)), (reached - target).magnitude < 0.01
      else { return nil }
      return Decibels.amplitude(high)
    }
  }

  private static func ratio(_ signal: Double, _ noise: Double) -> Double? {
    signal > 0 && noise > 0 ? Decibels.ofPower(signal / noise) : nil
  }

  /// Energies of both by frame.
  private static func frames(
    signal: [Float], noise: [Float], active: Range<Int>, rate: Double
  ) -> [(signal: Double, noise: Double)] {
    let length = max(1, Int((0.02 * rate).rounded()))
    return stride(from: active.lowerBound, to: active.upperBound, by: length).map {
      let frame = $0..<min($0 + length, active.upperBound)
      return (Levels.energy(signal, in: frame), Levels.energy(noise, in: frame))
    }
  }

  /// The mean of the held ratios when the signal's power is multiplied by `gain`.
  private static func mean(_ frames: [(signal: Double, noise: Double)], gain: Double) -> Double? {
    var (sum, count) = (0.0, 0)
    for frame in frames where frame.signal > 0 || frame.noise > 0 {
      let ratio = frame.noise > 0 ? frame.signal * gain / frame.noise : .infinity
      sum += min(max(Decibels.ofPower(ratio), -10), 35)
      count += 1
    }
    return count > 0 ? sum / Double(count) : nil
  }
}
