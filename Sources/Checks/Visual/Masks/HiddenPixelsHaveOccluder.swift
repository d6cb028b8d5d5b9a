import Annotations
import Imaging

/// visual-11: where an object is covered but not seen, something nearer is seen.
package struct HiddenPixelsHaveOccluder: ViewCheck {
  package static let rule = CheckRule(
    id: "visual-11", name: "hidden-pixels-have-occluder",
    summary:
      "At every pixel of an amodal mask that is not modal, another instance is seen whose amodal mask holds the pixel and which the occlusion graph puts in front.",
    unit: "pixels", labels: [MasksLabel.name, LabelNames.instance])

  package init() {}

  package func examine(_ view: ViewLabels, into finding: inout CheckFinding) {
    guard let instance = view.words(LabelNames.instance) else { return }
    let masks = view.masks
    let amodal = Dictionary(masks.map { ($0.instance, $0.amodal) }, uniquingKeysWith: { a, _ in a })
    let edges = view[OcclusionLabel.self].map {
      Set($0.edges.map { UInt64($0.front) << 32 | UInt64($0.behind) })
    }
    // Which (seen, hidden) pairs were found, so that mask intersections are worked out once a pair.
    var pairs: [UInt64: Int] = [:]
    for (id, _, whole) in masks {
      whole.forEach { u, v in
        let seen = instance.values[v * view.width + u]
        if seen == id { return }
        let pair = UInt64(seen) << 32 | UInt64(id)
        pairs[pair, default: 0] += 1
        finding.expect(
          seen != 0 && (edges?.contains(pair) ?? true),
          view.at(
            u, v, instance: id, found: seen == 0 ? "nothing seen" : "instance \(seen) seen",
            expected: seen == 0
              ? "the object or something before it" : "\(seen) in front of \(id) in the occlusion graph"))
      }
    }
    for pair in pairs.keys.sorted() {
      let (seen, hidden) = (UInt32(pair >> 32), UInt32(truncatingIfNeeded: pair))
      guard let a = amodal[seen], let b = amodal[hidden], let count = pairs[pair] else { continue }
      let shared = a.sharedPixels(b)
      if shared < count {
        finding.fail(
          view.about(
            hidden, found: "\(count) pixels where \(seen) is seen instead",
            expected: "at most the \(shared) that both amodal masks hold"))
      }
    }
  }
}
