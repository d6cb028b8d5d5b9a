import Acoustics
import Foundation
import Signals
import Testing
import VectorMath

@Suite struct OutdoorsTests {
  /// Hard ground sends all back, soft ground turns grazing sound around; nothing is made.
  @Test func groundReflects() {
    #expect(GroundSurface.asphalt.reflection(grazing: 0.3, at: 500) > 0.9)
    #expect(GroundSurface.snow.reflection(grazing: 0.02, at: 500) < -0.7)
    for ground in GroundSurface.all {
      for frequency in [63.0, 500, 4000] {
        for sine in [0, 0.01, 0.1, 0.5, 1] {
          // By complex numbers, written out another way: |Z s − 1|² and its part in phase.
          let z = ground.impedance(at: frequency)
          let d = pow(z.real * max(sine, 1e-6) + 1, 2) + pow(z.imaginary * max(sine, 1e-6), 2)
          let expected = 1 - 2 * (z.real * max(sine, 1e-6) + 1) / d
          let found = ground.reflection(grazing: sine, at: frequency)
          #expect(abs(found - expected) < 1e-9 && abs(found) <= 1)
        }
      }
    }
    // Softer is less.
    let order = GroundSurface.all.map { $0.reflection(grazing: 0.3, at: 500) }
    #expect(order == order.sorted(by: >))
  }

  /// Maekawa's chart: 5 dB at the line of sight, 13 dB at N = 1, 20 dB near N = 5.
  @Test func barriersAreMaekawas() {
    func loss(_ fresnel: Double) -> Double {
      Barrier.loss(detour: fresnel * 0.343 / 2, at: 1000, soundSpeed: 343)
    }
    #expect(abs(loss(0) - 4.8) < 0.1 && abs(loss(1) - 13.6) < 0.1 && abs(loss(5) - 20.1) < 0.1)
    #expect(loss(-1) == 0 && loss(1000) == 25)
    // 3-4-5: up 3 over 4, twice.
    let found = Barrier.detour(
      from: Vector3(-4, 0, 0), to: Vector3(4, 0, 0), over: Vector3(0, 7, 3), normal: Vector3(1, 0, 0))
    #expect(abs(found - 2) < 1e-12)
    let open = Barrier.detour(
      from: Vector3(-4, 0, 5), to: Vector3(4, 0, 5), over: Vector3(0, 7, 3), normal: Vector3(2, 0, 0))
    #expect(open < 0)
    #expect(
      Barrier.detour(from: .zero, to: Vector3(1, 0, 0), over: Vector3(5, 0, 9), normal: Vector3(1, 0, 0)) == 0
    )
  }

  /// ISO 9613-2, equation 15: two edges five wavelengths apart count one and a half times, far apart three times, near ones once; the
  /// losses of 3 + 30, 3 + 60 and 3 + 20 by hand.
  @Test func thickThingsHaveTwoEdges() {
    func loss(_ thickness: Double, fresnel: Double = 1) -> Double {
      Barrier.loss(detour: fresnel * 0.343 / 2, thickness: thickness, at: 1000, soundSpeed: 343)
    }
    #expect(abs(loss(5 * 0.343) - 15.185) < 0.001)
    #expect(abs(loss(1e4) - 17.993) < 0.001)
    #expect(abs(loss(1e-4) - 13.617) < 0.001 && loss(0) == loss(1e-9))
    // In sight there is one edge, if any, and the most stays the most.
    #expect(loss(5, fresnel: -0.05) == loss(0, fresnel: -0.05) && loss(5, fresnel: 50) == 25)
  }

  /// The ground's first dip lies where both ways differ by half a wave.
  @Test func groundMakesADip() throws {
    let rate = 16_000.0
    let (place, ear) = (Vector3(0, 0, 1.2), Vector3(10, 0, 1.5))
    let ways = length(Vector3(10, 0, 2.7)) - length(ear - place)
    let dip = 343.2 / ways / 2
    var levels: [Double] = []
    for frequency in [dip, 2 * dip] {
      let tone = (0..<8000).map { Float(sin(2 * .pi * frequency * Double($0) / rate)) }
      let heard = try MovingSound(samples: tone, path: SmoothPath(still: place)).heard(
        by: ArrayMotion(.mono, path: SmoothPath(still: ear)), along: [.direct, .ground(.asphalt)],
        airAbsorbs: false,
        count: 8000, rate: rate)[0]
      levels.append(20 * log10(Levels.rms(heard, in: 3000..<7000) * 2.0.squareRoot() * length(ear - place)))
    }
    #expect(levels[0] < -15 && abs(levels[1] - 6) < 0.6, "\(levels)")
  }
}
