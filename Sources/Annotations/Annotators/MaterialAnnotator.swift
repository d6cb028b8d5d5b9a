import Imaging
package import WorldModel

/// `material`: which material is seen.
package struct MaterialAnnotator: Annotator {
  package init() {}
  package var name: String { LabelNames.material }
  package var summary: String { "material index + 1 in the sample's table, UInt16; 0 = nothing" }
  package var needs: CaptureChannels { .visibility }

  package func annotate(_ view: CapturedView, into labels: inout LabelSet) {
    if let r = view.byPiece(background: UInt16(0), { UInt16(clamping: $0.material + 1) }) {
      labels.set(name, .uint16(r))
    }
  }
}
