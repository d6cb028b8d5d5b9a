package import Annotations
import Diagnostics
import GroundedLanguage
import WorldModel

/// The labels that a recipe asks for.
package enum LabelSelection {
  package static let names: [String] = AnnotatorCatalog.all.map(\.name) + GroundedLanguageLabels.names

  /// In catalog order; labels that others refer to are added.
  package static func annotators(_ wanted: [String]) -> [any Annotator] {
    if wanted.contains("all") { return AnnotatorCatalog.all }
    var set = Set(wanted)
    // What is said of a view is said, and checked, by its other labels.
    if !languages(wanted).isEmpty { set.formUnion(GroundedLanguageLabels.sources) }
    // Boxes, masks and the like name instances that `objects` explains.
    if AnnotatorCatalog.all.contains(where: { set.contains($0.name) && $0.needs.contains(.alone) }) {
      set.insert("objects")
    }
    return AnnotatorCatalog.all.filter { set.contains($0.name) }
  }

  /// Those made of words, in catalog order. `all` does not ask for them.
  package static func languages(_ wanted: [String]) -> [String] {
    GroundedLanguageLabels.names.filter(wanted.contains)
  }
}
