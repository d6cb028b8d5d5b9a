import Language
import RandomStreams
import Testing

@Suite struct PermutationTests {
  @Test func smallSizesArePermuted() {
    for size in (1...130).map(UInt64.init) + [255, 256, 257, 1000, 4096, 9973] {
      let permutation = KeyedPermutation(size: UInt128(size), key: RandomStream(seed: size).child("p"))
      let image = (0..<size).map { permutation[$0] }
      #expect(Set(image).count == Int(size) && image.allSatisfy { $0 < size }, "size \(size)")
      // Both widths are one permutation.
      #expect((0..<size).allSatisfy { UInt64(permutation[UInt128($0)]) == image[Int($0)] })
    }
  }

  @Test func largeSizesStayInsideAndDiffer() {
    for bits in [40, 64, 65, 100, 126] {
      let size = (UInt128(1) << UInt128(bits)) - 59
      let permutation = KeyedPermutation(size: size, key: RandomStream(seed: 3).child("p"))
      let image = (0..<20_000 as Range<UInt64>).map { permutation[UInt128($0)] }
      #expect(image.allSatisfy { $0 < size })
      #expect(Set(image).count == image.count)
    }
    let huge = Natural(limbs: [5, 0, 0, 7])
    let permutation = LargePermutation(size: huge, key: RandomStream(seed: 3).child("p"))
    let image = (0..<2000).map { permutation[Natural($0)] }
    #expect(image.allSatisfy { $0 < huge } && Set(image).count == image.count)
    // Its upper words are not all alike.
    #expect(Set(image.map { $0.limbs.last ?? 0 }).count > 3)
  }

  /// Where the first elements go is uniform over keys, and pairs of neighbours are independent: χ² of 12 × 11 ordered
  /// pairs has 131 degrees of freedom; 220 is beyond 10⁻⁵.
  @Test func orderIsUniformOverKeys() {
    var counts = [Int](repeating: 0, count: 144)
    let runs = 132_000
    for seed in 0..<runs {
      let permutation = KeyedPermutation(size: 12, key: RandomStream(seed: UInt64(seed)))
      counts[Int(permutation[0 as UInt64]) * 12 + Int(permutation[1 as UInt64])] += 1
    }
    let expected = Double(runs) / 132
    let chi = (0..<144).filter { $0 / 12 != $0 % 12 }.reduce(0.0) { sum, i in
      sum + (Double(counts[i]) - expected) * (Double(counts[i]) - expected) / expected
    }
    #expect(chi < 220)
  }

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
