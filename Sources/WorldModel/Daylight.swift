package import VectorMath

/// The colour and strength of sunlight and skylight for a sun at a height, through air with some haze and
/// clouds: a two-term atmosphere (Rayleigh and Ångström) with single scattering.
///
/// Meant to be right in order and hue, not in photometry: low sun is red and weak, zenith bluer and darker than
/// the horizon, an overcast sky grey and brightest overhead, twilight fades by three powers of ten to −9°.
package struct Daylight: Sendable, Hashable {
  /// Optical depth of haze at 1 µm: 0.02 clean, 0.05 clear, 0.2 hazy, 0.4 smog.
  package var haze: Double
  /// The part of the sky that clouds hide, 0 to 1.
  package var cloudCover: Double

  package init(haze: Double = 0.05, cloudCover: Double = 0) {
    self.haze = max(0, haze)
    self.cloudCover = min(1, max(0, cloudCover))
  }

  /// Effective wavelengths of linear Rec.709 red, green and blue, µm.
  private static let wavelengths = Vector3(0.61, 0.55, 0.465)
  private static let luminance = Vector3(0.2126, 0.7152, 0.0722)
  /// Ozone's Chappuis band.
  private static let ozone = Vector3(0.031, 0.033, 0.005)
  /// Light scattered more than once, as a factor on light scattered once; set so that a clear sky gives a
  /// horizontal surface about a sixth of what the noon sun does.
  private static let multipleScattering = 2.6

  private static func lanes(_ f: (Double) -> Double) -> Vector3 {
    Vector3(f(wavelengths.x), f(wavelengths.y), f(wavelengths.z))
  }

  private static func exp(_ v: Vector3) -> Vector3 {
    Vector3(DeterministicMath.exp(v.x), DeterministicMath.exp(v.y), DeterministicMath.exp(v.z))
  }

  /// Air to look through, relative to the zenith (Kasten and Young 1989); 38 at the horizon.
  package static func airMass(elevation: Double) -> Double {
    let degrees = max(0, elevation * 180 / .pi)
    return 1
      / (DeterministicMath.sin(degrees * .pi / 180) + 0.50572
        * DeterministicMath.pow(degrees + 6.07995, -1.6364))
  }

  /// Molecules (Hansen and Travis 1974).
  private var rayleigh: Vector3 {
    Self.lanes { w in
      let s = 1 / (w * w)
      return 0.008569 * s * s * (1 + 0.0113 * s + 0.00013 * s * s)
    }
  }

  private var aerosol: Vector3 { Self.lanes { haze * DeterministicMath.pow($0, -1.3) } }

  /// What makes the luminance of the sun at the zenith of the default air 1.
  private static let scale: Double = {
    let clear = Daylight()
    return 1 / dot(exp(-(clear.rayleigh + clear.aerosol + ozone)), luminance)
  }()

  /// Irradiance of a surface that faces the sun, linear RGB relative to clear noon = 1.
  ///
  /// - Parameter elevation: radians; the disc sets between +0.27° and −0.27°.
  package func sunIrradiance(elevation: Double) -> Vector3f {
    let rise = min(1, max(0, elevation * 180 / .pi / 0.534 + 0.5))
    let disc = rise * rise * (3 - 2 * rise)
    let depth = (rayleigh + aerosol + Self.ozone) * Self.airMass(elevation: elevation)
    // Between heaps of cloud the sun shines as if there were none; only a closing sky dims it.
    let open = 1 - cloudCover * cloudCover * cloudCover
    return Vector3f(Self.exp(-depth) * (Self.scale * disc * open))
  }

  /// Radiance × π of the clear sky at an air mass of the line of sight, for the sun at an elevation.
  private func clear(view: Double, sun: Double) -> Vector3 {
    let total = rayleigh + aerosol
    let m = Self.airMass(elevation: sun)
    // Molecules scatter evenly; haze mostly forward, so little of it reaches the eye from the side.
    let strength = rayleigh + aerosol * 0.35
    var out = Vector3.zero
    for i in 0..<3 {
      let t = total[i]
      let gap = view - m
      let path =
        abs(gap) < 1e-6
        ? view * t * DeterministicMath.exp(-m * t)
        : view * (DeterministicMath.exp(-m * t) - DeterministicMath.exp(-view * t)) / gap
      out[i] = strength[i] / t * path * DeterministicMath.exp(-Self.ozone[i] * m)
    }
    return out * (Self.multipleScattering * Self.scale / 4)
  }

  /// The sky for a sun at `elevation` radians; `groundReflectance` is linear RGB.
  package func sky(elevation: Double, groundReflectance: Vector3 = Vector3(0.2, 0.19, 0.16)) -> Sky {
    let degrees = elevation * 180 / .pi
    // Below the horizon only the upper air is lit: about a factor of 2.2 a degree, down to starlight.
    let twilight = degrees < 0 ? max(1e-7, DeterministicMath.exp(0.8 * degrees)) : 1
    let above = max(elevation, 0)
    let zenith = clear(view: 1, sun: above)
    let horizon = clear(view: 8, sun: above)
    let down = DeterministicMath.sin(above)
    // Overcast: a third of what would arrive, grey, three times as bright overhead as at the horizon
    // (Moon and Spencer 1942; its mean is 7/9 of the zenith).
    let arriving = Vector3(sunIrradianceAbove(above)) * down + (zenith + horizon) / 2
    let grey = dot(arriving, Self.luminance) / 3
    let overcast = Vector3(0.97, 1, 1.04) * (grey * 9 / 7)
    let up = zenith * (1 - cloudCover) + overcast * cloudCover
    let low = horizon * (1 - cloudCover) + overcast * (cloudCover / 3)
    let lit = Vector3(sunIrradiance(elevation: elevation)) * down + (up + low) / 2
    return Sky(
      zenith: Vector3f(up * twilight), horizon: Vector3f(low * twilight),
      ground: Vector3f(lit * twilight * groundReflectance))
  }

  /// Sunlight as if there were no clouds.
  private func sunIrradianceAbove(_ elevation: Double) -> Vector3f {
    Daylight(haze: haze).sunIrradiance(elevation: elevation)
  }

  /// The sun of a position, with this air's colour.
  package func sun(_ position: SunPosition) -> Sun {
    Sun(
      direction: position.direction, irradiance: sunIrradiance(elevation: position.elevation),
      // 959.63″ at one astronomical unit.
      angularRadius: 0.0046524 / position.distance)
  }
}
