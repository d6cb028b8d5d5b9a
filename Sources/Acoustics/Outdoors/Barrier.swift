import Signals
package import VectorMath

/// What an edge between source and listener takes away: Maekawa's curve (1968) in the form of Kurze and Anderson,
/// 10 log₁₀(3 + 20 N) dB with the Fresnel number N = 2δ/λ, δ being the way round the edge less the straight one. What is
/// thick has two edges: N counts C₃ times (ISO 9613-2, 7.4), up to three times where they are many wavelengths apart.
package enum Barrier {
  /// Insertion loss in dB, 0 and more, for a detour in metres: positive where the edge hides the source, negative where it
  /// lies below the line of sight by as much of a detour. Held to 25 dB, which edges in the open do not exceed.
  ///
  /// - Parameter thickness: metres from the first edge to the last; 0 for a single one.
  package static func loss(
    detour: Double, thickness: Double = 0, at frequency: Double, soundSpeed: Double
  ) -> Double {
    var fresnel = 2 * detour * frequency / soundSpeed
    if thickness > 0, fresnel > 0 {
      let waves = 5 * soundSpeed / (frequency * thickness)
      fresnel *= (1 + waves * waves) / (1.0 / 3 + waves * waves)
    }
    // Below the line of sight the curve ends at N = −0.1.
    guard fresnel > -0.1 else { return 0 }
    return min(max(10 * DeterministicMath.log(3 + 20 * fresnel) / 2.302585092994046, 0), 25)
  }

  /// The detour over a vertical screen's level upper edge, in metres: the plane of the screen is given by a point on the
  /// edge and a horizontal normal. Zero where both are on one side of it.
  package static func detour(
    from source: Vector3, to receiver: Vector3, over edge: Vector3, normal: Vector3
  ) -> Double {
    let n = normalized(Vector3(normal.x, normal.y, 0))
    let (a, b) = (dot(source - edge, n), dot(receiver - edge, n))
    guard a * b < 0 else { return 0 }
    // In the plane of propagation: the way from one side to the edge's height and down again.
    let share = a / (a - b)
    let crossing = source + (receiver - source) * share
    let straight = length(receiver - source)
    let across = Vector3(crossing.x, crossing.y, edge.z)
    let bent = length(across - source) + length(receiver - across)
    let detour = bent - straight
    return edge.z >= crossing.z ? detour : -detour
  }

  /// The pressure that gets round the edge, or both of something so many metres thick, by octave band, 0 … 1.
  package static func gains(detour: Double, thickness: Double = 0, soundSpeed: Double) -> BandValues {
    BandValues(
      bands: OctaveBands.standardCentres.map {
        Decibels.amplitude(-loss(detour: detour, thickness: thickness, at: $0, soundSpeed: soundSpeed))
      })
  }
}
