import Signals
package import VectorMath

/// What goes through solids.
package enum Transmission {
  /// Sound reduction of a layer of `mass` kg/m² at a frequency, dB: the mass law for a diffuse field,
  /// 20 log₁₀(m f) − 47 (e.g. Vigran, Building Acoustics, 2008). Held to 0 … 50 dB: above, real walls leak.
  package static func reduction(mass: Double, at frequency: Double) -> Double {
    let product = max(mass, 0) * frequency
    guard product > 1 else { return 0 }
    return min(max(20 * DeterministicMath.log(product) / 2.302585092994046 - 47, 0), 50)
  }

  /// Pressure that gets through, by octave band, 0 … 1.
  package static func gains(mass: Double) -> BandValues {
    BandValues(
      bands: OctaveBands.standardCentres.map { Decibels.amplitude(-reduction(mass: mass, at: $0)) })
  }
}

extension MaterialTable {
  /// Densities of what lies behind surfaces, kg/m³; hollow things as a whole.
  private static let densities: [(name: String, density: Double)] = [
    ("acoustic_ceiling", 200), ("bookshelf", 350), ("brick", 1800), ("carpet", 300), ("ceramic_tile", 2000),
    ("concrete", 2300), ("concrete_block", 1200), ("curtain_heavy", 250), ("curtain_light", 150),
    ("door_wood", 500), ("facade", 1500), ("glass_large", 2500), ("glass_window", 2500),
    ("gypsum_board", 800),
    ("marble", 2600), ("mineral_wool", 60), ("parquet", 700), ("plaster", 1000), ("steel", 7800),
    ("upholstery", 60), ("wood_panel", 600),
  ]

  /// kg/m³; 1000 for materials without one.
  package static func density(of material: AcousticMaterial) -> Double {
    densities.first { $0.name == material.name }?.density ?? 1000
  }
}

extension AcousticScene {
  /// Pressure that the straight way through all solids leaves, by octave band, and how many solids it meets.
  ///
  /// A solid is what lies between a surface that is entered and the next that is left; its thickness counts at right angles,
  /// held to half a metre, as things are hollow beyond. A lone sheet counts as a centimetre.
  package func transmission(
    from a: Vector3, to b: Vector3, passing: UInt32 = 0
  ) -> (gains: BandValues, solids: Int) {
    let reach = length(b - a)
    guard reach > 2 * AcousticScene.clearance else { return (BandValues(repeating: 1), 0) }
    let direction = (b - a) / reach
    var gains = BandValues(repeating: 1)
    var solids = 0
    var at = AcousticScene.clearance
    var entered: Hit?
    func close(_ first: Hit, _ way: Double) {
      let across = max(way * dot(first.normal, direction).magnitude, 0.01)
      gains *= Transmission.gains(mass: surfaces[first.surface].density * min(across, 0.5))
      solids += 1
    }
    for _ in 0..<64 {
      guard
        let hit = nearest(
          a, direction, from: at, to: reach - AcousticScene.clearance, passing: passing)
      else { break }
      at = hit.distance + 1e-6
      if hit.isFront {
        if let first = entered { close(first, hit.distance - first.distance) }
        entered = hit
      } else {
        // Left without being entered: a sheet that is seen from behind.
        close(entered ?? hit, entered.map { hit.distance - $0.distance } ?? 0)
        entered = nil
      }
    }
    if let first = entered { close(first, 0) }
    return (gains, solids)
  }
}
