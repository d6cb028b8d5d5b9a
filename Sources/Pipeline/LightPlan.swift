package import LocatedYAML
package import RandomStreams
import WorldModel

/// The sun and the sky of a recipe: where and when it is, and how clear.
package struct LightPlan: YAMLDecodable, Sendable {
  package static let summary = "Sun and sky by place, date and hour."
  package var month: Distribution
  package var day: Distribution
  package var hour: Distribution
  package var latitude: Distribution
  package var longitude: Distribution
  package var utcOffset: Distribution
  package var heading: Distribution
  package var haze: Distribution
  package var cloud: Distribution
  package var clouds: TextDistribution
  package var visibility: Distribution

  package init(from fields: FieldReader) {
    month = fields.read("month", .distribution(in: 1...12), default: 6, "Month of the year.")
    day = fields.read("day", .distribution(in: 1...31), default: 21, "Day of the month.")
    hour = fields.read(
      "hour", .distribution(in: 0...24, unit: "h"), default: .uniform(min: 8, max: 18), "Local clock time.")
    latitude = fields.read(
      "latitude", .distribution(in: -90...90, unit: "°"), default: 48, "North positive.")
    longitude = fields.read(
      "longitude", .distribution(in: -180...180, unit: "°"), default: 11, "East positive.")
    utcOffset = fields.read(
      "utc_offset", .distribution(in: -14...14, unit: "h"), default: 2,
      "Of the local clock, summer time included.")
    heading = fields.read(
      "heading", .distribution(in: -360...360, unit: "°"), default: 0,
      "Turns the sun about the vertical, counter-clockwise, as if the world's x axis lay that far off east.")
    haze = fields.read(
      "haze", .distribution(in: 0...1), default: 0.05, "Aerosol in the air: 0 pure, 0.3 very hazy.")
    cloud = fields.read(
      "cloud", .distribution(in: 0...1), default: .uniform(min: 0, max: 0.4),
      "Cloud cover: 0 clear, 1 overcast.")
    clouds = fields.read(
      "clouds", .textDistribution(among: SkyAir.Clouds.allCases.map(\.rawValue)),
      default: .choice(["cumulus", "cirrus", "mixed"]),
      "What the cover is made of; stratus covers all, and a cover above 0.9 is stratus.")
    visibility = fields.read(
      "visibility", .distribution(in: 500...100_000, unit: "m"), default: 20_000,
      "Meteorological range: how far dark things are seen before the sky.")
  }

  /// Sets the world's sun and sky.
  func light(_ world: inout World, _ draws: inout Draws) {
    let time = CivilTime(
      year: 2025, month: draws.count(month, "month", in: 1...12), day: draws.count(day, "day", in: 1...31),
      hour: draws.draw(hour, "hour"), utcOffset: draws.draw(utcOffset, "utc_offset"))
    let (latitude, longitude) = (draws.draw(latitude, "latitude"), draws.draw(longitude, "longitude"))
    let kind = SkyAir.Clouds(rawValue: draws.draw(clouds, "clouds")) ?? .cumulus
    let cover = draws.draw(cloud, "cloud")
    let daylight = Daylight(haze: draws.draw(haze, "haze"), cloudCover: kind == .stratus ? 1 : cover)
    var moment = DaylightMoment(
      time: time, latitude: latitude, longitude: longitude, daylight: daylight,
      heading: draws.draw(heading, "heading"))
    moment.clouds = kind
    moment.cloudSeed = draws.stream("cloud_shapes").bits(at: 0)
    moment.visibility = draws.draw(visibility, "visibility")
    world.sun = moment.sun
    world.sky = moment.sky
    world.daylight = moment
  }
}
