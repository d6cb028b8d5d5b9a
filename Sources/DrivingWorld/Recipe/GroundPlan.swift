package import LocatedYAML
package import RandomStreams
import WorldModel

/// The state of roads, pavements and lawns.
package struct GroundPlan: YAMLDecodable, Sendable {
  package static let summary = "The state of roads, pavements and lawns."

  package var wear: Distribution
  package var puddles: Distribution
  package var leaves: Distribution

  package init(from fields: FieldReader) {
    wear = fields.read(
      "wear", .distribution(in: 0...1), default: .uniform(min: 0.3, max: 0.9),
      "Age of the surfaces: wheel tracks, patches, cracks, chipped paint.")
    puddles = fields.read(
      "puddles", .distribution(in: 0...1), default: 0,
      "Water that stands along kerbs and in wheel tracks, 1 after a cloudburst: sheets of the material `water`."
    )
    leaves = fields.read("leaves", .distribution(in: 0...1), default: 0, "Fallen leaves.")
  }

  /// What is drawn for one world.
  struct Condition {
    var wear: Float
    var puddles: Float
    var leaves: Float
    var seed: UInt32
    var paving = Paving()

    /// The ground materials among an asset's as they are in this world, by index.
    func materials(of asset: Asset) -> [Int: Material] {
      var result: [Int: Material] = [:]
      for (i, plain) in asset.materials.enumerated() {
        let material = paving.material(for: plain) ?? plain
        guard var ground = material.ground else { continue }
        ground.wear = wear
        // Water has shapes of its own (`Puddles`), which labels can tell from the ground.
        ground.puddles = 0
        ground.leaves = ground.kind == .paint || ground.kind == .kerb ? 0 : leaves
        ground.seed = seed
        var own = material
        own.ground = ground
        result[i] = own
      }
      return result
    }
  }

  func draw(_ draws: inout Draws) -> Condition {
    Condition(
      wear: Float(draws.draw(wear, "wear")), puddles: Float(draws.draw(puddles, "puddles")),
      leaves: Float(draws.draw(leaves, "leaves")),
      seed: UInt32(truncatingIfNeeded: draws.stream("shapes").bits(at: 0) >> 33))
  }
}
