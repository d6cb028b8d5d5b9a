package import LocatedYAML
package import RandomStreams

/// What is heard in towns besides what drives and walks.
package struct TownSoundPlan: YAMLDecodable, Sendable {
  package static let summary = "What is heard besides what drives and walks, where sound is on."

  package var sources: Int
  package var own: Bool
  package var wind: Double
  package var birds: Distribution
  package var horns: Distribution
  package var dogs: Distribution
  package var anomalies: Distribution

  package init(from fields: FieldReader) {
    sources = fields.read(
      "sources", .integer(in: 0...64), default: 12,
      "Vehicles and people that are heard at most: the nearest.")
    own = fields.read("own", .boolean, default: false, "Whether the own vehicle is heard too.")
    wind = fields.read("wind", .number(in: 0...1), default: 0.4, "Chance that the wind is in the trees.")
    birds = fields.read(
      "birds", .distribution(in: 0...60), default: .uniform(min: 0, max: 8), "Songs of birds a minute.")
    horns = fields.read(
      "horns", .distribution(in: 0...60), default: .uniform(min: 0, max: 3),
      "Horns of cars and bells of bicycles a minute.")
    dogs = fields.read(
      "dogs", .distribution(in: 0...60), default: .uniform(min: 0, max: 2), "Barks of dogs a minute.")
    anomalies = fields.read(
      "anomalies", .distribution(in: 0...60), default: 0,
      "Rare sounds a minute that detectors should find: squeals, bursts, breaking glass, collisions.")
  }
}
