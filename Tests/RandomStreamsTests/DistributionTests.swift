import Foundation
import RandomStreams
import Testing
import VectorMath

@Suite struct DistributionTests {
  func samples(_ d: Distribution, _ n: Int = 20_000) -> [Double] {
    let root = RandomStream(seed: 11).child("\(d)")
    return (0..<n).map { d.sample(root.child($0), index: $0) }
  }

  /// Probability between two points of a standard normal, by complementary error functions of the tail it lies in.
  func mass(_ a: Double, _ b: Double) -> Double {
    let r = 2.0.squareRoot()
    return a > 0 ? 0.5 * (erfc(a / r) - erfc(b / r)) : 0.5 * (erfc(-b / r) - erfc(-a / r))
  }

  /// Bulk, narrow, one-sided, far tails: each proposal of the sampler is taken by one of these.
  @Test(arguments: [
    (-Double.infinity, Double.infinity), (-1, 2), (-0.5, 0.5), (0, 3), (0, 0.2), (0.5, 0.6), (1, .infinity),
    (3, .infinity), (3, 3.05), (8, 9), (20, 21), (-.infinity, -6), (-9, -8), (-2, 0), (-40, 0.001),
    (0.001, 40),
    (30, .infinity), (-0.001, 2.6),
  ])
  func truncatedNormalIsExact(a: Double, b: Double) {
    let (mean, sd) = (5.0, 2.0)
    let d = Distribution.normal(
      mean: mean, sd: sd, min: a.isFinite ? mean + sd * a : nil, max: b.isFinite ? mean + sd * b : nil)
    let values = samples(d)
    #expect(values.allSatisfy { d.bounds.contains($0) })
    // Beyond erfc's reach a tail is exponential to many digits; these stay within it (erfc(30) is not zero).
    let all = mass(a, b)
    #expect(kolmogorovSmirnov(values) { mass(a, ($0 - mean) / sd) / all } < 1.95)
  }

  @Test func tailsBeyondAllReachEndAtOnce() {
    for a in [1e3, 1e8, 1e10, 1e100, 1e300] {
      let d = Distribution.normal(mean: 0, sd: 1, min: a)
      let values = samples(d, 100)
      #expect(values.allSatisfy { $0 >= a && $0 <= a + 20 / a })
      let low = Distribution.normal(mean: 0, sd: 1, max: -a)
      #expect(samples(low, 100).allSatisfy { $0 <= -a })
    }
    // A tail at 1000 deviations is exponential with rate 1000.
    let tail = samples(.normal(mean: 0, sd: 1, min: 1e3))
    #expect(kolmogorovSmirnov(tail) { 1 - exp(-($0 - 1e3) * 1e3) } < 1.95)
    #expect(samples(.normal(mean: 0, sd: 0, min: 3), 3) == [3, 3, 3])
    #expect(samples(.normal(mean: 0, sd: 1, min: 3, max: 3), 3) == [3, 3, 3])
  }

  @Test func logNormal() {
    let d = Distribution.logNormal(median: 3, sigma: 0.5)
    #expect(kolmogorovSmirnov(samples(d)) { mass(-.infinity, log($0 / 3) / 0.5) } < 1.95)
    let cut = Distribution.logNormal(median: 3, sigma: 0.5, min: 2, max: 4)
    let values = samples(cut)
    #expect(values.allSatisfy { (2...4).contains($0) })
    let (a, b) = (log(2.0 / 3) / 0.5, log(4.0 / 3) / 0.5)
    #expect(kolmogorovSmirnov(values) { mass(a, log($0 / 3) / 0.5) / mass(a, b) } < 1.95)
    #expect(samples(.logNormal(median: 1e300, sigma: 500), 1000).allSatisfy { $0.isFinite })
  }

  @Test func curveFollowsItsDensity() {
    let points: [Vector2] = [Vector2(-1, 0), Vector2(0, 4), Vector2(2, 1), Vector2(3, 1), Vector2(3.5, 0)]
    func cdf(_ x: Double) -> Double {
      // Midpoint sums of the interpolated density, not the sampler's own areas.
      func density(_ x: Double) -> Double {
        for (a, b) in zip(points, points.dropFirst()) where x < b.x {
          return a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x)
        }
        return 0
      }
      let steps = 400
      func integral(_ to: Double) -> Double {
        let h = (to + 1) / Double(steps)
        return (0..<steps).reduce(0) { $0 + density(-1 + (Double($1) + 0.5) * h) * h }
      }
      return integral(x) / integral(3.5)
    }
    let values = samples(.curve(points), 4000)
    #expect(kolmogorovSmirnov(values, cdf) < 1.95)
    #expect(
      samples(.curve([Vector2(0, 0), Vector2(1, 0), Vector2(2, 1), Vector2(3, 0)])).allSatisfy { $0 >= 1 })
  }

  @Test func discreteOnes() {
    let counts = samples(.choice([1, 2, 3, 4])).reduce(into: [0, 0, 0, 0]) { $0[Int($1) - 1] += 1 }
    #expect(abs(chiSquareScore(counts)) < 4)
    let weighted = Distribution.weighted([
      Weighted(0, weight: 1), Weighted(1, weight: 3), Weighted(9, weight: 0),
    ])
    let two = samples(weighted).reduce(into: [0, 0]) { $0[Int($1)] += 1 }
    #expect(abs(chiSquareScore(two, expected: [5000, 15_000])) < 4)
    #expect(weighted.bounds == 0...1)
    #expect(samples(.sequence([5, 6, 7]), 7) == [5, 6, 7, 5, 6, 7, 5])
    #expect(Distribution.sequence([5, 6, 7]).sample(RandomStream(seed: 0), index: -1) == 7)
    #expect(Distribution.sequence([5, 6]).sample(RandomStream(seed: 0), index: .min) == 5)
    #expect((12 as Distribution).constantValue == 12)
    #expect(kolmogorovSmirnov(samples(.uniform(min: 2, max: 4))) { ($0 - 2) / 2 } < 1.95)
  }

  @Test func openTailsAreCutAtARange() {
    let d = Distribution.normal(mean: 0, sd: 10, min: -2).limited(to: -5...5)
    #expect(d.bounds == -2...5)
    #expect(samples(d, 1000).allSatisfy { (-2...5).contains($0) })
    let log = Distribution.logNormal(median: 1, sigma: 3).limited(to: 0...2)
    #expect(log.bounds == 0...2)
    #expect(samples(log, 1000).allSatisfy { (0...2).contains($0) })
    #expect(Distribution.uniform(min: 0, max: 9).limited(to: 0...1).bounds == 0...9)
  }

  /// Any parameters at all: a finite number within the bounds, at once.
  @Test func nothingTraps() {
    var s = RandomStream(seed: 5)
    let odd: [Double] = [
      0, -0.0, 1, -1, .nan, .infinity, -.infinity, 1e308, -1e308, .leastNonzeroMagnitude, 1e-300, 5, 1e10,
    ]
    func any() -> Double { s.choose(odd) ?? 0 }
    func list() -> [Double] { (0..<s.integer(in: 0..<4)).map { _ in any() } }
    for i in 0..<20_000 {
      let d: Distribution =
        switch i % 8 {
        case 0: .constant(any())
        case 1: .uniform(min: any(), max: any())
        case 2: .normal(mean: any(), sd: any(), min: s.bool() ? any() : nil, max: s.bool() ? any() : nil)
        case 3:
          .logNormal(median: any(), sigma: any(), min: s.bool() ? any() : nil, max: s.bool() ? any() : nil)
        case 4: .choice(list())
        case 5: .weighted(list().map { Weighted($0, weight: any()) })
        case 6: .sequence(list())
        default: .curve(list().map { Vector2($0, any()) })
        }
      let value = d.sample(s, index: Int(truncatingIfNeeded: s.next()))
      #expect(value.isFinite, "\(d) gave \(value)")
      if d.problem == nil {
        #expect(d.bounds.contains(value), "\(d) gave \(value)")
        #expect(d.limited(to: 0...1).problem != "")
      }
    }
  }

  @Test func problemsAreNamed() {
    #expect(Distribution.uniform(min: 2, max: 1).problem?.contains("exceed") == true)
    #expect(Distribution.choice([]).problem != nil)
    #expect(Distribution.curve([Vector2(0, 1), Vector2(0, 1)]).problem != nil)
    #expect(Distribution.weighted([Weighted(1, weight: 0)]).problem != nil)
    #expect(Distribution.normal(mean: 0, sd: -1).problem != nil)
    #expect(Distribution.logNormal(median: 0, sigma: 1).problem != nil)
    #expect(TextDistribution.weighted([Weighted("a", weight: -1)]).problem != nil)
    for d: Distribution in [
      3, .uniform(min: 1, max: 1), .normal(mean: 0, sd: 0), .curve([Vector2(0, 1), Vector2(1, 0)]),
    ] {
      #expect(d.problem == nil)
    }
  }

  @Test func texts() {
    let root = RandomStream(seed: 1)
    let d = TextDistribution.weighted([
      Weighted("clear", weight: 3), Weighted("rain", weight: 1), Weighted("hail", weight: 0),
    ])
    let rain = (0..<4000).filter { d.sample(root.child($0), index: $0) == "rain" }.count
    #expect(abs(rain - 1000) < 120)
    #expect(d.values == ["clear", "rain"])
    #expect(
      (0..<3).map { TextDistribution.sequence(["a", "b"]).sample(root, index: $0) } == ["a", "b", "a"])
    #expect(TextDistribution.choice(["x"]).sample(root, index: 0) == "x")
    #expect(("fog" as TextDistribution).sample(root, index: 0) == "fog")
    #expect(TextDistribution.choice([]).sample(root, index: 0) == "")
  }
}
