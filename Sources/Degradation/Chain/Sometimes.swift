import LocatedYAML
import RandomStreams

/// A step that happens to some recordings only; in the label it is that step, or nothing.
struct Sometimes: YAMLDecodable, Sendable {
  static let name = "sometimes"
  static let summary = "A step that happens to some recordings only."

  let chance: Distribution
  let step: any Degradation

  init(from fields: FieldReader) {
    chance = fields.read("chance", .distribution(in: 0...1), default: 0.5, "How probable it is.")
    step = fields.require("step", .oneOf(DegradationCatalog.cases), "What happens.")
  }
}
