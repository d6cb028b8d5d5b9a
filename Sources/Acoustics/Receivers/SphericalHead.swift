import Signals
import VectorMath

/// A head as a hard sphere with ears at its sides: delays by Woodworth (1938), shadow by the filter of Brown and Duda
/// (1998), of which the magnitude is used, octave by octave.
package enum SphericalHead {
  /// Metres.
  package static let radius = 0.0875

  /// How much farther sound travels to an ear than to the head's centre, in metres, from the cosine of the angle between
  /// the ear's axis and the source. Negative on the near side.
  package static func extraPath(cosine: Double) -> Double {
    let c = min(max(cosine, -1), 1)
    // Straight past the head on the near side, along its surface on the far one.
    return c > 0 ? -radius * c : radius * (DeterministicMath.acos(c) - Double.pi / 2)
  }

  /// The pressure at an ear relative to that in the open, by octave band.
  package static func shadow(cosine: Double, soundSpeed: Double) -> BandValues {
    let angle = DeterministicMath.acos(min(max(cosine, -1), 1))
    // 1.05 + 0.95 cos(1.2 θ): 2 towards the source, 0.1 at 150°, a little more straight behind.
    let alpha = 1.05 + 0.95 * DeterministicMath.cos(1.2 * angle)
    let corner = soundSpeed / radius
    return BandValues(
      bands: OctaveBands.standardCentres.map { frequency in
        let w = Double.pi * frequency / corner
        return ((1 + alpha * alpha * w * w) / (1 + w * w)).squareRoot()
      })
  }
}
