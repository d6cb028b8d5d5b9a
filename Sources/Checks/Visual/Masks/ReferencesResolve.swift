import Annotations
import WorldModel

/// visual-09: every annotation names an object that exists, once.
package struct ReferencesResolve: ViewCheck {
  package static let rule = CheckRule(
    id: "visual-09", name: "references-resolve",
    summary:
      "Instances in every label are unique, listed in `objects`, of a known class, and named without copy suffixes (.001).",
    unit: "annotations", labels: [ObjectsLabel.name])

  package init() {}

  package func examine(_ view: ViewLabels, into finding: inout CheckFinding) {
    guard let objects = view[ObjectsLabel.self] else { return }
    for entry in objects.entries {
      let known = Ontology.named(entry.category)
      finding.expect(
        entry.instance != 0 && known?.isThing == entry.isThing && !Self.hasCopySuffix(entry.name),
        view.about(
          entry.instance, item: entry.name, found: "category `\(entry.category)`, thing: \(entry.isThing)",
          expected: known == nil
            ? "a class of the ontology"
            : "an id above 0, thing as the ontology says, a name without copy suffix"))
    }
    let known = Set(objects.entries.map(\.instance))
    let lists: [(String, [UInt32])] = [
      (ObjectsLabel.name, objects.entries.map(\.instance)),
      (Boxes2DLabel.name, view[Boxes2DLabel.self]?.entries.map(\.instance) ?? []),
      (MasksLabel.name, view[MasksLabel.self]?.entries.map(\.instance) ?? []),
      (VisibilityLabel.name, view[VisibilityLabel.self]?.entries.map(\.instance) ?? []),
      (Boxes3DLabel.name, view[Boxes3DLabel.self]?.entries.map(\.instance) ?? []),
      (KeypointsLabel.name, view[KeypointsLabel.self]?.entries.map(\.instance) ?? []),
      (MotionLabel.name, view[MotionLabel.self]?.entries.map(\.instance) ?? []),
      (LanesLabel.name, view[LanesLabel.self]?.entries.map(\.instance) ?? []),
      (MaterialSharesLabel.name, view[MaterialSharesLabel.self]?.entries.map(\.instance) ?? []),
    ]
    for (label, instances) in lists {
      var seen: Set<UInt32> = []
      for id in instances {
        finding.expect(
          seen.insert(id).inserted && known.contains(id),
          view.about(id, item: label, found: "instance \(id)", expected: "a listed object, once"))
      }
    }
    for edge in view[OcclusionLabel.self]?.edges ?? [] {
      finding.expect(
        known.contains(edge.front) && known.contains(edge.behind) && edge.front != edge.behind,
        view.about(
          edge.front, item: OcclusionLabel.name, found: "\(edge.front) before \(edge.behind)",
          expected: "two listed objects"))
    }
  }

  /// Whether a name ends in a dot and three digits, as modelling programs rename copies.
  static func hasCopySuffix(_ name: String) -> Bool {
    let tail = Array(name.utf8.suffix(4))
    return tail.count == 4 && tail[0] == 46 && tail[1...].allSatisfy { $0 >= 48 && $0 <= 57 }
  }
}
