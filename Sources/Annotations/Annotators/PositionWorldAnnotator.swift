import Imaging
import VectorMath
package import WorldModel

/// `position_world`: the surface point in the world.
package struct PositionWorldAnnotator: Annotator {
  package init() {}
  package var name: String { LabelNames.positionWorld }
  package var summary: String { "surface point in the world, metres, Float ×3; 0 = nothing" }
  package var needs: CaptureChannels { .depth }

  package func annotate(_ view: CapturedView, into labels: inout LabelSet) {
    guard let depth = view.capture.depth else { return }
    let camera = view.camera
    let pose = view.capture.worldFromCamera.affine
    labels.set(
      name,
      .float(
        view.raster(channels: 3, background: 0) { i, u, v, out, at in
          let p = pose * camera.point(Double(u), Double(v), depth: Double(depth.values[i]))
          for k in 0..<3 { out[at + k] = Float(p[k]) }
        }))
  }
}
