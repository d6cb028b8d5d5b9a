import Annotations
import Imaging
import VectorMath
import WorldModel

extension Mutation {
  private static func above(
    _ name: String, _ caught: String..., apply: @escaping @Sendable (inout Fixture) -> Void
  ) -> Mutation {
    var mutation = Mutation(name, apply: apply)
    mutation.caught = caught.map { "driving-\($0)" }
    mutation.place = .above
    return mutation
  }

  private static func box(
    _ name: String, _ body: @escaping @Sendable (inout BirdsEyeLabel.Entry) -> Void
  ) -> Mutation {
    above(name, "29-boxes") { $0.label(0, BirdsEyeLabel.self) { body(&$0.entries[0]) } }
  }

  /// Mistakes in what is told from above.
  static let birdsEye: [Mutation] = [
    above("layers a cell to the right", "29-boxes") {
      $0.shorts(0, LabelNames.bevLayers) { $0 = shifted($0, 1, 0) }
    },
    above("road users a cell back", "29-boxes") {
      $0.words(0, LabelNames.bevInstance) { $0 = shifted($0, 0, 1) }
    },
    above("rows that run forwards", "29-boxes") {
      $0.label(0, BirdsEyeLabel.self) {
        for k in 0..<3 { $0.egoFromCell[0][k] = -$0.egoFromCell[0][k] }
      }
    },
    above("columns for rows", "29-boxes") {
      $0.label(0, BirdsEyeLabel.self) { $0.egoFromCell.swapAt(0, 1) }
    },
    above("corners of cells for their middles", "29-boxes") {
      $0.label(0, BirdsEyeLabel.self) { $0.egoFromCell[1][2] += 0.0625 }
    },
    above("a carrier turned by two degrees", "29") {
      $0.label(0, BirdsEyeLabel.self) { $0.worldFromEgo[2] += 0.035 }
    },
    above("layers five cells to the right", "29", "29-boxes") {
      $0.shorts(0, LabelNames.bevLayers) { $0 = shifted($0, 5, 0) }
    },
    above("a car that is not there", "29-boxes") { $0.label(0, BirdsEyeLabel.self) { $0.entries = [] } },
    above("a road user on open ground", "29", "29-boxes") {
      $0.words(0, LabelNames.bevInstance) { $0[10, 100] = 7 }
    },
    above("no road on the road", "29") {
      $0.shorts(0, LabelNames.bevLayers) { $0[10, 100] = 0 }
    },
    above("a layer without a name", "29-boxes") {
      $0.label(0, BirdsEyeLabel.self) { $0.layers.removeAll { $0.name == "vehicle" } }
    },
    box("a cell too many") { $0.cells += 1 },
    box("a box turned a little") { $0.heading += 0.02 },
    box("a box moved by half a cell") { $0.center[1] += 0.0625 },
    box("a box too long") {
      $0.size[0] += 0.8
      $0.corners = []
    },
    box("a car that counts as a person") { $0.category = "person" },
  ]
}
