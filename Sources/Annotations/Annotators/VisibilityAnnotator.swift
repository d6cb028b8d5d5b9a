import VectorMath
package import WorldModel

/// `visibility`: how much of each thing is seen.
package struct VisibilityAnnotator: Annotator {
  package init() {}
  package var name: String { VisibilityLabel.name }
  package var summary: String { "visible, amodal and canvas pixel counts, visible fraction, truncation" }
  package var needs: CaptureChannels { [.visibility, .alone] }

  package func annotate(_ view: CapturedView, into labels: inout LabelSet) {
    let entries = view.things.map { i in
      let layer = view.aloneIndex[i].map { view.capture.alone[$0] }
      return VisibilityLabel.Entry(
        instance: view.capture.snapshot.subjects[i].id, visiblePixels: view.seen[i].pixels,
        amodalPixels: layer?.inverseDepth.reduce(0) { $0 + ($1 > 0 ? 1 : 0) } ?? 0,
        canvasPixels: layer?.canvasPixels ?? 0)
    }
    labels.set(VisibilityLabel(entries: entries))
  }
}
