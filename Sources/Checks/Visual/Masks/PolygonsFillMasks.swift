import Annotations
import Geometry
import Imaging
import VectorMath

/// visual-16: the outline of a mask, filled again, is the mask.
package struct PolygonsFillMasks: ViewCheck {
  package static let rule = CheckRule(
    id: "visual-16", name: "polygons-fill-masks",
    summary:
      "The rings along the pixel edges of a mask (parts and holes), filled by the even-odd rule at pixel centres, cover exactly the pixels that the instance map shows.",
    unit: "masks", labels: [MasksLabel.name, LabelNames.instance])

  package init() {}

  package func examine(_ view: ViewLabels, into finding: inout CheckFinding) {
    guard let instance = view.words(LabelNames.instance) else { return }
    let rows = InstanceRows(instance)
    for entry in view[MasksLabel.self]?.entries ?? [] {
      guard MaskRuns(entry.modal, width: view.width, height: view.height) != nil else { continue }
      let rings = MaskContours.parts(of: entry.modal).flatMap(\.rings)
      var filled = 0
      var foreign: (u: Int, v: Int)?
      PolygonFill.spans(of: rings, width: view.width, height: view.height) { v, columns in
        filled += columns.count
        for u in columns where instance.values[v * view.width + u] != entry.instance {
          if foreign == nil { foreign = (u, v) }
        }
      }
      let shown = rows.pixels(of: entry.instance)
      finding.expect(
        foreign == nil && filled == shown,
        foreign.map {
          view.at(
            $0.u, $0.v, instance: entry.instance, item: "polygon", found: "inside",
            expected: "outside: the map shows another instance")
        }
          ?? view.about(
            entry.instance, item: "polygon", found: "\(filled) pixels", expected: "\(shown), as in the map"))
    }
  }
}
