import Imaging
import VectorMath
package import WorldModel

/// `normal_geometric_camera`: face normals in the camera frame.
package struct FaceNormalCameraAnnotator: Annotator {
  package init() {}
  package var name: String { LabelNames.normalGeometricCamera }
  package var summary: String { "unit face normal, camera frame, Float ×3; 0 = nothing" }
  package var needs: CaptureChannels { [.faceNormal, .depth] }

  package func annotate(_ view: CapturedView, into labels: inout LabelSet) {
    guard let normals = view.capture.faceNormal else { return }
    let m = view.capture.worldFromCamera.rotation.matrix.transpose
    labels.set(
      name,
      .float(
        view.raster(channels: 3, background: 0) { i, _, _, out, at in
          let w = Vector3(
            Double(normals.values[3 * i]), Double(normals.values[3 * i + 1]),
            Double(normals.values[3 * i + 2]))
          let n = m * w
          for k in 0..<3 { out[at + k] = Float(n[k]) }
        }))
  }
}
