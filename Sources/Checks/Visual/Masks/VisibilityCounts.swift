import Annotations
import Imaging

/// visual-12: pixel counts are those of the masks, and the ratios follow from them.
package struct VisibilityCounts: ViewCheck {
  package static let rule = CheckRule(
    id: "visual-12", name: "visibility-counts",
    summary:
      "visible = |modal| ≤ |amodal| ≤ canvas; visible fraction = visible / amodal; truncation = 1 − amodal / canvas; both in [0, 1].",
    unit: "instances", labels: [VisibilityLabel.name, LabelNames.instance])

  package init() {}

  package func examine(_ view: ViewLabels, into finding: inout CheckFinding) {
    guard let label = view[VisibilityLabel.self], let instance = view.words(LabelNames.instance) else {
      return
    }
    var counts: [UInt32: Int] = [:]
    var last: (id: UInt32, count: Int) = (0, 0)
    for id in instance.values {
      if id != last.id {
        counts[last.id, default: 0] += last.count
        last = (id, 0)
      }
      last.count += 1
    }
    counts[last.id, default: 0] += last.count
    let masks = Dictionary(view.masks.map { ($0.instance, $0.amodal) }, uniquingKeysWith: { a, _ in a })
    for e in label.entries {
      let seen = counts[e.instance] ?? 0
      let whole = masks[e.instance]?.area ?? e.amodalPixels
      finding.expect(
        e.visiblePixels == seen && e.amodalPixels == whole && e.visiblePixels <= e.amodalPixels
          && e.amodalPixels <= e.canvasPixels,
        view.about(
          e.instance, found: "visible \(e.visiblePixels), amodal \(e.amodalPixels), canvas \(e.canvasPixels)",
          expected: "visible \(seen), amodal \(whole), canvas no less"))
      let fraction = e.amodalPixels > 0 ? Double(e.visiblePixels) / Double(e.amodalPixels) : 0
      let truncation = e.canvasPixels > 0 ? 1 - Double(e.amodalPixels) / Double(e.canvasPixels) : 0
      finding.expect(
        abs(e.visibleFraction - fraction) <= 1e-12 && abs(e.truncation - truncation) <= 1e-12
          && (0...1).contains(e.visibleFraction) && (0...1).contains(e.truncation),
        view.about(
          e.instance, found: "visible fraction \(e.visibleFraction), truncation \(e.truncation)",
          expected: "\(fraction), \(truncation)"))
    }
  }
}
