import Imaging
import VectorMath
package import WorldModel

/// `distance`: length of the ray to the surface.
package struct DistanceAnnotator: Annotator {
  package init() {}
  package var name: String { LabelNames.distance }
  package var summary: String { "Euclidean ray length, metres, Float; +inf = nothing" }
  package var needs: CaptureChannels { .depth }

  package func annotate(_ view: CapturedView, into labels: inout LabelSet) {
    guard let depth = view.capture.depth else { return }
    let camera = view.camera
    guard camera.projection.isPlanar else {
      // Other lenses measure depth along the ray.
      labels.set(name, .float(depth))
      return
    }
    labels.set(
      name,
      .float(
        view.raster(background: .infinity) { i, u, v, out, at in
          let d = camera.ray(Double(u), Double(v))
          out[at] = Float(Double(depth.values[i]) * (d.x * d.x + d.y * d.y + 1).squareRoot())
        }))
  }
}
