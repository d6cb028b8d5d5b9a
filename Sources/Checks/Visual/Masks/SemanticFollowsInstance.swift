import Annotations
import Imaging
import WorldModel

/// visual-05: the class of a pixel is the class of its instance.
package struct SemanticFollowsInstance: ViewCheck {
  package static let rule = CheckRule(
    id: "visual-05", name: "semantic-follows-instance",
    summary: "The semantic map holds the class of the instance seen, at every pixel.", unit: "pixels",
    labels: [LabelNames.semantic, LabelNames.instance, ObjectsLabel.name])

  package init() {}

  package func examine(_ view: ViewLabels, into finding: inout CheckFinding) {
    guard let semantic = view.shorts(LabelNames.semantic), let instance = view.words(LabelNames.instance),
      let objects = view[ObjectsLabel.self]
    else { return }
    let classes = Dictionary(
      objects.entries.map { ($0.instance, Ontology.named($0.category)?.id) }, uniquingKeysWith: { a, _ in a })
    var last: (id: UInt32, expected: UInt16?) = (0, 0)
    for p in semantic.values.indices {
      let id = instance.values[p]
      if id != last.id { last = (id, id == 0 ? 0 : classes[id] ?? nil) }
      // An unknown instance is visual-17's business.
      guard let expected = last.expected else { continue }
      finding.expect(
        semantic.values[p] == expected,
        view.at(
          p % view.width, p / view.width, instance: id, found: "class \(semantic.values[p])",
          expected: "class \(expected)"))
    }
  }
}
