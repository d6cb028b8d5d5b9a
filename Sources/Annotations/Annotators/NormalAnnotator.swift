import Imaging
package import WorldModel

/// `normal`: shading normals in the world.
package struct NormalAnnotator: Annotator {
  package init() {}
  package var name: String { LabelNames.normal }
  package var summary: String { "unit shading normal, world, Float ×3; 0 = nothing" }
  package var needs: CaptureChannels { .normal }

  package func annotate(_ view: CapturedView, into labels: inout LabelSet) {
    if let r = view.capture.normal { labels.set(name, .float(r)) }
  }
}
