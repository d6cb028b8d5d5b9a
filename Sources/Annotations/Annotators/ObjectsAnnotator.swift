package import WorldModel

/// `objects`: who is there.
package struct ObjectsAnnotator: Annotator {
  package init() {}
  package var name: String { ObjectsLabel.name }
  package var summary: String {
    "entities with a pixel on the canvas three images wide: id, class, asset, attributes at the instant"
  }
  package var needs: CaptureChannels { [.visibility, .alone] }

  package func annotate(_ view: CapturedView, into labels: inout LabelSet) {
    let capture = view.capture
    let entries = view.present.map { i in
      let entity = capture.world.entities[i]
      return ObjectsLabel.Entry(
        instance: entity.id, name: entity.name, category: entity.nativeClass.name,
        isThing: entity.nativeClass.isThing, asset: entity.asset.name,
        attributes: Dictionary(
          entity.attributes(at: capture.snapshot.time).map { ($0.name, $0.value) }
        ) { a, _ in a })
    }
    labels.set(ObjectsLabel(entries: entries))
  }
}
