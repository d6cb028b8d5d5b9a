import Foundation
import RandomStreams
import Testing
import VectorMath

@Suite struct DrawTests {
  func stream(_ name: String = #function) -> RandomStream { RandomStream(seed: 2024).child(name) }

  @Test func uniformIsUniform() {
    var s = stream()
    let values = (0..<100_000).map { _ in s.uniform() }
    #expect(values.allSatisfy { $0 >= 0 && $0 < 1 })
    #expect(kolmogorovSmirnov(values) { $0 } < 1.95)
    let scaled = values.map { _ in s.uniform(-3, 5) }
    #expect(kolmogorovSmirnov(scaled) { ($0 + 3) / 8 } < 1.95)
  }

  @Test func uniformEdges() {
    var s = stream()
    #expect(s.uniform(2, 2) == 2)
    #expect(s.uniform(3, 2) == 3)
    #expect(s.uniform(.nan, 2).isNaN)
    let greatest = Double.greatestFiniteMagnitude
    for _ in 0..<1000 {
      let wide = s.uniform(-greatest, greatest)
      #expect(wide.isFinite)
      let thin = s.uniform(1, 1.0.nextUp)
      #expect(thin == 1)
    }
  }

  @Test func integersAreUnbiased() {
    var s = stream()
    var counts = [Int](repeating: 0, count: 7)
    for _ in 0..<70_000 { counts[s.integer(in: -3..<4) + 3] += 1 }
    #expect(abs(chiSquareScore(counts)) < 4)
    // Three quarters of 2⁶⁴: a plain remainder would favour the lower third twice over.
    var low = 0
    let bound = Int.min..<Int.min / 2 * -1
    for _ in 0..<30_000 where s.integer(in: bound) < Int.min / 2 { low += 1 }
    #expect(abs(Double(low) - 10_000) < 4.5 * (30_000 * 2.0 / 9).squareRoot())
    #expect(s.integer(in: 5..<5) == 5)
    #expect(s.integer(in: 5..<6) == 5)
    #expect((0..<100).contains { _ in s.integer(in: Int.min...Int.max) < 0 })
  }

  @Test func normalIsNormal() {
    var s = stream()
    let values = (0..<100_000).map { _ in s.normal(mean: 10, sd: 2) }
    #expect(kolmogorovSmirnov(values) { 0.5 * erfc(-($0 - 10) / 2 / 2.0.squareRoot()) } < 1.95)
    let waits = values.map { _ in s.exponential(mean: 4) }
    #expect(kolmogorovSmirnov(waits) { 1 - exp(-$0 / 4) } < 1.95)
  }

  @Test func boolChooseWeighted() {
    var s = stream()
    let heads = (0..<10_000).filter { _ in s.bool(probability: 0.3) }.count
    #expect(abs(heads - 3000) < 210)
    #expect(!(0..<1000).contains { _ in s.bool(probability: 0) })
    #expect((0..<1000).allSatisfy { _ in s.bool(probability: 1) })
    #expect(s.choose([Int]()) == nil)
    #expect(s.choose([1, 2, 3].dropFirst(2)) == 3)
    var counts = [0, 0, 0, 0]
    for _ in 0..<40_000 { counts[s.weighted([1, 0, 5, 2])] += 1 }
    #expect(counts[1] == 0)
    #expect(abs(chiSquareScore([counts[0], counts[2], counts[3]], expected: [5000, 25_000, 10_000])) < 4)
    // Sums that overflow, and weights that mean nothing.
    let huge = (0..<300).map { _ in s.weighted([.nan, 1e308, -1, 1e308, 1e308]) }
    #expect(Set(huge) == [1, 3, 4])
    #expect(s.weighted([.nan, -1, 3, .infinity]) == 2)
    #expect(s.weighted([]) == 0)
    #expect(Set((0..<100).map { _ in s.weighted([0, 0, 0]) }) == [0, 1, 2])
  }

  @Test func permutationsAreEquallyLikely() {
    var s = stream()
    var counts: [[Int]: Int] = [:]
    for _ in 0..<24_000 { counts[s.permutation(4), default: 0] += 1 }
    #expect(counts.count == 24)
    #expect(abs(chiSquareScore(counts.values.map { $0 })) < 4)
    #expect(s.permutation(-1).isEmpty)
    var slice = [9, 1, 2, 3, 9][1..<4]
    s.shuffle(&slice)
    #expect(slice.sorted() == [1, 2, 3])
  }

  @Test func directionsCoverTheSphere() {
    var s = stream()
    let n = 30_000
    var octants = [Int](repeating: 0, count: 8)
    var heights: [Double] = []
    for _ in 0..<n {
      let v = s.unitVector()
      #expect(abs(length(v) - 1) < 1e-15 * 4)
      octants[(v.x > 0 ? 1 : 0) | (v.y > 0 ? 2 : 0) | (v.z > 0 ? 4 : 0)] += 1
      heights.append(v.x)
    }
    #expect(abs(chiSquareScore(octants)) < 4)
    // Archimedes: every axis is uniform on the sphere.
    #expect(kolmogorovSmirnov(heights) { ($0 + 1) / 2 } < 1.95)
    #expect(abs(length(s.unitVector2()) - 1) < 1e-15)
  }
}
