import Imaging
package import WorldModel

/// `instance`: which entity is seen.
package struct InstanceAnnotator: Annotator {
  package init() {}
  package var name: String { LabelNames.instance }
  package var summary: String { "entity id, UInt32; 0 = nothing" }
  package var needs: CaptureChannels { .visibility }

  package func annotate(_ view: CapturedView, into labels: inout LabelSet) {
    let subjects = view.capture.snapshot.subjects
    if let r = view.byPiece(background: UInt32(0), { subjects[$0.entity].id }) {
      labels.set(name, .uint32(r))
    }
  }
}
