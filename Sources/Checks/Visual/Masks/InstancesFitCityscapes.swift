import Annotations

/// visual-07: instance maps in Cityscapes' coding (class · 1000 + n) can be written and read back.
package struct InstancesFitCityscapes: ViewCheck {
  package static let rule = CheckRule(
    id: "visual-07", name: "instances-fit-cityscapes",
    summary:
      "At most 1000 instances of one class are seen, so that id · 1000 + n divides back into class and instance.",
    unit: "instances", labels: [ObjectsLabel.name, LabelNames.instance])

  package init() {}

  package func examine(_ view: ViewLabels, into finding: inout CheckFinding) {
    guard let objects = view[ObjectsLabel.self], let instance = view.words(LabelNames.instance) else {
      return
    }
    let seen = BoxesFitMasks.extents(instance)
    var numbers: [String: Int] = [:]
    for entry in objects.entries where entry.isThing && seen[entry.instance] != nil {
      let n = numbers[entry.category, default: 0]
      numbers[entry.category] = n + 1
      finding.expect(
        n < 1000,
        view.about(
          entry.instance, item: entry.category, found: "instance number \(n)", expected: "at most 999 a class"
        ))
    }
  }
}
