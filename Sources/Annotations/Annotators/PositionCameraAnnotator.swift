import Imaging
import VectorMath
package import WorldModel

/// `position_camera`: the surface point in the camera frame.
package struct PositionCameraAnnotator: Annotator {
  package init() {}
  package var name: String { LabelNames.positionCamera }
  package var summary: String { "surface point in the camera frame, metres, Float ×3; 0 = nothing" }
  package var needs: CaptureChannels { .depth }

  package func annotate(_ view: CapturedView, into labels: inout LabelSet) {
    guard let depth = view.capture.depth else { return }
    let camera = view.camera
    labels.set(
      name,
      .float(
        view.raster(channels: 3, background: 0) { i, u, v, out, at in
          let p = camera.point(Double(u), Double(v), depth: Double(depth.values[i]))
          for k in 0..<3 { out[at + k] = Float(p[k]) }
        }))
  }
}
