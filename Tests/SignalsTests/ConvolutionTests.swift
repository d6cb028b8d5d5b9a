import Signals
import Testing

@Suite struct ConvolutionTests {
  /// A10: partitions and definition agree to −110 dB, for lengths around the block's.
  @Test(arguments: [(1, 1), (63, 5), (64, 64), (65, 200), (1000, 129), (700, 1500), (129, 64)])
  func partitionsAreTheDefinition(signal: Int, kernel: Int) {
    let (x, h) = (noise(signal, "x"), noise(kernel, "h"))
    let expected = DirectConvolution.convolve(x, h)
    let convolution = PartitionedConvolution(block: 64)
    let found = convolution.convolve(convolution.source(x), convolution.kernel(h))
    #expect(found.count == expected.count)
    #expect(error(found, expected) < -110)
    #expect(error(PartitionedConvolution.convolve(x, h), expected) < -110)
  }

  @Test func oneSourceServesManyKernels() {
    let convolution = PartitionedConvolution(block: 128)
    let x = noise(3000)
    let source = convolution.source(x)
    for delay in [0, 1, 127, 128, 129, 400] {
      var h = [Float](repeating: 0, count: delay + 1)
      h[delay] = 2
      let y = convolution.convolve(source, convolution.kernel(h))
      #expect(error(Array(y.dropFirst(delay)), x.map { 2 * $0 }) < -120)
      #expect(y.prefix(delay).allSatisfy { $0.magnitude < 1e-5 })
    }
  }

  @Test func nothingGivesNothing() {
    #expect(DirectConvolution.convolve([], [1]).isEmpty)
    #expect(PartitionedConvolution.convolve([1, 2], []).isEmpty)
    #expect(PartitionedConvolution.convolve([], [1]).isEmpty)
  }
}
