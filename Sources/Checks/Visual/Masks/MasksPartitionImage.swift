import Annotations
import Imaging

/// visual-04: modal masks are disjoint, and together they are where the instance map is not zero.
package struct MasksPartitionImage: ViewCheck {
  package static let rule = CheckRule(
    id: "visual-04", name: "masks-partition-image",
    summary: "Modal masks are pairwise disjoint and equal the pixels of their id in the instance map.",
    unit: "pixels", labels: [MasksLabel.name, LabelNames.instance])

  package init() {}

  package func examine(_ view: ViewLabels, into finding: inout CheckFinding) {
    guard let instance = view.words(LabelNames.instance) else { return }
    // The id whose mask claims a pixel.
    var claimed = [UInt32](repeating: 0, count: instance.values.count)
    let masks = view.masks
    for (id, modal, _) in masks {
      modal.forEach { u, v in
        let p = v * view.width + u
        if claimed[p] != 0 {
          finding.fail(
            view.at(
              u, v, instance: id, found: "also in the mask of \(claimed[p])", expected: "one mask a pixel"))
        }
        claimed[p] = id
      }
    }
    // Stuff may go without masks, things may not.
    let listed = Set(view[MasksLabel.self]?.entries.map(\.instance) ?? [])
    let things = Set(view[ObjectsLabel.self]?.entries.filter(\.isThing).map(\.instance) ?? [])
    for v in 0..<view.height {
      for u in 0..<view.width {
        let p = v * view.width + u
        let id = instance.values[p]
        let must = listed.contains(id) || things.contains(id)
        finding.expect(
          claimed[p] == id || (claimed[p] == 0 && !must),
          view.at(
            u, v, found: claimed[p] == 0 ? "no mask" : "mask of \(claimed[p])",
            expected: "mask of instance \(id)"))
      }
    }
  }
}
