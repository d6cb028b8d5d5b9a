import VectorMath

/// The way out: band limit, sample rate, start and end.
///
/// One symmetric windowed sinc does both. It passes up to 0.40 and stops by 0.45 of the lower of the two
/// rates, at −70 dB (Kaiser, β 7), and being symmetric it leaves every instant where it is.
enum OutputStage {
  /// Transition from 0.40 to 0.45 of the rate needs (70 − 7.95) / (14.36 · 0.05) = 87 taps of it.
  private static let halfTaps = 44.0

  static func sound(
    _ performance: Performance, card: SoundCard, values: [NamedSoundValue], sampleRate: Double
  ) -> SynthesisedSound {
    let (filtered, lead) = resampled(performance.waveform.samples, to: sampleRate)
    let peak = filtered.reduce(0) { max($0, $1.magnitude) }
    let threshold = peak * 1e-3
    let first = filtered.firstIndex { $0.magnitude > threshold } ?? 0
    let last = filtered.lastIndex { $0.magnitude > threshold } ?? -1
    let samples = last < first ? [] : Array(filtered[first...last])
    let origin = Double(first - lead) / sampleRate
    func place(_ time: Double) -> Int { Int(((time - origin) * sampleRate).rounded()) }
    let marks = performance.marks.sorted { $0.time < $1.time }.map { mark in
      SynthesisedSound.Mark(sample: max(0, place(mark.time)), name: mark.name)
    }
    let tones = performance.tones.map { tone in
      let start = min(max(0, place(tone.start)), samples.count)
      let end = min(max(start, place(tone.end)), samples.count)
      return SynthesisedSound.Tone(name: tone.name, frequency: tone.frequency, range: start..<end)
    }
    return SynthesisedSound(
      kind: card.id, samples: samples, sampleRate: sampleRate, origin: origin,
      marks: marks.filter { $0.sample < samples.count }, tones: tones.filter { !$0.range.isEmpty },
      parameters: values)
  }

  /// The input at another rate; output sample `lead` is the input's sample 0.
  static func resampled(_ input: [Double], to sampleRate: Double) -> (samples: [Float], lead: Int) {
    let lower = min(sampleRate, Waveform.rate)
    let half = halfTaps * Waveform.rate / lower
    let cutoff = 0.425 * lower / Waveform.rate
    let lead = Int((half * sampleRate / Waveform.rate).rounded(.up))
    let tail = lead
    let rate = Int(sampleRate)
    let divisor = greatestCommonDivisor(rate, Int(Waveform.rate))
    let phases = rate / divisor
    let advance = Int(Waveform.rate) / divisor
    let reach = Int(half.rounded(.up))
    let width = 2 * reach + 1
    let kernels = (0..<phases).map { phase in
      kernel(offset: Double((phase * advance) % phases) / Double(phases), reach, half, cutoff).map(Float.init)
    }
    let count = input.count * phases / advance + lead + tail + 1
    var output = [Float](repeating: 0, count: count)
    // Zeros at both ends save the inner loop its bounds.
    let margin = 2 * width + advance + 16
    // In single precision, as what comes out: rounding stays 140 dB below.
    var padded = [Float](repeating: 0, count: input.count + 2 * margin)
    for n in input.indices { padded[n + margin] = Float(input[n]) }
    padded.withUnsafeBufferPointer { source in
      for n in 0..<count {
        // The place in the input is (n − lead) · advance / phases.
        let ticks = (n - lead) * advance
        let whole = ticks >= 0 ? ticks / phases : -((phases - 1 - ticks) / phases)
        let index = (n - lead) % phases
        let taps = kernels[index < 0 ? index + phases : index]
        let start = whole - reach + margin
        guard start >= 0, start + width + 16 <= source.count else { continue }
        output[n] = product(taps, source, start)
      }
    }
    return (output, lead)
  }

  /// The sum of taps times samples from `start`: sixteen at a time, for additions take longer than they need
  /// room.
  private static func product(_ taps: [Float], _ source: UnsafeBufferPointer<Float>, _ start: Int) -> Float {
    var sums = SIMD16<Float>.zero
    taps.withUnsafeBytes { taps in
      let samples = UnsafeRawBufferPointer(source)
      for k in stride(from: 0, to: taps.count, by: 64) {
        sums +=
          taps.loadUnaligned(fromByteOffset: k, as: SIMD16<Float>.self)
          * samples.loadUnaligned(fromByteOffset: start * 4 + k, as: SIMD16<Float>.self)
      }
    }
    let eight = sums.lowHalf + sums.highHalf
    let four = eight.lowHalf + eight.highHalf
    return (four[0] + four[1]) + (four[2] + four[3])
  }

  /// Taps for a place `offset` samples after a sample, filled up to a multiple of sixteen.
  private static func kernel(offset: Double, _ reach: Int, _ half: Double, _ cutoff: Double) -> [Double] {
    var taps = (-reach...reach).map { k in
      let x = Double(k) - offset
      let share = x / half
      guard share.magnitude < 1 else { return 0.0 }
      let angle = 2 * Double.pi * cutoff * x
      let sinc = angle.magnitude < 1e-9 ? 1 : DeterministicMath.sin(angle) / angle
      return 2 * cutoff * sinc * kaiser(share)
    }
    let sum = taps.reduce(0, +)
    for i in taps.indices { taps[i] /= sum }
    while taps.count % 16 != 0 { taps.append(0) }
    return taps
  }

  /// The Kaiser window with β = 7 at −1…1.
  private static func kaiser(_ x: Double) -> Double {
    bessel(7 * max(0, 1 - x * x).squareRoot()) / bessel(7)
  }

  /// The modified Bessel function I₀ by its series.
  private static func bessel(_ x: Double) -> Double {
    var (term, sum) = (1.0, 1.0)
    let quarter = x * x / 4
    for k in 1...30 {
      term *= quarter / Double(k * k)
      sum += term
    }
    return sum
  }

  private static func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return max(1, a)
  }
}
