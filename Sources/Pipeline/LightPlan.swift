import LocatedYAML
package import RandomStreams
import VectorMath
package import WorldModel

/// The sun and the sky of a recipe.
package struct LightPlan: YAMLDecodable, Sendable {
  package static let summary = "Sun and sky."
  package var azimuth: Distribution
  package var elevation: Distribution
  package var cloud: Distribution

  package init(from fields: FieldReader) {
    azimuth = fields.read(
      "azimuth", .distribution(in: -360...360, unit: "°"), default: .uniform(min: 0, max: 360),
      "Direction of the sun, counter-clockwise from the world's x axis.")
    elevation = fields.read(
      "elevation", .distribution(in: -5...90, unit: "°"), default: .uniform(min: 20, max: 65),
      "Height of the sun above the horizon.")
    cloud = fields.read(
      "cloud", .distribution(in: 0...1), default: .uniform(min: 0, max: 0.5),
      "How much of the sun the clouds take: 0 clear, 1 overcast.")
  }

  /// Sets the world's sun and sky.
  func light(_ world: inout World, _ draws: inout Draws) {
    let azimuth = draws.draw(azimuth, "azimuth") * .pi / 180
    let elevation = draws.draw(elevation, "elevation") * .pi / 180
    let cloud = Float(draws.draw(cloud, "cloud"))
    let (sa, ca) = DeterministicMath.sincos(azimuth)
    let (se, ce) = DeterministicMath.sincos(elevation)
    world.sun.direction = Vector3(ce * ca, ce * sa, se)
    // Low light is red: what is left after a longer way through the air.
    let path = Float(1 / Swift.max(0.05, se))
    let clear = Vector3f(
      Float(DeterministicMath.exp(-0.06 * Double(path))), Float(DeterministicMath.exp(-0.10 * Double(path))),
      Float(DeterministicMath.exp(-0.19 * Double(path))))
    let up = Float(Swift.max(0, Swift.min(1, se * 8)))
    world.sun.irradiance = clear * (1.12 * up * (1 - 0.92 * cloud))
    let day = Float(Swift.max(0.03, Swift.min(1, se * 1.6 + 0.1)))
    let blue = Vector3f(0.13, 0.22, 0.42) * day
    let grey = Vector3f(0.42, 0.44, 0.47) * day
    world.sky.zenith = blue + (grey - blue) * cloud
    let pale = Vector3f(0.46, 0.55, 0.66) * day
    world.sky.horizon = pale + (grey * 0.9 - pale) * cloud
    world.sky.ground = Vector3f(0.16, 0.15, 0.13) * day
  }
}
