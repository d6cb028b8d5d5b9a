import Annotations
import Checks
import Imaging
import Testing

@Suite struct MaskRunsTests {
  /// A blotch of pixels from a small arithmetic sequence.
  private func bitmap(_ seed: Int) -> Raster<UInt8> {
    var out = Raster<UInt8>(width: 13, height: 9, fill: 0)
    var x = UInt32(seed) &* 2_654_435_761
    for i in out.values.indices {
      x = x &* 1_664_525 &+ 1_013_904_223
      out.values[i] = x >> 30 == 0 ? 1 : 0
    }
    return out
  }

  @Test(arguments: 1..<20)
  func setsOfPixels(_ seed: Int) throws {
    let (a, b) = (bitmap(seed), bitmap(seed + 100))
    let x = try #require(MaskRuns(RunLengthMask(bitmap: a), width: 13, height: 9))
    let y = try #require(MaskRuns(RunLengthMask(bitmap: b), width: 13, height: 9))
    let both = zip(a.values, b.values).filter { $0 != 0 && $1 != 0 }.count
    #expect(x.sharedPixels(y) == both)
    #expect(y.sharedPixels(x) == both)
    #expect(x.area == a.values.filter { $0 != 0 }.count)
    #expect(x.contains(x))
    #expect(x.contains(y) == (both == y.area))
    var drawn = Raster<UInt8>(width: 13, height: 9, fill: 0)
    x.forEach { drawn[$0, $1] += 1 }
    #expect(drawn == a)
    #expect(x.bounds == RunLengthMask(bitmap: a).bounds)
  }

  @Test func refusesMalformedMasks() {
    func runs(_ counts: [Int]) -> MaskRuns? {
      MaskRuns(RunLengthMask(height: 2, width: 3, counts: counts), width: 3, height: 2)
    }
    #expect(runs([6])?.area == 0)
    #expect(runs([0, 6])?.area == 6)
    for bad in [[], [5], [7], [2, 0, 4], [-1, 7], [1, .max], [.max, .max]] { #expect(runs(bad) == nil) }
    #expect(MaskRuns(RunLengthMask(height: 2, width: 3, counts: [6]), width: 2, height: 3) == nil)
  }
}
