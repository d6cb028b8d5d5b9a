import RandomStreams
import Testing
import Traffic
import VectorMath

@Suite struct FootprintTests {
  /// By points: inside of the other rectangle and between its heights.
  private func meet(_ a: Footprint, _ b: Footprint) -> Bool {
    a.low < b.high && b.low < a.high
      && (a.samples(step: 0.04).contains { b.distance(to: $0) == 0 }
        || b.samples(step: 0.04).contains { a.distance(to: $0) == 0 })
  }

  @Test func bodiesOverlapWhereTheyHavePointsInCommon() {
    var stream = RandomStream(seed: 3)
    var (both, apart) = (0, 0)
    for _ in 0..<400 {
      func body() -> Footprint {
        let (s, c) = DeterministicMath.sincos(stream.uniform(-3, 3))
        let low = stream.uniform(0, 1)
        return Footprint(
          center: Vector2(stream.uniform(-2.5, 2.5), stream.uniform(-2.5, 2.5)), forward: Vector2(c, s),
          half: Vector2(stream.uniform(0.3, 2), stream.uniform(0.2, 1)), low: low, high: low + 0.9)
      }
      let (a, b) = (body(), body())
      if meet(a, b) {
        both += 1
        #expect(a.overlaps(b) && b.overlaps(a))
      } else if !a.overlaps(b) {
        apart += 1
      } else {
        // No more than the samples may have missed.
        var smaller = a
        smaller.half -= 0.05
        #expect(!smaller.overlaps(b) || !meet(smaller, b))
      }
    }
    #expect(both > 60 && apart > 100)
  }

  private static let body = VehicleBody(length: 4.4, width: 1.8, height: 1.5, rearAxle: -1.3, frontAxle: 1.35)

  /// A car on a plane that is turned about the way, so far to the side along the plane and along the way.
  private func car(_ side: Double, bank: Double, along: Double = 0) -> Footprint {
    let turn = Quaternion(yaw: 0, pitch: 0, roll: bank)
    let p = turn * Vector3(along, side, 0)
    return Self.body.footprint(
      axle: Vector2(p.x, p.y), forward: Vector2(1, 0), ground: p.z, up: turn * Vector3(0, 0, 1))
  }

  /// Bodies on one plane meet as they would if it were level, however steep it is.
  @Test(arguments: [0.0, 0.05, 0.3, -0.5, 0.8, -1.05]) func bodiesLeanWithTheRoad(_ bank: Double) {
    for k in 0..<40 {
      let side = Double(k) * 0.1 + 0.05
      for (along, isBeside) in [(0.0, true), (4.3, true), (4.5, false)] {
        let (a, b) = (car(-0.4, bank: bank), car(side - 0.4, bank: bank, along: along))
        // Upright boxes on a plane that hardly rises: within centimetres.
        guard (side - 1.8).magnitude > 0.06 else { continue }
        #expect(a.overlaps(b) == (isBeside && side < 1.8), "\(side) aside")
        #expect(a.overlaps(b) == b.overlaps(a))
        if (side - 2).magnitude > 0.06 { #expect(a.overlaps(b, gap: 0.2) == (side < 2)) }
      }
    }
  }
}
