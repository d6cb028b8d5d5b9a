import Imaging
package import WorldModel

/// `semantic`: which class is seen.
package struct SemanticAnnotator: Annotator {
  package init() {}
  package var name: String { LabelNames.semantic }
  package var summary: String { "native class id, UInt16; 0 = nothing" }
  package var needs: CaptureChannels { .visibility }

  package func annotate(_ view: CapturedView, into labels: inout LabelSet) {
    let subjects = view.capture.snapshot.subjects
    if let r = view.byPiece(background: UInt16(0), { subjects[$0.entity].nativeClass.id }) {
      labels.set(name, .uint16(r))
    }
  }
}
