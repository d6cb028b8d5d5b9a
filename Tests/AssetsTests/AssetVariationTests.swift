import Assets
import Testing

struct AssetVariationTests {
  @Test func isAFunctionOfSeedNameAndIndex() {
    let a = AssetVariation(seed: 5)
    #expect(a.unit("x", 3) == AssetVariation(seed: 5).unit("x", 3))
    #expect(a.unit("x", 3) != a.unit("y", 3))
    #expect(a.unit("x", 3) != a.unit("x", 4))
    #expect(a.unit("x", 3) != AssetVariation(seed: 6).unit("x", 3))
    #expect(AssetVariation.mix(0) == 0xE220_A839_7B1D_CDAF)  // SplitMix64's first output for seed 0
  }

  @Test func isEven() {
    let values = (0..<20000).map { AssetVariation(seed: 9).unit("even", $0) }
    #expect(values.allSatisfy { (0..<1).contains($0) })
    let mean = values.reduce(0, +) / Double(values.count)
    #expect(abs(mean - 0.5) < 0.01)
    var counts = [Int](repeating: 0, count: 10)
    for v in values { counts[Int(v * 10)] += 1 }
    for c in counts { #expect((1800...2200).contains(c)) }
    #expect(AssetVariation(seed: 1).choice("none", of: 0) == 0)
  }
}
