package import WorldModel

/// `boxes2d`: visible and amodal boxes.
package struct Boxes2DAnnotator: Annotator {
  package init() {}
  package var name: String { Boxes2DLabel.name }
  package var summary: String {
    "boxes around visible and around all pixels of each thing; in panoramas the shortest way round, x + width beyond the image's width where they cross the seam"
  }
  package var needs: CaptureChannels { [.visibility, .alone] }

  package func annotate(_ view: CapturedView, into labels: inout LabelSet) {
    let entries = view.things.map { i in
      // What is seen lies inside the whole, also round the seam.
      let amodal = view.amodalBox(of: i)
      return Boxes2DLabel.Entry(
        instance: view.capture.snapshot.subjects[i].id, visible: view.visibleBox(of: [i], within: amodal),
        amodal: amodal)
    }
    labels.set(Boxes2DLabel(entries: entries))
  }
}
