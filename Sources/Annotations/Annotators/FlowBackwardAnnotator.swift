import Imaging
package import WorldModel

/// `flow_backward` and `occlusion_backward`.
package struct FlowBackwardAnnotator: Annotator {
  package init() {}
  package var name: String { LabelNames.flowBackward }
  package var summary: String {
    "pixels to the previous frame, Float ×2; 0 = nothing; with occlusion_backward, UInt8"
  }
  package var needs: CaptureChannels { [.flowBackward, .occlusionBackward] }

  package func annotate(_ view: CapturedView, into labels: inout LabelSet) {
    if let r = view.capture.flowBackward { labels.set(name, .float(r)) }
    if let r = view.capture.occlusionBackward { labels.set(LabelNames.occlusionBackward, .uint8(r)) }
  }
}
