import Imaging
package import WorldModel

/// `hdr`: light before exposure and tone mapping.
package struct RadianceAnnotator: Annotator {
  package init() {}
  package var name: String { LabelNames.hdr }
  package var summary: String { "linear Rec.709 radiance, Float ×3, white in full sun = 1" }
  package var needs: CaptureChannels { .hdr }

  package func annotate(_ view: CapturedView, into labels: inout LabelSet) {
    if let r = view.capture.hdr { labels.set(name, .float(r)) }
  }
}
