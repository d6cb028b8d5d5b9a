import Annotations
import Imaging
import WorldModel

/// visual-24: all maps agree on where something is hit.
package struct OneCoverage: ViewCheck {
  package static let rule = CheckRule(
    id: "visual-24", name: "one-coverage",
    summary:
      "Every map is empty (its sentinel) at exactly the pixels where depth is infinite.",
    unit: "values", labels: [LabelNames.depth])

  package init() {}

  package func examine(_ view: ViewLabels, into finding: inout CheckFinding) {
    guard let depth = view.floats(LabelNames.depth) else { return }
    let hit = depth.values.map { $0.isFinite }
    func compare(_ name: String, isEmpty: (Int) -> Bool, _ mustBeFull: Bool = true) {
      for p in hit.indices {
        let empty = isEmpty(p)
        finding.expect(
          hit[p] ? !mustBeFull || !empty : empty,
          view.at(
            p % view.width, p / view.width, item: name, found: empty ? "empty" : "a value",
            expected: hit[p] ? "a value, as depth has one" : "empty, as depth is"))
      }
    }
    if let r = view.floats(LabelNames.distance) {
      compare(LabelNames.distance, isEmpty: { !r.values[$0].isFinite })
    }
    for name in [LabelNames.instance, LabelNames.panoptic, LabelNames.part] {
      if let r = view.words(name) { compare(name, isEmpty: { r.values[$0] == 0 }) }
    }
    for name in [LabelNames.semantic, LabelNames.material] {
      if let r = view.shorts(name) { compare(name, isEmpty: { r.values[$0] == 0 }) }
    }
    // A normal is never the zero vector; a position, coordinate or flow may be zero where something is hit.
    for (name, mustBeFull) in [
      (LabelNames.normal, true), (LabelNames.normalCamera, true), (LabelNames.normalGeometric, true),
      (LabelNames.normalGeometricCamera, true), (LabelNames.positionCamera, true),
      (LabelNames.positionWorld, false),
      (LabelNames.sceneFlow, false),
    ] {
      if let r = view.floats(name) {
        compare(
          name, isEmpty: { r.values[$0 * 3] == 0 && r.values[$0 * 3 + 1] == 0 && r.values[$0 * 3 + 2] == 0 },
          mustBeFull)
      }
    }
    for name in [LabelNames.uv, LabelNames.flowForward, LabelNames.flowBackward] {
      if let r = view.floats(name) {
        compare(name, isEmpty: { r.values[$0 * 2] == 0 && r.values[$0 * 2 + 1] == 0 }, false)
      }
    }
    if let r = view.floats(LabelNames.disparity) {
      compare(LabelNames.disparity, isEmpty: { r.values[$0] == 0 })
    }
  }
}
