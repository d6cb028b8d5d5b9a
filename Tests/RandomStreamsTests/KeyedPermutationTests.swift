import RandomStreams
import Testing

@Suite struct KeyedPermutationTests {
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
}
