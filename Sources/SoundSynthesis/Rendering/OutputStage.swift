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
    let count = input.count * phases / advance + lead + tail + 1
    if phases == 1 {
      let taps = kernel(offset: 0, reach, half, cutoff).prefix(2 * reach + 1).map(Float.init)
      return (Decimation(taps: taps, advance: advance).outputs(input, count: count, lead: lead), lead)
    }
    let kernels = (0..<phases).map { kernel(offset: Double($0) / Double(phases), reach, half, cutoff) }
    let width = kernels.first?.count ?? 0
    let taps = kernels.flatMap { $0.map(Float.init) }
    var output = [Float](repeating: 0, count: count)
    // Zeros at both ends save the inner loop its bounds.
    let margin = 2 * width + advance + 16
    // In single precision, as what comes out: rounding stays 140 dB below.
    var padded = [Float](repeating: 0, count: input.count + 2 * margin)
    for n in input.indices { padded[n + margin] = Float(input[n]) }
    let last = padded.count - width
    padded.withUnsafeBufferPointer { source in
      taps.withUnsafeBufferPointer { taps in
        guard let source = source.baseAddress, let taps = taps.baseAddress, width > 0 else { return }
        // The place in the input is (n − lead) · advance / phases, as a whole and phases over it.
        var places = [Int](repeating: 0, count: 4)
        var offsets = places
        for first in stride(from: 0, to: count, by: 4) {
          for k in 0..<4 {
            let ticks = (first + k - lead) * advance
            let whole = (ticks + lead * advance * phases) / phases - lead * advance
            offsets[k] = (ticks - whole * phases) * width
            places[k] = max(0, min(whole - reach + margin, last))
          }
          let four = products(taps, source, offsets, places, width)
          for k in 0..<min(4, count - first) { output[first + k] = four[k] }
        }
      }
    }
    return (output, lead)
  }

  /// Four sums of taps times samples at once, sixteen products at a time: additions take longer than they need room.
  @inline(__always)
  private static func products(
    _ taps: UnsafePointer<Float>, _ source: UnsafePointer<Float>, _ offsets: [Int], _ places: [Int],
    _ width: Int
  ) -> SIMD4<Float> {
    func sixteen(_ p: UnsafePointer<Float>) -> SIMD16<Float> {
      UnsafeRawPointer(p).loadUnaligned(as: SIMD16<Float>.self)
    }
    var (a, b, c, d) = (SIMD16<Float>.zero, SIMD16<Float>.zero, SIMD16<Float>.zero, SIMD16<Float>.zero)
    let (ta, tb, tc, td) = (taps + offsets[0], taps + offsets[1], taps + offsets[2], taps + offsets[3])
    let (sa, sb, sc, sd) = (source + places[0], source + places[1], source + places[2], source + places[3])
    var k = 0
    while k < width {
      a += sixteen(ta + k) * sixteen(sa + k)
      b += sixteen(tb + k) * sixteen(sb + k)
      c += sixteen(tc + k) * sixteen(sc + k)
      d += sixteen(td + k) * sixteen(sd + k)
      k = k &+ 16
    }
    func sum(_ sums: SIMD16<Float>) -> Float {
      let eight = sums.lowHalf + sums.highHalf
      let four = eight.lowHalf + eight.highHalf
      return (four[0] + four[1]) + (four[2] + four[3])
    }
    return SIMD4(sum(a), sum(b), sum(c), sum(d))
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
