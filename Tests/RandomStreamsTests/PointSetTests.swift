import RandomStreams
import Testing
import VectorMath

@Suite struct PoissonDiskTests {
  @Test(arguments: [(10.0, 10.0, 0.5), (30, 4, 1), (3, 3, 2), (1, 1, 5), (100, 0.1, 1)])
  func neverNearerThanTheRadius(width: Double, height: Double, radius: Double) {
    let points = poissonDisk(width: width, height: height, radius: radius, stream: RandomStream(seed: 4))
    #expect(!points.isEmpty)
    for (i, p) in points.enumerated() {
      #expect(p.x >= 0 && p.y >= 0 && p.x < width && p.y < height)
      for q in points[..<i] { #expect(length(p - q) >= radius) }
    }
  }

  @Test func fillsThePlane() {
    let points = poissonDisk(width: 40, height: 40, radius: 1, stream: RandomStream(seed: 6))
    // Discs of half the radius put down at random until none fits cover 0.547 of the plane (jamming limit).
    let share = Double(points.count) * Double.pi / 4 / 1600
    #expect((0.47...0.56).contains(share))
    // Hardly a spot where another point would fit.
    var s = RandomStream(seed: 7)
    let gaps = (0..<4000).filter { _ in
      let p = Vector2(s.uniform(0, 40), s.uniform(0, 40))
      return points.allSatisfy { length($0 - p) >= 1 }
    }.count
    #expect(gaps < 200)
    let again = poissonDisk(width: 40, height: 40, radius: 1, stream: RandomStream(seed: 6))
    #expect(again == points)
    #expect(again != poissonDisk(width: 40, height: 40, radius: 1, stream: RandomStream(seed: 8)))
  }

  @Test func refusesWhatMakesNoSense() {
    let s = RandomStream(seed: 0)
    for (w, h, r) in [
      (0.0, 1.0, 1.0), (1, -1, 1), (1, 1, 0), (.nan, 1, 1), (.infinity, 1, 1), (1e9, 1e9, 1e-9),
    ] {
      #expect(poissonDisk(width: w, height: h, radius: r, stream: s).isEmpty)
    }
  }
}

@Suite struct SobolTests {
  /// The first points of the Joe and Kuo set, dimension by dimension.
  @Test func knownPoints() {
    let sobol = Sobol(dimensions: 3)
    let expected: [[Double]] = [
      [0, 0, 0], [0.5, 0.5, 0.5], [0.25, 0.75, 0.75], [0.75, 0.25, 0.25], [0.125, 0.625, 0.375],
      [0.625, 0.125, 0.875], [0.375, 0.375, 0.625], [0.875, 0.875, 0.125],
    ]
    // The table is in natural order here; Gray-code order permutes within blocks of a power of two.
    #expect(Set((0..<8).map { sobol.point($0) }) == Set(expected))
    #expect(
      (0..<8).map { sobol.value($0, dimension: 0) } == [0, 0.5, 0.25, 0.75, 0.125, 0.625, 0.375, 0.875])
  }

  /// Any elementary box of area 2⁻ᵏ holds one of the first 2ᵏ points in dimensions 1 and 2; every dimension alone is
  /// stratified; scrambling keeps both.
  @Test(arguments: [nil, RandomStream(seed: 1), RandomStream(seed: 2)] as [RandomStream?])
  func netProperty(scramble: RandomStream?) {
    let sobol = Sobol(dimensions: Sobol.maximumDimensions, scramble: scramble)
    for k in 0...8 {
      let points = (0..<UInt32(1 << k)).map { sobol.point($0) }
      for d in 0..<sobol.dimensions {
        #expect(Set(points.map { Int($0[d] * Double(1 << k)) }).count == 1 << k)
      }
      for i in 0...k {
        let boxes = Set(points.map { Int($0[0] * Double(1 << i)) << 16 | Int($0[1] * Double(1 << (k - i))) })
        #expect(boxes.count == 1 << k)
      }
    }
  }

  /// Integrates a product in ten dimensions better than chance by far.
  @Test func integratesBetterThanChance() {
    let sobol = Sobol(dimensions: 10, scramble: RandomStream(seed: 3))
    var chance = RandomStream(seed: 4)
    func product(_ x: [Double]) -> Double { x.reduce(1) { $0 * (1 + 0.5 * ($1 - 0.5)) } }
    let n: UInt32 = 4096
    let even = (0..<n).reduce(0.0) { $0 + product(sobol.point($1)) } / Double(n)
    let random =
      (0..<n).reduce(0.0) { sum, _ in sum + product((0..<10).map { _ in chance.uniform() }) } / Double(n)
    #expect(abs(even - 1) < 0.001)
    #expect(abs(even - 1) < abs(random - 1))
  }

  @Test func scramblingDependsOnTheSeedAndLooksUniform() {
    let a = Sobol(dimensions: 2, scramble: RandomStream(seed: 5))
    #expect(a.point(0) == Sobol(dimensions: 2, scramble: RandomStream(seed: 5)).point(0))
    let firsts = (0..<2000).map {
      Sobol(dimensions: 1, scramble: RandomStream(seed: 6).child($0)).value(0, dimension: 0)
    }
    #expect(kolmogorovSmirnov(firsts) { $0 } < 1.95)
  }

  @Test func outOfRangeIsHarmless() {
    #expect(Sobol(dimensions: 0).dimensions == 1)
    #expect(Sobol(dimensions: 99).dimensions == Sobol.maximumDimensions)
    #expect(Sobol(dimensions: 2).value(5, dimension: 2) == 0)
    #expect(Sobol(dimensions: 2).value(.max, dimension: 1) < 1)
  }

  @Test func haltonMirrorsDigits() {
    #expect((0..<6).map { halton($0, base: 2) } == [0, 0.5, 0.25, 0.75, 0.125, 0.625])
    let thirds: [Double] = [1.0 / 3, 2.0 / 3, 1.0 / 9, 4.0 / 9]
    #expect((1..<5).map { halton($0, base: 3) } == thirds)
    #expect(halton(.max, base: 2) < 1)
    #expect(halton(5, base: 1) == 0)
    #expect(halton(-5, base: 2) == 0)
    #expect(halton(.max, base: .max) < 1)
  }
}
