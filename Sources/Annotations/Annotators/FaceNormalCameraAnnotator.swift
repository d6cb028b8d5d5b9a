import Imaging
package import WorldModel

/// `normal_geometric_camera`: face normals in the camera frame.
package struct FaceNormalCameraAnnotator: Annotator {
  package init() {}
  package var name: String { LabelNames.normalGeometricCamera }
  package var summary: String { "unit face normal, camera frame, Float ×3; 0 = nothing" }
  package var needs: CaptureChannels { [.faceNormal, .depth] }

  package func annotate(_ view: CapturedView, into labels: inout LabelSet) {
    if let n = view.capture.faceNormal { labels.set(name, .float(view.inCameraAxes(n))) }
  }
}
