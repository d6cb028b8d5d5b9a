import Imaging
package import WorldModel

/// `flow_forward` and `occlusion_forward`.
package struct FlowForwardAnnotator: Annotator {
  package init() {}
  package var name: String { LabelNames.flowForward }
  package var summary: String {
    "pixels to the next frame, Float ×2; 0 = nothing; with occlusion_forward, UInt8"
  }
  package var needs: CaptureChannels { [.flowForward, .occlusionForward] }

  package func annotate(_ view: CapturedView, into labels: inout LabelSet) {
    if let r = view.capture.flowForward { labels.set(name, .float(r)) }
    if let r = view.capture.occlusionForward { labels.set(LabelNames.occlusionForward, .uint8(r)) }
  }
}
