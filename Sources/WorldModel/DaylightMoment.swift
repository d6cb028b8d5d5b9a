package import VectorMath

/// A place, a time and a weather: what sun and sky follow from.
package struct DaylightMoment: Sendable, Hashable {
  package var time: CivilTime
  /// Degrees, north positive.
  package var latitude: Double
  /// Degrees, east positive.
  package var longitude: Double
  package var daylight: Daylight
  /// Degrees by which the sun is turned about the vertical, counter-clockwise.
  package var heading: Double
  /// The clouds that make up the cover, and which of them.
  package var clouds = SkyAir.Clouds.cumulus
  package var cloudSeed: UInt64 = 0
  /// As in `Sky`.
  package var visibility = 20_000.0

  package init(time: CivilTime, latitude: Double, longitude: Double, daylight: Daylight, heading: Double) {
    self.time = time
    self.latitude = latitude
    self.longitude = longitude
    self.daylight = daylight
    self.heading = heading
  }

  package var position: SunPosition { SunPosition(at: time, latitude: latitude, longitude: longitude) }

  package var sky: Sky {
    var sky = daylight.sky(elevation: position.elevation)
    sky.air = SkyAir(
      haze: daylight.haze, cloudCover: daylight.cloudCover, clouds: clouds, seed: cloudSeed)
    sky.visibility = visibility
    return sky
  }

  package var sun: Sun {
    var sun = daylight.sun(position)
    sun.direction = Quaternion(yaw: heading * .pi / 180) * sun.direction
    return sun
  }
}
