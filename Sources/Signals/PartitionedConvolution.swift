/// Convolution in blocks (uniformly partitioned overlap-save): the spectra of a source are worked out once and serve any
/// number of kernels, microphones of an array for instance.
///
/// Spectra lie packed, `block` real and `block` imaginary values each (see `RealFFT`).
package struct PartitionedConvolution: Sendable {
  /// Samples of a block.
  package let block: Int
  private let fft: RealFFT

  /// Blocks of `block` samples, rounded up to a power of two in 64 … 65 536. Long blocks suit long kernels.
  package init(block: Int = 1024) {
    var size = 64
    while size < block, size < 65_536 { size <<= 1 }
    self.block = size
    fft = RealFFT(count: 2 * size)
  }

  /// The block that convolves kernels of `length` samples fastest, by measurement.
  package static func suited(to length: Int) -> PartitionedConvolution {
    var size = 256
    while size * 4 < length, size < 8192 { size <<= 1 }
    return PartitionedConvolution(block: size)
  }

  /// Blocks of a signal or a kernel as spectra.
  package struct Spectra: Sendable {
    /// Samples of what was transformed.
    package let count: Int
    /// Blocks.
    let blocks: Int
    /// `2 × block` values a block: real parts, then imaginary parts.
    let values: [Float]
  }

  /// The spectra of a source: transforms of two blocks each that overlap by one.
  package func source(_ signal: [Float]) -> Spectra {
    // One more than the signal fills: the last block's second half still hears the first.
    spectra(signal, blocks: (signal.count + block - 1) / block + 1, before: block)
  }

  /// The spectra of a kernel, a block of it and a block of zeros each.
  package func kernel(_ kernel: [Float]) -> Spectra {
    spectra(kernel, blocks: (kernel.count + block - 1) / block, before: 0)
  }

  private func spectra(_ samples: [Float], blocks: Int, before: Int) -> Spectra {
    guard !samples.isEmpty else { return Spectra(count: 0, blocks: 0, values: []) }
    let workspace = fft.makeWorkspace()
    var window = [Float](repeating: 0, count: 2 * block)
    let values = [Float](unsafeUninitializedCapacity: 2 * block * blocks) { buffer, initialized in
      guard let base = buffer.baseAddress else { return }
      for b in 0..<blocks {
        let start = b * block - before
        let end = before > 0 ? start + 2 * block : start + block
        for n in window.indices { window[n] = 0 }
        for n in max(start, 0)..<max(min(end, samples.count), max(start, 0)) {
          window[n - start] = samples[n]
        }
        let at = base + 2 * block * b
        window.withUnsafeBufferPointer {
          guard let x = $0.baseAddress else { return }
          fft.forward(x, real: at, imaginary: at + block, workspace: workspace)
        }
      }
      initialized = 2 * block * blocks
    }
    return Spectra(count: samples.count, blocks: blocks, values: values)
  }

  /// source ∗ kernel, `source.count + kernel.count − 1` samples.
  package func convolve(_ source: Spectra, _ kernel: Spectra) -> [Float] {
    guard source.count > 0, kernel.count > 0 else { return [] }
    let length = source.count + kernel.count - 1
    let workspace = fft.makeWorkspace()
    var sum = [Float](repeating: 0, count: 2 * block)
    var result = [Float](repeating: 0, count: 2 * block)
    return [Float](unsafeUninitializedCapacity: length) { buffer, initialized in
      guard let out = buffer.baseAddress else { return }
      source.values.withUnsafeBufferPointer { x in
        kernel.values.withUnsafeBufferPointer { h in
          sum.withUnsafeMutableBufferPointer { s in
            result.withUnsafeMutableBufferPointer { r in
              guard let x = x.baseAddress, let h = h.baseAddress, let s = s.baseAddress, let r = r.baseAddress
              else { return }
              var start = 0
              var b = 0
              while start < length {
                s.update(repeating: 0, count: 2 * block)
                for k in max(0, b - source.blocks + 1)..<max(min(kernel.blocks, b + 1), 0) {
                  accumulate(x + 2 * block * (b - k), h + 2 * block * k, s)
                }
                fft.inverse(real: s, imaginary: s + block, into: r, workspace: workspace)
                (out + start).update(from: r + block, count: min(block, length - start))
                start += block
                b += 1
              }
            }
          }
        }
      }
      initialized = length
    }
  }

  /// s += x · h, bin by bin.
  private func accumulate(
    _ x: UnsafePointer<Float>, _ h: UnsafePointer<Float>, _ s: UnsafeMutablePointer<Float>
  ) {
    // The first bins are two real numbers each, not one complex: set right afterwards.
    let (direct, highest) = (s[0] + x[0] * h[0], s[block] + x[block] * h[block])
    var k = 0
    while k < block {
      let (xr, xi, hr, hi) = (
        Lanes.load(x + k), Lanes.load(x + (k &+ block)), Lanes.load(h + k), Lanes.load(h + (k &+ block))
      )
      let (sr, si): (SIMD8<Float>, SIMD8<Float>) = (Lanes.load(s + k), Lanes.load(s + (k &+ block)))
      Lanes.store(sr + (xr * hr - xi * hi), s + k)
      Lanes.store(si + (xr * hi + xi * hr), s + (k &+ block))
      k = k &+ 8
    }
    s[0] = direct
    s[block] = highest
  }

  /// signal ∗ kernel, with the block that suits the kernel.
  package static func convolve(_ signal: [Float], _ kernel: [Float]) -> [Float] {
    let convolution = suited(to: kernel.count)
    return convolution.convolve(convolution.source(signal), convolution.kernel(kernel))
  }
}
