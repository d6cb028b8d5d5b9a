package import RandomStreams
import VectorMath

/// How one driver drives: parameters of the intelligent driver model and of MOBIL.
package struct DriverProfile: Sendable, Hashable {
  /// Share of the customary speed that is driven where nothing hinders.
  package var speedFactor = 1.0
  /// Seconds to the vehicle ahead.
  package var headway = 1.4
  /// Metres to the vehicle ahead when standing.
  package var standstillGap = 2.0
  /// m/s².
  package var acceleration = 1.5
  package var braking = 2.0
  /// Sideways in bends, m/s².
  package var lateral = 2.0
  /// What others' gains count when changing lanes (MOBIL's p).
  package var politeness = 0.25
  /// Metres to the left of the lane's middle.
  package var aside = 0.0

  package init() {}

  /// A driver of that kind of vehicle; spreads as measured in traffic (Treiber and Kesting 2013, tables 11.2 and 11.3).
  package init(_ kind: VehicleKind, _ stream: inout RandomStream) {
    func draw(_ mean: Double, _ sd: Double, _ low: Double, _ high: Double) -> Double {
      min(high, max(low, stream.normal(mean: mean, sd: sd)))
    }
    speedFactor = draw(0.97, 0.08, 0.8, 1.12)
    headway = draw(1.4, 0.3, 0.9, 2.4)
    standstillGap = draw(2.0, 0.35, 1.4, 3)
    acceleration = draw(1.5, 0.25, 1, 2.2)
    braking = draw(2.0, 0.25, 1.5, 2.6)
    lateral = draw(2.0, 0.3, 1.4, 2.8)
    politeness = draw(0.25, 0.12, 0, 0.5)
    aside = draw(0, 0.09, -0.2, 0.2)
    switch kind {
    case .car, .van: break
    case .motorcycle:
      acceleration *= 1.3
      aside *= 2
    case .truck, .bus:
      speedFactor = min(speedFactor, 1)
      headway += 0.3
      acceleration *= 0.55
      braking *= 0.8
      lateral *= 0.6
      aside *= 0.4
    case .bicycle:
      speedFactor = draw(0.8, 0.12, 0.55, 1)
      headway = draw(1, 0.2, 0.7, 1.5)
      acceleration *= 0.6
      lateral = 1.6
      aside = 0
    }
  }
}
