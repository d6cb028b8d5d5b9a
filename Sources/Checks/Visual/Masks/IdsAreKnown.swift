import Annotations

/// visual-17: no id in a map that is not in the list of objects.
package struct IdsAreKnown: ViewCheck {
  package static let rule = CheckRule(
    id: "visual-17", name: "ids-are-known",
    summary: "Every id in the instance map is a listed object: no blended or converted ids.", unit: "ids",
    labels: [LabelNames.instance, ObjectsLabel.name])

  package init() {}

  package func examine(_ view: ViewLabels, into finding: inout CheckFinding) {
    guard let instance = view.words(LabelNames.instance), let objects = view[ObjectsLabel.self] else {
      return
    }
    let known = Set(objects.entries.map(\.instance))
    let seen = BoxesFitMasks.extents(instance)
    for id in seen.keys.sorted() {
      finding.expect(
        known.contains(id),
        view.at(
          seen[id]?.x ?? 0, seen[id]?.y ?? 0, instance: id, found: "id \(id)",
          expected: "an object of the list"))
    }
  }
}
