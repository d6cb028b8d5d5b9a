import VectorMath

/// Signals at another pitch, their pace kept: every peak of the spectrum is moved with what lies around it, frame by frame
/// (Laroche and Dolson, “New phase-vocoder techniques for pitch-shifting, harmonizing and other exotic effects”, 1999).
///
/// What moves a peak multiplies its part of the signal by a turning phase, which leaves its loudness over time as it was: so
/// nothing is drawn out or blurred, and instants stay. All channels turn alike, so their differences in phase stay too.
package struct PitchShift: Sendable {
  package let factor: Double
  /// Twice as long as a frame, so that a peak is moved to within a quarter of its width.
  private let fft: RealFFT
  private let window: [Float]
  private let hop: Int

  /// - Parameters:
  ///   - factor: frequency out over frequency in, held to 1/4 … 4.
  ///   - rate: hertz; frames last 30 to 60 ms.
  package init(_ factor: Double, rate: Double) {
    self.factor = factor.isFinite ? min(max(factor, 0.25), 4) : 1
    var size = 128
    while Double(size) < 0.03 * rate, size < 1 << 15 { size <<= 1 }
    fft = RealFFT(count: 2 * size)
    window = Window.hann.periodic(size)
    hop = size / 8
  }

  /// Channels of one length, as long as before.
  package func shifted(_ channels: [[Float]]) -> [[Float]] {
    let count = channels.map(\.count).max() ?? 0
    guard count > 0, factor != 1 else { return channels }
    let size = window.count
    var out = channels.map { _ in [Float](repeating: 0, count: count + 3 * size) }
    var peaks = MovingPeaks(bins: fft.count / 2, factor: factor, hop: hop)
    // Windows squared, eight over each other.
    let scale = Float(1.0 / 3)
    for middle in stride(from: 0, to: count + size, by: hop) {
      let from = middle - size
      let spectra = channels.map { channel in
        fft.forward(
          (0..<size).map { n in
            let at = from + n
            return channel.indices.contains(at) ? channel[at] * window[n] : 0
          })
      }
      let moves = peaks.next(spectra)
      for (c, spectrum) in spectra.enumerated() {
        let piece = fft.inverse(peaks.moved(spectrum, moves, about: size / 2))
        for n in 0..<size { out[c][middle + n] += piece[n] * window[n] * scale }
      }
    }
    return zip(channels, out).map { Array($1[size..<size + $0.count]) }
  }
}

/// Peaks from frame to frame, and how far the phase of each has turned.
private struct MovingPeaks {
  /// Bins of which one peak is the highest, where they go, and the phase by which they are turned in the frame's middle.
  struct Move {
    var bins: Range<Int>
    var shift: Int
    var phase: Double
  }

  private let bins: Int
  private let factor: Double
  private let hop: Int
  /// By bin, of the frame before.
  private var phases: [Double]
  private var before: [Spectrum] = []

  init(bins: Int, factor: Double, hop: Int) {
    self.bins = bins
    self.factor = factor
    self.hop = hop
    phases = Array(repeating: 0, count: bins + 1)
  }

  mutating func next(_ spectra: [Spectrum]) -> [Move] {
    let power = (0...bins).map { k in spectra.reduce(Float(0)) { $0 + $1.power(k) } }
    defer { before = spectra }
    let tops = (1..<bins).filter { k in
      let near = max(0, k - 3)...min(bins, k + 3)
      return power[k] > 0 && near.allSatisfy { power[$0] < power[k] || $0 >= k && power[$0] == power[k] }
    }
    var moves: [Move] = []
    var from = 0
    for (i, top) in tops.enumerated() {
      // As far as the lowest bin before the next peak.
      var to = bins + 1
      if i + 1 < tops.count {
        to = (top..<tops[i + 1]).min { power[$0] < power[$1] }.map { max($0, top + 1) } ?? top + 1
      }
      let turning = frequency(of: top, in: spectra) * (factor - 1)
      var phase = phases[top] + turning * Double(hop)
      phase -= 2 * Double.pi * (phase / (2 * Double.pi)).rounded()
      moves.append(
        Move(bins: from..<to, shift: Int((turning * Double(bins) / Double.pi).rounded()), phase: phase))
      from = to
    }
    for move in moves { for k in move.bins { phases[k] = move.phase } }
    return moves
  }

  /// Radians a sample, by what its phase did since the frame before.
  private func frequency(of bin: Int, in spectra: [Spectrum]) -> Double {
    let centre = Double.pi * Double(bin) / Double(bins)
    let loudest = spectra.indices.max { spectra[$0].power(bin) < spectra[$1].power(bin) } ?? 0
    guard before.count == spectra.count, before[loudest].power(bin) > 0 else { return centre }
    let (x, y) = (before[loudest], spectra[loudest])
    let (xr, xi) = (Double(x.real[bin]), Double(x.imaginary[bin]))
    let (yr, yi) = (Double(y.real[bin]), Double(y.imaginary[bin]))
    var excess = DeterministicMath.atan2(xr * yi - xi * yr, xr * yr + xi * yi) - centre * Double(hop)
    excess -= 2 * Double.pi * (excess / (2 * Double.pi)).rounded()
    return max(0, centre + excess / Double(hop))
  }

  /// - Parameter middle: the sample of a frame at which phases are those of the moves.
  func moved(_ spectrum: Spectrum, _ moves: [Move], about middle: Int) -> Spectrum {
    var out = Spectrum(count: spectrum.count)
    for move in moves {
      let turn = move.phase - Double.pi * Double(move.shift) * Double(middle) / Double(bins)
      let (sin, cos) = DeterministicMath.sincos(turn)
      let (c, s) = (Float(cos), Float(sin))
      for k in move.bins where k + move.shift > 0 && k + move.shift < bins {
        out.real[k + move.shift] += spectrum.real[k] * c - spectrum.imaginary[k] * s
        out.imaginary[k + move.shift] += spectrum.real[k] * s + spectrum.imaginary[k] * c
      }
    }
    return out
  }
}

extension Spectrum {
  fileprivate func power(_ k: Int) -> Float { real[k] * real[k] + imaginary[k] * imaginary[k] }
}
