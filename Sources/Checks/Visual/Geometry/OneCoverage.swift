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
    let empty = depth.values.map { !$0.isFinite }
    func compare(_ name: String, _ found: [Bool], mustBeFull: Bool = true) {
      if found == empty {
        finding.pass(found.count)
        return
      }
      for p in empty.indices {
        finding.expect(
          found[p] == empty[p] || (found[p] && !mustBeFull),
          view.at(
            p % view.width, p / view.width, item: name, found: found[p] ? "empty" : "a value",
            expected: empty[p] ? "empty, as depth is" : "a value, as depth has one"))
      }
    }
    if let r = view.floats(LabelNames.distance) {
      compare(LabelNames.distance, r.values.map { !$0.isFinite })
    }
    for name in [LabelNames.instance, LabelNames.panoptic, LabelNames.part] {
      if let r = view.words(name) { compare(name, r.values.map { $0 == 0 }) }
    }
    for name in [LabelNames.semantic, LabelNames.material] {
      if let r = view.shorts(name) { compare(name, r.values.map { $0 == 0 }) }
    }
    // A normal is never the zero vector; a position, coordinate or flow may be zero where something is hit.
    for (name, mustBeFull) in [
      (LabelNames.normal, true), (LabelNames.normalCamera, true), (LabelNames.normalGeometric, true),
      (LabelNames.normalGeometricCamera, true), (LabelNames.positionCamera, true),
      (LabelNames.positionWorld, false),
      (LabelNames.sceneFlow, false),
    ] {
      if let r = view.floats(name) { compare(name, r.zeros, mustBeFull: mustBeFull) }
    }
    for name in [LabelNames.uv, LabelNames.flowForward, LabelNames.flowBackward] {
      if let r = view.floats(name) { compare(name, r.zeros, mustBeFull: false) }
    }
    if let r = view.floats(LabelNames.disparity) { compare(LabelNames.disparity, r.zeros) }
  }
}

extension Raster where Scalar == Float {
  /// Where all channels are zero.
  fileprivate var zeros: [Bool] {
    var out = [Bool](repeating: true, count: width * height)
    values.withUnsafeBufferPointer { values in
      switch channels {
      case 1: for p in out.indices { out[p] = values[p] == 0 }
      case 2: for p in out.indices { out[p] = values[2 * p] == 0 && values[2 * p + 1] == 0 }
      default:
        for p in out.indices {
          out[p] = values[3 * p] == 0 && values[3 * p + 1] == 0 && values[3 * p + 2] == 0
        }
      }
    }
    return out
  }
}
