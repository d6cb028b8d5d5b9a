import Annotations
import Imaging

/// visual-08: part ids name the instance they are part of, and a surface has a material.
package struct PartsBelongToInstances: ViewCheck {
  package static let rule = CheckRule(
    id: "visual-08", name: "parts-belong-to-instances",
    summary: "The part at a pixel belongs to the instance there (part − 1 = instance · 256 + index).",
    unit: "pixels", labels: [LabelNames.part, LabelNames.instance])

  package init() {}

  package func examine(_ view: ViewLabels, into finding: inout CheckFinding) {
    guard let part = view.words(LabelNames.part), let instance = view.words(LabelNames.instance) else {
      return
    }
    for p in part.values.indices {
      let (id, owner) = (part.values[p], instance.values[p])
      finding.expect(
        id == 0 ? owner == 0 : (id - 1) >> 8 == owner,
        view.at(
          p % view.width, p / view.width, instance: owner, found: "part \(id)",
          expected: owner == 0 ? "no part" : "a part from \(UInt64(owner) << 8 + 1) on"))
    }
  }
}
