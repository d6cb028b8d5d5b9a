import Signals

/// Filters whose gains by octave band change slowly with time, without any delay: what air, walls and a turning source do to
/// sound on its way.
///
/// Blocks of about 60 ms under Hann windows that overlap by half, each filtered with the gains of its middle: between two
/// middles the filters fade into each other.
struct PathColour: Sendable {
  private let fft: RealFFT
  /// Of twice the samples: with nothing in its upper half it gives a signal at twice its rate.
  private let wide: RealFFT
  private let window: [Float]
  /// Bins whose lower band is b: from `starts[b]` to the next. They weigh that band by `weights` and the next by the rest.
  private let starts: [Int]
  private let weights: [Float]
  private let rate: Double
  /// Half of a transform's samples.
  private let half: Int

  /// Samples that a filter may ring to either side.
  fileprivate let margin: Int

  /// A source's blocks as packed spectra, which serve all its paths.
  struct Blocks {
    fileprivate var values: [Float]
    /// Whether there is something in a block.
    fileprivate var sounds: [Bool]
  }

  /// Pascals at 1 m below which nothing is heard of a block: 46 dB below what people can hear at best.
  private static let silence: Float = 1e-7
  /// What is left of a way that counts as closed: 80 dB below open air.
  private static let closed = 1e-4

  init(rate: Double) {
    self.rate = rate
    var count = 512
    while Double(count) < 0.06 * rate { count <<= 1 }
    let fft = RealFFT(count: count)
    self.fft = fft
    wide = RealFFT(count: 2 * fft.count)
    half = fft.count / 2
    // Three quarters are signal; the rest is room to ring.
    window = Window.hann.periodic(3 * half / 2)
    margin = half / 4
    let bands = OctaveBands(rate: rate)
    let step = rate / Double(fft.count)
    // The last band begins nothing: beyond its centre it is alone, as the next of the one before.
    starts =
      [0] + bands.centres.dropFirst().dropLast().map { Int(($0 / step).rounded(.up)) } + [half]
    var weights: [Float] = []
    for (b, start) in starts.dropLast().enumerated() {
      for bin in start..<starts[b + 1] { weights.append(Float(bands.weight(b, at: Double(bin) * step))) }
    }
    self.weights = weights
  }

  /// Samples from block to block.
  fileprivate var hop: Int { window.count / 2 }

  func blocks(_ samples: [Float]) -> Blocks {
    let size = window.count
    let count = (samples.count + hop - 1) / hop + 1
    var values = [Float](repeating: 0, count: 2 * half * count)
    var sounds = [Bool](repeating: false, count: count)
    var piece = [Float](repeating: 0, count: 2 * half)
    let workspace = fft.makeWorkspace()
    values.withUnsafeMutableBufferPointer { values in
      for b in 0..<count {
        let start = (b - 1) * hop
        let inside = max(0, -start)..<max(max(0, -start), min(size, samples.count - start))
        sounds[b] = inside.contains { samples[start + $0].magnitude > Self.silence }
        guard sounds[b], let base = values.baseAddress else { continue }
        for n in piece.indices { piece[n] = 0 }
        // In the middle of the transform, with room to ring on both sides.
        for n in inside { piece[n + margin] = samples[start + n] * window[n] }
        let at = base + 2 * half * b
        piece.withUnsafeBufferPointer {
          guard let x = $0.baseAddress else { return }
          fft.forward(x, real: at, imaginary: at + half, workspace: workspace)
        }
      }
    }
    return Blocks(values: values, sounds: sounds)
  }

  /// The source with its colour. Gains are asked for by the time since its first sample, in seconds.
  func filter(_ blocks: Blocks, into sound: inout ColouredSound, gains: (_ seconds: Double) -> BandValues) {
    sound.clear()
    var spectrum = [Float](repeating: 0, count: 4 * half)
    var piece = [Float](repeating: 0, count: 4 * half)
    let workspace = wide.makeWorkspace()
    for b in blocks.sounds.indices where blocks.sounds[b] {
      let values = gains(Double(b * hop) / rate)
      guard values.max() > Self.closed else { continue }
      // Twice as many samples share the same energy a sample: twice the spectrum.
      colour(blocks.values, from: 2 * half * b, by: values * 2, into: &spectrum)
      spectrum.withUnsafeBufferPointer { s in
        piece.withUnsafeMutableBufferPointer { p in
          guard let s = s.baseAddress, let p = p.baseAddress else { return }
          wide.inverse(real: s, imaginary: s + 2 * half, into: p, workspace: workspace)
        }
      }
      sound.add(piece, block: b)
    }
  }

  private func colour(
    _ source: [Float], from first: Int, by values: BandValues, into spectrum: inout [Float]
  ) {
    source.withUnsafeBufferPointer { source in
      weights.withUnsafeBufferPointer { weights in
        spectrum.withUnsafeMutableBufferPointer { out in
          guard let from = source.baseAddress, let weight = weights.baseAddress, let into = out.baseAddress
          else { return }
          for b in 0..<starts.count - 1 {
            let (low, high) = (Float(values[b]), Float(values[min(b + 1, 7)]))
            var bin = starts[b]
            let end = starts[b + 1]
            let (re, im, to) = (from + first, from + (first &+ half), into + 2 &* half)
            while bin &+ 8 <= end {
              let gain = high + (low - high) * Lanes.load(weight + bin)
              Lanes.store(Lanes.load(re + bin) * gain, into + bin)
              Lanes.store(Lanes.load(im + bin) * gain, to + bin)
              bin = bin &+ 8
            }
            while bin < end {
              let gain = high + (low - high) * weight[bin]
              into[bin] = re[bin] * gain
              to[bin] = im[bin] * gain
              bin = bin &+ 1
            }
          }
          // The first imaginary value is the highest bin, which is real; in the wide spectrum it is one of two.
          out[2 * half] = 0
          out[half] = 0.5 * source[first &+ half] * Float(values[min(starts.count - 1, 7)])
        }
      }
    }
  }
}

/// A source as one way has coloured it, at twice its rate.
struct ColouredSound {
  private(set) var samples: [Float]
  /// Index of the source's first sample.
  let lead: Double
  private let before: Int
  private let hop: Int
  /// Stretches of `hop` samples in which something sounds, from `before` on.
  private var sounding: [Bool]

  /// Silence with room for the blocks, and for a stretch of reading before and after.
  fileprivate init(samples: Int, before: Int, hop: Int, lead: Int, hops: Int) {
    self.samples = [Float](repeating: 0, count: samples)
    self.before = before
    self.hop = hop
    self.lead = Double(lead)
    sounding = [Bool](repeating: false, count: hops)
  }

  /// - Parameter stretch: samples of the recording that are read at once.
  init(_ blocks: PathColour.Blocks, _ colour: PathColour, stretch: Int) {
    let hop = 2 * colour.hop
    // Sources are at most half as fast as sound, so a stretch is read from thrice as many samples.
    let before = 4 * stretch + 2 * DoubleRateDelay.reach
    let hops = blocks.sounds.count + 3
    self.init(
      samples: 2 * before + hops * hop, before: before, hop: hop, lead: before + hop + 2 * colour.margin,
      hops: hops)
  }

  fileprivate mutating func clear() {
    for n in samples.indices { samples[n] = 0 }
    for n in sounding.indices { sounding[n] = false }
  }

  fileprivate mutating func add(_ piece: [Float], block: Int) {
    let at = before + block * hop
    let count = min(piece.count, samples.count - at)
    samples.withUnsafeMutableBufferPointer { out in
      piece.withUnsafeBufferPointer { piece in
        for n in 0..<count { out[at &+ n] += piece[n] }
      }
    }
    for n in block..<min(block + (piece.count + hop - 1) / hop, sounding.count) { sounding[n] = true }
  }

  /// Whether something sounds between two places.
  func isAudible(from low: Double, to high: Double) -> Bool {
    let reach = Double(before) / 2
    guard high + reach > Double(before), low - reach < Double(samples.count - before) else { return false }
    let first = (Int(max(low - reach, Double(before))) - before) / hop
    let last = min(sounding.count - 1, (Int(min(high + reach, Double(samples.count))) - before) / hop)
    return first <= last && sounding[first...last].contains(true)
  }
}
