package import Diagnostics

/// What a surface does to sound, by octave band from 125 Hz to 8 kHz.
package struct AcousticMaterial: Sendable, Hashable {
  package let name: String
  /// The share of energy that does not come back, at random incidence.
  package let absorption: BandValues
  /// The share of what comes back that goes anywhere but along the mirror's direction (ISO 17497-1).
  package let scattering: BandValues

  /// Up to seven values each from 125 Hz on; missing ones repeat the last. Throws where one is no share.
  package init(name: String, absorption: [Double], scattering: [Double] = [0.1]) throws(DioramaError) {
    guard !absorption.isEmpty, (absorption + scattering).allSatisfy({ (0...1).contains($0) }),
      absorption.allSatisfy({ $0 < 1 })
    else {
      throw DioramaError(
        .badInput, "the material \(name) has values that are no shares: \(absorption), \(scattering)",
        remedy: "Absorption lies in 0 … 1 (1 itself excluded), scattering in 0 … 1.")
    }
    self.init(name, absorption, scattering)
  }

  init(_ name: String, _ absorption: [Double], _ scattering: [Double]) {
    self.name = name
    self.absorption = BandValues(bands: absorption)
    self.scattering = BandValues(bands: scattering.isEmpty ? [0] : scattering)
  }

  init(name: String, absorption: BandValues, scattering: BandValues) {
    self.name = name
    self.absorption = absorption
    self.scattering = scattering
  }

  /// The same absorption in all bands and no scattering: what closed forms are about. Held to 0 … 0.9999.
  package static func uniform(_ absorption: Double) -> AcousticMaterial {
    AcousticMaterial("uniform", [absorption > 0 ? min(absorption, 0.9999) : 0], [0])
  }

  /// Of the pressure that meets the surface, the share that is mirrored, by band. `scattered` tells whether what is
  /// scattered counts as lost.
  func reflection(withoutScattered: Bool) -> BandValues {
    let energy = (1 - absorption) * (withoutScattered ? 1 - scattering : BandValues(repeating: 1))
    return energy.mapped { $0.squareRoot() }
  }
}
