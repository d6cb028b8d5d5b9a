import Language
import RandomStreams
import Testing

@Suite struct QuotaTests {
  @Test func quotasAreExactSharesRounded() {
    var stream = RandomStream(seed: 5)
    for _ in 0..<2000 {
      let n = stream.integer(in: 1...8)
      let weights = (0..<n).map { _ in stream.uniform(0.01, 3) }
      let total = stream.integer(in: 0...1000)
      let whole = weights.reduce(0, +)
      let quotas = Quota.largestRemainder(
        Natural(total), weights: weights, capacity: weights.map { _ in Natural(10_000) })
      #expect(quotas.reduce(.zero, +) == Natural(total))
      for (quota, weight) in zip(quotas, weights) {
        #expect(abs(Double(quota.word ?? 0) - Double(total) * weight / whole) < 1.000_001)
      }
      let systematic = Quota.systematic(
        UInt64(total), weights: weights, capacity: weights.map { _ in 10_000 }, start: stream.uniform())
      #expect(systematic.reduce(0, +) == UInt64(total))
      for (quota, weight) in zip(systematic, weights) {
        #expect(abs(Double(quota) - Double(total) * weight / whole) < 1.000_001)
      }
    }
    // What does not fit goes to the others.
    #expect(
      Quota.largestRemainder(100, weights: [1, 1, 2], capacity: [5, 1000, 1000]) == [5, 32, 63])
  }
}
