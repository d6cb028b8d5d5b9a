import Imaging
package import WorldModel

/// `albedo`: the surface's own colour.
package struct AlbedoAnnotator: Annotator {
  package init() {}
  package var name: String { LabelNames.albedo }
  package var summary: String { "diffuse reflectance, sRGB UInt8 ×3; 0 = nothing" }
  package var needs: CaptureChannels { .albedo }

  package func annotate(_ view: CapturedView, into labels: inout LabelSet) {
    if let r = view.capture.albedo { labels.set(name, .uint8(r)) }
  }
}
