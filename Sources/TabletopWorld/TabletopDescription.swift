package import Diagnostics
package import LocatedYAML
package import RandomStreams
package import WorldModel

/// Objects scattered over a table: the shortest way to labelled images of one's own models.
package struct TabletopDescription: WorldDescription {
  package static let kind = "tabletop"
  package static let summary = "Objects scattered over a textured plane, seen from around it."

  package var assets: FileReference?
  package var shapes: [String]
  package var objects: Distribution
  package var size: Distribution
  package var spread: Distribution
  package var category: String
  package var distance: Distribution
  package var elevation: Distribution
  package var aim: Distribution

  /// What one would set up as small models on a table: street furniture, signs, figures and vehicles, all of which
  /// keep a clear shape at the size of a hand. Buildings, trees and lamps as tall as those would look cut down, and
  /// their leaves and windows are finer than a pixel.
  package static let usualShapes = [
    "traffic_cone", "bollard", "bin", "bin_household", "bench", "barrier", "barrier_board", "traffic_sign",
    "traffic_sign_yield", "traffic_sign_limit_30", "traffic_sign_priority", "traffic_sign_works",
    "traffic_sign_parking", "traffic_light", "car", "car_saloon", "car_estate", "car_suv", "van", "truck",
    "bus",
    "bicycle", "pedestrian", "pedestrian_woman", "pedestrian_child",
  ]

  package init(from fields: FieldReader) {
    assets = fields.optional(
      "assets", .file,
      "A folder of .glb, .gltf and .obj files, or one such file; without it, models of our own.")
    shapes = fields.read(
      "shapes", .list(of: .text(among: TabletopShapes.names), count: 1...500), default: Self.usualShapes,
      "Which of our own models to choose from; a name given twice comes twice as often. Not used with assets."
    )
    objects = fields.read(
      "objects", .distribution(in: 0...500), default: .uniform(min: 4, max: 9), "How many objects.")
    size = fields.read(
      "size", .distribution(in: 0.001...100, unit: "m"), default: .uniform(min: 0.12, max: 0.3),
      "Longest side of each object; its shape is kept.")
    spread = fields.read(
      "spread", .distribution(in: 0.01...1000, unit: "m"), default: 0.45, "Radius of the disc they stand on.")
    category = fields.read(
      "class", .text(among: Ontology.classes.filter(\.isThing).map(\.name)), default: "object",
      "Native class of imported models.")
    distance = fields.read(
      "distance", .distribution(in: 0.01...1000, unit: "m"), default: .uniform(min: 0.9, max: 1.6),
      "From the camera to the middle.")
    elevation = fields.read(
      "elevation", .distribution(in: 1...90, unit: "°"), default: .uniform(min: 18, max: 65),
      "Height of the camera above the plane, as seen from the middle.")
    aim = fields.read(
      "aim", .distribution(in: 0...100, unit: "m"), default: .uniform(min: 0, max: 0.1),
      "How far beside the middle the camera looks.")
  }

  package func prepare(warn: (Warning) -> Void) throws -> any WorldGenerator {
    try TabletopGenerator(self, shapes: TabletopShapes.load(self, warn: warn))
  }
}
