import Signals

/// A symmetric low pass and every so many samples of what comes out, by transforms of overlapping blocks.
///
/// Rounding stays 130 dB below each block's root mean square, and silent blocks stay silent.
struct Decimation {
  /// Samples of the input to one of the output.
  private let advance: Int
  /// Samples that the filter reaches to either side, rounded up to outputs.
  private let margin: Int
  private let fft: RealFFT
  /// Of the outputs of a block, where their number is a power of two: halves of the spectrum are folded before they are
  /// transformed back.
  private let folded: RealFFT?
  /// Gains by bin, all real; at 0 and half the rate first and last.
  private let gains: [Float]

  /// - Parameter taps: an odd number, symmetric about the middle one.
  init(taps: [Float], advance: Int) {
    self.advance = advance
    let reach = taps.count / 2
    margin = (reach + advance - 1) / advance * advance
    fft = RealFFT(count: max(4096, 8 * margin))
    folded = advance == 2 ? RealFFT(count: fft.count / 2) : nil
    // About sample 0, so that the spectrum is real and nothing is delayed.
    var centred = [Float](repeating: 0, count: fft.count)
    for (k, tap) in taps.enumerated() { centred[(k - reach + fft.count) % fft.count] = tap }
    gains = fft.forward(centred).real
  }

  /// `count` outputs; number `lead` is at the input's sample 0.
  func outputs(_ input: [Double], count: Int, lead: Int) -> [Float] {
    var output = [Float](repeating: 0, count: count)
    let size = fft.count
    let fresh = (size - 2 * margin) / advance
    let half = size / 2
    let workspace = fft.makeWorkspace()
    let narrow = folded?.makeWorkspace()
    var block = [Float](repeating: 0, count: size)
    var spectrum = [Float](repeating: 0, count: size)
    block.withUnsafeMutableBufferPointer { block in
      spectrum.withUnsafeMutableBufferPointer { spectrum in
        guard let x = block.baseAddress, let re = spectrum.baseAddress else { return }
        let im = re + half
        for first in stride(from: 0, to: count, by: fresh) {
          let start = (first - lead) * advance - margin
          let inside = max(0, -start)..<max(max(0, -start), min(size, input.count - start))
          guard input[start + inside.lowerBound..<start + inside.upperBound].contains(where: { $0 != 0 })
          else { continue }
          for n in 0..<inside.lowerBound { x[n] = 0 }
          for n in inside { x[n] = Float(input[start + n]) }
          for n in inside.upperBound..<size { x[n] = 0 }
          fft.forward(x, real: re, imaginary: im, workspace: workspace)
          im[0] *= gains[half]
          re[0] *= gains[0]
          for k in 1..<half {
            re[k] *= gains[k]
            im[k] *= gains[k]
          }
          var skip = advance
          if let folded, let narrow {
            // X(k) and X(k + N/2), which is the conjugate of X(N/2 − k): halves of what they are together.
            let quarter = half / 2
            let (low, high) = (re[0], im[0])
            for k in 1..<quarter {
              re[k] = 0.5 * (re[k] + re[half - k])
              im[k] = 0.5 * (im[k] - im[half - k])
            }
            im[0] = re[quarter]
            re[0] = 0.5 * (low + high)
            folded.inverse(real: re, imaginary: im, into: x, workspace: narrow)
            skip = 1
          } else {
            fft.inverse(real: re, imaginary: im, into: x, workspace: workspace)
          }
          let from = margin / advance * skip
          for n in 0..<min(fresh, count - first) { output[first + n] = x[from + n * skip] }
        }
      }
    }
    return output
  }
}
