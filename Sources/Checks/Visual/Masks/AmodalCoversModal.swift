import Annotations

/// visual-10: the whole object covers what is seen of it.
package struct AmodalCoversModal: ViewCheck {
  package static let rule = CheckRule(
    id: "visual-10", name: "amodal-covers-modal",
    summary:
      "Amodal masks contain modal ones, and differ exactly when the occlusion graph names something in front.",
    unit: "instances", labels: [MasksLabel.name])

  package init() {}

  package func examine(_ view: ViewLabels, into finding: inout CheckFinding) {
    let occlusion = view[OcclusionLabel.self]
    let behind = Set(occlusion?.edges.filter { $0.pixels > 0 }.map(\.behind) ?? [])
    for (id, modal, amodal) in view.masks {
      let shared = amodal.sharedPixels(modal)
      finding.expect(
        shared == modal.area,
        view.about(
          id, found: "\(modal.area - shared) visible pixels outside the amodal mask", expected: "0"))
      if occlusion != nil {
        finding.expect(
          (amodal.area > shared) == behind.contains(id),
          view.about(
            id, found: "\(amodal.area - shared) hidden pixels",
            expected: behind.contains(id)
              ? "some, as something stands in front" : "none, as nothing stands in front"))
      }
    }
  }
}
