package import Diagnostics
package import LocatedYAML
package import RandomStreams
package import WorldModel

/// Furniture that flies about in a large room.
package struct ChaosDescription: WorldDescription {
  package static let kind = "chaos"
  package static let summary =
    "An empty hall without a ceiling in which furniture and small things float, turn and fly: for flow and stereo."

  package var things: Distribution
  package var size: Distribution
  package var speed: Distribution
  package var spin: Distribution
  package var hall: Distribution
  package var carrier: Distribution

  package init(from fields: FieldReader) {
    things = fields.read(
      "things", .distribution(in: 0...300), default: .uniform(min: 20, max: 80), "How many things fly.")
    size = fields.read(
      "size", .distribution(in: 0.02...3, unit: "m"),
      default: .logNormal(median: 0.5, sigma: 0.6, min: 0.15, max: 1.3),
      "Longest side of each thing; its shape is kept.")
    speed = fields.read(
      "speed", .distribution(in: 0...5, unit: "m/s"), default: .uniform(min: 0, max: 1.6),
      "Greatest speed of each thing.")
    spin = fields.read(
      "spin", .distribution(in: 0...360, unit: "°/s"), default: .uniform(min: 0, max: 80),
      "How fast each thing turns.")
    hall = fields.read(
      "hall", .distribution(in: 4...20, unit: "m"), default: .uniform(min: 7, max: 11), "Sides of the hall.")
    carrier = fields.read(
      "carrier", .distribution(in: 0...3, unit: "m/s"), default: .uniform(min: 0, max: 0.8),
      "Greatest speed of the cameras.")
  }

  package func prepare(warn: (Warning) -> Void) throws -> any WorldGenerator { ChaosGenerator(self) }
}
