/// Convolution by its definition: slow, exact, and the judge of the fast one.
package enum DirectConvolution {
  /// signal ∗ kernel, `signal.count + kernel.count − 1` samples; empty where either is. Summed in double precision.
  package static func convolve(_ signal: [Float], _ kernel: [Float]) -> [Float] {
    guard !signal.isEmpty, !kernel.isEmpty else { return [] }
    var sums = [Double](repeating: 0, count: signal.count + kernel.count - 1)
    for (i, h) in kernel.enumerated() where h != 0 {
      let h = Double(h)
      for n in signal.indices { sums[n + i] += h * Double(signal[n]) }
    }
    return sums.map { Float($0) }
  }
}
