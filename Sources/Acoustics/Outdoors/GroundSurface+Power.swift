import Signals
package import VectorMath

extension GroundSurface {
  /// What level ground at height `height` adds to the pressure of a source as it is heard by an ear, as a factor by octave
  /// band: the power of direct and mirrored sound together, in the mean over the band, so without the combs inside of it.
  ///
  /// For ways that need no ground of their own. Places in metres; both above the ground.
  package func pressure(from source: Vector3, to ear: Vector3, height: Double, soundSpeed: Double)
    -> BandValues
  {
    let image = Vector3(source.x, source.y, 2 * height - source.z)
    let (near, far) = (length(source - ear), length(image - ear))
    guard near > 1e-6, far > 1e-6 else { return BandValues(repeating: 1) }
    let reflected = gains(grazing: (ear.z - image.z) / far) * (near / far)
    let late = 2 * Double.pi * (far - near) / soundSpeed
    // The mean of cos(2π f t) from f/√2 to f√2.
    let together = BandValues(
      bands: OctaveBands.standardCentres.map { centre in
        let (low, high) = (late * centre / 2.0.squareRoot(), late * centre * 2.0.squareRoot())
        guard high - low > 1e-6 else { return 1 }
        return (DeterministicMath.sin(high) - DeterministicMath.sin(low)) / (high - low)
      })
    return (1 + reflected * reflected + 2 * reflected * together).mapped { max($0, 0).squareRoot() }
  }
}
