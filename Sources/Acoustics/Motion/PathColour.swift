import Signals

/// Filters whose gains by octave band change slowly with time, without any delay: what air, walls and a turning source do to
/// sound on its way.
///
/// Blocks of about 60 ms under Hann windows that overlap by half, each filtered with the gains of its middle: between two
/// middles the filters fade into each other.
struct PathColour: Sendable {
  private let fft: RealFFT
  private let window: [Float]
  /// Bins whose lower band is b: from `starts[b]` to the next. They weigh that band by `weights` and the next by the rest.
  private let starts: [Int]
  private let weights: [Float]
  private let rate: Double
  /// Half of a transform's samples.
  private let half: Int

  /// Samples that a filter may ring to either side.
  let margin: Int

  /// A source's blocks as packed spectra, which serve all its paths.
  struct Blocks {
    fileprivate var values: [Float]
    fileprivate var count: Int
  }

  init(rate: Double) {
    self.rate = rate
    var count = 512
    while Double(count) < 0.06 * rate { count <<= 1 }
    let fft = RealFFT(count: count)
    self.fft = fft
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

  func blocks(_ samples: [Float]) -> Blocks {
    let (size, hop) = (window.count, window.count / 2)
    let count = (samples.count + hop - 1) / hop + 1
    var values = [Float](repeating: 0, count: 2 * half * count)
    var piece = [Float](repeating: 0, count: 2 * half)
    let workspace = fft.makeWorkspace()
    values.withUnsafeMutableBufferPointer { values in
      for b in 0..<count {
        let start = (b - 1) * hop
        for n in piece.indices { piece[n] = 0 }
        // In the middle of the transform, with room to ring on both sides.
        for n in max(0, -start)..<max(max(0, -start), min(size, samples.count - start)) {
          piece[n + margin] = samples[start + n] * window[n]
        }
        guard let base = values.baseAddress else { return }
        let at = base + 2 * half * b
        piece.withUnsafeBufferPointer {
          guard let x = $0.baseAddress else { return }
          fft.forward(x, real: at, imaginary: at + half, workspace: workspace)
        }
      }
    }
    return Blocks(values: values, count: count)
  }

  /// The source with its colour, `before` + `margin` samples before its first one and `after` + `margin` after its last.
  func filtered(
    _ blocks: Blocks, count: Int, before: Int, after: Int, gains: (_ seconds: Double) -> BandValues
  ) -> [Float] {
    let (size, hop) = (window.count, window.count / 2)
    // A block's first value stands `margin` before its window, the first window a hop before the source.
    var out = [Float](repeating: 0, count: before + (blocks.count + 3) * hop + 2 * half + after)
    var spectrum = [Float](repeating: 0, count: 2 * half)
    var piece = [Float](repeating: 0, count: 2 * half)
    let workspace = fft.makeWorkspace()
    for b in 0..<blocks.count {
      let values = gains(Double((b - 1) * hop + size / 2) / rate)
      colour(blocks.values, from: 2 * half * b, by: values, into: &spectrum)
      spectrum.withUnsafeBufferPointer { s in
        piece.withUnsafeMutableBufferPointer { p in
          guard let s = s.baseAddress, let p = p.baseAddress else { return }
          fft.inverse(real: s, imaginary: s + half, into: p, workspace: workspace)
        }
      }
      let at = before + b * hop
      out.withUnsafeMutableBufferPointer { out in
        piece.withUnsafeBufferPointer { piece in
          for n in 0..<2 * half { out[at &+ n] += piece[n] }
        }
      }
    }
    // out[before + hop] is `margin` before the source's first sample.
    out.removeFirst(hop)
    out.removeLast(max(0, out.count - (before + count + 2 * margin + after)))
    return out
  }

  private func colour(
    _ source: [Float], from first: Int, by values: BandValues, into spectrum: inout [Float]
  ) {
    source.withUnsafeBufferPointer { source in
      weights.withUnsafeBufferPointer { weights in
        spectrum.withUnsafeMutableBufferPointer { out in
          for b in 0..<starts.count - 1 {
            let (low, high) = (Float(values[b]), Float(values[min(b + 1, 7)]))
            for bin in starts[b]..<starts[b + 1] {
              let gain = high + (low - high) * weights[bin]
              out[bin] = source[first &+ bin] * gain
              out[bin &+ half] = source[first &+ bin &+ half] * gain
            }
          }
          // The first imaginary value is the highest bin, which is real.
          out[half] = source[first &+ half] * Float(values[min(starts.count - 1, 7)])
        }
      }
    }
  }
}
