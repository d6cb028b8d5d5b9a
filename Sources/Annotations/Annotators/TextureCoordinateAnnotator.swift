import Imaging
package import WorldModel

/// `uv`: texture coordinates.
package struct TextureCoordinateAnnotator: Annotator {
  package init() {}
  package var name: String { LabelNames.uv }
  package var summary: String { "texture coordinates, Float ×2; 0 = nothing" }
  package var needs: CaptureChannels { .uv }

  package func annotate(_ view: CapturedView, into labels: inout LabelSet) {
    if let r = view.capture.uv { labels.set(name, .float(r)) }
  }
}
