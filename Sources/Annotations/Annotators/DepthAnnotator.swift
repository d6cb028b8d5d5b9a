import Imaging
package import WorldModel

/// `depth`: planar z.
package struct DepthAnnotator: Annotator {
  package init() {}
  package var name: String { LabelNames.depth }
  package var summary: String {
    "planar z (for lenses that are not pinholes, distance along the ray), metres, Float; +inf = nothing"
  }
  package var needs: CaptureChannels { .depth }

  package func annotate(_ view: CapturedView, into labels: inout LabelSet) {
    if let r = view.capture.depth { labels.set(name, .float(r)) }
  }
}
