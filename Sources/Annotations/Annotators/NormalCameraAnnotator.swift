import Imaging
import VectorMath
package import WorldModel

/// `normal_camera`: shading normals in the camera frame.
package struct NormalCameraAnnotator: Annotator {
  package init() {}
  package var name: String { LabelNames.normalCamera }
  package var summary: String { "unit shading normal, camera frame, Float ×3; 0 = nothing" }
  package var needs: CaptureChannels { [.normal, .depth] }

  package func annotate(_ view: CapturedView, into labels: inout LabelSet) {
    guard let normals = view.capture.normal else { return }
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
