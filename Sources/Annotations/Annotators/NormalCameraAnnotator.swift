import Imaging
package import WorldModel

/// `normal_camera`: shading normals in the camera frame.
package struct NormalCameraAnnotator: Annotator {
  package init() {}
  package var name: String { LabelNames.normalCamera }
  package var summary: String { "unit shading normal, camera frame, Float ×3; 0 = nothing" }
  package var needs: CaptureChannels { [.normal, .depth] }

  package func annotate(_ view: CapturedView, into labels: inout LabelSet) {
    if let n = view.capture.normal { labels.set(name, .float(view.inCameraAxes(n))) }
  }
}
