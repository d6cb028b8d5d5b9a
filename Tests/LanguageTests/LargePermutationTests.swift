import Language
import RandomStreams
import Testing

@Suite struct LargePermutationTests {
  @Test func sizesOfManyWordsStayInsideAndDiffer() {
    let huge = Natural(limbs: [5, 0, 0, 7])
    let permutation = LargePermutation(size: huge, key: RandomStream(seed: 3).child("p"))
    let image = (0..<2000).map { permutation[Natural($0)] }
    #expect(image.allSatisfy { $0 < huge } && Set(image).count == image.count)
    // Its upper words are not all alike.
    #expect(Set(image.map { $0.limbs.last ?? 0 }).count > 3)
  }
}
