import Signals
import VectorMath

/// Ground that gives way to the air in its pores, by one figure, its flow resistivity (the model of Delany and Bazley in the
/// form of Miki 1990).
package struct GroundSurface: Sendable, Hashable {
  package let name: String
  /// In Pa·s/m².
  package let flowResistivity: Double

  package init(name: String, flowResistivity: Double) {
    self.name = name
    self.flowResistivity = max(flowResistivity, 1)
  }

  package static let asphalt = GroundSurface(name: "asphalt", flowResistivity: 20e6)
  package static let gravel = GroundSurface(name: "gravel", flowResistivity: 500e3)
  package static let grass = GroundSurface(name: "grass", flowResistivity: 200e3)
  package static let snow = GroundSurface(name: "snow", flowResistivity: 30e3)
  /// From hard to soft.
  package static let all: [GroundSurface] = [.asphalt, .gravel, .grass, .snow]

  /// The impedance over that of air at a frequency in hertz: 1 + 0.070 (f/σ)^−0.632 + i 0.107 (f/σ)^−0.632.
  package func impedance(at frequency: Double) -> (real: Double, imaginary: Double) {
    let power = DeterministicMath.pow(max(frequency, 1) / flowResistivity, -0.632)
    return (1 + 0.070 * power, 0.107 * power)
  }

  /// The part of a plane wave's pressure that comes back in phase or against it, −1 … 1, at an angle to the ground given by
  /// its sine: near 1 from hard ground, near −1 from soft ground at grazing.
  ///
  /// What comes back a quarter of a period late is left out: filters here have no phase.
  package func reflection(grazing sine: Double, at frequency: Double) -> Double {
    let z = impedance(at: frequency)
    let s = min(max(sine.magnitude, 1e-6), 1)
    // (Z s − 1) / (Z s + 1)
    let (ar, br) = (z.real * s - 1, z.real * s + 1)
    let i = z.imaginary * s
    return (ar * br + i * i) / (br * br + i * i)
  }

  /// `reflection` by octave band.
  package func gains(grazing sine: Double) -> BandValues {
    BandValues(bands: OctaveBands.standardCentres.map { reflection(grazing: sine, at: $0) })
  }
}
