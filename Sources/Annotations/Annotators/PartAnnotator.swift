import Imaging
package import WorldModel

/// `part`: which part of which entity is seen.
package struct PartAnnotator: Annotator {
  package init() {}
  package var name: String { LabelNames.part }
  package var summary: String { "entity id × 256 + part index + 1, UInt32; 0 = nothing" }
  package var needs: CaptureChannels { .visibility }

  package func annotate(_ view: CapturedView, into labels: inout LabelSet) {
    let subjects = view.capture.snapshot.subjects
    let raster = view.byPiece(background: UInt32(0)) {
      subjects[$0.entity].id << 8 | UInt32(min($0.part + 1, 255))
    }
    if let raster { labels.set(name, .uint32(raster)) }
  }
}
