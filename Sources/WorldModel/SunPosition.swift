package import VectorMath

/// Where the sun stands in the sky of a place at a time.
///
/// Meeus, Astronomical Algorithms (2nd ed.), chapters 13, 22 and 25, with parallax and refraction: within
/// 0.02° of NREL's SPA from 1950 to 2100.
package struct SunPosition: Sendable, Hashable {
  /// From the ground to the sun, unit; world frame with x east, y north, z up. Refraction included.
  package let direction: Vector3
  /// Above the horizon, radians, refraction included.
  package let elevation: Double
  /// Clockwise from north, radians in [0, 2π).
  package let azimuth: Double
  /// The angle north of the equator, radians: the season.
  package let declination: Double
  /// Astronomical units.
  package let distance: Double

  /// - Parameters:
  ///   - latitude: degrees, north positive.
  ///   - longitude: degrees, east positive.
  ///   - pressure: hPa at the ground; 0 = no refraction.
  ///   - temperature: °C at the ground.
  package init(
    at time: CivilTime, latitude: Double, longitude: Double, pressure: Double = 1010, temperature: Double = 10
  ) {
    let degrees = Double.pi / 180
    let days = time.daysSince2000
    // Terrestrial runs ahead of universal time by some 69 s; a minute there moves the sun by 0.0007°.
    let t = (days + 69.0 / 86400) / 36525
    let meanLongitude = 280.46646 + (36000.76983 + 0.0003032 * t) * t
    let meanAnomaly = (357.52911 + (35999.05029 - 0.0001537 * t) * t) * degrees
    let eccentricity = 0.016708634 - (0.000042037 + 0.0000001267 * t) * t
    let equation =
      (1.914602 - (0.004817 + 0.000014 * t) * t) * DeterministicMath.sin(meanAnomaly)
      + (0.019993 - 0.000101 * t) * DeterministicMath.sin(2 * meanAnomaly)
      + 0.000289 * DeterministicMath.sin(3 * meanAnomaly)
    let trueAnomaly = meanAnomaly + equation * degrees
    distance =
      1.000001018 * (1 - eccentricity * eccentricity)
      / (1 + eccentricity * DeterministicMath.cos(trueAnomaly))
    // Nutation and aberration.
    let node = (125.04 - 1934.136 * t) * degrees
    let nutation = -0.00478 * DeterministicMath.sin(node)
    let apparent = (meanLongitude + equation - 0.00569 + nutation) * degrees
    let obliquity =
      (23.4392911 - (0.0130042 + (0.00000016 - 0.000000504 * t) * t) * t
        + 0.00256 * DeterministicMath.cos(node)) * degrees
    let (sinE, cosE) = DeterministicMath.sincos(obliquity)
    let (sinL, cosL) = DeterministicMath.sincos(apparent)
    // Equatorial, unit: x to the equinox, z to the pole.
    let equatorial = Vector3(cosL, cosE * sinL, sinE * sinL)
    declination = DeterministicMath.asin(equatorial.z)
    // Only the remainder of the turns, so that digits are left for the fraction.
    let turns = (360 * days).truncatingRemainder(dividingBy: 360)
    let sidereal =
      (280.46061837 + turns + 0.98564736629 * days + 0.000387933 * t * t + nutation * cosE + longitude)
      * degrees
    let (sinS, cosS) = DeterministicMath.sincos(sidereal.truncatingRemainder(dividingBy: 2 * .pi))
    // Along the local meridian, and to the west of it.
    let south = equatorial.x * cosS + equatorial.y * sinS
    let west = equatorial.x * sinS - equatorial.y * cosS
    let (sinP, cosP) = DeterministicMath.sincos(latitude * degrees)
    let geocentric = Vector3(
      -west, equatorial.z * cosP - south * sinP, equatorial.z * sinP + south * cosP)
    // Seen from the ground and not from the earth's centre: the earth's radius is 1/23455 au.
    let local = normalized(geocentric - Vector3(0, 0, 1 / 23455 / distance))
    let height = DeterministicMath.asin(local.z) / degrees
    let lifted =
      (height + Self.refraction(at: height, pressure: pressure, temperature: temperature)) * degrees
    elevation = lifted
    let bearing = DeterministicMath.atan2(local.x, local.y)
    azimuth = bearing < 0 ? bearing + 2 * .pi : bearing
    let (sinH, cosH) = DeterministicMath.sincos(lifted)
    let (sinA, cosA) = DeterministicMath.sincos(bearing)
    direction = Vector3(sinA * cosH, cosA * cosH, sinH)
  }

  /// How much the air lifts what stands at a true height, degrees (Sæmundsson 1986, for 1010 hPa and 10 °C);
  /// fades out between 1° and 3° below the horizon, where nothing is seen any more.
  package static func refraction(at height: Double, pressure: Double, temperature: Double) -> Double {
    let h = max(height, -1)
    let air = pressure / 1010 * 283 / (273 + temperature)
    let lift = 1.02 / 60 / DeterministicMath.tan((h + 10.3 / (h + 5.11)) * .pi / 180) * air
    let fade = min(1, max(0, (height + 3) / 2))
    return max(0, lift) * fade
  }
}
