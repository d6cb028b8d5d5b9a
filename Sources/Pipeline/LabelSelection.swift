package import Annotations
import Diagnostics
import WorldModel

/// The annotators that a recipe asks for.
package enum LabelSelection {
  package static let names: [String] = AnnotatorCatalog.all.map(\.name)

  /// In catalog order; structured labels that others refer to are added.
  package static func annotators(_ wanted: [String]) -> [any Annotator] {
    if wanted.contains("all") { return AnnotatorCatalog.all }
    var set = Set(wanted)
    // Boxes, masks and the like name instances that `objects` explains.
    if AnnotatorCatalog.all.contains(where: { set.contains($0.name) && $0.needs.contains(.alone) }) {
      set.insert("objects")
    }
    return AnnotatorCatalog.all.filter { set.contains($0.name) }
  }
}
