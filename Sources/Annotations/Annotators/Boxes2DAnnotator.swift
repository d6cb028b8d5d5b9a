package import WorldModel

/// `boxes2d`: visible and amodal boxes.
package struct Boxes2DAnnotator: Annotator {
  package init() {}
  package var name: String { Boxes2DLabel.name }
  package var summary: String { "boxes around visible and around all pixels of each thing" }
  package var needs: CaptureChannels { [.visibility, .alone] }

  package func annotate(_ view: CapturedView, into labels: inout LabelSet) {
    let entries = view.things.map { i in
      Boxes2DLabel.Entry(
        instance: view.capture.snapshot.subjects[i].id, visible: view.seen[i].box,
        amodal: view.aloneIndex[i].flatMap { view.capture.alone[$0].box })
    }
    labels.set(Boxes2DLabel(entries: entries))
  }
}
