import Imaging
package import WorldModel

/// `masks`: visible and whole masks.
package struct MasksAnnotator: Annotator {
  package init() {}
  package var name: String { MasksLabel.name }
  package var summary: String { "run-length masks of each thing, visible and amodal" }
  package var needs: CaptureChannels { [.visibility, .alone] }

  package func annotate(_ view: CapturedView, into labels: inout LabelSet) {
    guard let pieces = view.capture.piece else { return }
    let entities = view.capture.snapshot.pieces.map(\.entity)
    let entries = view.things.map { i in
      let layer = view.aloneIndex[i].map { view.capture.alone[$0] }
      return MasksLabel.Entry(
        instance: view.capture.snapshot.subjects[i].id,
        modal: RunLengthMask(width: view.width, height: view.height, within: view.seen[i].box) { u, v in
          let piece = Int(pieces.values[v * view.width + u]) - 1
          return piece >= 0 && entities[piece] == i
        },
        amodal: RunLengthMask(width: view.width, height: view.height, within: layer?.box) { u, v in
          layer?.covers(u, v) ?? false
        })
    }
    labels.set(MasksLabel(entries: entries))
  }
}
