import Imaging
package import WorldModel

/// `rgb`: the picture.
package struct ColourAnnotator: Annotator {
  package init() {}
  package var name: String { LabelNames.rgb }
  package var summary: String { "sRGB colour, UInt8 ×3, four samples a pixel" }
  package var needs: CaptureChannels { .rgb }

  package func annotate(_ view: CapturedView, into labels: inout LabelSet) {
    if let r = view.capture.rgb { labels.set(name, .uint8(r)) }
  }
}
