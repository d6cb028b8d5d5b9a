import RandomStreams
import VectorMath

/// One way in which a body rings.
struct Mode: Sendable, Hashable {
  /// Hz.
  var frequency: Double
  /// Seconds to −60 dB.
  var decay: Double
  /// Amplitude after a unit impulse.
  var gain: Double
}

/// A body that rings when struck: resonators in parallel, driven by a force.
struct ModalBank: Sendable {
  var modes: [Mode]

  init(_ modes: [Mode]) { self.modes = modes }

  /// Partials by their ratios to a fundamental (Hz); decays (s) fall with the ratio to the power `damping`.
  init(
    fundamental: Double, ratios: [Double], decay: Double, damping: Double = 1, gains: [Double] = []
  ) {
    modes = ratios.enumerated().map { i, ratio in
      Mode(
        frequency: fundamental * ratio, decay: decay * DeterministicMath.pow(ratio, -damping),
        gain: i < gains.count ? gains[i] : 1)
    }
  }

  /// The same body, no two alike: frequencies and gains scatter by these shares.
  func varied(_ frequency: Double, _ gain: Double, _ stream: RandomStream) -> ModalBank {
    var stream = stream
    return ModalBank(
      modes.map {
        Mode(
          frequency: $0.frequency * (1 + frequency * stream.uniform(-1, 1)), decay: $0.decay,
          gain: $0.gain * (1 + gain * stream.uniform(-1, 1)))
      })
  }

  /// Every frequency and decay at another size: frequencies times `factor`, decays divided by it.
  func scaled(_ factor: Double) -> ModalBank {
    ModalBank(modes.map { Mode(frequency: $0.frequency * factor, decay: $0.decay / factor, gain: $0.gain) })
  }

  /// Flat plate: frequencies (m/a)² + (n/b)² over that of (1, 1) up to a highest frequency (Hz).
  static func plate(
    lowest: Double, highest: Double, aspect: Double, decay: Double, damping: Double, most: Int = 40
  ) -> ModalBank {
    var modes: [Mode] = []
    let unit = 1 + aspect * aspect
    for m in 1...9 {
      for n in 1...9 {
        let ratio = (Double(m * m) + Double(n * n) * aspect * aspect) / unit
        guard lowest * ratio <= highest else { continue }
        // Struck off the middle, at 0.4 and 0.37 of the sides.
        let shape = Sinusoid.sine(0.2 * Double(m)) * Sinusoid.sine(0.185 * Double(n))
        modes.append(
          Mode(frequency: lowest * ratio, decay: decay * DeterministicMath.pow(ratio, -damping), gain: shape))
      }
    }
    modes.sort { $0.frequency < $1.frequency }
    return ModalBank(Array(modes.prefix(most)))
  }

  /// What the body radiates under a force, for the force's length and then until −70 dB.
  func response(to force: Waveform) -> Waveform {
    let usable = modes.filter { $0.frequency > 5 && $0.frequency < 20_000 && $0.decay > 0 }
    let longest = usable.reduce(0) { max($0, $1.decay) }
    let tail = Int(min(longest * 1.17, 30) * Waveform.rate) + 1
    var out = Waveform(count: force.samples.count + tail)
    var index = 0
    while index < usable.count {
      add(Array(usable[index..<min(index + 8, usable.count)]), force, &out)
      index += 8
    }
    return out
  }

  /// Eight resonators side by side: each waits for its own last sample, so together they take the time of
  /// one.
  private func add(_ eight: [Mode], _ force: Waveform, _ out: inout Waveform) {
    var a1 = SIMD8<Double>.zero
    var a2 = SIMD8<Double>.zero
    var input = SIMD8<Double>.zero
    for (lane, mode) in eight.enumerated() {
      let radius = DeterministicMath.exp(-6.907755278982137 / (mode.decay * Waveform.rate))
      let cosine = DeterministicMath.cos(2 * Double.pi * mode.frequency / Waveform.rate)
      a1[lane] = 2 * radius * cosine
      a2[lane] = -radius * radius
      // Of the rising force, so that a force that lasts is silent, and of the same amplitude at the mode
      // itself.
      input[lane] = DeterministicMath.cos(Double.pi * mode.frequency / Waveform.rate) * mode.gain
    }
    let decay = eight.reduce(0) { max($0, $1.decay) }
    let count = min(out.samples.count, force.samples.count + Int(min(decay * 1.17, 30) * Waveform.rate) + 1)
    var y1 = SIMD8<Double>.zero
    var y2 = SIMD8<Double>.zero
    force.samples.withUnsafeBufferPointer { force in
      out.samples.withUnsafeMutableBufferPointer { out in
        var last = 0.0
        for i in 0..<count {
          // A force of 10⁻³⁰ keeps decayed states out of the slow subnormal range.
          let now = i < force.count ? force[i] : 0
          let x = now - last + 1e-30
          last = now
          let y = a1 * y1 + (a2 * y2 + input * x)
          let half = y.lowHalf + y.highHalf
          out[i] += (half[0] + half[1]) + (half[2] + half[3])
          y2 = y1
          y1 = y
        }
      }
    }
  }

  /// What the body radiates after one blow: `duration` of contact in seconds.
  func struck(_ duration: Double, impulse: Double = 1) -> Waveform {
    var force = Waveform(seconds: duration + 0.001)
    force.addBlow(at: 0, duration: duration, impulse: impulse)
    return response(to: force)
  }
}

extension Waveform {
  /// Adds the force of a blow: a raised cosine of this duration (s) whose sum is `impulse`. Short and hard
  /// blows excite high modes, long and soft ones do not.
  mutating func addBlow(at time: Double, duration: Double, impulse: Double) {
    let width = max(duration, 4 / Waveform.rate) * Waveform.rate
    let start = max(0, time) * Waveform.rate
    let first = Int(start.rounded(.up))
    let last = Int((start + width).rounded(.down))
    guard first < samples.count, last >= first else { return }
    for i in first...min(last, samples.count - 1) {
      let share = (Double(i) - start) / width
      samples[i] += impulse / width * (1 - Sinusoid.cosine(share))
    }
  }
}
